# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Documents for measuring: paragraphs of real ones, put together anew."""
import json
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def pool(with_shared=True):
    """Paragraphs, each once, in an order that does not change."""
    texts = [p.read_text(encoding="utf-8")
             for p in sorted((ROOT / "samples/texts").glob("*.txt"))]
    corpus = SHARED / "corpora/ahdath-dev.jsonl"
    if with_shared and corpus.exists():
        for line in corpus.read_text(encoding="utf-8").rstrip("\n").split("\n"):
            texts.append(json.loads(line)["text"])
    lines = [line.strip() for text in texts for line in text.splitlines()]
    return list(dict.fromkeys(line for line in lines if line))


def write(path, n_bytes, with_shared=True):
    """NDJSON of about `n_bytes`; the same for the same texts."""
    paragraphs, choose = pool(with_shared), random.Random(1)
    with open(path, "w", encoding="utf-8") as out:
        n = number = 0
        while n < n_bytes:
            text = "\n".join(choose.choice(paragraphs)
                             for _ in range(choose.randint(4, 16)))
            line = json.dumps({"id": f"d{number}", "date": "2021-03-04",
                               "text": text}, ensure_ascii=False) + "\n"
            n += out.write(line) and len(line.encode())
            number += 1


def plain(path, out):
    """The texts alone, a paragraph a line."""
    with open(path, encoding="utf-8") as lines, \
            open(out, "w", encoding="utf-8") as texts:
        for line in lines:
            texts.write(json.loads(line)["text"] + "\n")
