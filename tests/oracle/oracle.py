# SPDX-License-Identifier: GPL-3.0-or-later
"""oracle.py [PARAGRAPHS [SEED]]: paragraphs that a generator writes, each row of them against the oracle.

Text goes through the program, `hashiya show --cells`, in files of many paragraphs, each file at some widths. A wrong
row is printed with what tries it again. What holds of any text (properties_test) has to hold of these, too.
"""
import concurrent.futures
import json
import os
import random
import subprocess
import sys
import tempfile

import ucd

if ucd.why_not():
    sys.exit(ucd.why_not())

import rows
import writer

PROGRAM = os.environ.get("HASHIYA", "./hashiya")
PROPERTIES = os.path.join(os.environ.get("builddir", "."), "tests/unit/text/properties_test")
NARROWEST, WIDEST = 10, 120
BATCH, WIDTHS = 250, 2  # paragraphs a file, widths a file
BLOCK = 0x1000  # code points a file


def cells_of(path, width):
    """{paragraph: [(start, end, cells)...]} and {paragraph: base}, as the program has them; offsets of the text."""
    command = [PROGRAM, "show", path, "--cells", "--width", str(width)]
    output = subprocess.run(command, capture_output=True, check=True).stdout
    found, bases = {}, {}
    for line in output.splitlines():
        row = json.loads(line)
        cells = [(cell["glyphs"], *cell["range"], cell["width"], cell["col"]) for cell in row["cells"]]
        found.setdefault(row["paragraph"] - 1, []).append((row["start"], row["end"], cells))
        bases[row["paragraph"] - 1] = row["base"] == "R"
    return found, bases


def moved(paragraph_rows, by):
    return [(start + by, end + by, [(glyphs, a + by, b + by, width, col) for glyphs, a, b, width, col in cells])
            for start, end, cells in paragraph_rows]


def describe(text, at, width, got, want):
    """The first difference; offsets are the paragraph's, which is `at` in its text."""
    for k, (a, b) in enumerate(zip(moved(got, -at), want)):
        if a[:2] != b[:2]:
            first, last = sorted((a[1], b[1]))
            shown = f"ends at {a[1]}, want {b[1]}: {text[a[0]:first]!a} | {text[first:last]!a} | {text[last:last + 4]!a}"
        elif a != b:
            differing = next(((x, y) for x, y in zip(a[2], b[2]) if x != y), (len(a[2]), len(b[2])))
            shown = "got {!a}, want {!a}".format(*differing)
        else:
            continue
        return f"width {width}, row {k} {shown}\n  {text!a}"
    return f"width {width}: {len(got)} rows, not {len(want)}\n  {text!a}"


def compare(text, path, widths):
    """(rows compared, [(wrong rows, description) of each paragraph that differs at a width...])."""
    paragraphs = [rows.Paragraph(part) for part in rows.split(text)]
    n_rows, found = 0, []
    for width in widths:
        got, bases = cells_of(path, width)
        at = 0
        for index, paragraph in enumerate(paragraphs):
            want, mine = paragraph.rows(width), got.get(index, [])
            n_rows += len(want)
            wrong = sum(a != b for a, b in zip(mine, moved(want, at))) + abs(len(mine) - len(want))
            wrong += bases.get(index) != paragraph.base
            if wrong:
                found.append((wrong, describe(paragraph.text, at, width, mine, want)))
            at += len(paragraph.text) + (paragraph.text[-1:] not in ("\x1c", "\x1d", "\x1e"))
    return n_rows, found


def with_file(lines, function):
    """What the function makes of the text and of the path of a file that holds it."""
    text = "".join(f"{line}\n" for line in lines)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", suffix=".txt") as file:
        file.write(text)
        file.flush()
        return function(text, file.name)


def compare_lines(lines, widths):
    return with_file(lines, lambda text, path: compare(text, path, widths))


def violations(path):
    """What properties_test says against a file, as one wrong row."""
    done = subprocess.run([PROPERTIES, path], capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [(1, done.stdout)]


def batch(seed, n):
    """One file of `n` paragraphs."""
    widths = random.Random(seed).sample(range(NARROWEST, WIDEST + 1), WIDTHS)

    def look(text, path):
        n_rows, found = compare(text, path, widths)
        return n_rows, found + violations(path)

    return with_file(writer.paragraphs(seed, n), look)


def block(first_code, end_code):
    """One file of characters."""
    lines = list(writer.characters_in_text(first_code, end_code))
    return compare_lines(lines, (WIDEST,)) if lines else (0, [])


def run(function, cases, workers):
    """Calls it for all cases and prints wrong rows as they are found; "rows, wrong" and how many are wrong."""
    n_rows = n_wrong = 0
    with concurrent.futures.ProcessPoolExecutor(workers) as pool:
        for more, found in pool.map(function, *zip(*cases)):
            n_rows += more
            n_wrong += sum(wrong for wrong, _ in found)
            for _, words in found:
                print(words)
    return f"{n_rows} rows, {n_wrong} wrong", n_wrong


def run_paragraphs(n, seed, workers):
    return run(batch, [(f"{seed}-{first}", min(BATCH, n - first)) for first in range(0, n, BATCH)], workers)


def run_characters(workers):
    """U+0000 is in no text."""
    return run(block, [(max(first, 1), first + BLOCK) for first in range(0, 0x110000, BLOCK)], workers)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    seed = sys.argv[2] if len(sys.argv) > 2 else "1"
    result, wrong_characters = run_characters(os.cpu_count())
    print(f"all characters: {result}", flush=True)
    result, wrong = run_paragraphs(n, seed, os.cpu_count())
    print(f"{n} paragraphs (seed {seed}): {result}")
    return wrong + wrong_characters > 0


if __name__ == "__main__":
    sys.exit(main())
