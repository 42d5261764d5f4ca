# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Rules of the house that a compiler does not know."""
import re

from harness import ROOT, Failed

INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.M)

# Foreign headers, and the folders whose adapters alone may see them.
FOREIGN = {
    "libxml/": {"extract/read", "extract/rules", "extract/lexicon"},
    "unicode/": {"extract/read", "extract/tokenize", "extract/values", "extract/base"},
    "pcre2.h": {"extract/rules"},
    "raptor2": {"graph"},
    "raptor.h": {"graph"},
    "yajl/": {"extract"},
}

# Functions that only main, and what only the command may call.
FORBIDDEN = re.compile(r"\b(exit|abort|_exit|printf|puts|putchar|perror)\s*\(")

CODE = re.compile(r"\.(c|h|py|sh|rng|xml|tsv|ttl|rq)$")


def sources():
    for folder in ("extract", "graph"):
        for path in sorted((ROOT / folder).rglob("*.[ch]")):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def stop(found, what):
    if found:
        raise Failed(what + ":\n" + "\n".join(found))


def extract_without_graph():
    found = [
        f"{path} includes {header}"
        for path, code in sources()
        for header in INCLUDE.findall(code)
        if path.startswith("extract/") and header.startswith("graph/") and path != "extract/main.c"
    ]
    stop(found, "extract/ includes graph/ (only main.c may)")


def foreign_in_adapters():
    found = []
    for path, code in sources():
        for header in INCLUDE.findall(code):
            for start, folders in FOREIGN.items():
                if header.startswith(start) and path.rsplit("/", 1)[0] not in folders:
                    found.append(f"{path} includes {header}")
    stop(found, "a foreign library outside its adapter")


def adapters_are_few():
    users = {}
    for path, code in sources():
        for header in INCLUDE.findall(code):
            for start in FOREIGN:
                if header.startswith(start):
                    users.setdefault((start, path.rsplit("/", 1)[0]), set()).add(path)
    found = [f"{start} in {sorted(paths)}" for (start, _), paths in users.items() if len(paths) > 3]
    stop(found, "more than three files of a folder meet one foreign library")


def nothing_prints_or_exits():
    found = []
    for path, code in sources():
        for i, line in enumerate(code.splitlines(), 1):
            bare = re.sub(r'//.*|"(?:\\.|[^"\\])*"', "", line)
            if FORBIDDEN.search(bare):
                found.append(f"{path}:{i}: {line.strip()}")
    stop(found, "below main nothing prints or exits")


def files():
    skipped = {".git", "build", "__pycache__"}
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and not skipped & set(path.relative_to(ROOT).parts):
            yield path


def licences():
    found = []
    for path in files():
        if path.suffix in {".c", ".h", ".py", ".sh"}:
            if "SPDX-License-Identifier:" not in path.read_text(encoding="utf-8")[:600]:
                found.append(str(path.relative_to(ROOT)))
    stop(found, "without an SPDX line at the top")


def no_place_of_this_machine():
    found = []
    common = {"/", "/tmp", "/root", "/home", "/srv"}
    place = str(ROOT if str(ROOT.parent) in common else ROOT.parent) + "/"
    for path in files():
        if CODE.search(path.name) and place in path.read_text(encoding="utf-8", errors="replace"):
            found.append(str(path.relative_to(ROOT)))
    stop(found, f"names {place}")


def top_level():
    known = set("extract graph schemas tests samples Makefile README.md LICENSE build isnad".split())
    found = [p.name for p in ROOT.iterdir() if not p.name.startswith(".") and p.name not in known]
    stop(found, "at the top level, where they do not belong")


def tests(_env):
    yield "extract/ does not include graph/", extract_without_graph
    yield "foreign headers only in their adapters", foreign_in_adapters
    yield "adapters are one to three files", adapters_are_few
    yield "below main nothing prints or exits", nothing_prints_or_exits
    yield "every source names its licence", licences
    yield "no file names a place of this machine", no_place_of_this_machine
    yield "the top level holds what it should", top_level
