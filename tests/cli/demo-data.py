# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo's data holds together: each mark's quote stands in its article, each tag in the codebook.

The program refuses a broken demo only when somebody starts it; this says so at build time, with the line.
"""
import csv
import os
import re
import sys
import unicodedata

DEMO = os.path.join(os.environ.get("HASHIYA_DATA", "share/hashiya"), "demo")
ARTICLE_COLUMNS = ["file", "title", "outlet", "author", "published_at", "url", "lang"]
MARK_COLUMNS = ["file", "nth", "tags", "note", "quote"]
TAG_COLUMNS = ["tag", "description", "colour", "symbol"]
# The eight colours of Okabe and Ito, by short names, but for black.
COLOURS = {"orange", "sky", "green", "yellow", "blue", "vermilion", "purple"}
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")

faults = []


def expect(truth, *words):
    if not truth:
        faults.append(" ".join(str(word) for word in words))


def read_text(name):
    """The article's text, with the rules that every text of the demo keeps."""
    with open(os.path.join(DEMO, name), "rb") as file:
        raw = file.read()
    text = raw.decode("utf-8")
    expect(text.endswith("\n") and not text.endswith("\n\n"), name, "must end in one line feed")
    expect(not CONTROL.search(text), name, "has a control or a bidi control in it")
    expect(not text.startswith("\ufeff"), name, "begins with a byte order mark")
    expect(350 <= len(text.split()) <= 500, name, "has", len(text.split()), "words, not 350 to 500")
    return text


def read_tsv(name, columns):
    """Rows as dicts; no quoting, no escapes: a tab ends a field, a line feed a row."""
    with open(os.path.join(DEMO, name), encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    expect(lines[-1] == "", name, "must end in a line feed")
    expect(lines[0].split("\t") == columns, name, "has the header", lines[0])
    rows = [line.split("\t") for line in lines[1:-1]]
    for number, row in enumerate(rows, 2):
        expect(len(row) == len(columns), name, "line", number, "has", len(row), "fields")
    return [dict(zip(columns, row)) for row in rows]


def nth_range(text, quote, nth):
    """Where the quote stands for the nth time, or None; hits may overlap each other."""
    start = -1
    for _ in range(nth):
        start = text.find(quote, start + 1)
        if start < 0:
            return None
    return start, start + len(quote)


def check_articles(articles):
    texts = {}
    for row in articles:
        texts[row["file"]] = read_text(row["file"])
        title = row["title"] or texts[row["file"]].split("\n", 1)[0]
        expect(20 <= len(title) <= 100, row["file"], "has the title", title)
        expect(title == title.strip(), row["file"], "has white space around its title")
        rtl = any(unicodedata.bidirectional(c) == "AL" for c in title)
        expect(rtl == (row["lang"] == "ar"), row["file"], "has a title of another script:", title)
        expect(row["outlet"] and row["author"], row["file"], "has no outlet or no author")
        expect(re.fullmatch(r"\d{4}-\d\d-\d\d", row["published_at"]), row["file"], "has no date")
        expect(re.match(r"https://[a-z-]+\.example/", row["url"]), row["file"], "has a real URL")
    listed = sorted(texts)
    expect(listed == sorted(f for f in os.listdir(DEMO) if f.endswith(".txt")), "articles.tsv:", listed)
    expect([row["lang"] for row in articles] == ["ar", "ar", "en"], "articles.tsv: languages")
    return texts


def check_variety(name, text):
    """What an Arabic text of the demo has to show to a person who sees the program for the first time."""
    for what, pattern in {
        "digits 0-9": "[0-9]",
        "digits ٠-٩": "[٠-٩]",
        "guillemets": "«[^«»]+»",
        "quotation marks turned the same way": "”[^”]+”",
        "vowel marks": "[\u064b-\u0652].?[\u064b-\u0652]",
        "a Latin name": r"[A-Z][a-z]+ [A-Z][a-z]+",
        "a URL": r"https://\S+",
    }.items():
        expect(re.search(pattern, text), name, "lacks", what)


def check_codebook():
    with open(os.path.join(DEMO, "codebook.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    expect(rows and list(rows[0]) == TAG_COLUMNS, "codebook.csv: header")
    expect(5 <= len(rows) <= 7, "codebook.csv:", len(rows), "tags")
    paths = [row["tag"] for row in rows]
    symbols = [row["symbol"] for row in rows]
    expect(len(set(paths)) == len(paths), "codebook.csv: a tag twice")
    expect(len(set(symbols)) == len(symbols), "codebook.csv: a symbol twice")
    for row in rows:
        expect(all(name and name == name.strip() for name in row["tag"].split("/")), "tag", row["tag"])
        expect(re.fullmatch("[A-Za-z]", row["symbol"]), "tag", row["tag"], "symbol", row["symbol"])
        expect(row["colour"] in COLOURS, "tag", row["tag"], "colour", row["colour"])
        expect(row["description"], "tag", row["tag"], "has no description")
    return set(paths)


def check_mark(row, number, texts, tags):
    """One mark; its range, or None where its quote is not there."""
    where = "marks.tsv line %d:" % number
    text = texts.get(row["file"], "")
    expect(text, where, "no article", row["file"])
    for tag in row["tags"].split(";"):
        expect(tag in tags, where, "no tag", tag)
    found = nth_range(text, row["quote"], int(row["nth"])) if row["quote"] else None
    expect(found, where, "not in", row["file"], row["nth"], "times:", row["quote"])
    if found:
        after = text[found[1]:found[1] + 1]
        expect(not (after and unicodedata.combining(after)), where, "ends before a mark that belongs to it")
        expect(not unicodedata.combining(row["quote"][0]), where, "begins with a mark")
    return found


def check_marks(marks, texts, tags):
    ranges = {}
    for number, row in enumerate(marks, 2):
        found = check_mark(row, number, texts, tags)
        if found:
            ranges.setdefault(row["file"], []).append(found)
    overlaps = 0
    for spans in ranges.values():
        spans.sort()
        overlaps += sum(1 for a, b in zip(spans, spans[1:]) if b[0] < a[1])
        expect(len(set(spans)) == len(spans), "marks.tsv: one range twice")
    expect(overlaps == 1, "marks.tsv:", overlaps, "pairs overlap, not 1")
    expect(sum(1 for row in marks if row["note"]) == 3, "marks.tsv: not 3 notes")
    expect({row["file"] for row in marks} == set(texts), "marks.tsv: an article has no mark")


def main():
    articles = read_tsv("articles.tsv", ARTICLE_COLUMNS)
    texts = check_articles(articles)
    for row in articles:
        if row["lang"] == "ar":
            check_variety(row["file"], texts[row["file"]])
    check_marks(read_tsv("marks.tsv", MARK_COLUMNS), texts, check_codebook())
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
