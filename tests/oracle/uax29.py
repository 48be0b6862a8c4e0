# SPDX-License-Identifier: GPL-3.0-or-later
"""Grapheme clusters, written down from UAX #29 (GB3 to GB13)."""
import ucd

CLASS = ucd.Property("auxiliary/GraphemeBreakProperty.txt", "Other")
PICTOGRAPHIC = ucd.has("emoji/emoji-data.txt", "Extended_Pictographic")

CONTROLS = {"Control", "CR", "LF"}
HANGUL = {("L", "L"), ("L", "V"), ("L", "LV"), ("L", "LVT"), ("LV", "V"), ("LV", "T"), ("V", "V"), ("V", "T"),
          ("LVT", "T"), ("T", "T")}


def clusters(text):
    """(start, end) of each."""
    starts, flags, pictograph = [], 0, False  # a pictograph, perhaps extended, ends before this character
    before = None
    for i, char in enumerate(text):
        cls = CLASS[char]
        if before is None or before in CONTROLS or cls in CONTROLS:
            joined = (before, cls) == ("CR", "LF")
        else:
            joined = cls in ("Extend", "ZWJ", "SpacingMark") or before == "Prepend" or (before, cls) in HANGUL
            joined |= before == "ZWJ" and pictograph and bool(PICTOGRAPHIC[char])
            joined |= before == cls == "Regional_Indicator" and flags % 2 == 1
        if not joined:
            starts.append(i)
        flags = flags + 1 if cls == "Regional_Indicator" else 0
        pictograph = bool(PICTOGRAPHIC[char]) or pictograph and cls in ("Extend", "ZWJ") and before != "ZWJ"
        before = cls
    return list(zip(starts, starts[1:] + [len(text)]))
