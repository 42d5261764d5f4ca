#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Instructions that a fixed corpus of the samples' own sentences costs.

usage: tests/bench/cost.py        record the figure of ./isnad in cost.txt

They do not depend on how busy the machine is, as seconds do.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import corpus  # noqa: E402

RECORD = corpus.ROOT / "tests/bench/cost.txt"
N_BYTES = 300_000


def count(program, environment=None):
    """Instructions of one run over the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/docs.ndjson"
        corpus.write(path, N_BYTES, with_shared=False)
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
             str(program), "run", path],
            env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, check=True)
    found = re.search(rb"Collected : (\d+)", done.stderr)
    return int(found.group(1))


def recorded():
    return int(RECORD.read_text().split()[0])


if __name__ == "__main__":
    n = count(corpus.ROOT / "isnad")
    RECORD.write_text(f"{n}\n")
    print(f"{n / 1e6:.0f} million instructions")
