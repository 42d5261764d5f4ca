#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Check labels against the documents that they describe.

usage: check_labels.py [SET|GOLD.json]...

Of each file: it has the expected form; its document exists; at least
one name of each entity, each quotation and each goal occurs in the text
(proclitics and spelling variants allowed; not what is optional); each fact has a known predicate,
ends of the right type, and a literal of the right form. Of each set (all of
the project's own, if none is named) also: every document has labels, and a set
without its texts holds no nine words of them in a row, but "chars:B-E".
Prints one line a fault and ends with 1 if there are any.
"""
import json
import pathlib
import re
import sys

import labels
from match import fold

EVENT = {"Meeting", "Operation"}
ACTOR = {"Person", "Organization", "Place"}
BODY = {"Organization", "Place"}
WORK = {"Initiative"} | EVENT
TYPES = ACTOR | WORK | {"Agreement"}
DATE = r"\d{4}(-\d\d(-\d\d)?)?"
COUNT = r"\d+"
MOST_WORDS = 8

# predicate: types of the subject, then types of the object or the pattern a literal matches
FACTS = {
    "funds": (BODY, WORK | {"Organization"}),
    "speaksAt": ({"Person"}, EVENT),
    "organizes": (BODY, EVENT),
    "hosts": (BODY, EVENT),
    "attends": (ACTOR, EVENT),
    "runs": (BODY, {"Initiative", "Operation"}),
    "launches": ({"Person", "Organization"}, {"Initiative", "Operation", "Organization"}),
    "signs": (ACTOR, {"Agreement"}),
    "meetingOf": ({"Meeting"}, {"Organization"}),
    "partOf": (WORK, WORK),
    "heldIn": (WORK | {"Organization"}, {"Place"}),
    "inCountry": ({"Place"}, {"Place"}),
    "unitOf": ({"Organization"}, BODY),
    "memberOf": (BODY, {"Organization"}),
    "worksFor": ({"Person"}, BODY),
    "startDate": (WORK, DATE),
    "endDate": (WORK, DATE),
    "duration": (WORK, r"P\d+[DWMY]|PT\d+H"),
    "ordinal": (WORK, COUNT),
    "attendeeCount": (WORK, COUNT),
    "countryCount": (WORK, COUNT),
    "arrestCount": ({"Operation"}, COUNT),
    "goal": (WORK | {"Agreement"}, r"(?s:.+)"),
    "position": ({"Person"}, r".+"),
    "rank": ({"Person"}, r".+"),
    "quote": ({"Person", "Organization"}, r"(?s:.+)"),
}


def occurs(name, text):
    """As it stands, behind a proclitic, or with the article swallowed by one (للإنتربول, للجنة)."""
    name = fold(name)
    pattern = "[وف]?[بكل]?" + re.escape(name)
    if name.startswith("ال"):
        pattern += "|[وف]?لل" + re.escape(name[3:] if name[2:3] == "ل" else name[2:])
    return re.search(rf" (?:{pattern}) ", text) is not None


def entity_faults(entities, text):
    for key, entity in entities.items():
        if set(entity) - {"type", "names", "optional"}:
            yield f"{key}: unknown field"
        if entity.get("type") not in TYPES:
            yield f"{key}: unknown type {entity.get('type')}"
        if not entity.get("names"):
            yield f"{key}: no name"
        elif not entity.get("optional") and not any(occurs(name, text) for name in entity["names"]):
            yield f"{key}: not in the text: {entity['names'][0]}"


def fact_faults(fact, entities, text):
    predicate, subject, value, *optional = fact
    if optional not in ([], ["optional"]):
        yield f"bad fourth element: {fact}"
    if predicate not in FACTS:
        yield f"unknown predicate: {fact}"
        return
    subjects, objects = FACTS[predicate]
    if subject not in entities or isinstance(objects, set) and value not in entities:
        yield f"no such entity: {fact}"
        return
    if optional:  # what a reader may also see in it: any kind of thing
        return
    if entities[subject]["type"] not in subjects:
        yield f"subject of the wrong type: {fact}"
    if isinstance(objects, set):
        if entities[value]["type"] not in objects:
            yield f"object of the wrong type: {fact}"
    elif not re.fullmatch(objects, value):
        yield f"literal of the wrong form: {fact}"
    is_there = fold(value) in text or (predicate == "goal" and occurs(value, text))
    if predicate in ("quote", "goal") and not optional and not is_there:
        yield f"{predicate} not in the text: {value}"


def faults(gold):
    raw, read = gold.labels, gold.resolved()
    text = f" {fold(gold.text())} "
    if gold.path.stem not in re.split("[#/.]", raw["document"]):
        yield "document and file name differ"
    if raw.get("headline") and fold(raw["headline"]) not in text:
        yield "headline not in the text"
    if not re.fullmatch(DATE, raw.get("datePublished", "2000")):
        yield "datePublished is no date"
    yield from entity_faults(read["entities"], text)
    seen = set()
    for fact in read["facts"]:
        if tuple(fact[:3]) in seen:
            yield f"twice: {fact[:3]}"
        seen.add(tuple(fact[:3]))
        yield from fact_faults(fact, read["entities"], text)


def strings(value):
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


def set_faults(name, golds):
    """(path, fault) of what no file of labels shows by itself."""
    for missing in set(labels.SETS[name].get("held", ())) - {gold.path.stem for gold in golds}:
        yield "sets.json", f"{name}: held out, but not there: {missing}"
    if "texts" in labels.SETS[name]:
        for gold in golds:
            for string in strings(gold.labels):
                if len(string.split()) > MOST_WORDS:
                    yield gold.path, f"many words of the text, say chars:B-E: {string}"
        return
    labelled = {gold.document for gold in golds}
    for path in sorted({p for d in {g.document.parent for g in golds} for p in d.iterdir()} - labelled):
        yield path, "no labels"


def all_faults(names):
    """The number of documents, and (path, fault) of each."""
    golds, found = [], []
    for name in names:
        if name in labels.SETS:
            of_it = [g for g in labels.of_set(name) if g.is_here()]
            found += set_faults(name, of_it)
        else:
            of_it = [labels.of_file(pathlib.Path(name))]
        golds += of_it
    for gold in golds:
        found += [(gold.path, fault) for fault in faults(gold)]
    return len(golds), found


def main():
    names = sys.argv[1:] or [n for n, s in labels.SETS.items() if not s["folder"].startswith("..")]
    if "--help" in names:
        print(__doc__)
        return 0
    n, found = all_faults(names)
    if not n:
        print("no labelled documents with their texts are here")
        return 1
    for path, fault in found:
        print(f"{path}: {fault}")
    print(f"{n} labelled documents, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
