# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""The cases of cli/*.case and bad/*.case, see tests/README.md for their form."""
import re

from harness import ROOT, TESTS, Failed, run, same_bytes, text

TITLE = re.compile(r"^=== (.*)\n", re.M)
SECTION = re.compile(r"^--- (stdin|stdout|stderr|exit)\n", re.M)


class Case:
    """One case: a command for sh, what it reads, and what comes of it."""

    def __init__(self, title, body):
        self.title = title
        parts = SECTION.split(body)
        self.command = parts[0]
        self.parts = dict(zip(parts[1::2], parts[2::2]))

    def run(self, build, folder):
        (folder / "samples").symlink_to(ROOT / "samples")
        stdin = self.parts.get("stdin", "").encode()
        done = run(["sh", "-c", self.command], stdin, folder, 900, build.environment())
        return {
            "stdout": text(done.stdout),
            "stderr": text(done.stderr),
            "exit": f"{done.returncode}\n",
        }

    def wanted(self, name):
        return self.parts.get(name, "0\n" if name == "exit" else "")

    def rewritten(self, got):
        """This case in its file's form, expecting what was got."""
        out = [f"=== {self.title}\n{self.command}"]
        if self.parts.get("stdin"):
            out.append(f"--- stdin\n{self.parts['stdin']}")
        for name in ("stdout", "stderr", "exit"):
            if got[name] != ("0\n" if name == "exit" else ""):
                out.append(f"--- {name}\n{got[name]}")
        return "".join(out)


def read_cases(path):
    parts = TITLE.split(path.read_text(encoding="utf-8"))
    return parts[0], [Case(t, b) for t, b in zip(parts[1::2], parts[2::2])]


def check(env, build, case):
    got = case.run(build, env.folder("case"))
    for name in ("exit", "stderr", "stdout"):
        same_bytes(got[name].encode(), case.wanted(name).encode(), f"{name} of\n{case.command}")


def update(env, path):
    head, cases = read_cases(path)
    done = [case.rewritten(case.run(env.plain, env.folder("case"))) for case in cases]
    path.write_text(head + "".join(done), encoding="utf-8")


def cases_in(env, folder):
    for path in sorted((TESTS / folder).glob("*.case")):
        if env.update:
            yield f"update {path.name}", lambda path=path: update(env, path)
            continue
        for build in (env.plain, env.sanitized):
            for case in read_cases(path)[1]:
                name = f"{path.stem}: {case.title} ({build.name})"
                yield name, lambda build=build, case=case: check(env, build, case)


def tests(env):
    yield from cases_in(env, "cli")
