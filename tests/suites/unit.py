# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""The unit programs of tests/unit, plain and sanitized, one test a line."""
from harness import TESTS, Failed, run, text


def check(build, name):
    done = run([build.folder / "unit" / name], environment=build.environment())
    lines = text(done.stdout).splitlines()
    if done.returncode:
        bad = [x for x in lines if not x.startswith("ok ")]
        raise Failed("\n".join(bad) + f"\nended with {done.returncode}\n{text(done.stderr)[-3000:]}")
    if not any(x.startswith("ok ") for x in lines):
        raise Failed("ran no test")


def tests(env):
    for build in (env.plain, env.sanitized):
        for source in sorted((TESTS / "unit").glob("test_*.c")):
            name = source.stem
            yield f"{name} ({build.name})", lambda build=build, name=name: check(build, name)
