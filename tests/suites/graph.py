# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Every format is read back by parsers that are not ours, to the same graph."""
import functools
import re
import threading

from harness import Failed, must, run, same_bytes, text, tool
from inputs import ALL_SAMPLES

RUN = ["run", "--evidence", *ALL_SAMPLES]

# raptor's name of a format it can write: parsers that read it back.
RAPPER = {
    "ntriples": "ntriples",
    "nquads": "nquads",
    "turtle": "turtle",
    "rdfxml": "rdfxml",
    "rdfxml-abbrev": "rdfxml",
    "rdfxml-xmp": None,  # about one resource by definition
    "json": "json",
    "json-triples": None,  # raptor has no parser for it
    "mkr": None,
    "atom": None,
    "rss-1.0": None,
    "dot": None,
    "html": None,
}
SERDI = {"ntriples": "ntriples", "nquads": "nquads", "turtle": "turtle"}


@functools.lru_cache(maxsize=None)
def written(env, name):
    # Tests run side by side: none may see the file of another half written
    path = env.scratch / f"graph.{name}"
    new = env.scratch / f"graph.{name}.{threading.get_ident()}"
    new.write_bytes(env.plain.output(*RUN, "--format", name))
    return new.replace(path)


def formats(env):
    """The names under Formats: in the help."""
    listed = text(env.plain.output("run", "--help")).split("Formats:\n")[1]
    return re.findall(r"^  (\S+)", listed, re.M)


def quiet(done):
    output = must(done)
    if done.stderr.strip():
        raise Failed("warned:\n" + text(done.stderr)[:1500])
    return output


def triples(ntriples):
    """As a set, without graphs, in one spelling of letters and numbers."""
    lines = set()
    for line in text(ntriples).splitlines():
        line = re.sub(r"\\u([0-9A-F]{4})", lambda m: chr(int(m[1], 16)), line)
        line = re.sub(r"\\U([0-9A-F]{8})", lambda m: chr(int(m[1], 16)), line)
        lines.add(line)
    return lines


def rapper(path, parser):
    command = [tool("rapper", "raptor2-utils"), "-q", "-i", parser, "-o", "ntriples"]
    return triples(quiet(run([*command, path, "https://w3id.org/isnad/id/"])))


def compare(got, wanted, what):
    missing, more = sorted(wanted - got), sorted(got - wanted)
    if missing or more:
        raise Failed(
            f"{what}: {len(missing)} statements missing, {len(more)} more; the first:\n"
            + "\n".join(x[:300] for x in missing[:2] + more[:2])
        )


def by_rapper(env, name):
    wanted = rapper(written(env, "ntriples"), "ntriples")
    if not wanted:
        raise Failed("an empty graph")
    compare(rapper(written(env, name), RAPPER[name]), wanted, name)


def by_serdi(env, name):
    command = [tool("serdi", "serdi"), "-i", SERDI[name], "-o", "ntriples"]
    got = triples(quiet(run([*command, written(env, name)])))
    compare(got, rapper(written(env, "ntriples"), "ntriples"), name)


def only_written(env, name):
    if not written(env, name).stat().st_size:
        raise Failed("nothing was written")


def letters_stay(env, name):
    if rb"\u06" in written(env, name).read_bytes():
        raise Failed("Arabic letters are escaped")


def no_blank_nodes(env):
    if re.search(rb"(^| )_:", written(env, "nquads").read_bytes(), re.M):
        raise Failed("there are blank nodes")


def merging_is_concatenating(env):
    """Two runs over halves, concatenated, are the run over both, sorted."""
    halves = (["samples/texts"], ["samples/html", "samples/ndjson"])
    parts = [env.plain.output("run", *half).splitlines() for half in halves]
    whole = env.plain.output("run", *halves[0], *halves[1]).splitlines()
    same_bytes(b"\n".join(sorted(set(parts[0] + parts[1]))), b"\n".join(sorted(set(whole))), "merging")


def base_is_kept(env):
    """All instance IRIs start with --base."""
    base = "https://data.example.org/news/"
    output = text(env.plain.output("run", "--base", base, "samples/texts"))
    for line in output.splitlines():
        subject = line[1 : line.index(">")]
        if not subject.startswith((base, "https://w3id.org/isnad/ns")):
            raise Failed(f"{subject} does not start with {base}")


def tests(env):
    for name in formats(env):
        if RAPPER.get(name):
            yield f"rapper reads {name}", lambda name=name: by_rapper(env, name)
        else:
            yield f"{name} is written", lambda name=name: only_written(env, name)
        if name in SERDI:
            yield f"serdi reads {name}", lambda name=name: by_serdi(env, name)
    for name in ("ntriples", "nquads", "turtle"):
        yield f"Arabic letters stay letters in {name}", lambda name=name: letters_stay(env, name)
    yield "no blank nodes", lambda: no_blank_nodes(env)
    yield "concatenating outputs is merging them", lambda: merging_is_concatenating(env)
    yield "--base is what instance IRIs start with", lambda: base_is_kept(env)
