# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""A long document costs no more a byte than a short one: make growth, in small."""
import sys

from harness import TESTS, Failed

sys.path.insert(0, str(TESTS / "bench"))
import growth  # noqa: E402

# What grows with the square of the length is ten times as slow; a busy machine is not
SIZES = (40_000, 400_000)
MAX_RATIO = 2.5


def grows(env, kind):
    found = {}
    for _ in range(3):
        found = growth.rates(env.plain.program, growth.KINDS[kind], SIZES[1], SIZES[0],
                             env.plain.environment())
        if growth.ratio(found) <= MAX_RATIO:
            return
    raise Failed(f"MB/s by bytes of a document: {found}")


def tests(env):
    for kind in growth.KINDS:
        yield f"documents of {kind}", lambda kind=kind: grows(env, kind)
