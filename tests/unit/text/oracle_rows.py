# SPDX-License-Identifier: GPL-3.0-or-later
"""Every row of the fixtures, of the articles at hand and of random text, against the oracle."""
import glob
import os
import sys
import tempfile

DATA = os.environ.get("UNICODE_DATA", "/usr/share/unicode")
if not os.path.exists(f"{DATA}/ArabicShaping.txt"):
    print("unicode-data is not installed")
    sys.exit(77)

import oracle

FIXTURES = ("ar-report", "ar-second", "en", "fa", "he", "mixed", "ur")


def texts():
    source = os.environ.get("srcdir", ".")
    for name in FIXTURES:
        yield f"{source}/tests/fixtures/{name}.txt", 24, 120
    articles = os.environ.get("HASHIYA_ARTICLES", f"{source}/../shared/articles")
    for path in sorted(glob.glob(f"{articles}/*.txt")):
        yield path, 24, 120


def main():
    outcomes = [oracle.report(os.path.basename(path), *oracle.compare(path, first, last))
                for path, first, last in texts()]
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/random.txt"
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(oracle.random_text(int(os.environ.get("SEED", "2")), 1500))
        outcomes += [oracle.report(f"random text in {columns} columns", *oracle.compare(path, columns, columns))
                     for columns in (7, 20, 40, 200)]
    sys.exit(not all(outcomes))


main()
