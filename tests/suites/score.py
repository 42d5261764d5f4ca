# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Quality: labels fit their documents, and the scorer over each set, with floors."""
import json
import re
import sys

from harness import SAMPLES, SHARED, TESTS, Failed, Skipped, run, text

SETS = json.loads((TESTS / "score/sets.json").read_text(encoding="utf-8"))

# What was measured, less a margin, so that a change for the worse is seen:
# F1 of entities and of facts, precision of facts.
FLOORS = {
    "samples": (0.93, 0.83, 0.94),
    "labelled": (0.86, 0.64, 0.88),
    "news": (0.76, 0.29, 0.66),
    "seeds": (0.95, 0.93, 0.95),
    "releases": (0.93, 0.85, 0.93),
}


def tool(env, name, *arguments):
    """Run a program of score/; Skipped where the documents are not here."""
    done = run([sys.executable, "-B", TESTS / "score" / name, *arguments], environment=env.plain.environment())
    output = text(done.stdout)
    if "not here" in output or "are here" in output:
        raise Skipped(output.strip())
    if done.returncode:
        raise Failed(output + text(done.stderr)[-1500:])
    return output


def meets_floors(env, name):
    floors = []
    for kind, least in zip(("entity", "fact", "fact.precision"), FLOORS.get(name, ())):
        floors += ["--floor", f"{kind}={least}"]
    tool(env, "score.py", "--program", f"{env.plain.program} run --format nquads", *floors, name)


def counted(output):
    """Right, wrong and missed by kind, from the output of either scorer."""
    row = r"^((?:entity|fact) \w+) +(?:right)? +(\d+) +(?:wrong)? +(\d+) +(?:missed)? +(\d+) "
    return {kind: counts for kind, *counts in re.findall(row, output, re.M)}


def like_the_other(env):
    """The scorer beside the project, written apart, counts the same on what both can read."""
    if not (SHARED / "tools/score.py").exists():
        raise Skipped("../shared/tools/score.py is not here")
    texts = sorted([*SAMPLES.glob("texts/*"), *SHARED.glob("seeds/*")])
    gold = [path.parent.parent / f"gold/{path.stem}.json" for path in texts]
    command = ["--program", f"{env.plain.program} run --format nquads", *gold]
    ours, theirs = (
        counted(text(run([sys.executable, "-B", path, *command], environment=env.plain.environment()).stdout))
        for path in (TESTS / "score/score.py", SHARED / "tools/score.py")
    )
    if not ours or ours != theirs:
        differ = sorted(k for k in ours.keys() | theirs.keys() if ours.get(k) != theirs.get(k))
        raise Failed("\n".join(f"{k}: {ours.get(k)} here, {theirs.get(k)} there" for k in differ))


def tests(env):
    for name, about in SETS.items():
        if not about["folder"].startswith(".."):  # others' labels are theirs to check
            yield f"{name}: labels fit their documents", lambda name=name: tool(env, "check_labels.py", name)
        entity, fact, precision = FLOORS.get(name, (0, 0, 0))
        title = f"{name}: F1 of entities at least {entity}, of facts {fact}, precision of facts {precision}"
        yield title, lambda name=name: meets_floors(env, name)
    yield "counts are those of the other scorer", lambda: like_the_other(env)
