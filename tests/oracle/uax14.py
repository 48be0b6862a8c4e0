# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a line may break, written down from UAX #14 rule by rule, its numbers as regular expressions (LB25).

Rules are tried in the order of the standard; the first that speaks decides.
"""
import functools

import ucd

NO, MAY, MUST = 0, 1, 2
CLASS = ucd.Property("LineBreak.txt", "XX")
CATEGORY = ucd.Property("extracted/DerivedGeneralCategory.txt", "Cn")
EAST_ASIAN = ucd.Property("EastAsianWidth.txt", "N")
PICTOGRAPHIC = ucd.has("emoji/emoji-data.txt", "Extended_Pictographic")

ENDS = {"BK", "CR", "LF", "NL"}
LETTERS = {"AL", "HL"}
HANGUL = {"JL", "JV", "JT", "H2", "H3"}


class Resolved(dict):
    """LB1, with the marks that later rules need: OP and CP that are narrow, pictographs to come."""

    def __missing__(self, char):
        cls = CLASS[char]
        if cls == "SA":
            cls = "CM" if CATEGORY[char] in ("Mn", "Mc") else "AL"
        cls = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}.get(cls, cls)
        if cls in ("OP", "CP") and EAST_ASIAN[char] not in ("F", "W", "H"):
            cls += "30"
        if PICTOGRAPHIC[char] and CATEGORY[char] == "Cn":
            cls = "EX30b"
        self[char] = cls
        return cls


RESOLVED = Resolved()


@functools.lru_cache(None)
def plain(cls):
    """The class without its mark."""
    return {"OP30": "OP", "CP30": "CP", "EX30b": "ID"}.get(cls, cls)


@functools.lru_cache(None)
def between(marked_a, marked_b):
    """LB11 to LB31 for two neighbours with nothing between, where no rule asks for more context."""
    a, b = plain(marked_a), plain(marked_b)
    if "WJ" in (a, b) or a == "GL":
        return NO
    if b == "GL":
        return MAY if a in ("SP", "BA", "HY") else NO
    if b in ("CL", "CP", "EX", "IS", "SY") or a == "OP":
        return NO
    if a == "QU" and b == "OP" or a in ("CL", "CP") and b == "NS" or a == b == "B2":
        return NO
    if a == "SP":
        return MAY
    if "QU" in (a, b):
        return NO
    if "CB" in (a, b):
        return MAY
    if b in ("BA", "HY", "NS") or a == "BB" or a == "SY" and b == "HL" or b == "IN":
        return NO
    if a in LETTERS and b == "NU" or a == "NU" and b in LETTERS:
        return NO
    ideographs = ("ID", "EB", "EM")
    if a == "PR" and b in ideographs or a in ideographs and b == "PO":
        return NO
    if a in ("PR", "PO") and b in LETTERS or a in LETTERS and b in ("PR", "PO"):
        return NO
    if a == "JL" and b in ("JL", "JV", "H2", "H3") or a in ("JV", "H2") and b in ("JV", "JT"):
        return NO
    if a in ("JT", "H3") and b == "JT" or a in HANGUL and b == "PO" or a == "PR" and b in HANGUL:
        return NO
    if a in LETTERS | {"IS"} and b in LETTERS:
        return NO
    if a in LETTERS | {"NU"} and marked_b == "OP30" or marked_a == "CP30" and b in LETTERS | {"NU"}:
        return NO
    return NO if (a == "EB" or marked_a == "EX30b") and b == "EM" else MAY


def numbers(classes):
    """LB25: the places inside (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?."""
    n, held, i = len(classes), set(), 0
    while i < n:
        start, k = i, i
        k += k < n and classes[k] in ("PR", "PO")
        k += k < n and classes[k] in ("OP", "HY")
        if k >= n or classes[k] != "NU":
            i += 1
            continue
        while k < n and classes[k] in ("NU", "SY", "IS"):
            k += 1
        k += k < n and classes[k] in ("CL", "CP")
        end = k + (k < n and classes[k] in ("PR", "PO"))
        held.update(range(start + 1, end))
        i = max(k, i + 1)
    return held


def units(classes):
    """LB9, LB10: (first index, class) of each character with the marks on it."""
    found = []
    for i, cls in enumerate(classes):
        if cls not in ("CM", "ZWJ"):
            found.append((i, cls))
        elif not found or found[-1][1] in ENDS | {"SP", "ZW"}:
            found.append((i, "AL"))
    return found


def breaks(text):
    """For each place before a character, NO, MAY or MUST; nothing begins at 0."""
    classes = [RESOLVED[char] for char in text]
    result = [NO] * len(classes)
    parts = units(classes)
    held = numbers([plain(cls) for _, cls in parts])
    before_space, flags = None, 0  # the last class that is no space; regional indicators up to here
    for k in range(1, len(parts)):
        i, b = parts[k]
        a = parts[k - 1][1]
        if a != "SP":
            before_space = a
        flags = flags + 1 if a == "RI" else 0
        if a in ENDS:
            result[i] = NO if (a, b) == ("CR", "LF") else MUST
        elif b in ENDS or b in ("SP", "ZW"):
            continue
        elif before_space == "ZW":
            result[i] = MAY
        elif classes[i - 1] == "ZWJ":
            continue
        elif a == "SP":
            result[i] = after_spaces(before_space, b)
        elif k in held or a == b == "RI" and flags % 2:
            continue
        elif k > 1 and parts[k - 2][1] == "HL" and a in ("HY", "BA") and b != "CB":
            continue
        else:
            result[i] = between(a, b)
    return result


def after_spaces(a, b):
    """LB11, LB13 to LB18 across spaces."""
    a, b = plain(a) if a else None, plain(b)
    if b in ("WJ", "CL", "CP", "EX", "IS", "SY") or a == "OP" or (a, b) in (("QU", "OP"), ("B2", "B2")):
        return NO
    return NO if a in ("CL", "CP") and b == "NS" else MAY
