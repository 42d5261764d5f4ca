# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""The graph in a SPARQL store (Jena TDB2), and the samples' queries answered."""
import csv
import io
import json

from harness import SAMPLES, Failed, must, run, text, tool
from inputs import ALL_SAMPLES, places
from jena import jena


def quiet(done):
    output = must(done)
    noise = text(done.stderr) + text(output)
    if "WARN" in noise or "ERROR" in noise:
        raise Failed(noise[:1500])
    return output


def write(env, folder, arguments):
    path = folder / "graph.nq"
    path.write_bytes(env.plain.output("run", "--evidence", *arguments))
    return path


def checks(env, arguments):
    """Jena's parser, which checks IRIs, language tags and literals."""
    folder = env.folder("riot")
    quiet(jena("riotcmd.riot", "--validate", write(env, folder, arguments), folder=folder))


def load(env, arguments):
    folder = env.folder("tdb")
    path = write(env, folder, arguments)
    quiet(jena("tdb2.tdbloader", "--loc", folder / "db", path, folder=folder))
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    rows = query(folder, "--results=json", count)
    got = int(rows[0]["n"]["value"])
    wanted = len(set(path.read_bytes().splitlines()))
    if got != wanted:
        raise Failed(f"{got} statements in the store of {wanted} written")
    return folder


def query(folder, *what):
    done = jena("tdb2.tdbquery", "--loc", folder / "db", *what, folder=folder)
    return json.loads(quiet(done))["results"]["bindings"]


def answers(env):
    """Each of the samples' queries finds something, roqet and TDB2 the same."""
    folder = load(env, ALL_SAMPLES)
    # roqet gets the union of the graphs, each triple once, as in `make demo`; so
    # shall the store see it
    triples = env.plain.output("run", "--format", "ntriples", *ALL_SAMPLES)
    union_path = folder / "union.nt"
    union_path.write_bytes(b"".join(sorted(set(triples.splitlines(keepends=True)))))
    for path in sorted((SAMPLES / "queries").glob("*.rq")):
        union = ["--set", "tdb2:unionDefaultGraph=true"]
        rows = query(folder, "--results=json", *union, "--query", path)
        command = [tool("roqet", "rasqal-utils"), "-q", "-r", "csv", "-F", "ntriples"]
        table = text(must(run([*command, "-D", union_path, path])))
        n = max(len(list(csv.reader(io.StringIO(table)))) - 1, 0)
        if not rows or len(rows) != n:
            raise Failed(f"{path.name}: {len(rows)} answers of TDB2, {n} of roqet")


def tests(env):
    yield "queries over samples, in TDB2 and by roqet", lambda: answers(env)
    for name, arguments in places():
        yield f"Jena reads {name} without a warning", lambda a=arguments: checks(env, a())
        if name != "samples":
            yield f"Jena TDB2 loads {name}", lambda a=arguments: load(env, a())
