#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""src/text/break-data.c is what its script writes from the Unicode Character Database of its version."""
import os
import subprocess
import sys
from pathlib import Path

TEXT = Path(os.environ.get("srcdir", ".")) / "src/text"
UCD = Path(os.environ.get("UNICODE_DATA", "/usr/share/unicode"))
VERSION = "15.0.0"
FILES = ("LineBreak.txt", "EastAsianWidth.txt", "extracted/DerivedGeneralCategory.txt",
         "auxiliary/SentenceBreakProperty.txt", "emoji/emoji-data.txt")

for file in FILES:
    if not (UCD / file).exists():
        print(f"skipped: {file} of unicode-data is not installed")
        sys.exit(77)
if VERSION not in (UCD / "LineBreak.txt").read_text(encoding="utf-8").splitlines()[0]:
    print(f"skipped: unicode-data is not of Unicode {VERSION}")
    sys.exit(77)

written = subprocess.run([sys.executable, TEXT / "break-data.py", UCD], check=True, capture_output=True).stdout
if written != (TEXT / "break-data.c").read_bytes():
    sys.exit("src/text/break-data.c differs from what src/text/break-data.py writes: write it again")
print(f"{len(written.splitlines())} lines of tables, as Unicode {VERSION} has them")
