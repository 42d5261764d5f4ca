# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""README.md's page for rule authors, followed word by word."""
import re
import shutil

from harness import ROOT, Failed, run, text

PAGE = "Add a rule in five minutes"
COMMAND = re.compile(r"(\./isnad|sed) ")
FILE = re.compile(r"`([^`]+)`:\n$")


def blocks():
    """(the paragraph before, the block) of each indented block of the page."""
    page = re.search(rf"^## {PAGE}\n(.*?)^## ", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    if not page:
        raise Failed(f"README.md has no page «{PAGE}»")
    before = ""
    for part in re.split(r"\n{2,}(?=\S)|\n\n(?=    )", page[1].strip("\n")):
        if part.startswith("    "):
            yield before, re.sub(r"^    ", "", part, flags=re.M) + "\n"
        before = part + "\n"


def steps(block):
    """(command, what it prints) of a block of commands."""
    command, printed = None, ""
    for line in block.splitlines(True):
        if COMMAND.match(line):
            if command:
                yield command, printed
            command, printed = line.strip(), ""
        else:
            printed += line
    yield command, printed


def follow(env, folder, command, printed):
    environment = {**env.plain.environment(), "ISNAD_DATA": "extract/data"}
    done = run(["sh", "-c", command], cwd=folder, environment=environment)
    # diff says by its status that there are differences
    if done.returncode not in (0, 1 if " diff " in command else 0) or done.stderr:
        raise Failed(f"$ {command}\nended with {done.returncode}: {text(done.stderr)}")
    # «…» stands for what was left out
    wanted = ".*".join(re.escape(part) for part in printed.split("…"))
    if not re.fullmatch(wanted, text(done.stdout), re.S):
        raise Failed(f"$ {command}\nREADME.md has\n{printed}but it printed\n{text(done.stdout)}")


def page(env):
    folder = env.folder("readme")
    shutil.copytree(ROOT / "extract/data", folder / "extract/data")
    (folder / "schemas").symlink_to(ROOT / "schemas")
    (folder / "isnad").symlink_to(env.plain.program)
    n_steps = 0
    for before, block in blocks():
        name = FILE.search(before)
        if name:
            (folder / name[1]).parent.mkdir(parents=True, exist_ok=True)
            (folder / name[1]).write_text(block, encoding="utf-8")
            continue
        for command, printed in steps(block):
            follow(env, folder, command, printed)
            n_steps += 1
    if n_steps < 5:
        raise Failed(f"only {n_steps} commands were found")


def narrow():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    wide = [f"line {i}: {len(line)} columns" for i, line in enumerate(lines, 1) if len(line) > 120]
    if wide:
        raise Failed("\n".join(wide))


def tests(env):
    yield f"the page «{PAGE}» is true", lambda: page(env)
    yield "README.md is at most 120 columns wide", narrow
