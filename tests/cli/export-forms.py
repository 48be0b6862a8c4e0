# SPDX-License-Identifier: GPL-3.0-or-later
"""annotations.jsonl has every member of its table; annotations.jsonld is W3C Web Annotation, and the checker can fail."""
import copy
import hashlib
import json
import re

from exported_project import add_hostile, build, texts_of
from program import SOURCE, expect, expect_equal, finish, program
from web_annotation import complaints

MEMBER = re.compile(r"^([A-Z]+)\((\w+), ", re.MULTILINE)


def check_members(p):
    wanted = {}
    for kind, name in MEMBER.findall((SOURCE / "src" / "export" / "member.def").read_text(encoding="utf-8")):
        wanted.setdefault(kind.lower(), ["type"]).append(name)
    raw = p.run("export", "--format", "jsonl", status=0).stdout
    expect(raw.endswith(b"\n") and b"\r" not in raw, "lines end in LF")
    rows = [json.loads(line) for line in raw.decode("utf-8").split("\n")[:-1]]
    for row in rows:
        expect_equal(list(row), wanted[row["type"]], "members of", row["type"])
    expect_equal({row["type"] for row in rows}, set(wanted), "types")
    expect_equal(list(dict.fromkeys(row["type"] for row in rows)), list(wanted), "order of types")
    expect_equal(rows[0], {"type": "project", "format": "hashiya-annotations", "version": 1, "properties": {}}, "the first line")
    texts = texts_of(p)
    for row in rows:
        if row["type"] == "article":
            text = texts[row["id"]]
            expect_equal((row["sha256"], row["n_cp"]), (hashlib.sha256(text.encode()).hexdigest(), len(text)), "the text")
        if row["type"] == "highlight":
            expect_equal(texts[row["article"]][row["start_cp"]:row["end_cp"]], row["exact"], "text[start:end]")
    p.out("claim", "scheme", "three-way")
    head = json.loads(p.out("export", "--format", "jsonl").split("\n")[0])
    expect_equal(head["properties"], {"stance_scheme": "three-way"}, "the scheme that was chosen")
    p.out("undo")
    expect_equal(p.run("export", "--format", "jsonl", status=0).stdout, raw, "the same bytes after undo")


def check_web_annotation(p):
    raw = p.out("export", "--format", "jsonld")
    collection = json.loads(raw)
    texts = {f"urn:uuid:{one}": text for one, text in texts_of(p).items()}
    expect_equal(complaints(collection, texts), [], "W3C Web Annotation")
    items = collection["first"]["items"]
    motivations = {a["motivation"] for a in items}
    expect_equal(motivations, {"tagging", "commenting", "assessing", "highlighting"}, "motivations")
    mentions = p.rows("--table", "mentions")
    assessed = [a for a in items if a["motivation"] == "assessing" and "selector" in a["target"]]
    expect_equal([a["id"] for a in assessed], [f"urn:uuid:{m['id']}" for m in mentions], "links to claims")
    for annotation, mention in zip(assessed, mentions):
        claim = annotation["body"][0]
        expect_equal((claim["id"], claim["value"], claim["purpose"]), (f"urn:uuid:{mention['claim_id']}", mention["claim"], "linking"), "claim")
        expect_equal([b["value"] for b in annotation["body"][1:]], [mention["stance"]] if mention["stance"] else [], "stance")
        for name in ("stance_scheme", "attribution", "speaker", "certainty"):
            expect_equal(annotation.get(f"urn:x-hashiya:{name}", ""), mention[name], name)
    absent = [a for a in items if a["motivation"] == "assessing" and "selector" not in a["target"]]
    expect_equal([a["body"][1]["value"] for a in absent], ["absent"], "what is absent")
    expect_equal(raw, p.out("export", "--format", "jsonld"), "the same bytes each time")
    return collection, texts


def broken(collection):
    """The same with one thing wrong each time."""
    first = collection["first"]["items"][0]
    changes = [
        ("context", lambda c: c.update({"@context": "http://www.w3.org/ns/oa.jsonld"})),
        ("total", lambda c: c.update(total=c["total"] + 1)),
        ("id", lambda c: c["first"]["items"][0].update(id="7")),
        ("twice", lambda c: c["first"]["items"].append(copy.deepcopy(first)) or c.update(total=c["total"] + 1)),
        ("type", lambda c: c["first"]["items"][0].update(type="annotation")),
        ("no target", lambda c: c["first"]["items"][0].pop("target")),
        ("motivation", lambda c: c["first"]["items"][0].update(motivation="tag")),
        ("created", lambda c: c["first"]["items"][0].update(created="2026-11-21 10:00")),
        ("creator", lambda c: c["first"]["items"][0]["creator"].pop("type")),
        ("body", lambda c: c["first"]["items"][0]["body"].pop("value")),
        ("purpose", lambda c: c["first"]["items"][0]["body"].update(purpose="none")),
        ("direction", lambda c: c["first"]["items"][0]["body"].update(textDirection="left")),
        ("language", lambda c: c["first"]["items"][0]["body"].update(language="in Arabic")),
        ("start", lambda c: selector(c, 0).update(start=-1)),
        ("start as text", lambda c: selector(c, 0).update(start="3")),
        ("end", lambda c: selector(c, 0).update(end=selector(c, 0)["end"] + 1)),
        ("exact", lambda c: selector(c, 1).update(exact=selector(c, 1)["exact"] + "x")),
        ("prefix", lambda c: selector(c, 1).update(prefix="x")),
        ("suffix", lambda c: selector(c, 1).pop("suffix")),
        ("source", lambda c: c["first"]["items"][0]["target"].pop("source")),
        ("digest", lambda c: c["first"]["items"][0]["target"]["state"].update(cached="nih:sha-256;" + "0" * 64)),
        ("page", lambda c: c["first"].update(type="Page")),
        ("page id", lambda c: c["first"].pop("id")),
    ]
    for name, change in changes:
        other = copy.deepcopy(collection)
        change(other)
        yield name, other


def selector(collection, i):
    return collection["first"]["items"][0]["target"]["selector"][i]


with program() as p:
    empty = p.file("empty.txt", "nothing on it\n")
    p.out("import", empty)
    expect_equal(complaints(json.loads(p.out("export", "--format", "jsonld")), {}), [], "an empty collection")
    p.out("remove", "1")
    p.out("history", "--forget")
with program() as p:
    build(p)
    check_members(p)
    whole, stored = check_web_annotation(p)
    tagged = next(i for i, a in enumerate(whole["first"]["items"]) if a["motivation"] == "tagging")
    whole["first"]["items"].insert(0, whole["first"]["items"].pop(tagged))
    for what, wrong in broken(whole):
        expect(complaints(wrong, stored), "the checker passes over a wrong", what)
    add_hostile(p)
    expect_equal(complaints(json.loads(p.out("export", "--format", "jsonld")), {f"urn:uuid:{i}": t for i, t in texts_of(p).items()}), [],
                 "W3C Web Annotation, hostile values")
finish()
