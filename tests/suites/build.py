# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""The builds that all else stands on; compiler warnings stop them."""
import os

from harness import must, run


# Builds of their own, so that ./isnad stays as 'make' left it.
PLAIN = ["BUILD=build/test"]
SANITIZED = ["BUILD=build/asan", "SANITIZE=1", "CFLAGS=-O1 -g"]


def make(*arguments):
    jobs = f"-j{os.cpu_count() or 1}"
    must(run(["make", "--no-print-directory", jobs, "WERROR=1", *arguments], timeout=1800))


def builds():
    yield "build: the program, its image and unit tests, without a warning", lambda: make(
        *PLAIN, "all", "units"
    )
    yield "build: the same with address and undefined behaviour sanitizers", lambda: make(
        *SANITIZED, "all", "units"
    )


def installed(env):
    prefix = env.folder("prefix")
    make(*PLAIN, "install", f"PREFIX={prefix}")
    plain = {k: v for k, v in os.environ.items() if not k.startswith("ISNAD")}
    for program in (prefix / "bin/isnad", env.plain.program):
        must(run([program, "entities"], cwd=env.scratch, environment=plain))


def tests(env):
    yield "make install, and the installed program finds its data", lambda: installed(env)
