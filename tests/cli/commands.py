# SPDX-License-Identifier: GPL-3.0-or-later
"""Every subcommand does what it says, once from the first import to the last undo."""
from program import FIXTURES, expect, expect_equal, finish, program


def articles(p):
    p.out("import", FIXTURES / "ar-report.txt", "--outlet", "Outlet, \"A\"", "--date", "2025-08-16", "--lang", "ar",
          "--author", "A", "--url", "https://a.example", "--dir", "rtl")
    p.out("import", "-", "--title", "From a pipe", stdin="one two\ntwo three\n".encode())
    first, second = p.json("list", "--json")
    expect_equal(first["outlet"], 'Outlet, "A"', "outlet")
    expect_equal((first["published_at"], first["lang"], first["dir"]), ("2025-08-16", "ar", "rtl"), "fields")
    expect_equal(first["source_path"], str((FIXTURES / "ar-report.txt").resolve()), "source_path")
    expect_equal((second["title"], second["source_path"], second["number"]), ("From a pipe", "-", 2), "second")
    expect_equal(second["n_words"], 4, "words")
    text = (FIXTURES / "ar-report.txt").read_text(encoding="utf-8")
    expect_equal(first["n_cp"], len(text), "code points")
    expect_equal(p.out("text", first["id"]), text, "text by id")
    expect_equal(p.out("text", first["id"][:8]), text, "text by the beginning of the id")
    again = p.out("import", FIXTURES / "ar-report.txt")
    expect("already there: 1" in again, "a second import says", again)
    p.out("edit", "2", "--title", "Notes", "--date=2024", "--outlet", "")
    expect_equal(p.json("list", "--json")[1]["title"], "Notes", "edit")
    before = p.out("list", "--json")
    for option, value in (("--date", "yesterday"), ("--lang", "zzzzzz"), ("--url", "not a url")):
        p.refuses(2, [value, "makes no sense"], "edit", "2", option, value)
        p.refuses(2, [value, "makes no sense"], "import", FIXTURES / "en.txt", option, value)
    expect_equal(p.out("list", "--json"), before, "what is refused changes nothing")
    expect("Notes" in p.out("list"), "list shows the title")


def highlights(p):
    one = p.out("highlight", "2", "--quote", "two", "--nth", "2", "--tag", "a / b", "-t", "c", "--note", "why").strip()
    listed = p.json("highlight", "list", "2", "--json")
    expect_equal([(h["id"], h["start"], h["end"], h["exact"]) for h in listed], [(one, 8, 11, "two")], "highlight")
    expect_equal([t["tag"] for t in listed[0]["tags"]], ["a/b", "c"], "its tags")
    expect_equal(listed[0]["notes"][0]["text"], "why", "its note")
    same = p.out("highlight", "add", "2", "--start", "8", "--end", "11", "--tag", "d").strip()
    expect_equal(same, one, "an equal range is the same highlight")
    p.refuses(2, ["99", "18"], "highlight", "2", "--start", "0", "--end", "99")
    p.refuses(2, ["19", "18"], "highlight", "move", one, "--end", "19")
    p.out("highlight", "move", one, "--start", "4")
    expect_equal(p.json("highlight", "list", "--json")[0]["exact"], "two\ntwo", "move")
    p.out("tag", "off", one, "d", "c")
    p.out("tag", "on", one, "e")
    tags = [t["tag"] for t in p.json("highlight", "list", "--json")[0]["tags"]]
    expect_equal(tags, ["a/b", "e"], "tag on and off")
    p.out("highlight", "remove", one)
    expect_equal(p.json("highlight", "list", "--json"), [], "remove")
    p.out("undo")
    expect_equal(len(p.json("highlight", "list", "--json")), 1, "undo brings it back")
    return one


def widening(p):
    p.out("import", "-", "--title", "marks", stdin="مُحَمَّدٌ\n".encode())
    done = p.run("highlight", "3", "--quote", "م", "--nth", "1", status=0)
    expect(b"widened" in done.stderr, "a quote that ends inside a cluster is widened, and says so", done.stderr)
    expect_equal(p.json("highlight", "list", "3", "--json")[0]["exact"], "مُ", "the whole cluster")
    half = p.run("highlight", "1", "--quote", "إلى ثل", status=0)
    expect(b"widened" not in half.stderr, "half of a lam-alef is whole letters", half.stderr)
    expect_equal(p.json("highlight", "list", "1", "--json")[0]["exact"], "إلى ثل", "and stays what it is")
    p.out("highlight", "remove", half.stdout.decode().strip())


def notes(p, highlight):
    p.out("note", "2", "--text", "of the article")
    p.out("note", highlight, "--text", "-", stdin=b"line one\nline two\n")
    expect_equal(p.out("note", "2"), "of the article\n", "note")
    expect_equal(p.out("note", highlight), "line one\nline two\n", "note from standard input")
    expect_equal(sorted(n["kind"] for n in p.json("note", "list", "--json")), ["article", "highlight"], "note list")
    p.out("note", "remove", "2")
    p.refuses(1, ["note"], "note", "2")


def tags(p):
    p.out("tag", "add", "x/y", "--definition", "what, \"it\" means", "--colour", "blue", "--symbol", "x")
    p.out("tag", "edit", "x/y", "--definition", "again")
    p.out("tag", "rename", "x/y", "x/z")
    listed = {t["path"]: t for t in p.json("tag", "list", "--json")}
    expect_equal((listed["x/z"]["definition"], listed["x/z"]["colour"]), ("again", "blue"), "tag")
    expect("x/y" not in listed, "renamed")
    p.out("tag", "merge", "e", "x/z")
    listed = {t["path"]: t for t in p.json("tag", "list", "--json")}
    expect_equal(listed["x/z"]["n_highlights"], 1, "merged")
    expect("e" not in listed, "merge removes the first")
    p.out("tag", "remove", "x")
    expect_equal([t["path"] for t in p.json("tag", "list", "--json") if t["path"].startswith("x")], [], "removed")
    p.out("undo")
    p.out("tag", "add", "an act after it, so that there is nothing to redo")
    p.refuses(2, ["blue"], "tag", "add", "q", "--colour", "bleu")


def history(p):
    before = p.out("highlight", "list", "--json"), p.out("tag", "list", "--json"), p.out("list", "--json")
    done = p.out("history").splitlines()
    expect(len(done) > 10, "history has", len(done))
    expect_equal(len(p.out("history", "--limit", "2").splitlines()), 2, "history --limit")
    steps = 0
    while p.run("undo").returncode == 0:
        steps += 1
    expect_equal(p.json("list", "--json"), [], "undone to the beginning")
    for _ in range(steps):
        p.run("redo", status=0)
    p.refuses(1, ["redo"], "redo")
    after = p.out("highlight", "list", "--json"), p.out("tag", "list", "--json"), p.out("list", "--json")
    expect_equal(after, before, "redo of everything after undo of everything")
    n_acts = len(p.json("history", "--json"))
    expect(p.out("history", "--forget").startswith(f"forgot {n_acts} acts"), "what is forgotten is counted")
    p.refuses(1, ["undo"], "undo")


def several_at_once(p):
    p.file("a.txt", "first\n")
    p.file("b.txt", "second\n")
    p.out("import", "a.txt", "b.txt")
    p.out("undo")
    expect("first" not in p.out("list") and "second" not in p.out("list"), "one command is one act")
    p.out("redo")
    p.out("remove", "4", "5")
    p.out("undo")
    expect("first" in p.out("list") and "second" in p.out("list"), "a removal of two is one act")


def nothing_is_claimed_that_is_not_saved(p):
    before = p.out("list")
    done = p.run("remove", "1", "no such article", status=1)
    expect_equal(done.stdout, b"", "a removal that was taken back says")
    expect_equal(p.out("list"), before, "a removal with a bad operand")


def coder(p):
    p.out("--coder", "other", "highlight", "2", "--quote", "one")
    expect("other" in {h["coder"] for h in p.json("highlight", "list", "--json")}, "--coder")
    p.refuses(1, ["undo"], "--coder", "a third", "undo")


def check_and_doctor(p):
    expect("failed 0" in p.out("check"), "check")
    told = p.out("doctor")
    for word in ("hashiya", "fribidi", "libunistring", "SQLite", "UTF-8", "bidi", "project.hashiya",
                 "nettle", "jansson", "ncurses", "terminal kind", "remembered"):
        expect(word in told, "doctor says nothing of", word)
    for flag in ("--bidi", "--forget"):
        done = p.run("doctor", flag, status=2)
        expect(done.stdout == b"" and b"terminal" in done.stderr, "doctor", flag, "without a terminal")
    expect(p.out("--version").startswith("hashiya "), "--version")


with program() as prog:
    articles(prog)
    marked = highlights(prog)
    widening(prog)
    notes(prog, marked)
    tags(prog)
    history(prog)
    several_at_once(prog)
    nothing_is_claimed_that_is_not_saved(prog)
    coder(prog)
    check_and_doctor(prog)
finish()
