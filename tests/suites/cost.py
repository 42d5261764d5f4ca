# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""A fixed corpus costs at most a tenth more instructions than recorded."""
import sys

from harness import TESTS, Failed, tool

sys.path.insert(0, str(TESTS / "bench"))
import cost  # noqa: E402


def instructions(env):
    tool("valgrind", "valgrind")
    wanted = cost.recorded()
    got = cost.count(env.plain.program, env.plain.environment())
    if got > wanted * 1.1:
        raise Failed(
            f"{got} instructions, {got / wanted:.2f} times the {wanted} of tests/bench/cost.txt; "
            "if the program is meant to do more, tests/bench/cost.py records it"
        )


def tests(env):
    yield "instructions of a fixed corpus", lambda: instructions(env)
