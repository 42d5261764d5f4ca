#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""What rules cost whose triggers never occur.

usage: tests/bench/idle_rules.py        the ratio for ./isnad

Every rule is copied under another name, its trigger a word that no document
has. What counts is what documents cost once the words and rules that most text
is made of have been met: the difference of a longer and a shorter corpus.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import corpus  # noqa: E402

N_BYTES = (100_000, 300_000)
LEXICON = """<lexicon>
  <class name="idle"><noun>خنفشاري</noun></class>
</lexicon>
"""


def idle_copy(text):
    """The rules of a file once more, none of which can ever be tried."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    text = re.sub(r"<(define|kind)\b.*?</\1>", "", text, flags=re.S)
    text = re.sub(r"<(?:example|counter)\b[^>]*?/>", "", text, flags=re.S)
    text = re.sub(r"<(example|counter)\b.*?</\1>", "", text, flags=re.S)
    text = re.sub(r' trigger="[^"]*"', "", text)
    return re.sub(r'(<(?:entity|anaphor|relation)\b[^>]*? name=")', r"\1idle-", text).replace(
        ' name="idle-', ' trigger="idle" name="idle-'
    )


def make_data(data, folder):
    """A copy of the data folder with the lexical class that triggers nothing."""
    shutil.copytree(data, folder)
    shutil.copytree(data.parent.parent / "schemas", folder / "schemas")
    (folder / "lexicon/idle.xml").write_text(LEXICON, encoding="utf-8")


def add_idle(folder):
    """Double the rules; how many there were."""
    n = 0
    for path in sorted((folder / "rules").glob("*.xml")):
        copy = idle_copy(path.read_text(encoding="utf-8"))
        n += copy.count(' trigger="idle"')
        path.with_name(path.stem + "_idle.xml").write_text(copy, encoding="utf-8")
    return n


def count(program, data, documents):
    """Instructions of the documents of one run, and the records it writes."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
         "--collect-atstart=no", "--toggle-collect=isn_worker_process",
         program, "run", "--until", "relations", "--data", data, documents],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True,
        env={k: v for k, v in os.environ.items() if not k.startswith("ISNAD_")})
    return int(re.search(rb"Collected : (\d+)", done.stderr).group(1)), done.stdout


def measure(program, sizes=N_BYTES):
    """Instructions a byte without and with idle rules, how many these are, and
    whether they change what is found."""
    with tempfile.TemporaryDirectory() as scratch:
        data = pathlib.Path(scratch) / "data"
        make_data(corpus.ROOT / "extract/data", data)
        subprocess.run([program, "compile", "--data", data, "--output",
                        data / "knowledge.isnad"], check=True)
        paths = [pathlib.Path(scratch) / f"{n}.ndjson" for n in sizes]
        for path, size in zip(paths, sizes):
            corpus.write(path, size, with_shared=False)
        n_bytes = paths[1].stat().st_size - paths[0].stat().st_size
        without = [count(program, data, path) for path in paths]
        n_rules = add_idle(data)
        doubled = [count(program, data, path) for path in paths]
        costs = [(x[1][0] - x[0][0]) / n_bytes for x in (without, doubled)]
        same = [x[1] for x in without] == [x[1] for x in doubled]
        return *costs, n_rules, same


if __name__ == "__main__":
    alone, together, n_idle, is_same = measure(corpus.ROOT / "isnad")
    print(f"{alone:.0f} instructions a byte, with {n_idle} idle rules "
          f"{together:.0f}: {together / alone:.3f} times")
    sys.exit(not is_same)
