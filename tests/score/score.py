#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Compare what isnad finds with documents labelled by hand.

usage: score.py [--program "CMD"] [--floor KIND=F1]... [--details] GOLD.json...

Prints precision, recall and F1 for each kind of entity and fact and for all
of them. --floor entity=0.9 --floor fact=0.8 makes a lower F1 an error.

A gold file names its document relative to the folder above its own; what
follows # is the id of a record in an XML or NDJSON file. Labels marked
"optional" may be found or not.
"""
import argparse
import collections
import json
import pathlib
import re
import shlex
import subprocess
import sys
import unicodedata

ISN = "https://w3id.org/isnad/ns#"
SCHEMA = "https://schema.org/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

CLASSES = {SCHEMA + name: name for name in ("Person", "Organization", "Place")}
CLASSES |= {ISN + name: name for name in ("Meeting", "Operation", "Initiative", "Agreement")}
NAMELESS = {"Meeting", "Operation", "Initiative", "Agreement"}  # known by their facts too
FACTS = {
    ISN + name: name
    for name in """funds speaksAt organizes hosts attends runs launches signs meetingOf partOf
    ordinal attendeeCount countryCount arrestCount goal rank""".split()
} | {
    SCHEMA + "location": "heldIn",
    SCHEMA + "startDate": "startDate",
    SCHEMA + "endDate": "endDate",
    SCHEMA + "duration": "duration",
    SCHEMA + "containedInPlace": "inCountry",
    SCHEMA + "parentOrganization": "unitOf",
    SCHEMA + "memberOf": "memberOf",
    SCHEMA + "jobTitle": "position",
    SCHEMA + "worksFor": "worksFor",
}
WORDY = {"goal", "quote", "position", "rank"}  # right if most words are shared
NAMES = (RDFS + "label", SKOS + "altLabel")

Node = collections.namedtuple("Node", "iri")
Quad = collections.namedtuple("Quad", "subject predicate object graph")

TERM = r'(?:<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:@[\w-]+|\^\^<[^>]*>)?)'
QUAD = re.compile(rf"<([^>]*)> <([^>]*)> {TERM}(?: <([^>]*)>)? \.$")


def fold(text):
    """Letters alone, without what spelling varies in."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ")
    text = text.translate(str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي"))
    text = re.sub(r"\b(عبد|ابو) ", r"\1", text)
    return " ".join(re.findall(r"\w+", text))


def likeness(a, b):
    """Dice's measure over words without their article."""
    bags = [collections.Counter(re.sub(r"^ال(?=\w{3})", "", w) for w in fold(x).split()) for x in (a, b)]
    total = sum(sum(bag.values()) for bag in bags)
    return 2 * sum((bags[0] & bags[1]).values()) / total if total else 0.0


def parse(lines):
    plain = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}

    def unescape(m):
        code = m[1]
        return chr(int(code[1:], 16)) if code[0] in "uU" and code[1:] else plain.get(code, code)

    for line in lines:
        m = QUAD.match(line)
        if not m:
            raise ValueError("not a statement: " + line[:150])
        literal = re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", unescape, m[4] or "")
        yield Quad(m[1], m[2], Node(m[3]) if m[3] is not None else literal, m[5])


class Found:
    """What a document's graph says: types and names of nodes, and facts."""

    def __init__(self, quads):
        self.kinds, self.names = {}, collections.defaultdict(list)
        texts = {q.subject: q.object for q in quads if q.predicate == SCHEMA + "text"}
        said = []
        for q in quads:
            if q.predicate == RDF_TYPE and q.object.iri in CLASSES:
                self.kinds[q.subject] = CLASSES[q.object.iri]
            elif q.predicate in NAMES:
                self.names[q.subject].append(q.object)
            elif q.predicate in FACTS:
                said.append((FACTS[q.predicate], q.subject, q.object))
            elif q.predicate == ISN + "says" and q.object.iri in texts:
                said.append(("quote", q.subject, texts[q.object.iri]))
        self.facts = sorted({f for f in said if f[1] in self.kinds}, key=str)

    def name(self, term):
        return term if isinstance(term, str) else (self.names[term.iri] or [term.iri])[0]


def same_literal(kind, found, wanted):
    return likeness(found, wanted) >= 0.6 if kind in WORDY else fold(found) == fold(wanted)


class Match:
    """Which node is which labelled entity: each at most one of the other."""

    def __init__(self, gold, found):
        self.gold, self.found, self.key = gold, found, {}
        self.by_name()
        self.by_likeness()

    def free(self, kind):
        taken = set(self.key.values())
        return [k for k, e in self.gold["entities"].items() if e["type"] == kind and k not in taken]

    def by_name(self):
        for node, kind in sorted(self.found.kinds.items()):
            mine = {fold(n) for n in self.found.names[node]}
            for key in self.free(kind):
                if mine & {fold(n) for n in self.gold["entities"][key]["names"]}:
                    self.key[node] = key
                    break

    def by_likeness(self):
        pairs = []
        for node, kind in self.found.kinds.items():
            if node not in self.key:
                for key in self.free(kind):
                    pairs.append((self.likeness(node, key, kind), node, key))
        for score, node, key in sorted(pairs, reverse=True):
            least = 0.5 if self.found.kinds[node] in NAMELESS else 0.8
            if score >= least and node not in self.key and key not in self.key.values():
                self.key[node] = key

    def likeness(self, node, key, kind):
        names = self.gold["entities"][key]["names"]
        score = max((likeness(a, b) for a in self.found.names[node] for b in names), default=0.0)
        return score + (self.shared_facts(node, key) if kind in NAMELESS else 0)

    def shared_facts(self, node, key):
        """How many facts of the node are labelled of the key, other end alike."""
        n = 0
        for kind, subject, object_ in self.found.facts:
            for label in self.gold["facts"]:
                if kind != label[0]:
                    continue
                if subject == node and label[1] == key:
                    n += self.same_object(kind, object_, label[2])
                elif object_ == Node(node) and label[2] == key:
                    n += self.key.get(subject) == label[1]
        return n

    def same_object(self, kind, object_, wanted):
        if isinstance(object_, Node):
            return self.key.get(object_.iri) == wanted
        return same_literal(kind, object_, wanted)


class Score:
    """Right, wrong and missed by kind, with a note on each that is not right."""

    def __init__(self):
        self.counts, self.notes = collections.defaultdict(lambda: [0, 0, 0]), []

    def right(self, kind):
        self.counts[kind][0] += 1

    def wrong(self, kind, what):
        self.counts[kind][1] += 1
        self.notes.append(f"  wrong  {kind}: {what}")

    def missed(self, kind, what):
        self.counts[kind][2] += 1
        self.notes.append(f"  missed {kind}: {what}")

    def document(self, gold, found):
        match = Match(gold, found)
        self.entities(gold, found, match)
        self.facts(gold, found, match)

    def entities(self, gold, found, match):
        for node, kind in found.kinds.items():
            if node not in match.key:
                self.wrong("entity " + kind, found.name(Node(node)))
            elif not is_open(gold, match.key[node]):
                self.right("entity " + kind)
        for key in gold["entities"].keys() - set(match.key.values()):
            if not is_open(gold, key):
                entity = gold["entities"][key]
                self.missed("entity " + entity["type"], entity["names"][0])

    def facts(self, gold, found, match):
        # optional labels last, so that they take only what nothing else does
        left = sorted(gold["facts"], key=lambda f: "optional" in f[3:])
        for kind, subject, object_ in found.facts:
            label = next(
                (
                    f
                    for f in left
                    if f[0] == kind
                    and match.key.get(subject) == f[1]
                    and match.same_object(kind, object_, f[2])
                ),
                None,
            )
            if label:
                left.remove(label)
                if "optional" not in label[3:]:
                    self.right("fact " + kind)
                continue
            ends = [subject] + ([object_.iri] if isinstance(object_, Node) else [])
            if not any(is_open(gold, match.key.get(end)) for end in ends):
                self.wrong("fact " + kind, f"{found.name(Node(subject))} → {found.name(object_)[:90]}")
        for f in left:
            if "optional" not in f[3:] and not is_open(gold, f[1]) and not is_open(gold, f[2]):
                self.missed("fact " + f[0], f"{f[1]} → {f[2][:90]}")

    def f1(self, start, label=None):
        """F1 of the kinds that start so, printed as a row."""
        rows = [c for kind, c in self.counts.items() if kind.startswith(start)]
        right, wrong, missed = (sum(c[i] for c in rows) for i in range(3))
        p, r = right / max(right + wrong, 1), right / max(right + missed, 1)
        f = 2 * right / max(2 * right + wrong + missed, 1)
        print(f"{label or start:22}{right:6}{wrong:7}{missed:8}   {p:.3f} {r:.3f} {f:.3f}")
        return f


def is_open(gold, key):
    return bool(gold["entities"].get(key, {}).get("optional"))


def graph_of(program, path, record):
    """The quads of a document; of one record of the file where it names one."""
    options = ["--record", "//doc", "--text", "body"] if path.suffix == ".xml" else []
    done = subprocess.run(
        [*shlex.split(program), *options, str(path)], stdout=subprocess.PIPE, check=True
    )
    quads = list(parse(done.stdout.decode("utf-8").splitlines()))
    if not record:
        return quads
    graphs = {q.graph for q in quads if q.predicate == DCTERMS + "identifier" and q.object == record}
    return [q for q in quads if q.graph in graphs]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", default="./isnad run --format nquads")
    parser.add_argument("--floor", action="append", default=[])
    parser.add_argument("--details", action="store_true")
    parser.add_argument("gold", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    score = Score()
    for path in options.gold:
        gold = json.loads(path.read_text(encoding="utf-8"))
        document, _, record = gold["document"].partition("#")
        score.notes.append(path.stem)
        file = path.resolve().parent.parent / document
        score.document(gold, Found(graph_of(options.program, file, record)))
    if options.details:
        print("\n".join(score.notes))
    print(f"{'':22} right  wrong  missed   P     R     F1")
    for kind in sorted(score.counts):
        score.f1(kind)
    total = {kind: score.f1(kind, "all: " + kind) for kind in ("entity", "fact")}
    low = 0
    for floor in options.floor:
        kind, least = floor.split("=")
        if total[kind] < float(least):
            print(f"{kind} F1 is {total[kind]:.3f}, below its floor of {least}")
            low = 1
    return low


if __name__ == "__main__":
    sys.exit(main())
