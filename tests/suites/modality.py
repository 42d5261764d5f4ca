# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Sentences, and whether each says that something happened (modality/*.case)."""
import json
import re

from harness import TESTS, Failed

LINE = re.compile(r"(asserted|planned|negated|possible|silent) (\w+): (.+)")


def read(path):
    """(line number, modality, property, sentence) of each case."""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = LINE.fullmatch(line)
        if found:
            yield number, *found.groups()


def is_right(modality, found):
    if modality == "asserted":
        return "asserted" in found
    if modality == "silent":
        return "asserted" not in found
    return found <= {modality}


def sentences(build, path):
    cases = list(read(path))
    lines = [json.dumps({"id": str(case[0]), "text": case[3]}) for case in cases]
    output = build.output(
        *"run --until relations --input-format ndjson -".split(),
        stdin="".join(line + "\n" for line in lines).encode(),
    )
    wrong = []
    records = [json.loads(line) for line in output.splitlines()]
    for (number, modality, name, _), record in zip(cases, records, strict=True):
        facts = [fact for fact in record["facts"] if fact["property"] == name]
        found = {fact.get("modality", "asserted") for fact in facts}
        if not is_right(modality, found):
            wrong.append(f"{path.name}:{number}: {sorted(found)}, wanted {modality} {name}")
    if wrong or not cases:
        raise Failed("\n".join(wrong) or "no cases")


def tests(env):
    for path in sorted((TESTS / "modality").glob("*.case")):
        yield f"{path.name} says what happened", lambda path=path: sentences(env.plain, path)
