# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Every header compiles alone."""
import shlex

from harness import ROOT, must, run

FLAGS = "-std=c17 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Werror -I. -fsyntax-only"


def compiles(header):
    source = f'#include "{header}"\n#include "{header}"\nextern int unused;\n'
    must(run(["gcc", *shlex.split(FLAGS), "-x", "c", "-"], source.encode()))


def tests(_env):
    for folder in ("extract", "graph"):
        for path in sorted((ROOT / folder).rglob("*.h")):
            header = path.relative_to(ROOT)
            yield f"{header} alone", lambda header=header: compiles(header)
