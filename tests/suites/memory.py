# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Memory: valgrind over one sample, and every sample through the sanitized build."""
from harness import TESTS, Failed, run, text, tool
from inputs import ALL_SAMPLES


def valgrind(env):
    command = [tool("valgrind", "valgrind"), "-q", "--error-exitcode=99", "--leak-check=full"]
    command += [f"--suppressions={TESTS / 'valgrind.supp'}", env.plain.program]
    done = run(
        [*command, "run", "--evidence", "samples/texts/geneva-two-meetings.txt"],
        environment=env.plain.environment(),
    )
    if done.returncode or b"==" in done.stderr:
        raise Failed(f"ended with {done.returncode}:\n{text(done.stderr)[:3000]}")


def sanitized(env, name):
    env.sanitized.output("run", "--evidence", "--format", name, *ALL_SAMPLES)


def tests(env):
    yield "valgrind sees nothing on one sample", lambda: valgrind(env)
    for name in ("nquads", "turtle", "rdfxml-abbrev", "json"):
        yield f"all samples to {name}, sanitized", lambda name=name: sanitized(env, name)
