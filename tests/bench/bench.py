# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""What a run costs, beside tools that do less: make bench [MB=100] [RUNS=5].

Every figure is the median of the runs, in which all programs take turns, so
that a busy machine is unkind to all of them alike.
"""
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time

import corpus

ROOT = corpus.ROOT
WORK = ROOT / "build/bench"
ISNAD = str(ROOT / "isnad")


def run(command, source=None, out=os.devnull):
    """Seconds of the processor, and of the clock."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    with open(source or os.devnull, "rb") as stdin, open(out, "wb") as stdout:
        subprocess.run(command, stdin=stdin, stdout=stdout, check=True,
                       stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime
            - before.ru_stime, time.monotonic() - begun)


def memory(path):
    """Most bytes of memory that a run over `path` held, and how many were its own."""
    stats = WORK / "stats.json"
    subprocess.run([ISNAD, "run", "--stats", stats, path], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = json.loads(stats.read_text())
    return "{:.0f} MB, {:.0f} of them its own".format(
        found["peak_rss_bytes"] / 1e6, found["own_bytes"] / 1e6)


def main():
    n_mb, n_runs = int(sys.argv[1]), max(1, int(sys.argv[2]))
    WORK.mkdir(parents=True, exist_ok=True)
    docs, text, quads = (str(WORK / n) for n in ("docs.ndjson", "docs.txt",
                                                  "docs.nq"))
    corpus.write(docs, n_mb * 1_000_000)
    corpus.plain(docs, text)
    small = str(WORK / "small.ndjson")
    corpus.write(small, max(1, n_mb // 10) * 1_000_000)
    run([ISNAD, "run", docs], out=quads)
    pipe = " | ".join([f"{ISNAD} read {small}"] + [f"{ISNAD} {s}" for s in
                      ("tokenize", "entities", "relations", "rdf")])
    one = str(ROOT / "samples/texts/dakar-fake-medicines-initiative.txt")
    programs = [
        ("isnad run --jobs 1", [ISNAD, "run", docs], None),
        ("isnad run --jobs 2", [ISNAD, "run", "--jobs", "2", docs], None),
        ("ICU's word iterator", [str(WORK / "icu_words")], text),
        ("wc -w", ["wc", "-w"], text),
        ("rapper, copying the graph",
         ["rapper", "-q", "-i", "nquads", "-o", "nquads", quads], None),
        ("serdi, copying the graph",
         ["serdi", "-i", "nquads", "-o", "nquads", quads], None),
        ("isnad run, a tenth", [ISNAD, "run", small], None),
        ("the pipe, a tenth", ["sh", "-c", pipe], None),
        ("isnad run, one release", [ISNAD, "run", one], None),
    ]
    programs = [p for p in programs if shutil.which(p[1][0])]
    times = {name: [] for name, _, _ in programs}
    for _ in range(n_runs):
        for name, command, source in programs:
            times[name].append(run(command, source))
    cpu = {n: statistics.median(t[0] for t in v) for n, v in times.items()}
    wall = {n: statistics.median(t[1] for t in v) for n, v in times.items()}
    n_bytes = os.path.getsize(text)
    n_small = n_bytes * os.path.getsize(small) / os.path.getsize(docs)
    model = next((line.split(":")[1].strip() for line in
                  open("/proc/cpuinfo") if line.startswith("model name")), "?")
    print(f"{model}, {os.cpu_count()} cores; {n_bytes / 1e6:.1f} MB of text, "
          f"median of {n_runs}")
    print(f"{'':28}{'CPU s':>8}{'s':>8}{'MB/s':>8}{'ratio':>8}")
    base = cpu["isnad run --jobs 1"]
    for name, _, _ in programs:
        size = n_small if "tenth" in name else n_bytes
        rate = "" if "one" in name else f"{size / 1e6 / cpu[name]:.2f}"
        print(f"{name:28}{cpu[name]:8.3f}{wall[name]:8.3f}{rate:>8}"
              f"{cpu[name] / base:8.3f}")
    one_job, two = wall["isnad run --jobs 1"], wall["isnad run --jobs 2"]
    print(f"two workers: {one_job / two:.2f} times one; the pipe: "
          f"{cpu['the pipe, a tenth'] / cpu['isnad run, a tenth']:.2f} times "
          f"the run; memory: {memory(docs)}; "
          f"of a tenth: {memory(small)}")


if __name__ == "__main__":
    main()
