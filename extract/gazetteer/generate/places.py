# SPDX-License-Identifier: Apache-2.0
"""Rebuild every list of places, months and currencies. See README.md."""

import argparse
from pathlib import Path

import cities
import countries
import months
import currencies
import nationalities
import regions

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("npm", type=Path, help="the node_modules folder with the npm packages")
npm = parser.parse_args().npm

countries_by_code = countries.build(npm)
world_regions = regions.own_names()
place_names = world_regions | {n for c in countries_by_code.values() for n in c["names"]}
place_names |= {n for names in cities.own_names().values() for n in names}
adjectives = nationalities.build(place_names)
city_names = cities.build(countries_by_code, world_regions, adjectives)
regions.build(npm, countries_by_code, city_names)
months.build()
currencies.build()
