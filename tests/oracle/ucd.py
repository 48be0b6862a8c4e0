# SPDX-License-Identifier: GPL-3.0-or-later
"""The Unicode character database, read from the files of unicode-data, and from nowhere else."""
import bisect
import os

DATA = os.environ.get("UNICODE_DATA", "/usr/share/unicode")
VERSION = "15.0.0"
LONG_NAMES = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}


def why_not():
    """Why these tests cannot be run here, or nothing."""
    try:
        with open(f"{DATA}/extracted/DerivedJoiningType.txt", encoding="utf-8") as file:
            first = file.readline().strip("# \n")
    except OSError:
        return "unicode-data is not installed"
    return "" if VERSION in first else f"unicode-data has {first}; the rules here are those of Unicode {VERSION}"


def lines(path):
    """(fields, first, last) of each line of a file that begins with a code point or a range of them."""
    with open(f"{DATA}/{path}", encoding="utf-8") as file:
        for line in file:
            missing = line.startswith("# @missing:")
            text = line[len("# @missing:"):] if missing else line.split("#")[0]
            fields = [field.strip() for field in text.split(";")]
            if not fields[0]:
                continue
            codes = [int(code, 16) for code in fields[0].split("..")]
            yield [*fields[1:], missing], codes[0], codes[-1]


class Property(dict):
    """The value of each character; what was asked once is remembered."""

    def __init__(self, path, default, wanted=None):
        super().__init__()
        self.default = default
        self.ranges, self.missing = [], []
        for (value, *_, missing), first, last in lines(path):
            if missing:
                self.missing.append((first, last, LONG_NAMES.get(value, default)))
            elif wanted is None or value == wanted:
                self.ranges.append((first, last, value))
        self.ranges.sort()
        self.firsts = [first for first, _, _ in self.ranges]

    def __missing__(self, char):
        code = ord(char)
        k = bisect.bisect_right(self.firsts, code) - 1
        if k >= 0 and code <= self.ranges[k][1]:
            value = self.ranges[k][2]
        else:
            value = self.default
            for first, last, fallback in self.missing:  # a later line is about a smaller range
                value = fallback if first <= code <= last else value
        self[char] = value
        return value


def has(path, name):
    """A property that a character has or has not."""
    return Property(path, None, name)


def pairs(path):
    """{character: (other character, the field behind it)}."""
    found = {}
    for (value, *rest), first, _ in lines(path):
        if value != "<none>":
            found[chr(first)] = (chr(int(value, 16)), rest[0])
    return found


def decompositions(first, last):
    """(character, kind, letters) of those between the two that have a compatibility decomposition."""
    for (_, _, _, _, mapping, *_), code, _ in lines("UnicodeData.txt"):
        if first <= code <= last and mapping.startswith("<"):
            kind, *letters = mapping.split()
            yield chr(code), kind.strip("<>"), "".join(chr(int(letter, 16)) for letter in letters)


AGE = Property("DerivedAge.txt", "99")


def is_assigned(char, version):
    """True for what Unicode had by `version`, a pair of numbers."""
    return tuple(int(part) for part in (AGE[char] + ".0").split(".")[:2]) <= version
