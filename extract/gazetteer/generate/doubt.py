# SPDX-License-Identifier: Apache-2.0
"""Which names can be read as ordinary words: hunspell's Arabic dictionary is asked."""

import itertools
import subprocess
from pathlib import Path

from table import OUT, fold

HUNSPELL = ["hunspell", "-i", "UTF-8", "-d", "ar", "-l"]
DICTIONARY = Path("/usr/share/hunspell/ar.dic")
PLACE_FLAGS = {"57", "60"}  # the dictionary's sections of capitals and countries
MOST_SPELLINGS = 200


def ordinary(words):
    """Those of the words that hunspell's Arabic dictionary knows, other than as places."""
    proper = set()
    for line in DICTIONARY.read_text("utf-8").splitlines():
        stem, _, flags = line.partition("/")
        if flags.split("\t")[0] in PLACE_FLAGS:
            proper.add(fold(stem))
    run = subprocess.run(HUNSPELL, input="\n".join(words), capture_output=True, text=True, check=True,
                         env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    unknown = set(run.stdout.split())
    return {w for w in words if w not in unknown and fold(w) not in proper}


def spellings(name):
    """How else a word of the same normal form can be written: «ماليه» is «مالية» too."""
    ways = [{"ا": "اأإآ", "أ": "أا", "إ": "إا", "آ": "آا", "ه": "هة", "ة": "ةه", "ى": "ىي", "ي": "يىئ", "و": "وؤ", "ئ": "ئي", "ؤ": "ؤو"}.get(c, c)
            for c in name]
    for i, way in enumerate(ways):
        if i and i < len(ways) - 1:  # ة and ى end a word, آ and إ begin one
            ways[i] = "".join(c for c in way if c not in "ةى" and (c not in "إ" or name.startswith("ال") and i == 2))
    return ["".join(letters) for letters in itertools.islice(itertools.product(*ways), MOST_SPELLINGS)]


def doubtful(names):
    """Those of the names that can be read as an ordinary word: as one of the same normal form, or, for
    short ones, as the rest of a word that begins with a proclitic's letter («وأن» for وان, «ولائه» for لايه)."""
    ways = {}
    for name in names:
        ways[name] = spellings(name)
        if len(fold(name)) <= 4:
            ways[name] += [p + s for p in "وفبلك" for s in ways[name]]
    words = set()
    every = sorted({w for of in ways.values() for w in of})
    for i in range(0, len(every), 100_000):
        words |= ordinary(every[i:i + 100_000])
    return {n for n, of in ways.items() if words.intersection(of)}


def persons_names():
    """Folded given and family names of the other lists."""
    found = set()
    for file in ("given-names.tsv", "family-names.tsv"):
        for line in (OUT / file).read_text("utf-8").splitlines():
            cells = line.split("\t")
            if not line.startswith("#") and "rare" not in cells[-1].split("|"):
                found |= {fold(n) for n in [cells[0], *cells[3].split("|")] if " " not in n}
    return found - {""}


def bare(name):
    """The name without its article."""
    return name[2:] if name.startswith("ال") else name
