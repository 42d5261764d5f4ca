# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Quality: the scorer over the labelled samples, with floors, and over ../shared."""
import sys

from harness import SAMPLES, SHARED, TESTS, Failed, Skipped, run, text

FLOORS = {"samples": ("0.86", "0.70"), "gold": ("0.95", "0.90"), "labelled": ("0.80", "0.60")}


def score(env, name, folder):
    gold = sorted(folder.glob("*.json"))
    if not gold:
        raise Skipped("no labelled documents there")
    entity, fact = FLOORS[name]
    floors = ["--floor", "entity=" + entity, "--floor", "fact=" + fact]
    program = f"{env.plain.program} run --format nquads"
    done = run(
        [sys.executable, TESTS / "score/score.py", "--program", program, *floors, *gold],
        environment=env.plain.environment(),
    )
    if done.returncode:
        raise Failed(text(done.stdout) + text(done.stderr)[-1500:])


def tests(env):
    for name, folder in (
        ("samples", SAMPLES / "gold"),
        ("gold", SHARED / "gold"),
        ("labelled", SHARED / "labelled/gold"),
    ):
        entity, fact = FLOORS[name]
        title = f"{name}: entity F1 at least {entity}, fact F1 at least {fact}"
        yield title, lambda name=name, folder=folder: score(env, name, folder)
