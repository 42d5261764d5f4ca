# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""What each stage makes of a few samples, to the byte, in golden/."""
from harness import ROOT, TESTS, Failed, same_bytes

DOCUMENTS = {
    "text": ["samples/texts/geneva-two-meetings.txt"],
    "html": ["samples/html/doha-terror-financing-workshop.html"],
    "xml": "--record //doc --text body samples/xml/dispatches.xml".split(),
    "ndjson": ["samples/ndjson/wire.ndjson"],
}
STAGES = {
    "read": ["run", "--until", "read"],
    "tokenize": ["run", "--until", "tokenize"],
    "entities": ["run", "--until", "entities"],
    "relations": ["run", "--until", "relations"],
    "rdf": ["run", "--format", "nquads", "--evidence"],
}


def check(env, path, arguments):
    got = env.plain.output(*arguments)
    if env.update:
        path.write_bytes(got)
        return
    if not path.exists():
        raise Failed(f"{path.relative_to(ROOT)} is missing; 'make update-golden' writes it")
    same_bytes(got, path.read_bytes(), str(path.relative_to(ROOT)))


def tests(env):
    for name, document in DOCUMENTS.items():
        for stage, command in STAGES.items():
            path = TESTS / "golden" / f"{name}.{stage}.{'nq' if stage == 'rdf' else 'ndjson'}"
            arguments = command + document
            yield path.name, lambda path=path, a=arguments: check(env, path, a)
