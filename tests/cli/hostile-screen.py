# SPDX-License-Identifier: GPL-3.0-or-later
"""Each hostile text in each place of the interface: no sequence of its own reaches the terminal, and no cell beside it changes.

The same keys are pressed in two projects that differ only in their texts, hostile in one and harmless in the other, on a
terminal (tests/term/drive). What the hostile one sends, taken apart, must be what the harmless one sends; and outside of the
texts' own places the two screens must be the same, cell for cell.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess

from hostile_cases import all_cases
from hostile_project import FILE_STEP, HIDDEN, Project, fits_body, harmless, sent
from program import expect, expect_equal, finish, program

DRIVE = pathlib.Path(os.environ["builddir"]) / "tests" / "term" / "drive"
ROWS, COLUMNS, STEP = 50, 200, 40
DOWN = "\\e[B"
# For these libvterm's table has other widths than the C library, and than the terminals of our days: hostile.py has them.
DISPUTED = re.compile("[\u0600\u06dd\u3099]")


# What is shown. A screen is rows of cells; a mask is the set of places that the texts may change.

def screen_of(path):
    return path.read_text().splitlines()


def glyph(cell):
    return chr(int(cell.split(":")[0].split("+")[0] or "20", 16) & 0x1FFFFF if not cell.startswith("ffffffff") else 0)


def row_text(screen, row):
    return "".join(map(glyph, screen[row].split(" ")))


def rectangle(rows, cols):
    return {(row, col) for row in rows for col in cols}


def columns_mask(screen):
    """The columns of the library's table that hold texts: title, outlet, date; not the gaps between them."""
    header = row_text(screen, 0)
    starts = [header.index(name) for name in ("title", "outlet", "date")]
    return set().union(*(rectangle(range(1, ROWS - 2), range(start, end)) for start, end in
                         zip(starts, (starts[1] - 2, starts[2] - 2, starts[2] + 10))))


def box_mask(screen, title=False):
    """The inside of the one box on the screen, and the title in its border."""
    top = next(row for row in range(ROWS) if "┌" in row_text(screen, row))
    left, right = row_text(screen, top).index("┌"), row_text(screen, top).rindex("┐")
    bottom = next(row for row in range(top, ROWS) if row_text(screen, row)[left] == "└")
    return rectangle(range(top if title else top + 1, bottom), range(left + 1, right))


def pane_mask(screen, index):
    """A pane of two, with its header."""
    border = row_text(screen, 0).index("│")
    return rectangle(range(ROWS - 2), range(border) if index == 0 else range(border + 1, COLUMNS))


def message_mask(_screen):
    """The status line, but for its end, which says whether all is saved."""
    return rectangle([ROWS - 2], range(COLUMNS - 8))


def differences(one, two, mask):
    for row in range(ROWS):
        if one[row] == two[row]:
            continue
        for col, (a, b) in enumerate(zip(one[row].split(" "), two[row].split(" "))):
            if a != b and (row, col) not in mask:
                yield row, col


def why_mask(_screen):
    """The row that tells what the other pane says of the passage at the cursor, in words of both."""
    return rectangle([ROWS - 3], range(COLUMNS))


def footer_mask(_screen):
    """The keys at the foot, of which one is for texts that have hidden characters."""
    return rectangle([ROWS - 1], range(COLUMNS - 8))


# A session: lines of a script, or functions that make them of a project; and pictures between them.

class Session:
    def __init__(self, folder, *args):
        self.lines = ["terminal xterm", f"size {ROWS} {COLUMNS}", "run hashiya " + " ".join(args), "wait saved"]
        self.folder, self.pictures = folder, 0

    def do(self, *lines):
        self.lines += lines

    def picture(self):
        self.do("settle", "cells {folder}/" + str(self.pictures))
        self.pictures += 1

    def walk(self, n, key=DOWN):
        for _ in range(0, n, STEP):
            self.picture()
            self.do("type " + key * STEP)
        self.picture()

    def play(self, project, name):
        folder = self.folder / f"{name}-{project.path.parent.name}"
        folder.mkdir()
        script = folder / "script"
        lines = [line if isinstance(line, str) else line(project) for line in [*self.lines, "settle", "bytes {folder}/bytes"]]
        script.write_text("\n".join(lines).replace("{project}", str(project.path)).replace("{folder}", str(folder))
                          .replace("{files}", str(project.path.parent / "named"))
                          .replace("{twin}", str(project.twin)) + "\n")
        done = subprocess.run([DRIVE, script], env=project.program.env, cwd=self.folder, capture_output=True, check=False)
        if done.returncode != 0:
            expect(False, name, project.path.parent.name, done.stderr.decode(errors="replace")[-3000:])
            finish()
        return [screen_of(folder / str(n)) for n in range(self.pictures)], (folder / "bytes").read_bytes()


def compare(session, name, hostile, harmless_one, *masks):
    """Plays it in both projects; returns what the hostile one showed, and what the other sent."""
    shown, stream = session.play(hostile, name)
    wanted, control = session.play(harmless_one, name)
    mask = set().union(*(make(wanted[0]) for make in masks))
    for n, (one, two) in enumerate(zip(shown, wanted)):
        wrong = sorted(differences(one, two, mask))
        if wrong:  # the first is enough
            expect(False, name, f"picture {n}: cells beside the texts differ:", wrong[:6], row_text(one, wrong[0][0]))
            break
    return shown, sent(stream), sent(control)


# The places: each gives a session, and the masks of what the texts may change there.

def library(folder, n):
    session = Session(folder, "-p", "{project}")
    session.walk(n)
    return session, columns_mask


def forms(folder, n):
    """Every field of an article's form; the library is behind it."""
    session = Session(folder, "-p", "{project}")
    session.do("type " + DOWN * 2, "settle")
    for _ in range(0, n, STEP):
        session.do("type e")
        session.picture()
        session.do("key Esc", "settle", "type " + DOWN * STEP, "settle")
    return session, box_mask, columns_mask


def reading(folder, n, index):
    """The text in one pane, from its start to its end and with what is hidden back again; a harmless one in the other."""
    session = Session(folder, "-p", "{project}", *(("2", "1") if index == 0 else ("1", "2")))
    session.do("key Home", *["key Tab"] * index)  # comparing begins with the first key
    for key, pages in (("Space", n // STEP), ("F7", 1), ("PageUp", n // STEP)):
        for _ in range(pages):
            session.picture()
            session.do(f"key {key}")
    session.picture()
    return session, lambda screen: pane_mask(screen, index), why_mask, message_mask, footer_mask


def noting(folder, n):
    """The note of an article, all cases in it, in the editor; its title and the article's text beside a harmless one."""
    session = Session(folder, "-p", "{project}", "2", "1")
    session.do("type \\eOS\\e[1;5H", "settle")
    session.walk(n)
    return session, lambda screen: box_mask(screen, title=True), lambda screen: pane_mask(screen, 0), why_mask, message_mask, footer_mask


def list_of(folder, n, *keys):
    """A list in a box, walked through; harmless articles behind it."""
    session = Session(folder, "-p", "{project}", "1", "1")
    session.do(*keys)
    session.walk(n)
    return session, box_mask, message_mask


def list_in_library(folder, n, *keys):
    session = Session(folder, "-p", "{project}")
    session.do(*keys)
    session.walk(n)
    return session, box_mask, columns_mask, message_mask


def history(folder, n):
    """The timeline: coders and acts behind day, time and sign, and at the foot the act at the cursor."""
    session = Session(folder, "-p", "{project}")
    session.do("key h", "settle")
    session.walk(n)
    return session, lambda screen: rectangle(range(ROWS - 6), range(27, COLUMNS)), lambda screen: rectangle([ROWS - 5], range(COLUMNS))


def comparing(folder, n):
    """The cases and a second article that has them, too: titles, each list, and the passages below. What words share is not the same
    in both projects, nor which keys can do anything: only the screen's edges are compared."""
    session = Session(folder, "-p", "{project}", "2", "{twin}")
    session.do("type !", "wait says the same", "settle")
    session.picture()
    for key in "23456":
        session.do(f"type {key}g", "settle")
        session.walk(min(n, 10 * STEP))
    return session, lambda screen: rectangle(range(ROWS - 2), range(1, COLUMNS)), message_mask, footer_mask


def differing(folder, n):
    """The cases beside an article that has them with another last word each: what is beside the rule stays, and the screen's edges."""
    session = Session(folder, "-p", "{project}", "2", "{twin}")
    session.do("type ~", "wait change 1 of", "settle")
    session.walk(min(n, 10 * STEP), "n")
    middle = COLUMNS // 2
    texts = [*range(1, middle - 1), middle, *range(middle + 2, COLUMNS)]
    return (session, lambda _: rectangle(range(ROWS - 2), texts), lambda _: rectangle([1], range(1, COLUMNS)), message_mask, footer_mask)


def pasted(first, end):
    """Texts in one paste."""
    def line(project):
        text = b" ".join(project.named(n) for n in range(first, min(end, len(project.texts))))
        return "paste " + "".join(f"\\x{byte:02x}" for byte in text)
    return line


def searching(folder, n):
    """What is looked for: in the prompt, and in the message that it is nowhere."""
    session = Session(folder, "-p", "{project}", "1", "1")
    for first in range(0, n, 150):
        session.do("type /", "settle", pasted(first, first + 150))
        session.picture()
        session.do("key Enter")
        session.picture()
    return session, lambda screen: rectangle([ROWS - 3], range(COLUMNS)), message_mask


def typing(folder, n, *keys):
    """What is typed into a list: a command that there is not, a tag that could be new."""
    session = Session(folder, "-p", "{project}", "1", "1")
    session.do(*keys, "settle")
    for first in range(0, n, 60):
        session.do(pasted(first, first + 60))
        session.picture()
        session.do("key C-u", "settle")
    return session, box_mask, message_mask


def paths(folder, n):
    """Names of files, as the prompt for one completes them, and as a file that cannot be imported is told of."""
    session = Session(folder, "-p", "{project}", "1", "1")
    session.do("type :import\\r", "settle")
    for case in range(0, n, FILE_STEP):
        session.do(f"type \\x15{{files}}/{case // 100}/c{case:04}\\t")
        if case % (STEP * FILE_STEP) == 0:
            session.picture()
    session.do("key Enter")
    session.picture()
    return session, lambda screen: rectangle([ROWS - 3], range(COLUMNS)), message_mask


def every_place(folder, n):
    """The library first: a project that was read is opened where it was left. With each, what its first picture must show."""
    yield "library", "outlet", library(folder, n)
    yield "form", "Title", forms(folder, n)
    yield "drafts", "Unfinished notes", list_in_library(folder, n, "key n", "settle")
    yield "articles", "Go to", list_in_library(folder, n, "key /", "settle")
    yield "left pane", "1 cases", reading(folder, n, 0)
    yield "right pane", "2 cases", reading(folder, n, 1)
    yield "tags", "─Tag─", list_of(folder, n, "key Enter", "key t", "settle")
    yield "highlights", "─Highlights", list_of(folder, n, "key l", "settle")
    yield "history", "Fri 2026-01-02", history(folder, n)
    yield "note", "─Note on the article", noting(folder, n)
    yield "survey", "2 shared", comparing(folder, n)
    yield "differences", "change 1 of", differing(folder, n)
    yield "search", "Find", searching(folder, n)
    yield "palette", "─Commands─", typing(folder, n, "type :")
    yield "new tag", "new tag: ", typing(folder, n, "key Enter", "key t")
    yield "paths", "Add the article", paths(folder, n)


# Judging.

def spelling(text, n):
    """A joiner after a letter that may need it, or a variation selector."""
    before = text[n - 1] if n else ""
    joins = text[n] in "\u200c\u200d" and before >= "\u0300"
    return before and not is_hidden(before) and (joins or "\ufe00" <= text[n] <= "\ufe0f")


def is_hidden(char):
    return char not in "\u2028\u2029" and not "\x80" <= char <= "\x9f" and bool(HIDDEN.match(char))


def count_hidden(text):
    return sum(is_hidden(char) and not spelling(text, n) for n, char in enumerate(text))


def check_exact(project):
    """What the screen never shows is in the text, its offsets and the export."""
    expect_equal(project.run("text", "2").stdout.decode(), project.body, "the text")
    expect("failed 0" in project.run("check").stdout.decode(), "a highlight's quote does not stand at its offsets")
    done = project.run("highlight", "list", "2", "--json").stdout
    for mark in json.loads(done):
        expect(mark["exact"] == project.body[mark["start"]:mark["end"]], "a quote in JSON:", ascii(mark["exact"]))


def check_badge(project, screen):
    lines = [line for line in project.body.split("\n") if count_hidden(line)]
    expect(len(lines) > 1100, "only", len(lines), "cases have hidden characters")
    wanted = sum(map(count_hidden, lines))
    expect(f"hidden characters: {wanted} " in row_text(screen, 0), "the badge is not", wanted, "but", row_text(screen, 0)[:100])


def prove(cases, control):
    """The judges can see: a text as it is in the stream of a terminal, and one cell changed on its screen."""
    stream = b"\x1b[H\x1b[2Ja quiet line\r"
    blind = [case for case in cases if not sent(stream + case + stream) - control]
    seen = len(cases) - len(blind)
    expect(seen > 1900, "only", seen, "cases would be seen in a stream, not", ascii(blind[:40]))
    screen = [" ".join(["41:0000.-1.-1"] * COLUMNS)] * ROWS
    spoilt = [*screen[:7], screen[7].replace("41:", "42:", 1), *screen[8:]]
    expect_equal((list(differences(screen, screen, set())), list(differences(spoilt, screen, set())),
                  list(differences(spoilt, screen, {(7, 0)}))), ([], [(7, 0)], []), "differences between screens")


def another_locale(folder):
    """LC_ALL for a second run of some places, where there is another locale or its source."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
    named = [name for name in listed if re.match(r"(ar|en)_\w+\.utf-?8$", name, re.IGNORECASE)]
    if named:
        return {"LC_ALL": named[0], "LANGUAGE": "en"}
    made = shutil.which("localedef") and subprocess.run(["localedef", "-i", "ar_EG", "-f", "UTF-8", folder / "ar_EG.UTF-8"],
                                                        capture_output=True, check=False).returncode == 0
    return {"LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "en", "LOCPATH": str(folder)} if made else None


def main():
    cases = [case for case in all_cases() if not DISPUTED.search(case.decode(errors="replace"))]
    expect(len(cases) > 1500, "only", len(cases), "cases")
    in_body = [n for n, case in enumerate(cases) if fits_body(case)]
    with program() as p:
        p.env["HASHIYA_CODER"] = "coder"  # so that the interface asks nobody
        hostile, kind = Project(p, "hostile", cases, in_body), Project(p, "harmless", list(map(harmless, cases)), in_body)
        check_exact(hostile)
        got, control = {}, set()
        for name, word, (session, *masks) in every_place(p.folder, len(cases)):
            shown, got[name], sent_by_kind = compare(session, name, hostile, kind, *masks)
            expect(word in "\n".join(row_text(shown[0], row) for row in range(ROWS)), name, "does not show", word)
            control |= sent_by_kind
            if name == "left pane":
                check_badge(hostile, shown[0])
        locale = another_locale(p.folder)
        if locale:
            p.env.update(locale)
            for name, _, (session, *masks) in list(every_place(p.folder, len(cases)))[4:7]:
                _, got[f"{name}, {locale['LC_ALL']}"], _ = compare(session, name + " again", hostile, kind, *masks)
        for name, kinds in got.items():
            expect(not kinds - control, name, "sends what no harmless text does:", sorted(kinds - control))
        prove(cases, control)
        print(f"{len(cases)} hostile texts in {len(got)} places")


main()
finish()
