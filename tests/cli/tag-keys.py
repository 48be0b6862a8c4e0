# SPDX-License-Identifier: GPL-3.0-or-later
"""How many keys it takes to tag what is selected: three at the most for a recent tag, five and the typing for any other."""
import json

from program import expect, expect_equal, finish, program

RECENT, OTHER = 3, 5
TAGS = ["place/island", "time", "who/نساء", "method", "quote"]
TEXT = "One sentence stands here. Another one follows it. And a third.\n"


def keys_of(lines):
    """Keys pressed, and characters typed on top of them."""
    typed = [line.removeprefix("@type ") for line in lines if line.startswith("@type ")]
    return sum(len(line.split()) for line in lines if not line.startswith("@")), sum(map(len, typed))


def tags_after(p, lines, name):
    """The tags of the second passage, selected and then tagged by these keys, in a project that has five tags."""
    p.env["HASHIYA_PROJECT"] = str(p.folder / f"{name}.hashiya")
    text = p.file("text.txt", TEXT)
    p.out("import", text)
    for tag in TAGS:  # the last is the most recent
        p.out("highlight", "1", "--quote", "One", "--tag", tag)
    script = p.file(f"{name}.keys", "\n".join(["g s Enter", *lines, ""]))
    p.out("--keys", script, "--size", "80x24", "--dump-frame", "1")
    marks = json.loads(p.out("highlight", "list", "--json"))
    return [coding["tag"] for mark in marks if mark["exact"].startswith("Another") for coding in mark["tags"]]


def check(p, name, lines, tag, most):
    keys, typed = keys_of(lines)
    expect_equal(tags_after(p, lines, name), [tag], f"{name}: the tag")
    expect(keys <= most, f"{name}: {keys} keys, {most} at the most")
    print(f"{name}: {keys} keys, {typed} characters typed")


with program() as p:
    p.env["HASHIYA_CODER"] = "coder"
    check(p, "the last", ["."], "quote", RECENT)
    check(p, "the most recent", ["t Enter"], "quote", RECENT)
    check(p, "the one before", ["t Down Enter"], "method", RECENT)
    check(p, "one further down", ["t Down Down Enter"], "who/نساء", OTHER)
    check(p, "another, by its beginning", ["t", "@type ti", "Enter"], "time", OTHER)
    check(p, "another, by its end", ["t", "@type isl", "Enter"], "place/island", OTHER)
    check(p, "Arabic, folded", ["t", "@type نسا", "Enter"], "who/نساء", OTHER)
    check(p, "a new one", ["t", "@type new/tag", "Enter"], "new/tag", OTHER)
finish()
