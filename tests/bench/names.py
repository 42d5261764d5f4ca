#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""What a gazetteer of millions of names costs: make names [NAMES=2000000].

usage: tests/bench/names.py [NAMES [MB]]

Invents names, compiles them with the shipped knowledge, and runs MB of news with
and without them. Half of the names begin with words that texts are full of, as
those of companies and persons do; all end in words that nobody uses, so that
what is found is the same.
"""
import itertools
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import corpus  # noqa: E402
import idle_rules  # noqa: E402

HEADER = """# Invented names
# Licence: Apache-2.0 (source own)
name\ttype\tkey\taliases\tsameAs\tsource\tfeatures
"""
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
HEADS = ("شركة", "مركز", "جمعية", "مؤسسة", "محمد", "أحمد", "علي", "جامعة", "مدرسة", "حسن",
         "مصنع", "معهد", "سامي", "دار", "نادي", "شارع", "مدينة", "قرية", "عبد الله", "بنك")


def words(choose, n):
    """Words of letters that seldom meet: five to seven, with ظ or ث doubled."""
    made = set()
    while len(made) < n:
        letters = [choose.choice(LETTERS) for _ in range(choose.randint(4, 6))]
        letters.insert(choose.randint(1, len(letters) - 1), choose.choice(("ظظ", "ثثظ", "ضضث")))
        made.add("".join(letters))
    return sorted(made)


def write(path, n_names):
    """A gazetteer file; the same for the same number."""
    choose = random.Random(3)
    pool = words(choose, max(1000, n_names // 20))
    seen, types = set(), itertools.cycle(("Organization", "City", "Place"))
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEADER)
        while len(seen) < n_names:
            name = " ".join(choose.choices(pool, k=choose.randint(1, 3)))
            if len(seen) % 2:
                name = f"{choose.choice(HEADS)} {name}"
            if name not in seen:
                seen.add(name)
                out.write(f"{name}\t{next(types)}\tbulk:{len(seen)}\t\t\town\t\n")


def run(command):
    """Processor seconds, seconds, and peak bytes of a program."""
    begun = time.monotonic()
    with subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL,
                          env=environment()) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    if status:
        raise RuntimeError(f"{command} ended with {status}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begun, usage.ru_maxrss * 1024


def environment():
    return {k: v for k, v in os.environ.items() if not k.startswith("ISNAD_")}


def main():
    if sys.argv[1:2] == ["write"]:
        return write(sys.argv[2], int(sys.argv[3]))
    n_names = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    n_mb = float(sys.argv[2]) if len(sys.argv) > 2 else 5
    program = corpus.ROOT / "isnad"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        few, many = folder / "few", folder / "many"
        for data in (few, many):
            idle_rules.make_data(corpus.ROOT / "extract/data", data)
        # In a process of its own, or its memory would count as the compiler's
        subprocess.run([sys.executable, "-B", __file__, "write",
                        many / "gazetteers/bulk.tsv", str(n_names)], check=True)
        for data in (few, many):
            image = data / "knowledge.isnad"
            cpu, wall, peak = run([program, "compile", "--data", data, "--output", image])
            print(f"compiling {data.name}: {wall:.1f} s ({cpu:.1f} of the processor), "
                  f"{peak / 1e6:.0f} MB; the image {image.stat().st_size / 1e6:.0f} MB")
        docs, one = folder / "docs.ndjson", folder / "one.ndjson"
        corpus.write(docs, n_mb * 1e6)
        corpus.write(one, 1)
        results = {(d.name, p.name): [] for p in (one, docs) for d in (few, many)}
        for _ in range(5):
            for path in (one, docs):
                for data in (few, many):
                    stats = folder / "stats"
                    _, wall, _ = run([program, "run", "--data", data, "--stats", stats, path])
                    told = json.loads(stats.read_text(encoding="utf-8"))
                    results[data.name, path.name].append(
                        (wall, told["start_cpu_seconds"], told["cpu_seconds"]))
        first = {d: [statistics.median(r[i] for r in results[d, "one.ndjson"])
                     for i in (0, 1)] for d in ("few", "many")}
        cost = {d: statistics.median(r[2] for r in results[d, "docs.ndjson"])
                for d in ("few", "many")}
        for d in ("few", "many"):
            print(f"a run over one document, {d}: {first[d][0] * 1e3:.0f} ms; the start "
                  f"{first[d][1] * 1e3:.0f} ms of the processor")
        print(f"{n_mb:g} MB: {cost['few']:.2f} s of the processor, with the names "
              f"{cost['many']:.2f} s: {cost['many'] / cost['few']:.3f} times")
    return None


if __name__ == "__main__":
    main()
