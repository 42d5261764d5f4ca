# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Every record that a stage writes fits schemas/record.schema.json and its text."""
import json

from harness import ROOT, Failed, Skipped
from inputs import ALL_SAMPLES, sample_count

SCHEMA = ROOT / "schemas/record.schema.json"


def records(env, stage, *more):
    output = env.plain.output("run", "--until", stage, *ALL_SAMPLES, *more)
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def fits(env, stage):
    try:
        import jsonschema
    except ImportError as e:
        raise Skipped("jsonschema is not here (Debian package python3-jsonschema)") from e
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    found = records(env, stage)
    if len(found) != sample_count():
        raise Failed(f"{len(found)} records of {sample_count()} labelled samples")
    for record in found:
        error = next(validator.iter_errors(record), None)
        if error:
            raise Failed(f"{record['id']}: {list(error.absolute_path)}: {error.message[:500]}")


def spans_hold(env):
    """Offsets lie in the text, in order, and mentions of a name read like it."""
    for record in records(env, "relations"):
        text, where = record["text"], record["id"]
        spans = [t[:2] for t in record["tokens"]] + [s[:2] for s in record["sentences"]]
        spans += [[m["begin"], m["end"]] for m in record["mentions"]]
        spans += [e for f in record["facts"] for e in f.get("evidence", [])]
        for begin, end in spans:
            if not 0 <= begin < end <= len(text):
                raise Failed(f"{where}: [{begin}, {end}) of {len(text)} code points")
        ends = [0] + [t[1] for t in record["tokens"]]
        if any(t[0] < end for t, end in zip(record["tokens"], ends)):
            raise Failed(f"{where}: tokens overlap or are not in order")
        known = {e["id"] for e in record["entities"]} | {"document"}
        used = {m["entity"] for m in record["mentions"]}
        used |= {f[end] for f in record["facts"] for end in ("subject", "object") if end in f}
        if used - known:
            raise Failed(f"{where}: no such entity: {used - known}")


def tests(env):
    for stage in "read tokenize entities relations".split():
        yield f"records after {stage}", lambda stage=stage: fits(env, stage)
    yield "offsets and entity ids hold", lambda: spans_hold(env)
