# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""What a long run shows: on a terminal, on none, and in its statistics."""
import json
import os
import pty
import re
import subprocess
import sys

from harness import TESTS, Failed, text

sys.path.insert(0, str(TESTS / "bench"))
import corpus  # noqa: E402

N_BYTES = 600_000
MAX_BYTES = 64_000_000  # of what is tried until a run takes some lines of progress
CLEAR = "\r\x1b[K"
FRAME = re.compile(
    r"isnad: (\d+) documents, \d+\.\d\d MB/s, (\d+) facts, (\d+) failed(, \d+:\d\d:\d\d left)?"
)


def on_terminal(env, arguments, stdin=None):
    """Status and what stood on the terminal that was standard error."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [str(a) for a in (env.plain.program, *arguments)],
        stdin=stdin or subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=env.plain.environment(),
    ) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                some = os.read(ours, 65536)
            except OSError:  # how Linux tells that the other end is closed
                break
            if not some:
                break
            seen += some
    os.close(ours)
    return process.returncode, text(seen).replace("\r\n", "\n")


def documents(env, n_bytes=N_BYTES):
    """NDJSON of good documents, and one bad before them; how many they are."""
    path = env.folder("progress") / "in.ndjson"
    corpus.write(path, n_bytes, with_shared=False)
    lines = path.read_text(encoding="utf-8").splitlines(True)
    path.write_text("".join(["{}\n", *lines]), encoding="utf-8")
    return path, len(lines) + 1


def shown_frames(shown):
    frames = [FRAME.fullmatch(f.strip("\n")) for f in shown.split(CLEAR)[1:] if f.startswith("isnad:")]
    return [f for f in frames if f]


def terminal(env, jobs, by_stdin, n_bytes=N_BYTES):
    path, n_documents = documents(env, n_bytes)
    arguments = ["run", "--jobs", jobs]
    if by_stdin:
        with open(path, "rb") as stdin:
            status, shown = on_terminal(env, arguments, stdin)
    else:
        status, shown = on_terminal(env, [*arguments, path.parent])
    frames = shown_frames(shown)
    if len(frames) < 3 and n_bytes < MAX_BYTES:
        return terminal(env, jobs, by_stdin, 4 * n_bytes)
    counts = [int(f[1]) for f in frames]
    if status != 1 or counts != sorted(counts) or counts[-1] != n_documents:
        raise Failed(f"ended with {status}, counting {counts} of {n_documents} documents")
    if not any(f[4] for f in frames[:-1]) or frames[-1][4]:
        raise Failed(f"time left is not told on the way and only there:\n{shown[:2000]!r}")
    if frames[-1][2] == "0" or frames[-1][3] != "1":
        raise Failed(f"facts or failures are not told: {frames[-1][0]}")
    # A message takes the line's place, and the line comes back below it
    message = f"{CLEAR}{'-' if by_stdin else path}:1: error: there is no member \"text\"\n"
    if message not in shown:
        raise Failed(f"the message of the bad line is not on a line of its own:\n{shown[:500]!r}")
    return None


def silent(env, option):
    path, _ = documents(env)
    _, shown = on_terminal(env, ["run", option, path])
    if CLEAR in shown or "MB/s" in shown:
        raise Failed(f"progress under {option}: {shown[:500]!r}")


def no_terminal(env):
    path, _ = documents(env)
    done = env.plain.run("run", path)
    if b"MB/s" in done.stderr or b"\r" in done.stderr:
        raise Failed(f"progress where nobody looks: {text(done.stderr)[:500]!r}")


def statistics(env, jobs):
    path, n_documents = documents(env)
    stats = path.parent / "stats.json"
    env.plain.run("run", "-q", "--jobs", jobs, "--stats", stats, path)
    told = json.loads(stats.read_text(encoding="utf-8"))
    size = path.stat().st_size
    if (told["documents"], told["failed"], told["bytes_in"]) != (n_documents, 1, size):
        raise Failed(f"of {n_documents} documents and {size} bytes: {told}")
    cpu = told["parent_cpu_seconds"] + told["worker_cpu_seconds"]
    if abs(cpu - told["cpu_seconds"]) > 1e-4 or not told["parent_cpu_seconds"] > 0:
        raise Failed(f"processor time does not add up: {told}")
    if (told["worker_cpu_seconds"] > 0) != (jobs > 1):
        raise Failed(f"{jobs} jobs, and workers' processor time is {told['worker_cpu_seconds']}")


def tests(env):
    for jobs in (1, 2):
        for by_stdin in (False, True):
            name = f"on a terminal, {jobs} jobs, {'standard input' if by_stdin else 'a folder'}"
            yield name, lambda j=jobs, s=by_stdin: terminal(env, j, s)
        yield f"statistics, {jobs} jobs", lambda j=jobs: statistics(env, j)
    for option in ("--no-progress", "--quiet"):
        yield f"none on a terminal under {option}", lambda o=option: silent(env, o)
    yield "none where standard error is no terminal", lambda: no_terminal(env)
