# SPDX-License-Identifier: GPL-3.0-or-later
"""No byte of content reaches a terminal as a control, whatever place it stands in; pipes get it exactly."""
import contextlib
import re
import sqlite3

from program import FIXTURES, expect, expect_equal, finish, program

# What the program itself may write: SGR, the switches of the terminal guard, the marks on column 0, how far a job is.
SWITCHES = re.compile(r"\r(?:comparing: [0-9]+ %)?\x1b\[K|\x1b\[[0-9;]*m|\x1b\[8[lh]|\x1b\[[01] k")
MARKS = re.compile("^\u200e\u202d", re.MULTILINE)
EVIL = "t\x1b[31mred\x1b]0;title\x07 \u202eoverride\u202c \u2066iso\x9b2J\x7f\u200f\x0ctail\ufeff\x85 e\u0301nd"
FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def check_terminal(p, *words, code=0):
    seen, status = p.on_terminal(*words, columns=120)
    try:
        text = seen.decode("utf-8")
    except UnicodeDecodeError as error:
        expect(False, words, "prints ill-formed UTF-8:", error)
        return
    found = FOREIGN.findall(MARKS.sub("", SWITCHES.sub("", text)))
    expect_equal(sorted(set(found)), [], words, "prints controls on a terminal")
    expect_equal(status, code, words, "on a terminal")


with program() as p:
    texts = [FIXTURES / "hostile.txt"]
    p.out("import", texts[0], "--title", EVIL, "--outlet", EVIL, "--author", EVIL)
    with contextlib.closing(sqlite3.connect(p.folder / "project.hashiya")) as project, project:
        project.execute("UPDATE article SET url = ?, lang = ?", (EVIL, EVIL))
    p.out("import", "--lossy", FIXTURES / "hostile-bytes.txt")
    evil_path = p.folder / f"a{EVIL.replace('/', '')}\n.txt"
    evil_path.write_text("path\n", encoding="utf-8")
    p.out("import", evil_path)
    mark = p.out("highlight", "1", "--start", "0", "--end", "3000", "--note", EVIL, "--tag", "plain").strip()
    p.out("highlight", "2", "--start", "0", "--end", "900")
    p.out("note", "1", "--text", EVIL)
    p.out("tag", "add", "t\u202ee\u2066g", "--definition", EVIL, "--symbol", "\x1b")
    p.out("tag", "on", mark, "t\u202ee\u2066g")
    p.out("claim", "add", EVIL, "--verdict", EVIL)
    p.out("claim", "add", "-", stdin=EVIL.encode() + b"\nsecond line")
    p.out("claim", "link", "1", mark, "--speaker", EVIL, "--stance", "agree")
    p.out("claim", "absent", "2", "1")
    p.out("claim", "relate", "1", "updates", "2")
    for target in (["--claim", "1"], ["--tag", "t\u202ee\u2066g"], ["--whole-project"]):
        p.out("note", *target, "--text", EVIL)

    for command in (["list"], ["list", "--json"], ["show", "1", "2", "3"], ["show", "1"], ["show", "2"],
                    ["show", "1", "--cells"], ["show", "1", "--bidi=terminal"], ["text", "1"], ["text", "2"],
                    ["highlight", "list"], ["highlight", "list", "--json"], ["note", "list"], ["note", "1"],
                    ["note", "list", "--json"], ["tag", "list"], ["tag", "list", "--json"], ["history"], ["check"],
                    ["compare", "1", "2"], ["compare", "1", "2", "3", "--json"], ["compare", evil_path, "1", "--limit", "0"],
                    ["compare", "1", evil_path, "--bidi=terminal"],
                    ["export"], ["export", "--table", "documents"], ["export", "--table", "codebook"], ["doctor"],
                    ["show", evil_path], ["import", evil_path], ["claim", "list"], ["claim", "list", "--json"], ["claim", "show", "1"],
                    ["claim", "show", "2", "--json"], ["claim", "grid"], ["claim", "grid", "--json"], ["claim", "scheme"],
                    ["note", "--whole-project"], ["coder"], ["history", "--json"], ["claim", "edit", "1", "--lang", "en", "--json"],
                    ["claim", "link", "1", mark, "--json"], ["tag", "on", mark, "x", "--json"], ["tag", "move", "x", "plain"],
                    ["claim", "remove", "2"], ["undo"], ["claim", "remove", "2", "--json"], ["undo", "--json"]):
        check_terminal(p, *command)
    check_terminal(p, "text", EVIL, code=1)
    check_terminal(p, EVIL, code=2)
    check_terminal(p, "list", "--" + EVIL, code=2)
    check_terminal(p, "import", f"{EVIL}.txt".replace("/", ""), code=3)
    check_terminal(p, "highlight", "1", "--quote", EVIL + "x", code=1)
    check_terminal(p, "--project", EVIL.replace("/", ""), "list", code=3)
    check_terminal(p, "claim", "add", EVIL, code=3)
    check_terminal(p, "compare", "1", EVIL, code=1)
    check_terminal(p, "compare", "1", f"{EVIL}.txt".replace("/", ""), code=3)
    check_terminal(p, "claim", "show", EVIL + "x", code=1)
    check_terminal(p, "claim", "link", "1", mark, "--stance", EVIL, code=2)
    check_terminal(p, "claim", "relate", "1", EVIL, "2", code=2)
    check_terminal(p, "claim", "scheme", EVIL, code=1)
    check_terminal(p, "tag", "retag", EVIL.replace("/", ""), "x", code=2)
    check_terminal(p, "tag", "rename", "t\u202ee\u2066g", EVIL, code=2)
    check_terminal(p, "undo")
    check_terminal(p, "redo")

    # Standard error is safe in a pipe, too.
    said = p.run("text", EVIL, status=1).stderr.decode("utf-8").replace("\n", "")
    expect_equal(FOREIGN.findall(said), [], "standard error in a pipe")

    expect_equal(p.json("claim", "show", "1", "--json")["mentions"][0]["speaker"], EVIL, "a speaker in JSON")
    expect_equal(p.json("claim", "list", "--json")[1]["statement"], EVIL + "\nsecond line", "a claim in JSON")

    # A text of somebody's own making, in a project of ours: nothing but the ends of characters.
    broken = p.folder / "broken.hashiya"
    p.out("--project", broken, "import", "-", stdin=b"x" * 400000)
    with contextlib.closing(sqlite3.connect(broken)) as db, db:
        db.execute("UPDATE body_part SET bytes = ?", (b"\x80" * 65536,))
    expect_equal(len(p.run("--project", broken, "text", "1", status=0).stdout), 400000, "text of a broken body")

    # Data is exact in a pipe.
    expect_equal(p.run("text", "1").stdout, texts[0].read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n"),
                 "text in a pipe")
    expect_equal(p.json("list", "--json")[0]["title"], EVIL, "--json in a pipe")
    expect_equal(p.json("list", "--json")[2]["source_path"], str(evil_path.resolve()), "a path in JSON")
    row = next(r for r in p.rows() if r["tag"] == "plain")
    expect_equal((row["document"], row["note"]), (EVIL, EVIL), "export in a pipe")
    expect_equal(p.out("note", "1"), EVIL + "\n", "note in a pipe")
finish()
