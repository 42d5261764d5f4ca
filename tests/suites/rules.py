# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""The rules' own examples, and the lists' own checks."""
import re

from harness import Failed, must, text


def examples(build):
    done = build.run("check")
    output = text(must(done))
    if b"warning" in done.stderr:
        raise Failed(f"isnad check warned: {text(done.stderr)}")
    m = re.search(r"(\d+) examples passed, 0 failed", output)
    if not m or not int(m[1]):
        raise Failed(f"isnad check said: {output}")


def compiles_to_the_same(env):
    """The image depends on its input alone."""
    folder = env.folder("image")
    for name in ("a", "b"):
        env.plain.output("compile", "--output", folder / name)
    if (folder / "a").read_bytes() != (folder / "b").read_bytes():
        raise Failed("two compilations of the same data differ")


def tests(env):
    for build in (env.plain, env.sanitized):
        yield f"examples in rule files hold ({build.name})", lambda build=build: examples(build)
    yield "the image is the same each time", lambda: compiles_to_the_same(env)
