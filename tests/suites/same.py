# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""The same bytes: from the pipe and from run, from two runs, from two builds."""
import json
import shlex

from harness import ROOT, Failed, must, run, same_bytes
from inputs import ALL_SAMPLES, places

PIPE = "isnad read {} | isnad tokenize | isnad entities | isnad relations | isnad rdf {}"


def pipe(build, arguments, options=""):
    command = PIPE.format(shlex.join(arguments), options)
    return must(run(["sh", "-c", command], environment=build.environment()))


def pipe_is_run(env, arguments, options):
    got = env.plain.output("run", *options.split(), *arguments)
    same_bytes(got, pipe(env.plain, arguments, options), "run, beside the pipe,")
    if not got:
        raise Failed("nothing came out")


def records_until(env, stage):
    stages = "read tokenize entities relations".split()
    tail = stages[1 : stages.index(stage) + 1]
    command = " | ".join(["isnad read " + shlex.join(ALL_SAMPLES)] + ["isnad " + s for s in tail])
    wanted = must(run(["sh", "-c", command], environment=env.plain.environment()))
    got = env.plain.output("run", "--until", stage, *ALL_SAMPLES)
    same_bytes(got, wanted, f"run --until {stage}")


def twice(env):
    first = env.plain.output("run", "--evidence", *ALL_SAMPLES)
    same_bytes(env.plain.output("run", "--evidence", *ALL_SAMPLES), first, "a second run")


def sanitized(env):
    wanted = env.plain.output("run", "--evidence", *ALL_SAMPLES)
    same_bytes(env.sanitized.output("run", "--evidence", *ALL_SAMPLES), wanted, "the sanitized run")


def with_image(env, image, *arguments):
    return env.plain.output("run", "--evidence", "--image", str(image), *arguments)


def start_seconds(env, image, stats):
    """Least processor time of three starts."""
    times = []
    for _ in range(3):
        with_image(env, image, "--stats", str(stats), "samples/texts")
        times.append(json.loads(stats.read_text())["start_cpu_seconds"])
    return min(times)


def kept_rules(env):
    """Rules kept beside the image say what their files say; others are passed over."""
    folder = env.folder("kept")
    image = folder / "knowledge.isnad"
    kept = folder / "knowledge.isnad.rules"
    image.symlink_to(env.plain.image)
    wanted = with_image(env, image, *ALL_SAMPLES)
    bytes_kept = env.plain.image.with_name(kept.name).read_bytes()
    middle = len(bytes_kept) // 2
    for what, content in (
        ("as they were compiled", bytes_kept),
        ("cut off", bytes_kept[:middle]),
        ("with a byte changed", bytes_kept[:middle] + b"?" + bytes_kept[middle + 1 :]),
        ("empty", b""),
    ):
        kept.write_bytes(content)
        same_bytes(with_image(env, image, *ALL_SAMPLES), wanted, f"a run with kept rules {what}")
    without = start_seconds(env, image, folder / "stats.json")
    kept.write_bytes(bytes_kept)
    if start_seconds(env, image, folder / "stats.json") > without / 2:
        raise Failed("kept rules do not even halve the start: they are not used")


def order_is_free(env):
    """Statements of a document do not depend on what came before it."""
    paths = "samples/texts samples/ndjson".split()
    there = env.plain.output("run", *paths).splitlines()
    back = env.plain.output("run", *reversed(paths)).splitlines()
    same_bytes(b"\n".join(sorted(set(back))), b"\n".join(sorted(set(there))), "the reverse order")


def forms_of_json(env):
    """Records in lines, in an array, and one after the other over lines: the same facts, for any jobs."""
    lines = "samples/ndjson/wire.ndjson"
    records = [json.loads(line) for line in (ROOT / lines).read_text("utf-8").splitlines()]
    folder = env.folder("json")
    (folder / "array.json").write_text(json.dumps(records, ensure_ascii=False, indent=2), "utf-8")
    loose = "\n".join(json.dumps(r, ensure_ascii=False, indent=1) for r in records)
    (folder / "loose.json").write_text(loose, "utf-8")
    (folder / "lines.json").write_bytes((ROOT / lines).read_bytes())
    wanted = env.plain.output("run", "--until", "relations", lines)
    for name in "array loose lines".split():
        for jobs in ("1", "2"):
            path = folder / f"{name}.json"
            got = env.plain.output("run", "--until", "relations", "--jobs", jobs, str(path))
            same_bytes(got, wanted, f"{path.name} by {jobs}")
            piped = env.plain.output("run", "--until", "relations", "--jobs", jobs, "-", stdin=path.read_bytes())
            same_bytes(piped, wanted, f"{path.name} by {jobs} from a pipe")


def tests(env):
    for name, arguments in places():
        for options in ("", "--evidence --format turtle") if name == "samples" else ("",):
            title = f"the pipe and run on {name} {options}".rstrip()
            yield title, lambda a=arguments, o=options: pipe_is_run(env, a(), o)
    for stage in "read tokenize entities relations".split():
        yield f"the pipe and run --until {stage}", lambda s=stage: records_until(env, s)
    yield "two runs", lambda: twice(env)
    yield "the sanitized build and the plain one", lambda: sanitized(env)
    yield "rules kept beside the image, and none", lambda: kept_rules(env)
    yield "records in lines, arrays and over lines", lambda: forms_of_json(env)
    yield "files in another order, sorted", lambda: order_is_free(env)
