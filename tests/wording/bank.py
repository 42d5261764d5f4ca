#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Which of the facts that a bank of sentences states are found.

usage: tests/wording/bank.py [--program COMMAND] [--all] [FILE.case]...

A case is a text, then its facts, one a line, then an empty line:
    + funds | who | what        is stated, and must be found
    - funds | who | what        is stated, and known to be missed
    ? funds | who | what        may be found or not
A text without any states none. Of the properties below, whatever else is found
is false. A name stands for any name that holds its words, or whose words it
holds; an event's is often no more than its noun. A title is the whole title.
"""
import argparse
import collections
import json
import pathlib
import re
import shlex
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
# what is judged together: each file, named after one of a group, by its group
GROUPS = [
    "funds organizes hosts attends meetingOf signs runs launches".split(),
    "position worksFor".split(),
    "memberOf unitOf".split(),
    "attendeeCount countryCount arrestCount".split(),
]
PROPERTIES = sum(GROUPS, [])

Case = collections.namedtuple("Case", "file line text facts")
Fact = collections.namedtuple("Fact", "mark property subject object")


def read(path):
    """The cases of a file."""
    case = None
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if line[:2] in ("+ ", "- ", "? "):
            case.facts.append(Fact(line[0], *(part.strip() for part in line[2:].split("|"))))
            continue
        if case:
            yield case
        case = Case(path.name, n, line, [])
    if case:
        yield case


def words(name):
    """The words of a name, without what spelling, case and the article vary in."""
    name = unicodedata.normalize("NFKC", name)
    name = "".join(c for c in name if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ")
    name = name.translate(str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي"))
    plain = [re.sub(r"^(?:لل|ال)(?=\w{3})", "", w) for w in re.findall(r"\w+", name)]
    return [re.sub(r"(?<=\w{3})(?:ا|ها)$", "", w) for w in plain]


def same(names, wanted, whole=False):
    wanted = words(wanted)
    if whole:
        return wanted in map(words, names)
    for name in map(words, names):
        if name and (set(wanted) <= set(name) or set(name) <= set(wanted)):
            return True
        # «اجتماعه» and «الاجتماع»: one noun
        if name and name[0][:5] == wanted[0][:5] and len(wanted) == 1:
            return True
    return False


def found_in(record):
    """(property, names of subject, names of object or value, rule) of a record's facts."""
    names = collections.defaultdict(set)
    for e in record.get("entities", ()):
        names[e["id"]] |= {e["label"], *e.get("aliases", ())}
    for m in record.get("mentions", ()):
        names[m["entity"]].add(record["text"][m["begin"] : m["end"]])
    for f in record.get("facts", ()):
        if f["property"] in PROPERTIES and not f.get("modality"):
            object_ = names[f["object"]] if f.get("object") else {f["value"]}
            yield f["property"], names[f["subject"]], object_, f.get("rule", "")


def judge(case, record):
    """(stated facts not found, found facts not stated)."""
    group = next((g for g in GROUPS if case.file.split(".")[0] in g), GROUPS[0])
    facts = [f for f in found_in(record) if f[0] in group]
    hits, false = set(), []
    for kind, subject, object_, rule in facts:
        fits = [
            i for i, f in enumerate(case.facts)
            if f.property == kind and same(subject, f.subject) and same(object_, f.object, kind == "position")
        ]
        hits.update(fits)
        if not fits:
            false.append(f"{kind} | {max(subject, key=len)} | {max(object_, key=len)}  ({rule})")
    return hits, sorted(set(false))


def run(program, cases):
    lines = "\n".join(json.dumps({"id": str(i), "text": c.text}, ensure_ascii=False) for i, c in enumerate(cases))
    command = [*shlex.split(program), "run", "-q", "-u", "relations", "-i", "ndjson", "-"]
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {int(r["id"]): r for r in map(json.loads, done.stdout.decode().splitlines())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="./isnad")
    parser.add_argument("--all", action="store_true", help="show known misses too")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    cases = [c for p in options.files or sorted(HERE.glob("*.case")) for c in read(p)]
    records = run(options.program, cases)
    counts = {kind: collections.Counter() for kind in [*PROPERTIES, "ALL"]}
    for i, case in enumerate(cases):
        hits, false = judge(case, records[i])
        shown = []
        for j, f in enumerate(case.facts):
            if f.mark == "?":
                continue
            word = "right" if j in hits else "missed"
            for kind in (f.property, "ALL"):
                counts[kind][word] += 1
            if word == "missed" and (f.mark == "+" or options.all):
                shown.append(f"  missed  {f.property} | {f.subject} | {f.object}")
            elif word == "right" and f.mark == "-":
                shown.append(f"  found now, though marked as missed: {f.property} | {f.subject} | {f.object}")
        for line in false:
            for kind in (line.split(" ")[0], "ALL"):
                counts[kind]["false"] += 1
            shown.append("  false   " + line)
        if shown:
            print(f"{case.file}:{case.line}: {case.text}", *shown, sep="\n")
    for kind, n in counts.items():
        stated, said = n["right"] + n["missed"], n["right"] + n["false"]
        print(
            f"{kind:13} right {n['right']:4} false {n['false']:3} missed {n['missed']:3}"
            f"  precision {n['right'] / max(said, 1):.3f} recall {n['right'] / max(stated, 1):.3f}"
        )


if __name__ == "__main__":
    sys.exit(main())
