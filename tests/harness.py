# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""What the suites are written with: tests, their outcomes, and programs run.

A suite is a module in suites/ with a function tests(env) that yields pairs
(name, function). The function returns None if all is well, raises Failed with
what was seen, or Skipped with what this machine lacks.
"""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"


class Failed(Exception):
    """The test saw something wrong; the message shows it."""


class Skipped(Exception):
    """The test needs something that this machine cannot get."""


class Build:
    """A build of the program: its folder, and how to run it."""

    def __init__(self, name, folder):
        self.name, self.folder, self.program = name, folder, folder / "isnad"
        self.image = folder / "knowledge.isnad"

    def environment(self):
        return dict(
            os.environ,
            PATH=f"{self.program.parent}:{os.environ['PATH']}",
            LC_ALL="C.UTF-8",
            ISNAD_DATA=str(ROOT / "extract/data"),
            ISNAD_IMAGE=str(self.image),
            ASAN_OPTIONS="exitcode=99:detect_leaks=1",
            UBSAN_OPTIONS="print_stacktrace=1",
        )

    def run(self, *arguments, stdin=b"", cwd=ROOT, timeout=600):
        """Run `isnad arguments`; a CompletedProcess with bytes."""
        return run([self.program, *arguments], stdin, cwd, timeout, self.environment())

    def output(self, *arguments, **how):
        """Standard output of a run that must succeed."""
        return must(self.run(*arguments, **how))


class Env:
    """What tests know of where they run."""

    def __init__(self, update):
        self.update = update
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="isnad-tests-"))
        self.plain = Build("plain", ROOT / "build/test")
        self.sanitized = Build("sanitized", ROOT / "build/asan")

    def folder(self, name):
        """A new, empty folder for one test."""
        return pathlib.Path(tempfile.mkdtemp(prefix=name + "-", dir=self.scratch))

    def close(self):
        shutil.rmtree(self.scratch, ignore_errors=True)


def run(command, stdin=b"", cwd=ROOT, timeout=600, environment=None):
    """Run a program to its end; `stdin` is bytes or an open file."""
    how = {"stdin": stdin} if hasattr(stdin, "fileno") else {"input": stdin}
    try:
        return subprocess.run(
            [str(c) for c in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            timeout=timeout,
            env=environment,
            check=False,
            **how,
        )
    except subprocess.TimeoutExpired as e:
        raise Failed(f"did not end within {e.timeout:.0f} s: {shown(command)}") from e


def must(done):
    """Standard output of a program that must have succeeded."""
    if done.returncode:
        raise Failed(
            f"{shown(done.args)}\nended with {done.returncode}:\n{text(done.stderr)[-2000:]}"
        )
    return done.stdout


def tool(name, package):
    """The path of a program, or Skipped saying which package holds it."""
    path = shutil.which(name)
    if not path:
        raise Skipped(f"{name} is not here (Debian package {package})")
    return path


def text(data):
    return data.decode("utf-8", "backslashreplace")


def shown(command):
    return "$ " + " ".join(str(c) for c in command)


def same_bytes(got, wanted, what):
    """Failed at the first line where two outputs differ."""
    if got == wanted:
        return
    a, b = got.splitlines(True), wanted.splitlines(True)
    i = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    line = [text(x[i])[:600].rstrip("\n") if i < len(x) else "(no such line)" for x in (a, b)]
    raise Failed(f"{what} differs in line {i + 1}:\n  got:    {line[0]}\n  wanted: {line[1]}")


def outcome(test):
    """(word, detail) of one test."""
    try:
        test()
    except Skipped as e:
        return "skipped", str(e)
    except Failed as e:
        return "FAILED", str(e)
    except Exception as e:  # a broken test is a failed one, never a lost one
        return "FAILED", f"{type(e).__name__}: {e}"
    return "ok", ""


def run_all(tests, n_workers):
    """Run the tests, some at a time, and print them in order; counts by word."""
    counts = {"ok": 0, "FAILED": 0, "skipped": 0}
    with concurrent.futures.ThreadPoolExecutor(n_workers) as pool:
        running = [(name, pool.submit(outcome, test)) for name, test in tests]
        for name, future in running:
            word, detail = future.result()
            counts[word] += 1
            lines = detail.splitlines()
            if word == "skipped":
                name, lines = f"{name}: {' '.join(lines)}", []
            print(f"{word:8}{name}", *("        " + x for x in lines), sep="\n", flush=True)
    return counts
