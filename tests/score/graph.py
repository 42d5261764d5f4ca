# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""What the program says of a document: types, names and facts, read from its N-Quads."""
import collections
import functools
import re
import shlex
import subprocess

ISN = "https://w3id.org/isnad/ns#"
SCHEMA = "https://schema.org/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

CLASSES = {SCHEMA + name: name for name in ("Person", "Organization", "Place")}
CLASSES |= {ISN + name: name for name in ("Meeting", "Operation", "Initiative", "Agreement")}
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
NAMES = (RDFS + "label", SKOS + "altLabel")

Node = collections.namedtuple("Node", "iri")
Quad = collections.namedtuple("Quad", "subject predicate object graph")

TERM = r'(?:<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:@[\w-]+|\^\^<[^>]*>)?)'
QUAD = re.compile(rf"<([^>]*)> <([^>]*)> {TERM}(?: <([^>]*)>)? \.$")


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


@functools.lru_cache(maxsize=None)
def quads_of(program, path):
    """All quads of a file, and which record each of its graphs is."""
    options = ["--record", "//doc", "--text", "body"] if path.suffix == ".xml" else []
    done = subprocess.run(
        [*shlex.split(program), *options, str(path)], stdout=subprocess.PIPE, check=True
    )
    quads = list(parse(filter(None, done.stdout.decode("utf-8").split("\n"))))
    return quads, {q.graph: q.object for q in quads if q.predicate == DCTERMS + "identifier"}


def found_in(program, path, record):
    """What the program finds in a document: a file, or one record of it."""
    quads, record_of = quads_of(program, path)
    return Found([q for q in quads if not record or record_of.get(q.graph) == record])
