# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rows of a paragraph must show, by rules from the standards and the database; no code is the program's.

UAX #9 (uax9.py), UAX #14 (uax14.py), UAX #29 (uax29.py); joining types, compatibility decompositions and mirrors from
the database; widths from the C library, as the terminal's program has them. What the standards leave open is decided
here as src/text/paragraph.h says it.
"""
import ctypes
import locale
import re

import uax9
import uax14
import uax29
import ucd

locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
C_LIBRARY = ctypes.CDLL(None)

PARAGRAPH_END = re.compile("\r\n|[\n\r\x85\u2029]|(?<=[\x1c-\x1e])")
FORMS = ("isolated", "final", "initial", "medial")
LAM, ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
JOINERS = "\u200c\u200d"
DOTTED_CIRCLE = "\u25cc"
CELL_GLYPHS, CLUSTER_CELLS, TAB = 5, 8, 8

JOINING = ucd.Property("extracted/DerivedJoiningType.txt", "U")
IGNORABLE = ucd.has("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
MIRRORS = {char: image for char, (image, _) in ucd.pairs("BidiMirroring.txt").items()}


def read_forms():
    """{(letters, form): presentation form} for one letter, and for lam with an alef."""
    forms = {}
    for first, last in ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC)):
        for char, kind, letters in ucd.decompositions(first, last):
            if kind in FORMS and (len(letters) == 1 or letters[0] == LAM and letters[1:] in tuple(ALEFS)):
                forms[letters, kind] = char
    return forms


FORM = read_forms()


class Widths(dict):
    """wcwidth() of each character."""

    def __missing__(self, char):
        self[char] = C_LIBRARY.wcwidth(ord(char))
        return self[char]


WIDTH = Widths()


def is_hidden(char):
    """What has no width and no look of its own: interlinear annotations and what joins hieroglyphs, too."""
    return bool(IGNORABLE[char]) or "\ufff9" <= char <= "\ufffb" or "\U00013430" <= char <= "\U0001343f"


def is_skin_tone(char):
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def is_noncharacter(char):
    return ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"


HIDDEN, SPACING, MARK, TONE = range(4)


class Kinds(dict):
    """What becomes of a character: nothing, a cell, a mark on one."""

    def __missing__(self, char):
        kind = HIDDEN if is_hidden(char) else MARK if WIDTH[char] == 0 and char != "\0" else SPACING
        self[char] = TONE if is_skin_tone(char) else kind
        return self[char]


class Shown(dict):
    """What stands for a character that is a glyph already."""

    def __missing__(self, char):
        code = ord(char)
        if char in "\t\u2028":
            shown = " "
        elif code < 0x20:
            shown = chr(0x2400 + code)
        elif code == 0x7F:
            shown = "\u2421"
        else:
            shown = "\ufffd" if WIDTH[char] < 0 or is_noncharacter(char) else char
        self[char] = shown
        return shown


KIND, SHOWN = Kinds(), Shown()


def joins(text, levels):
    """For each character that takes part in joining, whether it joins the one before and the one after it.

    Joining sees what is not transparent, within one level (UAX #9, 6.2: shaping stays in a directional run). A joiner
    speaks to its neighbours whatever their levels are (6.1). In a run from left to right (an override) the next
    character stands on the right, so that left and right change places.
    """
    kept = [i for i, char in enumerate(text) if JOINING[char] != "T"]
    before, after = set(), set()
    for a, b in zip(kept, kept[1:]):
        same = levels[a] == levels[b] or text[a] in JOINERS or text[b] in JOINERS
        level = levels[b] if text[a] in JOINERS else levels[a]
        forward, backward = ("DLC", "DRC") if level & 1 else ("DRC", "DLC")
        if same and JOINING[text[a]] in forward and JOINING[text[b]] in backward:
            after.add(a)
            before.add(b)
    return kept, before, after


def shape(text, classes, levels):
    """A glyph for each character; None for a lam that its alef shows."""
    glyphs = list(text)
    if "AL" in classes:
        kept, before, after = joins(text, levels)
        for i in kept:
            if JOINING[text[i]] in "RDL":
                right, left = (i in before, i in after) if levels[i] & 1 else (i in after, i in before)
                glyphs[i] = FORM.get((text[i], FORMS[2 * left + right]), text[i])
        for lam, alef in zip(kept, kept[1:]):
            if text[lam] != LAM or text[alef] not in ALEFS or lam not in after or not levels[lam] & 1:
                continue
            if all(KIND[between] != SPACING for between in text[lam + 1:alef]):  # U+070F is seen, and transparent
                glyphs[alef] = FORM[LAM + text[alef], "final" if lam in before else "isolated"]
                glyphs[lam] = None
    for i, level in enumerate(levels):
        if level & 1 and text[i] in MIRRORS:
            glyphs[i] = MIRRORS[text[i]]
    return glyphs


class Unit:
    """What is kept together in wrapping and in order: the cells of one cluster, or of lam with its alef."""
    __slots__ = ("start", "end", "cells", "widths", "columns", "level", "space", "tab", "first")

    def __init__(self, start, end, cells, level):
        self.start, self.end, self.cells, self.level = start, end, cells, level

    def finish(self, text, classes):
        self.cells = ["".join(cell[:CELL_GLYPHS]) for cell in self.cells]
        self.widths = [WIDTH[cell[0]] for cell in self.cells]
        self.columns = sum(self.widths)
        self.first = text[self.start]
        self.tab = self.first == "\t"
        hangs = self.tab or self.first == "\u2028" or self.cells == [self.first] and classes[self.start] == "WS"
        self.space = len(self.cells) == 1 and len(self.cells[0]) == 1 and hangs


def shown_clusters(text, classes, levels):
    """Clusters; but a prepended sign (U+06DD) parts from a space, and where the two may stand in another order."""
    if text.isascii():
        return [(i, i + 1) for i in range(len(text))]
    parts = []
    for start, end in uax29.clusters(text):
        for i in range(start + 1, end):
            kept = levels[i] == levels[i - 1] and levels[i] % 2 == 0 and classes[i] != "WS"
            if uax29.CLASS[text[i - 1]] == "Prepend" and KIND[text[i]] in (SPACING, TONE) and not kept:
                parts.append((start, i))
                start = i
        parts.append((start, end))
    return parts


class Paragraph:
    def __init__(self, text):
        self.text = text
        self.classes = [uax9.CLASS[char] for char in text]
        self.base = uax9.base_level(self.classes, None)
        self.levels = uax9.resolve(text, self.classes, self.base)
        self.glyphs = shape(text, self.classes, self.levels)
        self.units = self.make_units()
        self.breaks = uax14.breaks(text)

    def make_units(self):
        units = []
        for start, end in shown_clusters(self.text, self.classes, self.levels):
            lam = units[-1] if units and units[-1].cells[-1][0] is None else None
            units += self.cluster_units(start, end, lam)
        for unit in units:
            unit.finish(self.text, self.classes)
        return units

    def cluster_units(self, start, end, lam):
        """The units that a cluster adds; what sits on a lam that waits for its alef goes there."""
        added, unit = [], None
        for i in range(start, end):
            kind = KIND[self.text[i]]
            if kind == HIDDEN or kind == TONE and unit:
                continue
            if unit is None:
                unit = lam or Unit(start, end, [], self.levels[i])
                unit.end = end
                if unit is not lam:
                    added.append(unit)
                    if kind == MARK:
                        unit.cells.append([DOTTED_CIRCLE])
                elif kind != MARK:
                    unit.cells[-1][0] = self.glyphs[i]
                    continue
            if kind == MARK:
                unit.cells[-1].append(self.glyphs[i])
            elif unit.cells and unit.cells[-1][0] is None:
                unit.cells[-1][0] = self.glyphs[i]
            else:
                if len(unit.cells) == CLUSTER_CELLS:
                    unit.end = i
                    unit = Unit(i, end, [], self.levels[i])
                    added.append(unit)
                unit.cells.append([self.glyphs[i] and SHOWN[self.glyphs[i]]])
        return added

    def break_before(self, k):
        """(kind, place) of the break between unit k and the one before; invisible characters may lie between."""
        first, last = self.units[k - 1].end, self.units[k].start
        found = [(self.breaks[i], i) for i in range(first, last + 1) if self.breaks[i]]
        forced = [(kind, i) for kind, i in found if kind == uax14.MUST]
        return (forced or found[-1:] or [(uax14.NO, last)])[0]

    def wrap(self, width):
        """(start, end, first unit, end of the units) of each row: as much as goes in, spaces hanging at its end."""
        rows, units = [], self.units
        first, start = 0, 0
        while True:
            cut, columns, k = None, 0, first
            while k < len(units):
                unit = units[k]
                kind, place = self.break_before(k) if k > first else (uax14.NO, 0)
                if kind:
                    cut = (k, place)
                if kind == uax14.MUST:
                    break
                columns += TAB - columns % TAB if unit.tab else unit.columns
                if columns > width and not unit.space:
                    cut = cut or (max(k, first + 1), None)
                    break
                k += 1
            else:
                cut = None
            if cut is None:
                rows.append((start, len(self.text), first, len(units)))
                return rows
            following, place = cut
            if place is None:
                place = units[following].start if following < len(units) else len(self.text)
            rows.append((start, place, first, following))
            if following == len(units):
                return rows
            first, start = following, place

    def row(self, width, start, end, first, last):
        """(start, end, [cell, start, end, width, column...]) of a row."""
        units, columns = self.units[first:last], 0
        while units and units[-1].space:
            units.pop()
        widths = {}
        for unit in units:
            widths[unit.start] = [TAB - columns % TAB] if unit.tab else unit.widths
            columns += sum(widths[unit.start])
        if columns > width:  # one cluster: as much of it as goes in
            only = units[0]
            widths = {only.start: [w for k, w in enumerate(only.widths) if sum(only.widths[:k + 1]) <= width]}
            columns = sum(widths[only.start])
        column = width - columns if self.base else 0
        cells = []
        for unit in self.visual(units, start, end):
            for glyphs, cell_width in zip(unit.cells, widths[unit.start]):
                cells.append((glyphs, unit.start, unit.end, cell_width, column))
                column += cell_width
        return start, end, cells

    def visual(self, units, start, end):
        """L1 and L2 over the units and what is invisible between them, on the row's own ends."""
        levels = uax9.reset(self.classes[start:end], self.levels[start:end], self.base)
        items, at = [], start
        for unit in units:
            items += [(levels[i - start], None) for i in range(at, unit.start) if self.classes[i] not in uax9.REMOVED]
            shown = next((i for i in range(unit.start, unit.end) if KIND[self.text[i]] != HIDDEN), unit.start)
            items.append((levels[shown - start], unit))
            at = unit.end
        items += [(levels[i - start], None) for i in range(at, end) if self.classes[i] not in uax9.REMOVED]
        order = uax9.reorder([level for level, _ in items])
        return [items[k][1] for k in order if items[k][1]]

    def rows(self, width):
        return [self.row(width, *row) for row in self.wrap(width)]


def split(text):
    """The paragraphs of a text."""
    parts = PARAGRAPH_END.split(text.removeprefix("\ufeff"))
    if parts and not parts[-1]:
        parts.pop()
    return parts
