#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Whether a document's cost grows no faster than its length: make growth.

usage: tests/bench/growth.py [MB [KIND]...]     up to documents of MB (10)

Of each kind of text, documents of 1 KB, 10 KB and so on, as many as make up MB,
and what a megabyte costs in each. The start is left out, and so is what the
first documents cost while rules and words are met for the first time.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import corpus  # noqa: E402

WARM_BYTES = 300_000
NAMES = ("محمد علي حسن", "فرنسا", "الأمم المتحدة", "باريس", "وزارة الداخلية المصرية", "أحمد خليل",
         "الاتحاد الأوروبي", "القاهرة", "سامي يوسف", "لندن", "منظمة الصحة العالمية", "تونس")


def repeated(piece):
    return lambda n: piece * (n // len(piece.encode()) + 1)


def shuffled(pieces, between):
    """Pieces in an order without end, the same each time."""
    def make(n):
        choose, size, out = random.Random(2), 0, []
        while size < n:
            out.append(choose.choice(pieces) + between)
            size += len(out[-1].encode())
        return "".join(out)
    return make


def given_names():
    lines = (corpus.ROOT / "extract/data/gazetteers/given-names.tsv").read_text(encoding="utf-8")
    return [line.split("\t")[0] for line in lines.splitlines() if line and line[0] not in "#\t"][1:400]


def told(sentence, join=" ".join):
    """A sentence for each of persons without end, {} their name."""
    def make(n):
        names, size, out = given_names(), 0, []
        while size < n:
            i = len(out)
            name = join(names[k % len(names)] for k in (i, i // len(names) + 7, i // 7 + 3))
            out.append(sentence.format(name))
            size += len(out[-1].encode())
        return "".join(out)
    return make


def words():
    return [w for line in corpus.pool(False) for w in line.split() if w.isalpha()]


def unended(n):
    """Ordinary text without anything that ends a sentence."""
    return re.sub(r"[.\n!?؟؛:]+", " ", KINDS["ordinary text"](n))


def nested(n):
    return "(" * (n // 2) + ")" * (n // 2)


KINDS = {
    "ordinary text": shuffled(corpus.pool(False), "\n"),
    "no full stops": unended,
    "one sentence": shuffled(words(), " "),
    "one word": repeated("كلمة"),
    "only mentions": shuffled(NAMES, " "),
    "mentions with commas": shuffled(NAMES, "، "),
    "one name": repeated("محمد علي "),
    "open brackets": repeated("("),
    "closing brackets": repeated(")"),
    "nested brackets": nested,
    "mixed quotes": shuffled("«»\"“”'‘’()[]", ""),
    "open quotes and words": repeated("«قال الوزير "),
    "quotations": repeated("قال «نعم» ثم "),
    "speeches": told("قال وزير الصحة {} إن الوضع تحسن. وأضاف الوزير أن العمل مستمر.\n"),
    "meetings": told("عقدت وزارة الصحة اجتماعا مع {0} في باريس. وشارك {0} في الاجتماع.\n"),
    "acronyms": told("وقالت منظمة العمل ({0}) إن العمل مستمر. وردت بـ{0} أمس.\n", "".join),
    "sittings": told("عقد مجلس بلدية {0} جلسة أمس. وتابع الدورة الثانية للمجلس، بحضور {0}.\n"),
    "numbers": repeated("12 "),
    "days": repeated("في 5 مارس 2020 "),
    "full stops": repeated(". "),
    "empty lines": repeated("\n"),
}


def cut(text, size):
    """Pieces of about `size` bytes, to a whole letter each."""
    data, at = text.encode(), 0
    while at < len(data):
        piece = data[at:at + size].decode("utf-8", "ignore")
        at += len(piece.encode())
        yield piece


def seconds(program, path, environment=None):
    """Processor time of the documents of one run."""
    stats = path.with_suffix(".stats")
    subprocess.run([program, "run", "--stats", stats, path], check=True,
                   stdout=subprocess.DEVNULL, env=environment)
    return json.loads(stats.read_text())["cpu_seconds"]


def write(path, texts, begin):
    with open(path, "w", encoding="utf-8") as out:
        for line in begin:
            out.write(line)
        for i, text in enumerate(texts):
            out.write(json.dumps({"id": f"d{i}", "text": text}, ensure_ascii=False) + "\n")


def rates(program, make, total, smallest=1000, environment=None):
    """MB/s by size of document; it is the same text, cut to other lengths."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "docs.ndjson"
        write(path, cut(make(WARM_BYTES), 1000), ())
        begin = path.read_text(encoding="utf-8").splitlines(True)
        warm = seconds(program, path, environment)
        size = smallest
        while size <= total:
            whole = make(total) if make is not nested else make(size) * (total // size)
            write(path, cut(whole, size), begin)
            found[size] = total / 1e6 / max(seconds(program, path, environment) - warm, 1e-6)
            size *= 10
    return found


def ratio(found):
    """How much slower a longer document is than the fastest shorter one."""
    sizes = sorted(found)
    return max(max(found[s] for s in sizes[: i + 1]) / found[size]
               for i, size in enumerate(sizes))


def main():
    total = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 10_000_000
    worst = 0
    for kind in sys.argv[2:] or KINDS:
        found = rates(corpus.ROOT / "isnad", KINDS[kind], total)
        worst = max(worst, ratio(found))
        print(f"{kind:24}" + "".join(f"{rate:9.2f}" for rate in found.values())
              + f"   MB/s, {ratio(found):.2f}", flush=True)
    print(f"the worst: {worst:.2f}")
    return worst > 1.5


if __name__ == "__main__":
    sys.exit(main())
