# SPDX-License-Identifier: Apache-2.0
"""regions.tsv: world regions, first-level divisions, seas, rivers and the like."""

import json
import re

import babel
import pycountry

from doubt import doubtful, persons_names
from countries import wikidata
from table import fold, is_arabic, plain, read_own, unique, write

MEANING = ["Regions above countries (CLDR's UN M.49 groups and own), first-level divisions of countries",
           "  (type Region) and seas, straits, rivers, mountains and famous sites (type Place).",
           "The key is region: and the ISO 3166-2 code or a name of ours, or place: and a name of ours.",
           "in= the country; common: also an ordinary word; common=NAME: only this alias is.",
           "A division without its kind (سوهاج for محافظة سوهاج) is left out where a city has the name."]
LICENCES = [
    "Sources: own (Apache-2.0): world regions, Arab countries' divisions, natural places;",
    "  CLDR Arabic through Babel 2.18.0 (PyPI; Unicode-3.0); codes by pycountry 26.2.16 (PyPI; LGPL-2.1);",
    "  iso3166-2-db 2.3.11 (npm; MIT; names of GeoNames, CC BY 4.0): other countries' divisions, GeoNames ids;",
    "  Wikidata ids of M.49 regions from @rapideditor/country-coder 5.6.1 (npm; ISC; Wikidata, CC0).",
]
# iso3166-2-db's codes that are older than ISO's, or stand for another division.
OLD_CODES = {"MA", "YE-SA", "BH-17", "BH-13", "YE-SN", "OM-MA"}
PREFIX = re.compile(r"^(ال)?(ولاية|محافظة|مقاطعة|إقليم|اقليم|منطقة|مديرية|دائرة|كانتون|جهة|شعبية|بلدية|إمارة|قسم|جمهورية|أوبلاست|كراي|مقاطعه|محافظه) ")
KINDS = {"State": "ولاية", "Province": "مقاطعة", "Governorate": "محافظة", "Region": "إقليم", "Canton": "كانتون",
         "Department": "إقليم", "District": "مقاطعة", "Prefecture": "محافظة", "County": "مقاطعة", "Republic": "جمهورية"}
KIND_INSIDE = ("المنطقة ", "المحافظة ", "الولاية ", "الجهة ")  # المنطقة الشرقية
OTHER_KINDS = ("ولاية", "مقاطعة", "محافظة", "إقليم")
KIND_OF_COUNTRY = {"TR": "ولاية", "DE": "ولاية", "AT": "ولاية", "IR": "محافظة", "AF": "ولاية", "JP": "محافظة", "CA": "مقاطعة"}


def own_names():
    """All names of the hand-made regions."""
    return {n for r in read_own("regions.tsv") for n in r[2].split("|")}


def world(npm, country_names):
    """Rows of own/regions.tsv, with CLDR's name of an M.49 group as an alias."""
    ids, cldr = wikidata(npm), babel.Locale("ar").territories
    owner = {}
    for kind, key, names, of, flags in ((*r, "", "")[:5] for r in read_own("regions.tsv")):
        of = of.strip()
        names, same, features = names.split("|"), [], [f for f in flags.split("|") if f]
        if of.isdigit():
            names.append(plain(cldr[of]))
            same = [f"http://www.wikidata.org/entity/{ids[of]}"] if of in ids else []
        elif of:
            features.insert(0, "in=country:" + of)
        names = [n for n in names if fold(n) not in country_names and owner.setdefault(fold(n), key) == key]
        yield {"name": names[0], "type": kind, "key": key, "aliases": names, "sameAs": same,
               "source": "CLDR+own" if of.isdigit() else "own", "features": features}


def geonames_ids(npm, code):
    """ISO 3166-2 suffix → (Arabic name, GeoNames id), as iso3166-2-db has it."""
    file = npm / "iso3166-2-db/regions" / code / "ar_ref.json"
    found = {}
    for region in json.loads(file.read_text("utf-8")) if file.exists() else []:
        full = f"{code}-{region['iso']}"
        if region["iso"] and code not in OLD_CODES and full not in OLD_CODES:
            found[region["iso"]] = region["name"], region["reference"].get("geonames")
    return found


def arab(npm):
    """Rows of own/divisions.tsv: every kind before every name."""
    for code, kinds, divisions in read_own("divisions.tsv"):
        kinds, ids = kinds.split("|"), geonames_ids(npm, code)
        for division in divisions.split(";"):
            suffix, names = division.split("=")
            never_bare, names = names.startswith("!"), names.lstrip("!").split("/")
            with_kind = (*KIND_INSIDE, *(k + " " for k in kinds))
            full = [f for n in names for f in ([n] if n.startswith(with_kind) else [f"{k} {n}" for k in kinds])]
            bare = [] if never_bare else names
            yield {"name": full[0], "type": "Region", "key": f"region:{code}-{suffix}", "full": full, "bare": bare,
                   "sameAs": [f"https://sws.geonames.org/{ids[suffix][1]}/"] if suffix in ids and ids[suffix][1] else [],
                   "source": "own" + "+iso3166-2-db" * (suffix in ids), "features": [f"in=country:{code}"]}


def foreign(npm, countries, arab_countries):
    """Rows of the other countries' first-level divisions that iso3166-2-db names in Arabic."""
    for code in sorted(set(countries) - arab_countries):
        for suffix, (name, geoname) in sorted(geonames_ids(npm, code).items()):
            name = re.sub(r" \(.*", "", plain(name))
            iso = pycountry.subdivisions.get(code=f"{code}-{suffix}")
            if not is_arabic(name) or not iso or iso.parent_code:
                continue
            bare = PREFIX.sub("", name)
            kind = KIND_OF_COUNTRY.get(code) or KINDS.get(iso.type.split()[-1], "إقليم")
            full = [name] if bare != name else []
            full += [f"{k} {bare}" for k in unique([kind, *OTHER_KINDS])]
            yield {"name": full[0], "type": "Region", "key": f"region:{code}-{suffix}", "full": full, "bare": [bare],
                   "sameAs": [f"https://sws.geonames.org/{geoname}/"] if geoname else [],
                   "source": "iso3166-2-db", "features": [f"in=country:{code}"]}


def add_to_own(rows, divisions, taken):
    """Give own rows with a division's key its identifier and its names."""
    own = {r["key"]: r for r in rows}
    for division in divisions:
        row = own.get(division["key"])
        if row:
            row["sameAs"] = row["sameAs"] or division["sameAs"]
            row["aliases"] += [n for n in division["bare"] if fold(n) not in taken]
            row["source"] += "+iso3166-2-db" * ("iso3166-2-db" in division["source"])
            taken |= {fold(n) for n in row["aliases"]}


def build(npm, countries, city_names):
    """Write regions.tsv."""
    country_names = {f for c in countries.values() for f in c["fold"]}
    rows = list(world(npm, country_names))
    keys = {r["key"] for r in rows}
    taken = country_names | {fold(n) for r in rows for n in r["aliases"]}
    arab_rows = list(arab(npm))
    arab_countries = {r["key"][7:9] for r in arab_rows}
    divisions = arab_rows + list(foreign(npm, countries, arab_countries))
    add_to_own(rows, divisions, taken)
    divisions = [r for r in divisions if r["key"] not in keys]
    names = {n for r in divisions for n in r["bare"] if " " not in n}
    persons = persons_names()
    always = {fold(n) for r in read_own("common-cities.tsv") for n in r}
    never = {fold(n) for r in read_own("plain-cities.tsv") for n in r}
    words = {n for n in doubtful(names) | {n for n in names if fold(n) in persons | always} if fold(n) not in never}
    for row in divisions:
        full, bare = row.pop("full"), row.pop("bare")
        bare = [n for n in bare if fold(n) not in taken | city_names and len(fold(n)) > 2]
        full = [n for n in full if fold(n) not in taken]
        if not full:
            continue
        if row["source"] == "iso3166-2-db" and bare and bare[0] not in words:
            row["name"], full = bare[0], []  # «ولاية كاليفورنيا»: the kind is no part of the name
        else:
            row["name"] = full[0]
        row["aliases"] = bare + full
        row["features"] += ["common=" + n for n in bare if n in words]
        taken |= {fold(n) for n in row["aliases"]}
        rows.append(row)
    write("regions.tsv", "Regions and other places", MEANING, LICENCES, rows)
