# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rows of a text must show, by an oracle that shares no code with the program or with fribidi.

Levels: uax9.py. Forms: the compatibility decompositions of Python's Unicode tables, joined by ArabicShaping.txt.
Rows: the program's own ends are taken, after checking that they part the paragraph and are no wider than asked.
"""
import json
import os
import random
import re
import subprocess
import unicodedata

import uax9

DATA = os.environ.get("UNICODE_DATA", "/usr/share/unicode")
SOURCE = os.environ.get("srcdir", ".")
PROGRAM = os.path.join(os.environ.get("builddir", "."), "tests/unit/text/text_cells")
PARAGRAPH_END = re.compile("\r\n|[\n\r\x85\u2029]|(?<=[\x1c-\x1e])")
JOINERS = "\u200c\u200d"
FORMS = ("isolated", "final", "initial", "medial")


def read_joining():
    joining = {}
    for line in open(f"{DATA}/ArabicShaping.txt", encoding="utf-8"):
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) >= 4:
            joining[chr(int(fields[0], 16))] = fields[2]
    return joining


def read_mirrors():
    mirrors = {}
    for line in open(f"{DATA}/BidiMirroring.txt", encoding="utf-8"):
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) == 2:
            mirrors[chr(int(fields[0], 16))] = chr(int(fields[1], 16))
    return mirrors


def read_forms():
    """{(letters, form): presentation form} for one letter, and for lam with an alef."""
    forms = {}
    for code in [*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)]:
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        text = "".join(chr(int(letter, 16)) for letter in letters)
        if kind.strip("<>") in FORMS and (len(text) == 1 or re.fullmatch("ل[اأإآ]", text)):
            forms[text, kind.strip("<>")] = chr(code)
    return forms


JOINING, MIRRORS, FORM = read_joining(), read_mirrors(), read_forms()
BRACKETS = uax9.read_brackets(f"{DATA}/BidiBrackets.txt")


def joining_type(char):
    default = "T" if unicodedata.category(char) in ("Mn", "Me", "Cf") else "U"
    return JOINING.get(char, default)


def is_mark(char):
    return unicodedata.category(char) in ("Mn", "Me")


def is_hidden(char):
    return unicodedata.category(char) == "Cf" and not "\u0600" <= char <= "\u0605" and \
        char not in "\u06dd\u08e2\u070f" or "\ufe00" <= char <= "\ufe0f" or char == "\u034f"


def width(char):
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def is_pictograph(char):
    return char >= "\U0001f300" or "\u2600" <= char <= "\u27bf"


def is_flag_letter(char):
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def is_skin_tone(char):
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def clusters(text):
    """GB4, GB5, GB9, GB11, GB12: no more is needed where there is no Hangul and no Indic vowel."""
    starts, flag_letters = [], 0
    for i, char in enumerate(text):
        extends = is_mark(char) or unicodedata.category(char) == "Mc" or char in JOINERS or is_skin_tone(char)
        extends |= is_pictograph(char) and text[i - 1:i] == "\u200d" and is_pictograph(text[starts[-1]])
        flag_letters = flag_letters + 1 if is_flag_letter(char) else 0
        extends |= is_flag_letter(char) and flag_letters % 2 == 0
        before = text[i - 1] if i else ""
        control = not before or unicodedata.category(before) in ("Cc", "Cf", "Zl", "Zp") and before not in JOINERS
        if not extends or control:
            starts.append(i)
    return list(zip(starts, starts[1:] + [len(text)]))


def joins(text, levels):
    """For each kept character, whether it joins the one before and the one after in logical order."""
    kept = [i for i, char in enumerate(text)
            if joining_type(char) != "T" or char in JOINERS or "\u2066" <= char <= "\u2069"]
    before, after = set(), set()
    for a, b in zip(kept, kept[1:]):
        same = levels[a] == levels[b] or text[a] in JOINERS or text[b] in JOINERS
        level = levels[b] if text[a] in JOINERS else levels[a]  # a joiner has none of its own
        forward, backward = ("DLC", "DRC") if level & 1 else ("DRC", "DLC")
        if same and joining_type(text[a]) in forward and joining_type(text[b]) in backward:
            after.add(a)
            before.add(b)
    return kept, before, after


def shape(text, classes, levels):
    """{index: glyph}; None for a lam that its alef shows."""
    kept, before, after = joins(text, levels)
    glyphs = dict(enumerate(text))
    for i in kept:
        left, right = (i in after, i in before) if levels[i] & 1 else (i in before, i in after)
        form = FORMS[2 * left + right]
        if joining_type(text[i]) != "U":
            glyphs[i] = FORM.get((text[i], form), text[i])
    for lam, alef in zip(kept, kept[1:]):
        pair = text[lam] + text[alef]
        if (pair, "final") in FORM and lam in after and levels[lam] == levels[alef] and levels[lam] & 1:
            glyphs[alef] = FORM[pair, "final" if lam in before else "isolated"]
            glyphs[lam] = None
    for i, char in enumerate(text):
        if levels[i] & 1 and classes[i] == "ON":
            glyphs[i] = MIRRORS.get(char, char)
    return glyphs


def shown(char):
    """What stands for a control."""
    code = ord(char)
    if char in "\t\u2028":
        return " "
    if code < 0x20 or code == 0x7F:
        return chr(0x2400 + code) if code < 0x20 else "\u2421"
    return "\ufffd" if unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cn") else char


class Paragraph:
    def __init__(self, text):
        self.text = text
        self.classes = [uax9.bidi_class(char) for char in text]
        self.base = uax9.base_level(self.classes, None)
        self.levels = uax9.resolve(text, self.classes, self.base, BRACKETS)
        self.glyphs = shape(text, self.classes, self.levels)
        self.cells = self.make_cells()
        self.rows = {}

    def make_cells(self):
        """[start, end, [glyphs of a cell...]] of each cluster that is seen, in logical order."""
        cells = []
        for start, end in clusters(self.text):
            seen = [i for i in range(start, end) if not is_hidden(self.text[i])]
            seen = seen[:1] + [i for i in seen[1:] if not is_skin_tone(self.text[i])]
            lam = cells[-1] if cells and cells[-1][2][0][0] is None else None
            glyphs = []
            if lam and seen and is_mark(self.text[seen[0]]):  # it sits on the lam-alef that it parts
                lam[2][0] += [self.glyphs[i] for i in seen]
                lam[1] = end
                continue
            for i in seen:
                if not is_mark(self.text[i]):
                    glyphs.append([self.glyphs[i] and shown(self.glyphs[i])])
                elif glyphs:
                    glyphs[-1].append(self.glyphs[i])
                else:
                    glyphs.append(["\u25cc", self.glyphs[i]])
            if glyphs and lam:
                lam[1] = end
                lam[2] = [[glyphs[0][0]] + lam[2][0][1:] + glyphs[0][1:]] + glyphs[1:]
            elif glyphs:
                cells.append([start, end, glyphs])
        return [(start, end, [cell[:5] for cell in glyphs]) for start, end, glyphs in cells]

    def is_space(self, cell):
        """White space that hangs at a row's end."""
        return cell[2] == [[self.text[cell[0]]]] and self.classes[cell[0]] == "WS" and cell[2] != [["\u240c"]] or \
            self.text[cell[0]] in "\t\u2028"

    def row(self, start, end):
        """The cells of a row that ends as given, in visual order, with their widths."""
        if (start, end) not in self.rows:
            self.rows[start, end] = self.make_row(start, end)
        return self.rows[start, end]

    def make_row(self, start, end):
        cells = [cell for cell in self.cells if start <= cell[0] and cell[1] <= end]
        while cells and self.is_space(cells[-1]):
            cells.pop()
        columns, widths = 0, {}
        for cell in cells:
            tab = self.text[cell[0]] == "\t"
            widths[cell[0]] = [8 - columns % 8] if tab else [width(glyphs[0]) for glyphs in cell[2]]
            columns += sum(widths[cell[0]])
        levels = uax9.reset(self.classes[start:end], self.levels[start:end], self.base)
        heads = {cell[0]: cell for cell in cells}
        inside = {i for cell in cells for i in range(cell[0] + 1, cell[1])}
        items = [i for i in range(start, end)
                 if i in heads or i not in inside and self.classes[i] not in uax9.REMOVED]
        order = uax9.reorder([levels[self.level_index(heads.get(i), i) - start] for i in items])
        visual = [heads[items[k]] for k in order if items[k] in heads]
        return columns, [(a, b, [ord(glyph) for glyph in cell], cell_width) for a, b, several in visual
                         for cell, cell_width in zip(several, widths[a])]

    def level_index(self, cell, i):
        """A cluster that begins with what X9 removes takes the level of what is seen of it."""
        if cell is None:
            return i
        return next(k for k in range(cell[0], cell[1]) if not is_hidden(self.text[k]))


def differences(paragraph, asked, rtl, rows):
    if rtl != paragraph.base:
        yield f"base {rtl}, not {paragraph.base}"
    at = 0
    for start, end, columns, cells in rows:
        if start != at or columns > asked:
            yield f"row {start}-{end} does not follow {at}, or is {columns} wide in {asked}"
        at = end
        want_columns, want = paragraph.row(start, end)
        col = asked - want_columns if paragraph.base else 0
        expected = []
        for a, b, glyphs, cell_width in want:
            expected.append([a, b, glyphs, col, cell_width])
            col += cell_width
        if columns != want_columns or cells != expected:
            at_fault = [(a, b) for a, b in zip(cells, expected) if a != b][:1] or [(len(cells), len(expected))]
            yield f"row {start}-{end} of {asked}: {paragraph.text[start:end]!a}\n  got, want {at_fault[0]}"
    if at != len(paragraph.text):
        yield f"the rows end at {at} of {len(paragraph.text)}"


def compare(path, first, last):
    """(rows compared, list of differences) for the file at these widths."""
    text = open(path, encoding="utf-8", errors="replace", newline="").read().removeprefix("\ufeff")
    parts = PARAGRAPH_END.split(text)
    if parts and not parts[-1]:
        parts.pop()
    paragraphs = [Paragraph(part) for part in parts]
    output = subprocess.run([PROGRAM, path, str(first), str(last)], capture_output=True, check=True).stdout
    n_rows, found, seen = 0, [], set()
    for line in output.splitlines():
        index, asked, rtl, rows = json.loads(line)
        seen.add(index)
        n_rows += len(rows)
        found += differences(paragraphs[index], asked, rtl, rows)
    if len(seen) != len(paragraphs):
        found.append(f"{len(seen)} paragraphs, not {len(paragraphs)}")
    return n_rows, found


LETTERS = "سلامهلاأإبتجدذرعغفقكويىةءپچگکی" + "אבגד" + "abcXYZ"
MARKS = "\u064b\u064e\u0651\u0670\u05b0\u0301"
OTHERS = "0123456789١٢٣۴۵٪%$+-/.,:;!؟،() [] {} <> «» “” \t  " + "中文"
CONTROLS = "\u200e\u200f\u061c\u200b\u200c\u200d\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\x1f\x0b\x01\u2028"


def random_word(rng):
    word = rng.choice([LETTERS, LETTERS, OTHERS])
    word = "".join(rng.choice(word) for _ in range(rng.randint(1, 6)))
    if rng.random() < .4:
        word = "".join(c + rng.choice(MARKS) if c in LETTERS and rng.random() < .4 else c for c in word)
    return word + rng.choice(["", " ", rng.choice(OTHERS), rng.choice(CONTROLS)])


def random_soup(rng):
    """Any character after any other: what no person writes."""
    return "".join(rng.choice(rng.choice([LETTERS, OTHERS, CONTROLS, MARKS])) for _ in range(rng.randint(1, 60)))


def random_text(seed, paragraphs):
    rng = random.Random(seed)
    lines = []
    for _ in range(paragraphs):
        soup = rng.random() < .3
        lines.append(random_soup(rng) if soup else "".join(random_word(rng) for _ in range(rng.randint(1, 25))))
    return "\n".join(lines) + "\n"


def report(name, n_rows, found):
    """Prints what came of a text; true when all is well."""
    print(f"{name}: {n_rows} rows, {len(found)} differ")
    for line in found[:5]:
        print(line[:600])
    return n_rows > 0 and not found
