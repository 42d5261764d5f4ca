# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Which of what was found is what was labelled: right, wrong and missed."""
import collections
import re
import unicodedata

from graph import Node

NAMELESS = {"Meeting", "Operation", "Initiative", "Agreement"}  # known by their facts too
WORDY = {"goal", "quote", "position", "rank"}  # right if most words are shared


def fold(text):
    """Letters alone, without what spelling varies in."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ")
    text = text.translate(str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي"))
    text = re.sub(r"\b(عبد|ابو) ", r"\1", text)
    return " ".join(re.findall(r"\w+", text))


def likeness(a, b):
    """Dice's measure over words without their article."""
    bags = [collections.Counter(re.sub(r"^ال(?=\w{3})", "", w) for w in fold(x).split()) for x in (a, b)]
    total = sum(sum(bag.values()) for bag in bags)
    return 2 * sum((bags[0] & bags[1]).values()) / total if total else 0.0


def same_literal(kind, found, wanted):
    return likeness(found, wanted) >= 0.6 if kind in WORDY else fold(found) == fold(wanted)


class Match:
    """Which node is which labelled entity: each at most one of the other."""

    def __init__(self, gold, found):
        self.gold, self.found, self.key = gold, found, {}
        self.by_name()
        self.by_likeness()

    def free(self, kind):
        taken = set(self.key.values())
        return [k for k, e in self.gold["entities"].items() if e["type"] == kind and k not in taken]

    def by_name(self):
        for node, kind in sorted(self.found.kinds.items()):
            mine = {fold(n) for n in self.found.names[node]}
            for key in self.free(kind):
                if mine & {fold(n) for n in self.gold["entities"][key]["names"]}:
                    self.key[node] = key
                    break

    def by_likeness(self):
        pairs = []
        for node, kind in self.found.kinds.items():
            if node not in self.key:
                for key in self.free(kind):
                    pairs.append((self.likeness(node, key, kind), node, key))
        for score, node, key in sorted(pairs, reverse=True):
            least = 0.5 if self.found.kinds[node] in NAMELESS else 0.8
            if score >= least and node not in self.key and key not in self.key.values():
                self.key[node] = key

    def likeness(self, node, key, kind):
        names = self.gold["entities"][key]["names"]
        score = max((likeness(a, b) for a in self.found.names[node] for b in names), default=0.0)
        return score + (self.shared_facts(node, key) if kind in NAMELESS else 0)

    def shared_facts(self, node, key):
        """How many facts of the node are labelled of the key, other end alike."""
        n = 0
        for kind, subject, object_ in self.found.facts:
            for label in self.gold["facts"]:
                if kind != label[0]:
                    continue
                if subject == node and label[1] == key:
                    n += self.same_object(kind, object_, label[2])
                elif object_ == Node(node) and label[2] == key:
                    n += self.key.get(subject) == label[1]
        return n

    def same_object(self, kind, object_, wanted):
        if isinstance(object_, Node):
            return self.key.get(object_.iri) == wanted
        return same_literal(kind, object_, wanted)


class Score:
    """Right, wrong and missed by kind, with a note on each that is not right."""

    def __init__(self):
        self.counts, self.notes = collections.defaultdict(lambda: [0, 0, 0]), []

    def right(self, kind):
        self.counts[kind][0] += 1

    def wrong(self, kind, what):
        self.counts[kind][1] += 1
        self.notes.append(f"  wrong  {kind}: {what}")

    def missed(self, kind, what):
        self.counts[kind][2] += 1
        self.notes.append(f"  missed {kind}: {what}")

    def document(self, gold, found):
        match = Match(gold, found)
        self.entities(gold, found, match)
        self.facts(gold, found, match)

    def entities(self, gold, found, match):
        for node, kind in found.kinds.items():
            if node not in match.key:
                self.wrong("entity " + kind, found.name(Node(node)))
            elif not is_open(gold, match.key[node]):
                self.right("entity " + kind)
        for key in gold["entities"].keys() - set(match.key.values()):
            if not is_open(gold, key):
                entity = gold["entities"][key]
                self.missed("entity " + entity["type"], entity["names"][0])

    def facts(self, gold, found, match):
        # optional labels last, so that they take only what nothing else does
        left = sorted(gold["facts"], key=lambda f: "optional" in f[3:])
        for kind, subject, object_ in found.facts:
            label = next(
                (
                    f
                    for f in left
                    if f[0] == kind
                    and match.key.get(subject) == f[1]
                    and match.same_object(kind, object_, f[2])
                ),
                None,
            )
            if label:
                left.remove(label)
                if "optional" not in label[3:]:
                    self.right("fact " + kind)
                continue
            ends = [subject] + ([object_.iri] if isinstance(object_, Node) else [])
            if not any(is_open(gold, match.key.get(end)) for end in ends):
                self.wrong("fact " + kind, f"{found.name(Node(subject))} → {found.name(object_)[:90]}")
        for f in left:
            if "optional" not in f[3:] and not is_open(gold, f[1]) and not is_open(gold, f[2]):
                self.missed("fact " + f[0], f"{f[1]} → {f[2][:90]}")


def is_open(gold, key):
    return bool(gold["entities"].get(key, {}).get("optional"))
