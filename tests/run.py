#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Run all tests, or those whose name holds one of the given words.

usage: tests/run.py [--update] [--jobs N] [WORD]...

One line a test, details where it failed, and `N passed, N failed, N skipped`
at the end. --update rewrites what the tests expect; look at the diff.
"""
import argparse
import importlib
import os
import sys

import harness

SUITES = (
    "build headers lint unit rules modality texts cli readme bad golden schema same graph shacl store "
    "score wording progress growth memory cost"
).split()


def collect(env, words):
    for suite in SUITES:
        module = importlib.import_module("suites." + suite)
        for name, test in module.tests(env):
            full = f"{suite}: {name}"
            if not words or any(w in full for w in words):
                yield full, test


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    env = harness.Env(options.update)
    # What is built decides what there is to test, so builds come first.
    from suites import build

    counts = harness.run_all(build.builds(), 1)
    try:
        if not counts["FAILED"]:
            more = harness.run_all(list(collect(env, options.words)), options.jobs)
            counts = {word: counts[word] + more[word] for word in counts}
    finally:
        env.close()
    print("{ok} passed, {FAILED} failed, {skipped} skipped".format(**counts))
    return 1 if counts["FAILED"] else 0


if __name__ == "__main__":
    sys.exit(main())
