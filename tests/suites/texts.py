# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Texts, and what must and must not be found in them (texts/*.case)."""
import collections
import json

from harness import TESTS, Failed

Case = collections.namedtuple("Case", "line text demands")


def read(path):
    """The cases of a file."""
    case = None
    lines = path.read_text(encoding="utf-8").splitlines()
    begin = next(i for i, line in enumerate(lines) if line.startswith("==="))
    for number, line in enumerate(lines[begin:], begin + 1):
        if line.startswith(("+ ", "- ")):
            case.demands.append((number, line[0], tuple(p.strip() for p in line[2:].split("|"))))
        elif line and not line.startswith("==="):
            if case:
                yield case
            case = Case(number, line.replace(" / ", "\n"), [])
    if case:
        yield case


def found_in(record):
    """Facts as (property, subject, object), entities as (type, label, mentions)."""
    entities = {e["id"]: e for e in record["entities"]}
    mentions = collections.Counter(m["entity"] for m in record["mentions"] if "entity" in m)

    def name(side):
        return entities[side]["label"] if side in entities else side

    for e in entities.values():
        yield e["type"], e["label"], str(mentions[e["id"]])
        yield e["type"], e["label"]
    for fact in record["facts"]:
        if "modality" not in fact:
            yield fact["property"], name(fact["subject"]), name(fact.get("object", fact.get("value")))


def check(build, path):
    cases = list(read(path))
    lines = [json.dumps({"id": str(case.line), "text": case.text}) for case in cases]
    output = build.output(
        *"run --until relations --input-format ndjson -".split(),
        stdin="".join(line + "\n" for line in lines).encode(),
    )
    wrong = []
    for case, line in zip(cases, output.splitlines(), strict=True):
        found = set(found_in(json.loads(line)))
        for number, mark, demand in case.demands:
            if (demand in found) != (mark == "+"):
                wrong.append(f"{path.name}:{number}: {mark} {' | '.join(demand)}; found {sorted(found)}")
        if not case.demands:
            wrong.append(f"{path.name}:{case.line}: nothing is demanded")
    if wrong or not cases:
        raise Failed("\n".join(wrong) or "no cases")


def tests(env):
    for path in sorted((TESTS / "texts").glob("*.case")):
        yield f"{path.name}: what comes out, and what does not", lambda path=path: check(env.plain, path)
