#!/usr/bin/env python3
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Check the labels in gold/ against the documents they describe.

usage: python3 samples/check_labels.py

For each gold/NAME.json: it parses and has the expected form; its document exists; each entity's first
name, each quotation and each goal occurs in the document's text (proclitics and spelling variants
allowed); each fact has a known predicate, ends of the right type, and a literal of the right form.
Prints one line per fault and ends with 1 if there are any.
"""
import html.parser, json, pathlib, re, sys, unicodedata, xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
EVENT = {"Meeting", "Operation"}
ACTOR = {"Person", "Organization", "Place"}
BODY = {"Organization", "Place"}
WORK = {"Initiative"} | EVENT
TYPES = ACTOR | WORK | {"Agreement"}
DATE = r"\d{4}(-\d\d(-\d\d)?)?"
# predicate: types of the subject, then types of the object or the pattern a literal matches
FACTS = {
    "funds": (BODY, WORK | {"Organization"}), "speaksAt": ({"Person"}, EVENT),
    "organizes": (BODY, EVENT), "hosts": (BODY, EVENT), "attends": (ACTOR, EVENT),
    "runs": ({"Organization", "Place"}, {"Initiative", "Operation"}),
    "launches": ({"Person", "Organization"}, {"Initiative", "Operation", "Organization"}),
    "signs": (ACTOR, {"Agreement"}), "meetingOf": ({"Meeting"}, {"Organization"}),
    "partOf": (WORK, WORK), "heldIn": (WORK | {"Organization"}, {"Place"}),
    "inCountry": ({"Place"}, {"Place"}), "unitOf": ({"Organization"}, BODY),
    "memberOf": (BODY, {"Organization"}), "worksFor": ({"Person"}, BODY),
    "startDate": (WORK, DATE), "endDate": (WORK, DATE), "duration": (WORK, r"P\d+[DWMY]|PT\d+H"),
    "ordinal": (WORK, r"\d+"), "attendeeCount": (WORK, r"\d+"), "countryCount": (WORK, r"\d+"),
    "arrestCount": ({"Operation"}, r"\d+"), "goal": (WORK | {"Agreement"}, r".+"),
    "position": ({"Person"}, r".+"), "rank": ({"Person"}, r".+"),
    "quote": ({"Person", "Organization"}, r".+"),
}


class PageText(html.parser.HTMLParser):
    """The text of a page's body, without scripts and styles."""

    def __init__(self):
        super().__init__()
        self.parts, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style", "head")
        if tag in ("p", "h1", "div", "li", "figure"):
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style", "head")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


def text_of(document):
    path, _, record = document.partition("#")
    raw = (HERE / path).read_text(encoding="utf-8")
    if path.endswith(".html"):
        page = PageText()
        page.feed(raw)
        return "".join(page.parts)
    if path.endswith(".xml"):
        for doc in xml.etree.ElementTree.fromstring(raw).iter("doc"):
            if doc.get("id") == record:
                return doc.findtext("title") + "\n" + "".join(doc.find("body").itertext())
        raise KeyError(record)
    if path.endswith(".ndjson"):
        for line in raw.splitlines():
            doc = json.loads(line)
            if doc["id"] == record:
                return doc["title"] + "\n" + doc["text"]
        raise KeyError(record)
    return raw


def normal(text):
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u064B-\u065F\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    for letters, letter in (("[أإآٱ]", "ا"), ("ى", "ي"), ("ة", "ه"), ("ؤ", "و"), ("ئ", "ي")):
        text = re.sub(letters, letter, text)
    return " " + " ".join(re.findall(r"\w+", text)) + " "


def occurs(name, text):
    """As it stands, behind a proclitic, or with the article swallowed by one (للإنتربول, للجنة)."""
    name = normal(name).strip()
    pattern = "[وف]?[بكل]?" + re.escape(name)
    if name.startswith("ال"):
        pattern += "|[وف]?لل" + re.escape(name[3:] if name[2] == "ل" else name[2:])
    return re.search(rf" (?:{pattern}) ", text) is not None


def faults(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    entities = gold["entities"]
    text = normal(text_of(gold["document"]))
    record = re.split("[#/.]", gold["document"])
    if path.stem not in record:
        yield "document and file name differ"
    if gold["headline"] and normal(gold["headline"]) not in text:
        yield "headline not in the text"
    if not re.fullmatch(DATE, gold.get("datePublished", "2000")):
        yield "datePublished is no date"
    for key, entity in entities.items():
        if entity["type"] not in TYPES:
            yield f"{key}: unknown type {entity['type']}"
        if not occurs(entity["names"][0], text):
            yield f"{key}: not in the text: {entity['names'][0]}"
        if set(entity) - {"type", "names", "optional"}:
            yield f"{key}: unknown field"
    seen = set()
    for fact in gold["facts"]:
        predicate, subject, value, *optional = fact
        if optional not in ([], ["optional"]):
            yield f"bad fourth element: {fact}"
        if tuple(fact[:3]) in seen:
            yield f"twice: {fact[:3]}"
        seen.add(tuple(fact[:3]))
        if predicate not in FACTS:
            yield f"unknown predicate: {fact}"
            continue
        subjects, objects = FACTS[predicate]
        if entities.get(subject, {}).get("type") not in subjects:
            yield f"subject missing or of the wrong type: {fact}"
        if isinstance(objects, set):
            if entities.get(value, {}).get("type") not in objects:
                yield f"object missing or of the wrong type: {fact}"
        elif not re.fullmatch(objects, value):
            yield f"literal of the wrong form: {fact}"
        if predicate in ("quote", "goal") and not optional and normal(value).strip() not in text:
            yield f"{predicate} not in the text: {value}"


def main():
    paths, count = sorted((HERE / "gold").glob("*.json")), 0
    for path in paths:
        for fault in faults(path):
            count += 1
            print(f"{path.relative_to(HERE)}: {fault}")
    labelled = {json.loads(p.read_text(encoding="utf-8"))["document"].split("#")[0] for p in paths}
    for path in sorted(p for d in ("texts", "html", "xml", "ndjson") for p in (HERE / d).iterdir()):
        if str(path.relative_to(HERE)) not in labelled:
            count += 1
            print(f"{path.relative_to(HERE)}: no labels")
    print(f"{len(paths)} labelled documents, {count} faults")
    return 1 if count or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
