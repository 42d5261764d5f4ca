# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Breadth of wording: of what a bank of sentences states, how much is found."""
import re
import sys

from harness import TESTS, Failed, run, text

# What was measured, less a margin: precision and recall of each property.
FLOORS = {
    "funds": (0.95, 0.95),
    "organizes": (0.95, 0.80),
    "hosts": (0.95, 0.88),
    "attends": (0.95, 0.92),
    "meetingOf": (0.85, 0.80),
    "signs": (0.95, 0.78),
    "runs": (0.95, 0.86),
    "launches": (0.95, 0.95),
    "position": (0.98, 0.80),
    "worksFor": (0.96, 0.84),
    "memberOf": (0.96, 0.93),
    "unitOf": (0.96, 0.82),
    "attendeeCount": (0.95, 0.95),
    "countryCount": (0.95, 0.95),
    "arrestCount": (0.95, 0.95),
    "ALL": (0.98, 0.86),
}
ROW = re.compile(r"^(\w+) +right .* precision ([\d.]+) recall ([\d.]+)$", re.M)


def meets_floors(env):
    program = [sys.executable, "-B", TESTS / "wording/bank.py", "--program", env.plain.program]
    done = run(program, environment=env.plain.environment())
    output = text(done.stdout)
    found = {kind: (float(p), float(r)) for kind, p, r in ROW.findall(output)}
    low = [
        f"{kind}: precision and recall {found.get(kind)}, floors {floors}"
        for kind, floors in FLOORS.items()
        if kind not in found or any(x < floor for x, floor in zip(found[kind], floors))
    ]
    if done.returncode or low:
        raise Failed("\n".join([*low, output, text(done.stderr)[-1500:]]))


def tests(env):
    yield "the bank's facts are found, and no others", lambda: meets_floors(env)
