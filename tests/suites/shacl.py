# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""The graph against the SHACL shapes, judged by Apache Jena."""
from harness import ROOT, Failed, must, text
from inputs import ALL_SAMPLES
from jena import jena

SHAPES = ROOT / "schemas/shapes.ttl"
WRONG = """
@prefix schema: <https://schema.org/> .
@prefix isn: <https://w3id.org/isnad/ns#> .
<https://w3id.org/isnad/id/x> a isn:Meeting ; schema:startDate "some day" .
"""


def validate(folder, shapes, data):
    """The validator's report: empty where all conforms."""
    done = jena("shacl.shacl_validate", "--text", "--shapes", shapes, "--data", data, folder=folder)
    return text(must(done)).strip()


def conforms(env, arguments):
    folder = env.folder("shacl")
    data = folder / "graph.nt"
    data.write_bytes(env.plain.output("run", "--evidence", "--format", "ntriples", *arguments))
    report = validate(folder, SHAPES, data)
    if report.lower() not in ("conforms", ""):
        raise Failed(report[:2000])


def notices(env):
    """The shapes do find what is wrong."""
    folder = env.folder("shacl")
    data = folder / "wrong.ttl"
    data.write_text(WRONG, encoding="utf-8")
    if validate(folder, SHAPES, data).lower() in ("conforms", ""):
        raise Failed("a meeting without a label, on 'some day', conforms")


def tests(env):
    yield "samples, by Jena's validator", lambda: conforms(env, ALL_SAMPLES)
    yield "a wrong graph is noticed", lambda: notices(env)
