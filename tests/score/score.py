#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Compare what isnad finds with documents labelled by hand.

usage: score.py [OPTION]... [SET|SET/dev|SET/held|SET+SET|GOLD.json]...

Sets are those of sets.json; all that are here, if nothing is named. Prints for
each its right, wrong and missed entities and facts by kind, with precision,
recall and F1, and behind each of the three the interval that holds 95 of 100
resamples of the documents (bootstrap with a fixed seed; none where fewer than
five documents have the kind). Labels marked "optional" may be found or not.
"""
import argparse
import collections
import pathlib
import random
import sys

import graph
import labels
from match import Score

N_RESAMPLES = 1000
LEAST_DOCUMENTS = 5
ALL = ("all: entity", "all: fact")
MEASURES = ("precision", "recall", "F1")


def added(counts):
    return [sum(c[i] for c in counts) for i in range(3)]


def measures(right, wrong, missed):
    """Precision, recall and F1; None where there is nothing to measure."""
    parts = ((right, right + wrong), (right, right + missed), (2 * right, 2 * right + wrong + missed))
    return [part / whole if whole else None for part, whole in parts]


def intervals(counts):
    """(low, high) of each measure over resampled documents, or None."""
    if sum(any(c) for c in counts) < LEAST_DOCUMENTS:
        return [None] * 3
    chance = random.Random(1)
    drawn = [measures(*added(chance.choices(counts, k=len(counts)))) for _ in range(N_RESAMPLES)]
    columns = [sorted(x for x in column if x is not None) for column in zip(*drawn)]
    return [c and (c[round(0.025 * (len(c) - 1))], c[round(0.975 * (len(c) - 1))]) for c in columns]


class Table:
    """What was found in some documents: for each of them, counts by kind."""

    def __init__(self):
        self.documents, self.notes = [], []

    def add(self, gold, program):
        score = Score()
        score.document(gold.resolved(), graph.found_in(program, gold.document, gold.record))
        counts = dict(score.counts)
        for all_ in ALL:
            counts[all_] = added([c for kind, c in score.counts.items() if kind.split()[0] in all_])
        self.documents.append(counts)
        shown = ["  held out: its errors are not shown"] if gold.is_held else sorted(score.notes)
        self.notes += [gold.path.stem, *shown]

    def counts(self, kind):
        return [document.get(kind, (0, 0, 0)) for document in self.documents]

    def kinds(self):
        return sorted({kind for document in self.documents for kind in document} - set(ALL))

    def row(self, kind):
        counts = self.counts(kind)
        cells = []
        for value, interval in zip(measures(*added(counts)), intervals(counts)):
            bounds = "{:.2f}-{:.2f}".format(*interval) if interval else ""
            cells.append(f"{'-' if value is None else f'{value:.3f}':>7} {bounds:9}")
        return f"{kind:22}" + "{:6}{:7}{:8} ".format(*added(counts)) + "".join(cells).rstrip()

    def write(self, title, is_brief):
        print(f"{title}: {len(self.documents)} documents")
        print(f"{'':22} right  wrong  missed   P               R                F1")
        for kind in (*(() if is_brief else self.kinds()), *ALL):
            print(self.row(kind))
        print()

    def is_below(self, floor):
        """Whether a measure is lower than `floor`, KIND=LEAST or KIND.MEASURE=LEAST; says so."""
        name, _, least = floor.partition("=")
        kind, _, measure = name.partition(".")
        values = measures(*added(self.counts("all: " + kind)))
        value = values[MEASURES.index(measure or "F1")] or 0
        if value < float(least):
            print(f"{kind} {measure or 'F1'} is {value:.3f}, below its floor of {least}")
        return value < float(least)


def chosen(operands):
    """(title, documents) of each set and its halves, and of all files that are named, together."""
    names = [o for o in operands if not o.endswith(".json")]
    files = [pathlib.Path(o) for o in operands if o.endswith(".json")]
    for name in names if operands else labels.SETS:
        golds = labels.of_set(name)
        if not all(gold.is_here() for gold in golds):
            print(f"{name}: its texts are not here\n")
        elif golds:
            yield name, golds
            if "/" not in name and any(gold.is_held for gold in golds):
                yield name + "/dev", [gold for gold in golds if not gold.is_held]
                yield name + "/held", [gold for gold in golds if gold.is_held]
        elif operands:
            print(f"{name}: no labelled documents are here\n")
    if files:
        yield "files", [labels.of_file(path) for path in files]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS
    )
    parser.add_argument("operands", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--program", default="./isnad run --format nquads", help="gives N-Quads of a document")
    parser.add_argument(
        "--floor",
        action="append",
        default=[],
        metavar="KIND[.MEASURE]=LEAST",
        help="less is an error: entity=0.9 (its F1), fact.precision=0.8",
    )
    parser.add_argument("--details", action="store_true", help="what is wrong or missed, but of no held document")
    parser.add_argument("--brief", action="store_true", help="only the sums over all kinds")
    options = parser.parse_args()
    n_low = 0
    for title, golds in chosen(options.operands):
        table = Table()
        for gold in golds:
            table.add(gold, options.program)
        if options.details:
            print("\n".join(table.notes))
        is_half = title.endswith(("/dev", "/held")) and title not in options.operands
        table.write(title, options.brief or is_half)
        n_low += 0 if is_half else sum(table.is_below(floor) for floor in options.floor)
    return 1 if n_low else 0


if __name__ == "__main__":
    sys.exit(main())
