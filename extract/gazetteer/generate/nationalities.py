# SPDX-License-Identifier: Apache-2.0
"""nationalities.tsv: adjectives of own/nationalities.tsv with their forms."""

from table import fold, read_own, unique, write

MEANING = ["Adjectives of nationality, and of peoples and regions, with all forms but the article's.",
           "The key is nationality: and the country's code, the region's name, or a number of our own.",
           "of= names the key of the country or region; common: also an ordinary word."]
LICENCES = ["Source: own (Apache-2.0); the base forms in own/nationalities.tsv, the inflected ones by rule."]
# Arabic directions and the like that stay as they are: جنوب أفريقية.
UNCHANGED = {"جنوب", "شمال", "غرب", "شرق", "وسط", "هونغ", "سان", "سانت", "رأس"}
KEYS = {"كردي": "kurd", "أمازيغي": "amazigh", "إسلامي": "islamic", "شيشاني": "chechen",
        "داغستاني": "dagestani", "تتري": "tatar", "بربري": "berber", "يهودي": "jewish"}


def inflect(adjective):
    """مصري → مصرية، مصريون، مصريين، مصريات، duals, and the accusative مصريا (folding does for مصرياً)."""
    words = adjective.split()
    endings = ("ة", "ون", "ين", "ات", "ان", "تان", "تين", "ا")
    for ending in endings:
        yield " ".join(w if w in UNCHANGED else w + ending for w in words)


def with_article(adjective):
    """A compound's inner articles: كوري جنوبي → الكوري الجنوبي, جنوب أفريقي → الجنوب أفريقي."""
    words = adjective.split()
    if len(words) < 2:
        return []
    if words[0] in UNCHANGED:
        return ["ال" + adjective]
    return [" ".join("ال" + w for w in words)]


def build(place_names):
    """Write nationalities.tsv; returns all forms. None is a place's name: سوري, not سوريا."""
    places = {fold(n) for n in place_names}
    rows, taken = [], set()
    for of, adjectives, plurals, flags in ((*r, "", "", "")[:4] for r in read_own("nationalities.tsv")):
        bases = adjectives.split("|")
        forms = list(bases)
        for base in bases:
            forms += inflect(base)
        forms += [p for p in plurals.split("|") if p]
        forms += [a for f in list(forms) if not f.endswith("يا") for a in with_article(f)]
        forms = [f for f in unique(forms) if f in bases or fold(f) not in places]
        forms = [f for f in forms if f not in taken]  # كوري stays with one country
        taken.update(forms)
        key = of.replace("region:", "") if of else KEYS[bases[0]]
        target = [f"of={of if ':' in of else 'country:' + of}"] if of else []
        rows.append({"name": bases[0], "type": "Nationality", "key": "nationality:" + key, "aliases": forms,
                     "source": "own", "features": target + [f for f in flags.split("|") if f == "common"]})
    write("nationalities.tsv", "Nationalities", MEANING, LICENCES, rows)
    return taken
