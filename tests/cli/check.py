# SPDX-License-Identifier: GPL-3.0-or-later
"""check proves what a project says of its texts: each thing that does not hold is found and named, and nothing else is."""
import contextlib
import json
import shutil
import sqlite3

from program import FIXTURES, expect, expect_equal, finish, program

TEXT = "They met: مُحمد, Anna 👩‍👧 and the others.\nNobody signed.\n"
# What a hand does to the file, and what check calls it.
DAMAGES = [
    ("UPDATE highlight SET exact = 'Nobody sighed' WHERE exact = 'Nobody signed'", "quote"),
    ("UPDATE highlight SET start_cp = start_cp + 1, end_cp = end_cp + 1 WHERE exact = 'Anna'", "quote"),
    ("UPDATE highlight SET start_cp = 4000, end_cp = 4010 WHERE exact = 'Anna'", "range"),
    ("UPDATE highlight SET prefix = 'Dear ' WHERE exact = 'Anna'", "context"),
    ("UPDATE highlight SET suffix = suffix || '!' WHERE exact = 'Nobody signed'", "context"),
    ("UPDATE highlight SET end_cp = end_cp - 1, exact = 'مُحم', suffix = 'د, Anna' WHERE exact = 'مُحمد'", None),
    ("UPDATE highlight SET end_cp = end_cp - 4, exact = 'م', suffix = 'ُحمد, Anna' WHERE exact = 'مُحمد'", "cluster"),
    ("UPDATE coverage SET article = (SELECT article FROM highlight LIMIT 1)", "coverage"),
    ("UPDATE article SET version_of = (SELECT id FROM article WHERE number = 2) WHERE number = 1;"
     "UPDATE article SET version_of = (SELECT id FROM article WHERE number = 1) WHERE number = 2", "version"),
    ("UPDATE body_part SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Osier', 'Osler') AS BLOB)", "text"),
]


def fill(p):
    p.file("met.txt", TEXT)
    p.out("import", "met.txt", FIXTURES / "en.txt")
    ids = {quote: p.out("highlight", "1", "--quote", quote, "--tag", "who").strip()
           for quote in ("مُحمد", "Anna", "Nobody signed", "👩‍👧")}
    claim = p.out("claim", "add", "Something was signed").strip()
    p.out("claim", "link", claim, ids["Nobody signed"], "--stance", "disagree")
    p.out("claim", "absent", claim, "2")
    return ids


def found(p, sql):
    """What check finds after `sql` was done to a copy."""
    copy = p.folder / "copy.hashiya"
    shutil.copy(p.folder / "project.hashiya", copy)
    with contextlib.closing(sqlite3.connect(copy)) as db:
        db.executescript(sql)
    done = p.run("-p", copy, "check", "--json")
    report = json.loads(done.stdout)
    expect_equal(done.returncode, 1 if report["failed"] else 0, sql, "exit code")
    expect_equal(bool(report["failed"]), bool(done.stderr.strip()), sql, "is said on standard error")
    return report


with program() as p:
    fill(p)
    whole = p.json("check", "--json")
    expect_equal(whole, {"articles": 2, "versions": 0, "highlights": 4, "moved": 0, "orphans": 0, "mentions": 1, "absent": 1,
                         "failed": 0, "findings": []}, "a whole project")
    for sql, name in DAMAGES:
        report = found(p, sql)
        expect_equal({finding["finding"] for finding in report["findings"]}, {name} if name else set(), sql)
        expect_equal(report["failed"], len(report["findings"]), sql)
    p.file("met.txt", TEXT.replace("Nobody signed.", "All of them went home."))
    p.out("import", "met.txt")
    orphaned = p.json("check", "--json")
    expect_equal((orphaned["failed"], orphaned["versions"], [f["finding"] for f in orphaned["findings"]]),
                 (0, 1, ["orphan"]), "an orphan is named, and is no failure")

finish()
