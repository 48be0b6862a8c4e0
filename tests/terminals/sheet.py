# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in each cell of a frame, and what each glyph looks like in a terminal when it stands alone.

The sheet has every glyph between two Latin letters, each put where it stands by the cursor: there is no order to be
wrong, whoever reorders. A cell of the frame is right where it looks more like its own glyph than like any other.
"""
import ctypes
import ctypes.util
import locale

import picture

ALIKE = 10  # of so many pixels one may differ: neighbours reach over the edges of cells
STEP = 4  # columns of the sheet that a glyph takes: a letter, a blank, the glyph (two columns at most)
STYLES = ("\x1b[0m", "\x1b[0;1m", "\x1b[0;4m", "\x1b[0;1;4m")
LIBC = ctypes.CDLL(ctypes.util.find_library("c"))
locale.setlocale(locale.LC_CTYPE, "C.UTF-8")


def width(char):
    return LIBC.wcwidth(ord(char))


def cells(line):
    """(column, text, width) of each cell of a row of a frame."""
    found, col = [], 0
    for char in line:
        if width(char) == 0 and found:
            found[-1] = (found[-1][0], found[-1][1] + char, found[-1][2])
        else:
            found.append((col, char, width(char)))
            col += width(char)
    return found


class Frame:
    """A frame as --dump-frame prints it: rows, and last where the cursor is."""

    def __init__(self, dumped):
        *rows, cursor = dumped.splitlines()
        self.rows = rows
        self.first_col = 0  # cells to the left of it are not looked at
        self.cursor = tuple(int(n) for n in cursor.split()[1].split(",")) if cursor != "cursor hidden" else None

    def border(self):
        """The column between two panes."""
        return next(col for col, text, _ in cells(self.rows[1]) if text == "│")

    def cells(self, cols):
        """(row, column, text, width) of those that are looked at: all but the one under the cursor."""
        for row, line in enumerate(self.rows):
            row_cells = cells(line)
            end = sum(w for _, _, w in row_cells)
            for col, text, w in row_cells + [(c, " ", 1) for c in range(end, cols)]:
                if self.cursor != (row, col) and col >= self.first_col:
                    yield row, col, text, w


class Sheet:
    """The shapes of glyphs in one terminal."""

    def __init__(self, terminal, told, texts):
        self.terminal = terminal
        terminal.empty()
        self.shapes = {}  # (text, style) -> (shape, width)
        items = [(text, style) for text in sorted(set(texts)) for style in STYLES]
        cols, rows = terminal.size
        per_page = (cols // STEP) * (rows - 1)
        for first in range(0, len(items), per_page):
            self.page(told, items[first:first + per_page], cols // STEP)

    def page(self, told, items, per_row):
        drawn = [told[0] + "\x1b[?25l\x1b[0m\x1b[2J"]
        for i, (text, style) in enumerate(items):
            row, col = i // per_row, i % per_row * STEP
            drawn.append(f"\x1b[{row + 1};{col + 1}H\x1b[0mx\x1b[{row + 1};{col + 3}H{style}{text}")
        self.terminal.put("".join(drawn) + "\x1b[0m\x1b[H")
        shot = self.terminal.settled()
        for i, (text, style) in enumerate(items):
            w = cells(text)[0][2]
            cell = self.terminal.grid.cell(shot, i // per_row, i % per_row * STEP + 2, w)
            self.shapes[text, style] = picture.shape(cell), w
        self.terminal.put(told[1] + "\x1b[?25h\x1b[2J\x1b[H")

    def own(self, text, shape):
        return min(picture.distance(self.shapes[text, style][0], shape) for style in STYLES)

    def nearest(self, w, shape):
        """The glyph of this width that looks most like it, and by how many pixels it differs."""
        return min((picture.distance(its, shape), text) for (text, _), (its, its_width) in self.shapes.items()
                   if its_width == w)

    def wrong(self, frame, shot):
        """(row, column, what should be there, what seems to be) of each wrong cell; how many were looked at."""
        found, n, known = [], 0, {}
        for row, col, text, w in frame.cells(self.terminal.size[0]):
            n += 1
            shape = picture.shape(self.terminal.grid.cell(shot, row, col, w))
            if (text, w, shape) not in known:
                known[text, w, shape] = self.judge(text, w, shape)
            if known[text, w, shape]:
                found.append((row, col, text, known[text, w, shape]))
        return found, n

    def judge(self, text, w, shape):
        """Nothing where it is right; else what it looks like."""
        own = self.own(text, shape)
        if own * ALIKE <= self.terminal.grid.cell_width * self.terminal.grid.cell_height * w:
            return None
        other, seems = self.nearest(w, shape)
        return seems if other < own else None
