#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes break-data.c from the Unicode Character Database: break-data.py [UCD-FOLDER] > break-data.c

The classes and their numbers are those of break-class.h, beside this script.
"""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
UCD = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
N_CODE_POINTS = 0x110000
DIRECT, PAGE_BITS = 0x800, 12  # as in break-data.h


def property_of(path, default):
    """The value of each code point in a file of the database."""
    values = [default] * N_CODE_POINTS
    for line in (UCD / path).read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) < 2:
            continue
        first, _, last = fields[0].partition("..")
        for cp in range(int(first, 16), int(last or first, 16) + 1):
            values[cp] = fields[1]
    return values


def pictographs():
    lines = (UCD / "emoji/emoji-data.txt").read_text(encoding="utf-8").splitlines()
    ranges = (re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; Extended_Pictographic\b", line) for line in lines)
    return {cp for m in ranges if m for cp in range(int(m[1], 16), int(m[2] or m[1], 16) + 1)}


def line_classes():
    """LB1, and the classes that rules part further."""
    category = property_of("extracted/DerivedGeneralCategory.txt", "Cn")
    width = property_of("EastAsianWidth.txt", "N")
    pictographic = pictographs()

    def resolve(cp, value):
        if cp in pictographic and category[cp] == "Cn":
            return "PICTOGRAPH"
        if value == "SA":
            return "CM" if category[cp] in ("Mn", "Mc") else "AL"
        if value == "OP" and width[cp] in "FWH":
            return "WIDE_OP"
        return {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "H2": "HANGUL", "H3": "HANGUL"}.get(value, value)

    return [resolve(cp, value) for cp, value in enumerate(property_of("LineBreak.txt", "XX"))]


def runs_of(values):
    """(first code point, class) of each stretch; Upper and Lower in turn are one, CASED."""
    runs, cp = [], 0
    while cp < N_CODE_POINTS:
        end = cp + 1
        while end < N_CODE_POINTS and values[end] == values[cp]:
            end += 1
        turns = cp
        while turns < N_CODE_POINTS and values[turns] == ("Lower" if (turns - cp) % 2 else "Upper"):
            turns += 1
        if turns - cp > 2:
            runs.append((cp, "CASED"))
            cp = turns
        else:
            runs.append((cp, values[cp]))
            cp = end
    return runs


def numbers(prefix):
    header = (HERE / "break-class.h").read_text(encoding="utf-8")
    names = re.findall(rf"^\t{prefix}_(\w+),", header, re.MULTILINE)
    return {name: number for number, name in enumerate(names)}


def pages_of(runs):
    starts, page, at = [start for start, _ in runs], [], 0
    for first in range(0, N_CODE_POINTS, 1 << PAGE_BITS):
        while at + 1 < len(starts) and starts[at + 1] <= first:
            at += 1
        page.append(at)
    return page + [len(runs) - 1]


def array(kind, name, items):
    print(f"\nstatic const {kind} {name}[] = {{")
    line = ""
    for item in items:
        if len(line) + len(item) > 91:
            print("\t" + line)
            line = ""
        line += item + ","
    print("\t" + line + "\n};")


def table(name, prefix, values):
    number = numbers(prefix)
    runs = runs_of(values)
    array("uint8_t", f"{name}_direct", [str(number[value]) for value in values[:DIRECT]])
    array("uint32_t", f"{name}_runs", [f"{start << 8 | number[value]:#x}" for start, value in runs])
    array("uint16_t", f"{name}_pages", [str(page) for page in pages_of(runs)])
    print(f"\nconst struct break_data break_data_{name} = "
          f"{{{name}_direct, {name}_runs, {name}_pages}};")


def main():
    lines = (UCD / "LineBreak.txt").read_text(encoding="utf-8").splitlines()
    version = re.search(r"\d+\.\d+\.\d+", lines[0])[0]
    print("/* SPDX-License-Identifier: GPL-3.0-or-later */")
    print(f"/* Written by break-data.py from the Unicode Character Database {version}. */")
    print('#include "text/break-data.h"')
    table("line", "LINE", line_classes())
    table("sentence", "SENTENCE", property_of("auxiliary/SentenceBreakProperty.txt", "Other"))


if __name__ == "__main__":
    main()
