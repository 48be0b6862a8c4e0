# SPDX-License-Identifier: GPL-3.0-or-later
"""Every row of the fixtures, of the articles at hand, of all letters and signs, and of paragraphs that a generator
writes, against the oracle; which first proves itself on Unicode's own test files.
"""
import glob
import os
import sys

import ucd

if ucd.why_not():
    print(ucd.why_not())
    sys.exit(77)

import oracle
import rows
import uax9
import uax14
import uax29
import writer

SOURCE = os.environ.get("srcdir", ".")
ARTICLES = os.environ.get("HASHIYA_ARTICLES", f"{SOURCE}/../shared/articles")
FIXTURES = ("ar-report", "ar-second", "en", "fa", "he", "mixed", "ur")
WIDTHS = (10, 24, 31, 40, 62, 80, 120)
PARAGRAPHS = 1500


def characters(field):
    return "".join(chr(int(code, 16)) for code in field.split())


def break_cases(path):
    """(text, set of the places where something begins), without the end."""
    with open(f"{ucd.DATA}/auxiliary/{path}", encoding="utf-8") as file:
        for line in file:
            words = line.split("#")[0].split()
            if words:
                yield characters(" ".join(words[1::2])), {i for i, word in enumerate(words[:-1:2]) if word == "÷"}


def order_is_right(line):
    """A case of BidiCharacterTest: base, levels after L1, visual order."""
    text, asked, base, levels, order = line.split(";")
    text = characters(text)
    classes = [uax9.CLASS[char] for char in text]
    mine = uax9.base_level(classes, {"0": 0, "1": 1}.get(asked))
    found = uax9.reset(classes, uax9.resolve(text, classes, mine), mine)
    kept = [i for i, cls in enumerate(classes) if cls not in uax9.REMOVED]
    shown = [str(kept[k]) for k in uax9.reorder([found[i] for i in kept])]
    removed = ["x" if cls in uax9.REMOVED else str(level) for cls, level in zip(classes, found)]
    return (str(mine), removed, shown) == (base, levels.split(), order.split())


def prove():
    """Whether the oracle passes Unicode's tests (of BidiCharacterTest, each fifth case)."""
    with open(f"{ucd.DATA}/BidiCharacterTest.txt", encoding="utf-8") as file:
        cases = [line for line in file if line.strip() and line[0] != "#"][::5]
    wrong = [line for line in cases if not order_is_right(line)]
    clusters = [text for text, starts in break_cases("GraphemeBreakTest.txt")
                if {start for start, _ in uax29.clusters(text)} != starts]
    lines = [text for text, starts in break_cases("LineBreakTest.txt")
             if {i for i, kind in enumerate(uax14.breaks(text)) if kind} != starts]
    print(f"the oracle itself: {len(wrong)} levels, {len(clusters)} clusters, {len(lines)} line breaks wrong")
    return not wrong + clusters + lines and len(cases) > 10000


def report(name, n_rows, found):
    """Prints what came of a text; true when all is well."""
    print(f"{name}: {n_rows} rows, {sum(wrong for wrong, _ in found)} wrong")
    for _, words in found[:5]:
        print(words[:1000])
    return n_rows > 0 and not found


def file_is_right(path):
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        text = file.read()
    return report(os.path.basename(path), *oracle.compare(text, path, WIDTHS))


def main():
    paths = [f"{SOURCE}/tests/fixtures/{name}.txt" for name in FIXTURES] + sorted(glob.glob(f"{ARTICLES}/*.txt"))
    outcomes = [prove(), *map(file_is_right, paths)]
    outcomes.append(report("letters in all their forms", *oracle.compare_lines(writer.letters(), WIDTHS[:1])))
    outcomes.append(report("brackets and signs with mirror images", *oracle.compare_lines(writer.signs(), WIDTHS[:1])))
    seed = os.environ.get("SEED", "1")
    result, n_wrong = oracle.run_paragraphs(PARAGRAPHS, seed, 1)
    print(f"{PARAGRAPHS} paragraphs (seed {seed}): {result}")
    sys.exit(not all(outcomes) or n_wrong > 0)


main()
