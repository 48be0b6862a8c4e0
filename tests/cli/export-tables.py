# SPDX-License-Identifier: GPL-3.0-or-later
"""Every table of an export, read by Python's and SQLite's readers of CSV: exact, sorted, the same bytes each time."""
import csv
import io
import re
import shutil
import subprocess

from exported_project import HOSTILE, add_hostile, build, parse, texts_of
from program import expect, expect_equal, finish, program

TABLES = ("annotations", "documents", "codebook", "claims", "mentions", "notes", "coverage", "matrix")
FIELD = re.compile(rb'"(?:[^"]|"")*"')


def check_rfc4180(table, raw):
    """Nothing but quoted fields, commas and CRLF; as many fields in each record."""
    at, fields, counts = 0, 0, set()
    while at < len(raw):
        field = FIELD.match(raw, at)
        if not field:
            expect(False, table, "no quoted field at", at, raw[at:at + 40])
            return
        at, fields = field.end(), fields + 1
        if raw[at:at + 1] == b",":
            at += 1
        elif raw[at:at + 2] == b"\r\n":
            counts.add(fields)
            at, fields = at + 2, 0
        else:
            expect(False, table, "after a field:", raw[at:at + 10])
            return
    expect_equal((len(counts), fields), (1, 0), table, "fields in a record")


def check_anchors(p, table, rows):
    texts = texts_of(p)
    for row in rows:
        text = texts[row["document_id"]]
        expect_equal(text[int(row["start"]):int(row["end"])], row["content"], table, "text[start:end]")


def check_annotations(p):
    rows = p.rows()
    expect(any(r["tag"] for r in rows) and any(r["claim_id"] for r in rows), "rows of both kinds")
    numbers = {row["id"]: int(row["number"]) for row in p.rows("--table", "documents")}
    key = [(numbers[r["document_id"]], int(r["start"]), int(r["end"]), r["id"], r["tag"], r["coder"], r["claim_id"]) for r in rows]
    expect_equal(key, sorted(key), "the total order of annotations.csv")
    expect_equal(len(set(key)), len(key), "no row stands twice")
    expect(all(not (r["tag"] and r["claim_id"]) for r in rows), "a row is of a tag or of a claim")
    check_anchors(p, "annotations", rows)
    mentions = p.rows("--table", "mentions")
    check_anchors(p, "mentions", mentions)
    same = ("claim_id", "claim", "stance", "stance_scheme", "attribution", "speaker", "certainty", "coder", "created_at", "updated_at",
            "content", "document_id")
    expect_equal([[m["highlight_id"]] + [m[c] for c in same] for m in mentions],
                 [[r["id"]] + [r[c] for c in same] for r in rows if r["claim_id"]], "mentions.csv is what annotations.csv has of claims")
    second = next(r for r in rows if r["tag"] == "time/order")
    expect_equal((second["note"], second["coder"]), ("second's", "second"), "the coder's own note")


def check_grids(p):
    coverage = parse(p.out("export", "--table", "coverage"))
    expect_equal(coverage[0], ["claim_id", "claim", "Same (1)", "Same (2)", "=Other, with a comma"], "articles by their titles")
    expect_equal([row[2:] for row in coverage[1:]], [["unread", "agree", "absent"], ["unread", "mixed", "unread"]], "coverage")
    matrix = p.rows("--table", "matrix")
    tags = [row["tag"] for row in p.rows("--table", "codebook")]
    expect_equal(list(matrix[0]), ["document_id", "document", *tags], "a column for each tag")
    rows, codebook = p.rows(), p.rows("--table", "codebook")
    for document in matrix:
        for tag in tags:
            ids = {r["id"] for r in rows if r["tag"] == tag and r["document_id"] == document["document_id"]}
            expect_equal(document[tag], str(len(ids)), "highlights of", tag)
    for tag in codebook:
        mine = [r for r in rows if r["tag"] == tag["tag"]]
        expect_equal((tag["number of highlights"], tag["number of documents"]),
                     (str(len({r["id"] for r in mine})), str(len({r["document_id"] for r in mine}))), "counts of", tag["tag"])
    each = p.rows("--table", "matrix", "--per-highlight")
    expect_equal([r["id"] for r in each], list(dict.fromkeys(r["id"] for r in rows)), "a row for each highlight")
    for one in each:
        expect_equal({t for t in tags if one[t] == "1"}, {r["tag"] for r in rows if r["id"] == one["id"]} - {""}, "tags of", one["id"])
        expect({one[t] for t in tags} <= {"0", "1"}, "0 or 1")


def check_columns(p):
    expect_equal(parse(p.out("export", "--table", "coverage", "--columns", 'claim,"=Other, with a comma",Same (2)'))[0],
                 ["claim", "=Other, with a comma", "Same (2)"], "--columns of a grid, a comma in quotes")
    p.refuses(2, ["no such", "claim_id, claim, Same (1)"], "export", "--table", "coverage", "--columns", "no such")
    for table in TABLES:
        header = parse(p.out("export", "--table", table))[0]
        last = '"' + header[-1].replace('"', '""') + '"'
        expect_equal([r[0] for r in parse(p.out("export", "--table", table, "--columns", last))],
                     [r[-1] for r in parse(p.out("export", "--table", table))], table, "--columns")
        plain = parse(p.out("export", "--table", table))
        expect_equal(parse(p.out("export", "--table", table, "--delimiter", ";"), delimiter=";"), plain, table, "--delimiter")


def check_spreadsheet(p, table):
    plain = parse(p.out("export", "--table", table))
    sheet = p.run("export", "--table", table, "--spreadsheet", status=0).stdout.decode("utf-8")
    expect(sheet.startswith("\ufeff"), table, "a byte order mark")
    guarded = parse(sheet[1:])
    expect_equal(guarded[0][-1], "guarded", table, "the last column")
    for row, safe in zip(plain, guarded):
        danger = [cell[:1] in set("=+-@\t\r\n") and cell != "" for cell in row]
        expect_equal(safe[:-1], ["'" + c if d else c for c, d in zip(row, danger)], table, "guarded cells")
        if row is not plain[0]:
            expect_equal(safe[-1], " ".join(name for name, d in zip(plain[0], danger) if d), table, "names of guarded cells")


def check_sqlite(p, table, raw):
    """SQLite's shell reads the same cells."""
    path = p.file("table.csv", raw)
    database = p.folder / "read.db"
    database.unlink(missing_ok=True)
    said = subprocess.run(["sqlite3", database, "-cmd", ".mode csv", f".import {path} t"], capture_output=True, check=False)
    expect_equal((said.returncode, said.stderr), (0, b""), table, "sqlite3 .import")
    import sqlite3
    with sqlite3.connect(database) as db:
        wanted = parse(raw.decode("utf-8"))
        expect_equal([list(row) for row in db.execute("SELECT * FROM t ORDER BY rowid")], wanted[1:], table, "as SQLite reads it")


def add_links(p):
    """Several links on one highlight, made in another order than theirs."""
    ids = {r["content"]: r["id"] for r in p.rows()}
    for coder in ("third", "another", "second"):
        for claim in ("2", "1"):
            p.out("--coder", coder, "claim", "link", claim, ids["نعم"], "--stance", "discuss")
    for tag in ("time", "source", "claim_id"):
        p.out("--coder", "third", "tag", "on", ids["نعم"], tag)
        p.out("--coder", "another", "tag", "on", ids["نعم"], tag)


def raw_tables(p):
    return {table: p.run("export", "--table", table, status=0).stdout for table in TABLES}


with program() as p:
    build(p)
    check_annotations(p)
    bare = [r["content"] for r in p.rows() if not r["tag"] and not r["claim_id"]]
    expect_equal(bare, ["نعم"], "a highlight is bare where it has neither tag nor claim")
    check_grids(p)
    check_columns(p)
    notes = p.rows("--table", "notes")
    expect_equal([(n["kind"], n["target"], n["note"]) for n in notes],
                 [("project", "", "on all"), ("article", "Same", "on the article"), ("highlight", "=left", "+n\nof one"),
                  ("highlight", "No deal was reached", "second's"), ("tag", "time", "on the tag"),
                  ("claim", 'لم يُعلن عن "اتفاق"، بعد', "on the claim")], "notes, in the order of what they are on")
    claims = p.rows("--table", "claims")
    expect_equal([(c["number"], c["mentions"], c["documents"], c["verdict"]) for c in claims], [("1", "2", "1", ""), ("2", "2", "1", "=true")],
                 "claims")
    before = raw_tables(p)
    add_links(p)
    check_annotations(p)
    add_hostile(p)
    tables = raw_tables(p)
    for table, raw in tables.items():
        check_rfc4180(table, raw)
        expect_equal(raw, p.run("export", "--table", table, status=0).stdout, table, "the same bytes each time")
        header = parse(raw.decode("utf-8"))[0]
        expect_equal(len(set(header)), len(header), table, "headers are unique")
        check_spreadsheet(p, table)
        if shutil.which("sqlite3") and table not in ("matrix", "coverage"):
            check_sqlite(p, table, raw)
    check_anchors(p, "annotations", p.rows())
    noted = {r["note"] for r in p.rows("--table", "notes")}
    for value in HOSTILE:
        expect(value in noted or not value.strip() or value.strip() in {n.strip() for n in noted}, "a note is exact:", repr(value))
    controls = [c for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"]
    for table, raw in before.items():
        text = raw.decode("utf-8")
        expect(all(text.count(c) == 0 or table in ("annotations", "mentions", "notes") for c in controls), table, "no bidi control is added")
    changes = len(p.json("history", "--json"))
    for _ in range(3):
        p.out("undo")
    for _ in range(3):
        p.out("redo")
    expect(changes > 3, "there was something to undo")
    expect_equal(raw_tables(p), tables, "after undo and redo")
finish()
