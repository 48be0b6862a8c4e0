# SPDX-License-Identifier: GPL-3.0-or-later
"""A project that has everything an export may meet: claims, two coders, notes on all kinds, values to fear."""
import csv
import io

TEXTS = {
    "one.txt": 'He said, "no",\nand =left.\nالقمة، "نعم"\u2029third\u0085next 👩‍👧 \u061cend\n',
    "two.txt": "The talks lasted three hours.\nNo deal was reached.\n\u202bلا اتفاق\u202c بعد ثلاث ساعات.\n",
    "three.txt": "Nothing of it stands here.\n",
}
# What RFC 4180 has rules for, what spreadsheets run, what turns a line around, what is easily lost.
HOSTILE = ['"', '""', ",", "a,b", '"a","b"', "\n", "a\nb", "a\n\n", "\r\n", "a\rb", " lead", "trail ", "=1+1", "+1", "-1", "@x",
           "\tx", "'=1", "\u202eabc", "\u2066x\u2069", "\u200f", "\ufeffbom", "👩‍👧‍👦", "e\u0301", "\ufffd", "NULL", "\\N", "0012", "1e5",
           "a;b", "a\tb", "نصّ «مقتبس»، وفاصلة", "\u2028", "x" * 5000]


def texts_of(p):
    """The stored texts, by the id of their article, read as a Python user would."""
    return {row["id"]: io.TextIOWrapper(io.BytesIO(p.run("text", row["id"], status=0).stdout), encoding="utf-8", newline="").read()
            for row in p.rows("--table", "documents")}


def build(p):
    for name, text in TEXTS.items():
        p.file(name, text)
    p.out("import", "one.txt", "--title", "Same", "--url", "https://example.org/1", "--lang", "en", "--outlet", 'The "One", daily')
    p.out("import", "two.txt", "--title", "Same", "--lang", "ar", "--dir", "rtl")
    p.out("import", "three.txt", "--title", "=Other, with a comma")
    p.out("tag", "add", "time/length", "time/order", "source", "claim_id")
    p.out("claim", "add", "The talks lasted about three hours", "--lang", "en")
    p.out("claim", "add", 'لم يُعلن عن "اتفاق"، بعد', "--lang", "ar", "--verdict", "=true")
    p.out("highlight", "1", "--quote", "=left", "--tag", "time/length", "--tag", "source", "--note", "+n\nof one")
    p.out("highlight", "1", "--quote", "نعم")
    p.out("highlight", "2", "--quote", "three hours", "--tag", "time", "--claim", "1", "--stance", "agree", "--attribution", "own")
    p.out("highlight", "2", "--quote", "No deal was reached", "--claim", "2", "--stance", "agree", "--certainty", "certain")
    p.out("--coder", "second", "highlight", "2", "--quote", "No deal was reached", "--tag", "time/order", "--claim", "2", "--stance",
          "disagree", "--speaker", '=A. "Minister"', "--note", "second's")
    p.out("highlight", "2", "--quote", "لا اتفاق", "--claim", "1")
    p.out("claim", "absent", "1", "3")
    p.out("claim", "relate", "1", "contradicts", "2")
    p.out("note", "1", "--text", "on the article")
    p.out("note", "--claim", "2", "--text", "on the claim")
    p.out("note", "--tag", "time", "--text", "on the tag")
    p.out("note", "--whole-project", "--text", "on all")


def add_hostile(p):
    """A highlight for each hostile value, which is its tag (where a tag may be that), its note and its speaker."""
    p.out("import", "-", "--title", "letters", stdin="".join(f"word{i} " for i in range(len(HOSTILE))).encode())
    for i, value in enumerate(HOSTILE):
        tag = ["--tag", value.strip()] if tag_may_be(value) else []
        p.out("highlight", "4", "--quote", f"word{i} ", "--note", value, *tag)
        p.out("claim", "add", "--", f"{value} {i}")


def tag_may_be(value):
    return bool(value.strip()) and not any(ord(c) < 32 or c in "/\u2028" for c in value) and len(value) < 100


def parse(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), **options))
