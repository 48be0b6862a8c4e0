# SPDX-License-Identifier: GPL-3.0-or-later
"""Five real articles, where they are: their titles, their panes, their exact text."""
import hashlib
import os
import pathlib
import sys

from program import SOURCE, expect, expect_equal, finish, program

FOLDER = pathlib.Path(os.environ.get("HASHIYA_ARTICLES", SOURCE.parent / "shared" / "articles"))
# Which line of each is its title: the last begins with a dateline.
TITLE_LINES = (0, 0, 0, 0, 2)

files = sorted(FOLDER.glob("*.txt"))
if len(files) != len(TITLE_LINES):
    print("not here:", FOLDER)
    sys.exit(77)
with program() as p:
    p.out("import", *files)
    listed = p.json("list", "--json")
    for article, file, line in zip(listed, files, TITLE_LINES):
        text = file.read_text(encoding="utf-8")
        expect_equal(article["title"], " ".join(text.split("\n")[line].split()), "title")
        expect_equal(article["sha256"], hashlib.sha256(file.read_bytes()).hexdigest(), "sha256")
        expect_equal(p.out("text", article["number"]), text, "text")
        expect_equal(p.out("show", article["number"]), text, "show in a pipe")
    rows = p.out("show", *range(1, 6), "--width", "200").splitlines()
    for row in rows[2:]:
        visible = [c for c in row if not ("\u064b" <= c <= "\u065f" or c == "\u0670")]
        expect_equal(len(visible), 5 * 37 + 4 * 3, "columns")
        for i in range(1, 5):
            at = i * 37 + 3 * (i - 1)
            expect_equal("".join(visible[at:at + 3]), " │ ", "separator")
    expect(len(rows) > 100, "rows", len(rows))
    for number in range(1, 6):
        word = p.out("text", number).split()[3]
        p.out("highlight", number, "--quote", word, "--nth", "1", "--tag", "w")
    for row in p.rows():
        text = p.out("text", row["document_id"])
        expect_equal(text[int(row["start"]):int(row["end"])], row["content"], "content")
    expect("highlights 5, failed 0" in p.out("check"), "check")
finish()
