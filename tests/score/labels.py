# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Sets of labelled documents, as sets.json lists them, and what they label.

A set is a folder with gold/NAME.json; "texts" is the folder that a document's
path starts from, if it is another. "held" names the documents that nobody
reads while rules are written: the set's held half, the others are its dev half.
"""
import functools
import html.parser
import json
import pathlib
import re
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SETS = json.loads((pathlib.Path(__file__).parent / "sets.json").read_text(encoding="utf-8"))
CHARS = re.compile(r"chars:(\d+)-(\d+)")


class Gold:
    """The labels of one document."""

    def __init__(self, path, texts, is_held=False):
        self.path, self.is_held = path, is_held
        self.labels = json.loads(path.read_text(encoding="utf-8"))
        name, _, self.record = self.labels["document"].partition("#")
        self.document = texts / name

    def text(self):
        return text_of(self.document, self.record)

    def is_here(self):
        return self.document.exists()

    def resolved(self):
        """The labels with the words of the text for "chars:B-E", its code points [B, E)."""

        def words(literal):
            m = CHARS.fullmatch(literal)
            return self.text()[int(m[1]) : int(m[2])] if m else literal

        facts = [[*fact[:2], words(fact[2]), *fact[3:]] for fact in self.labels["facts"]]
        return {**self.labels, "facts": facts}


def of_file(path):
    """The labels of a file that may be in a set or in none."""
    path = path.resolve()
    for name in SETS:
        for gold in of_set(name):
            if gold.path == path:
                return gold
    return Gold(path, path.parent.parent)


@functools.lru_cache(maxsize=None)
def of_set(name):
    """All of a set ("labelled"), one half of it ("labelled/dev", "labelled/held"), or of several with +."""
    if "+" in name:
        return [gold for part in name.split("+") for gold in of_set(part)]
    name, _, half = name.partition("/")
    folder = (ROOT / SETS[name]["folder"]).resolve()
    texts = (ROOT / SETS[name].get("texts", folder)).resolve()
    held = set(SETS[name].get("held", ()))
    golds = [Gold(p, texts, p.stem in held) for p in sorted(folder.glob("gold/*.json"))]
    return [g for g in golds if half in ("", "held" if g.is_held else "dev")]


class PageText(html.parser.HTMLParser):
    """The text of a page's body, without scripts and styles."""

    def __init__(self):
        super().__init__()
        self.parts, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style", "head")
        if tag in ("p", "h1", "div", "li", "figure"):
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style", "head")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


@functools.lru_cache(maxsize=None)
def records_of(path):
    """The texts of an NDJSON or XML file by their records."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".xml":
        docs = xml.etree.ElementTree.fromstring(raw).iter("doc")
        return {d.get("id"): (d.findtext("title"), "".join(d.find("body").itertext())) for d in docs}
    docs = map(json.loads, filter(None, raw.split("\n")))  # not at U+2028
    return {d["id"]: (d.get("title"), d["text"]) for d in docs}


def text_of(path, record):
    """What can be read in a document: its title and text, without markup."""
    if record:
        return "\n".join(filter(None, records_of(path)[record]))
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        page = PageText()
        page.feed(raw)
        return "".join(page.parts)
    return raw
