# SPDX-License-Identifier: GPL-3.0-or-later
"""Panes stand beside each other and never touch: every separator is in its column, in every row."""
import json
import os
import threading
import unicodedata

from program import FIXTURES, expect, expect_equal, finish, program

NAMES = ("ar-report.txt", "en.txt", "he.txt", "fa.txt", "mixed.txt")


def columns_of(text):
    """The characters of a row by column; marks belong to the column before them."""
    cells = []
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me", "Cf") and cells:
            cells[-1] += char
        else:
            cells.append(char)
            if unicodedata.east_asian_width(char) in "WF":
                cells.append("")
    return cells


def geometry(width, count):
    """How many panes stand beside each other, and how wide they are (what the manual says)."""
    while count > 1 and (width - 3 * (count - 1)) // count < 24:
        count -= 1
    return count, (width - 3 * (count - 1)) // count


def check_blocks(p, width):
    printed = p.out("show", *range(1, 6), "--width", width)
    left = 5
    blocks = printed.split("\n\n")
    for block in blocks:
        count, pane = geometry(width, left)
        left -= count
        rows = block.rstrip("\n").split("\n")
        for number, row in enumerate(rows):
            cells = columns_of(row)
            expect_equal(len(cells), count * pane + 3 * (count - 1), "columns of row", number, "at", width)
            for i in range(1, count):
                at = i * pane + 3 * (i - 1)
                wanted = "─┼─" if number == 1 else " │ "
                expect_equal("".join(cells[at:at + 3]), wanted, "separator", i, "of row", number, "at", width)
    expect_equal(left, 0, "all five are shown at", width)
    expect("\x1b" not in printed and "\u202d" not in printed, "no escape and no guard in a pipe")


def rows_of_cells(rows):
    """Text rows from the JSON of --cells, by article."""
    lines = {}
    for row in rows:
        line, at = "", 0
        for cell in row["cells"]:
            line += " " * (cell["col"] - at) + cell["glyphs"]
            at = cell["col"] + cell["width"]
        lines.setdefault(row["pane"], []).append(line)
    return lines


def check_cells(p, width, articles):
    rows = [json.loads(line) for line in p.out("show", *range(1, 6), "--width", width, "--cells").splitlines()]
    pane = geometry(width, 5)[1]
    for number in range(1, 6):
        mine = [row for row in rows if row["pane"] == number]
        text = articles[number - 1]
        at = 0
        for row in mine:
            if at and text[at:at + 1] == "\n" and row["start"] == at + 1:
                at += 1
            expect_equal(row["start"], at, "rows partition article", number)
            at = row["end"]
            ranges = [cell["range"] for cell in row["cells"]]
            expect(all(row["start"] <= a < b <= row["end"] for a, b in ranges), "cells lie in their row")
            used = [cell["col"] + cell["width"] for cell in row["cells"]]
            expect(max(used, default=0) <= pane, "a row of article", number, "is wider than its pane")
            if row["base"] == "R" and used:
                expect_equal(max(used), pane, "a right-to-left row ends at the right edge")
        expect(at >= len(text.rstrip("\n")), "article", number, "is there to its end")
    return rows_of_cells(rows)


def check_one(p, width):
    """The body of one pane is what its cells say."""
    cells = rows_of_cells(map(json.loads, p.out("show", "1", "--width", width, "--cells").splitlines()))[1]
    expect_equal(p.out("show", "1", "--bidi=app", "--width", width).split("\n")[:-1], cells, "one pane at", width)


def check_language(p):
    """A paragraph without a letter is read as the article's language is."""
    number = len(p.json("list", "--json")) + 1
    p.out("import", "-", "--title", "numbers", "--lang", "ar-EG", stdin="سلام\n12 (3)\n".encode())
    rows = [json.loads(line) for line in p.out("show", number, "--cells", "--width", 20).splitlines()]
    expect_equal([row["base"] for row in rows], ["R", "R"], "directions in an Arabic article")
    p.out("edit", number, "--lang", "en")
    rows = [json.loads(line) for line in p.out("show", number, "--cells", "--width", 20).splitlines()]
    expect_equal([row["base"] for row in rows], ["R", "L"], "and in one that is not")


def check_files(p):
    """A file in no project is shown as it is, once read, even from a pipe; a number is an article first."""
    plain = p.file("1", "a file called one\n")
    expect_equal(p.out("show", "1"), (FIXTURES / NAMES[0]).read_text(encoding="utf-8"), "a number is an article")
    expect_equal(p.out("show", "./1"), "a file called one\n", "./1 is a file")
    expect_equal(p.out("show", "-", stdin=b"from a pipe\n"), "from a pipe\n", "standard input")
    fifo = p.folder / "fifo"
    os.mkfifo(fifo)
    writer = threading.Thread(target=lambda: fifo.write_bytes(b"from a fifo\n"))
    writer.start()
    expect_equal(p.out("show", fifo), "from a fifo\n", "a FIFO is read once")
    writer.join()
    expect_equal(p.out("show", p.file("bad", b"a\xffb\n")), "a\ufffdb\n", "what is not UTF-8 is shown all the same")
    plain.unlink()


def check_long(p):
    """A paragraph in windows is one: its text is exact, its rows partition it, its number is theirs."""
    text = "first\n" + "قال الوزير إن القمة انتهت " * 6000 + "\nlast\x1cline\n"
    path = p.file("long", text)
    expect_equal(p.out("show", path), text, "a long paragraph in a pipe")
    rows = [json.loads(line) for line in p.out("show", path, "--width", 80, "--cells").splitlines()]
    long = [row for row in rows if row["paragraph"] == 2]
    expect(all(a["end"] == b["start"] for a, b in zip(long, long[1:])), "its rows follow each other")
    expect_equal((long[0]["start"], long[-1]["end"]), (6, 6 + 6000 * 26), "they are all of it")
    expect_equal({row["base"] for row in long}, {"R"}, "its direction")
    expect_equal([row["paragraph"] for row in rows[len(long) + 1:]], [3, 4], "what comes after it")


def check_terminal(p):
    seen, code = p.on_terminal("show", "1", "2", columns=100)
    expect_equal(code, 0, "show on a terminal")
    expect(seen.startswith(b"\x1b[8l"), "the guard comes first", seen[:20])
    expect(b"\x1b[8h" in seen[-20:], "and the terminal is given back", seen[-20:])
    expect(b"\x1b[0;4" in seen, "highlights are marked")
    plain, _ = p.on_terminal("show", "1", "2", "--color=never", columns=100)
    expect(b";48;5;" in seen and b";48;5;" not in plain and b"\x1b[0;4" in plain, "without colour, underlined")
    one, _ = p.on_terminal("show", "1", "--bidi=terminal", columns=100)
    expect("رئيسة".encode() in one or b"\xd8" in one, "terminal mode prints letters, no forms")
    expect(not any("\ufe70" <= c <= "\ufefc" for c in one.decode()), "no presentation forms in terminal mode")
    verse = p.file("verse", "آية \u06dd\u0662\n")
    seen, _ = p.on_terminal("show", verse, columns=40)
    expect("\u25cc\u0662" in seen.decode(), "a sign whose width terminals dispute is shown as a circle", seen)
    printed = p.out("show", verse, "--bidi=app", "--width", 40)
    expect("\u06dd\u0662" in printed, "in a pipe it is what it is", printed)


with program() as prog:
    prog.out("import", *(FIXTURES / name for name in NAMES))
    texts = [prog.out("text", number) for number in range(1, 6)]
    for number, name in enumerate(NAMES, 1):
        expect_equal(prog.run("show", number).stdout, (FIXTURES / name).read_bytes(), "one in a pipe is its text")
        expect_equal(prog.run("show", FIXTURES / name).stdout, (FIXTURES / name).read_bytes(), "or a file's")
    for columns in (200, 160, 140, 132, 120, 107, 80, 64, 51, 50, 24, 10):
        check_blocks(prog, columns)
    for columns in (200, 132):
        check_cells(prog, columns, texts)
    for columns in range(24, 121, 12):
        check_one(prog, columns)
    word = texts[0].split()[5]
    prog.out("highlight", "1", "--quote", word, "--nth", "1", "--tag", "t")
    check_language(prog)
    check_files(prog)
    check_long(prog)
    check_terminal(prog)
finish()
