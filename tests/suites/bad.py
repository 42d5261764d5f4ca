# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""What bad input gets: the cases of bad/*.case, and one too large for a file."""
import json

from harness import Failed, text
from suites.cli import cases_in

MEGABYTE = 1 << 20


def one_long_line(env):
    """100 MB of one line, as text: it ends, in order or with a stated error."""
    path = env.folder("long") / "line.txt"
    words = "اجتمع الوزراء في القاهرة يوم الاثنين ".encode()
    piece = words * (MEGABYTE // len(words))
    with open(path, "wb") as f:
        for _ in range(100):
            f.write(piece)
    done = env.plain.run("read", path.name, cwd=path.parent)
    records = done.stdout.splitlines()
    if done.returncode not in (0, 1) or len(records) != 1:
        raise Failed(f"ended with {done.returncode}, {len(records)} records: {text(done.stderr)[:500]}")
    record = json.loads(records[0])
    if done.returncode == 1 and not record.get("error", {}).get("message"):
        raise Failed("a failed record without its error")
    if not done.returncode and len(record["text"].encode()) < 99 * MEGABYTE:
        raise Failed("the text was cut without a word")
    path.unlink()


def long_line_to_graph(env):
    """A tenth of it through all stages."""
    path = env.folder("long") / "line.txt"
    path.write_bytes("اجتمع الوزراء في القاهرة يوم الاثنين ".encode() * (10 * MEGABYTE // 70))
    done = env.plain.run("run", path.name, cwd=path.parent, timeout=300)
    if done.returncode not in (0, 1):
        raise Failed(f"ended with {done.returncode}: {text(done.stderr)[:500]}")


def tests(env):
    yield from cases_in(env, "bad")
    yield "a line of 100 MB is read", lambda: one_long_line(env)
    yield "a line of 10 MB goes to the graph", lambda: long_line_to_graph(env)
