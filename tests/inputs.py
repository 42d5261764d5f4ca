# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""The documents that several suites send through the program."""
from harness import SAMPLES, SHARED, Skipped

# Options and paths (from the project's root) that read every sample once.
ALL_SAMPLES = (
    "--record //doc --text body samples/texts samples/html samples/xml samples/ndjson".split()
)


def places():
    """(name, arguments of read and run) of all that is there to read."""
    yield "samples", lambda: ALL_SAMPLES
    for name in ("seeds", "corpora/ahdath-dev.jsonl", "labelled/texts"):
        yield name, lambda name=name: shared(name)


def shared(name):
    if not (SHARED / name).exists():
        raise Skipped(f"../shared/{name} is not here")
    return [f"../shared/{name}"]


def sample_count():
    return len(list((SAMPLES / "gold").glob("*.json")))
