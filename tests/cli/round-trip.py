# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes out comes in again, and out as the same bytes: the folder, each of its files alone, a spreadsheet's too.

ROUND_TRIP: how many highlights the project has (default 300), ROUND_TRIP_SEED another one.
"""
import csv
import io
import json
import os
import pathlib
import time

import annotated
from program import FIXTURES, SOURCE, expect, expect_equal, finish, program

ARTICLES = pathlib.Path(os.environ.get("HASHIYA_ARTICLES", SOURCE.parent / "shared" / "articles"))
N = int(os.environ.get("ROUND_TRIP", "300"))
SEED = int(os.environ.get("ROUND_TRIP_SEED", "1"))


def read_folder(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def first_difference(a, b):
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return f"at {at}: {a[max(0, at - 60):at + 60]!r} and {b[max(0, at - 60):at + 60]!r}"


def expect_same_folder(a, b, what):
    left, right = read_folder(a), read_folder(b)
    expect_equal(sorted(left), sorted(right), what, "the files")
    for name in left:
        if left[name] != right.get(name):
            expect(False, what, name, "differs", first_difference(left[name], right.get(name, b"")))


def project(p, name):
    return p.folder / (name + ".hashiya")


def in_and_out(p, source, name, out):
    """Into a new project, and out of it."""
    p.out("-p", project(p, name), "import", "--annotations", source)
    p.out("-p", project(p, name), "export", "--all", out)


def rows_of(path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return {row["id"]: row for row in rows if "id" in row}


def expect_all_members(folder, maker):
    """Everything that was made up is in the file, member by member."""
    there = rows_of(folder / "annotations.jsonl")
    expect_equal(len(there), len(maker.rows), "rows")
    for row in maker.rows:
        found = there.get(row["id"], {})
        wrong = [name for name, value in row.items() if found.get(name) != value and name not in ("prefix", "suffix")]
        expect(not wrong, row["type"], row["id"], *((name, row[name], found.get(name)) for name in wrong))


def expect_quotes(folder):
    """text[start:end] == content in every row but an orphan's, which stands nowhere."""
    texts = {p.stem: p.read_bytes().decode() for p in (folder / "texts").iterdir()}
    with open(folder / "annotations.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["anchor_state"] != "orphan":
            expect_equal(texts[row["document_id"]][int(row["start"]):int(row["end"])], row["content"], row["id"])
    return len(rows)


def with_articles(p, name, bare):
    p.out("-p", project(p, name), "import", "--annotations", bare)
    return project(p, name)


def alone(p, bare, folder):
    """One file at a time, into projects that have the articles and nothing else."""
    for number, (name, options) in enumerate((
            ("annotations.csv", []), ("annotations.csv", ["--spreadsheet"]),
            ("annotations.csv", ["--delimiter", "tab"]), ("annotations.csv", ["--delimiter", ";", "--spreadsheet"]))):
        here = with_articles(p, f"csv{number}", bare)
        path = p.file("alone.csv", p.run("-p", project(p, "one"), "export", *options, status=0).stdout)
        p.out("-p", here, "import", "--annotations", path)
        again = p.run("-p", here, "export", status=0).stdout
        wanted = (folder / name).read_bytes()
        expect(again == wanted, name, *options, first_difference(wanted, again))
    here = with_articles(p, "jsonl", bare)
    p.out("-p", here, "import", "--annotations", folder / "annotations.jsonl")
    again = p.run("-p", here, "export", "--format", "jsonl", status=0).stdout
    wanted = (folder / "annotations.jsonl").read_bytes()
    expect(again == wanted, "annotations.jsonl alone", first_difference(wanted, again))


def web_annotations(p, bare, folder):
    """All of annotations.jsonld comes back but notes on tags: it says of tags nothing but their paths."""
    def items(data):
        return {item["id"]: item for item in json.loads(data)["first"]["items"]}
    here = with_articles(p, "jsonld", bare)
    report = json.loads(p.run("-p", here, "import", "--annotations", folder / "annotations.jsonld", "--json").stdout)
    wanted = items((folder / "annotations.jsonld").read_bytes())
    got = items(p.run("-p", here, "export", "--format", "jsonld", status=0).stdout)
    lost = {key for key in wanted if key not in got}
    tags = {"urn:uuid:" + row["id"] for row in rows_of(folder / "annotations.jsonl").values() if row["type"] == "tag"}
    expect(all(wanted[key]["target"]["id"] in tags for key in lost), "more than notes on tags is lost")
    expect_equal(sum(remark["type"] == "note" for remark in report["remarks"]), len(lost), "notes that are told as lost")
    for key in wanted.keys() - lost:
        expect_equal(got[key], wanted[key], "Web Annotation", key)


def twice(p, folder):
    """What is there already changes nothing, and is no step of the history."""
    before = p.out("-p", project(p, "two"), "history", "--json")
    report = json.loads(p.out("-p", project(p, "two"), "import", "--annotations", folder, "--json"))
    for kind, counts in report["rows"].items():
        expect_equal([counts[c] for c in ("added", "changed", "skipped")], [0, 0, 0], kind, "imported again")
    expect_equal(p.out("-p", project(p, "two"), "history", "--json"), before, "the history")


def undone(p, bare_out, folder):
    """One act: undo takes all of it back, redo brings it again."""
    p.out("-p", project(p, "undo"), "import", "--annotations", bare_out)
    p.out("-p", project(p, "undo"), "export", "--all", p.folder / "before")
    p.out("-p", project(p, "undo"), "import", "--annotations", folder)
    p.out("-p", project(p, "undo"), "undo")
    p.out("-p", project(p, "undo"), "export", "--all", p.folder / "undone")
    expect_same_folder(p.folder / "before", p.folder / "undone", "undo")
    p.out("-p", project(p, "undo"), "redo")
    p.out("-p", project(p, "undo"), "export", "--all", p.folder / "redone")
    expect_same_folder(folder, p.folder / "redone", "redo")


def made_up():
    maker = annotated.make(SEED, N)
    with program() as p:
        source = annotated.write(maker, p.folder / "source")
        bare = annotated.write(maker, p.folder / "bare", ("article",))
        started = time.monotonic()
        in_and_out(p, source, "one", p.folder / "first")
        in_and_out(p, p.folder / "first", "two", p.folder / "second")
        seconds = time.monotonic() - started
        expect_same_folder(p.folder / "first", p.folder / "second", "made up")
        expect_all_members(p.folder / "first", maker)
        n = expect_quotes(p.folder / "first")
        print(f"{N} highlights, {n} rows of annotations.csv: in, out, in, out in {seconds:.1f} s")
        alone(p, bare, p.folder / "first")
        web_annotations(p, bare, p.folder / "first")
        twice(p, p.folder / "first")
        undone(p, bare, p.folder / "first")


def by_hand(paths, what):
    """Real texts, marked, tagged, noted and judged by the program's own subcommands."""
    with program() as p:
        p.out("-p", project(p, "one"), "import", "--lossy", *paths)
        hand = ("-p", project(p, "one"))
        articles = json.loads(p.out(*hand, "list", "--json"))
        claim = p.out(*hand, "claim", "add", "It took three hours, \"they\" said").split()[0]
        for article in articles:
            text = p.run(*hand, "text", article["number"], status=0).stdout.decode()
            for number, start in enumerate(range(0, len(text) - 5, max(7, len(text) // 9))):
                # Some ends are inside of a character, and it says so.
                done = p.run(*hand, "highlight", article["number"], "--start", start, "--end",
                             min(start + 1 + 5 * number, len(text)), "--tag", f"t/{number}", "--note",
                             text[start:start + 20] or "n", status=0)
                mark = done.stdout.decode().split()[0]
                if number % 3 == 0:
                    p.out(*hand, "claim", "link", claim, mark, "--stance", "agree")
            p.out(*hand, "note", article["number"], "--text", text[:50].strip() or "n")
        p.out(*hand, "export", "--all", p.folder / "first")
        in_and_out(p, p.folder / "first", "two", p.folder / "second")
        expect_same_folder(p.folder / "first", p.folder / "second", what)
        expect(expect_quotes(p.folder / "first") > 0, what, "has no rows")


def main():
    made_up()
    by_hand(sorted(FIXTURES.glob("??*.txt")), "fixtures")
    articles = sorted(ARTICLES.glob("*.txt"))
    if articles:
        by_hand(articles, "articles")
    finish()


main()
