#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""src/compare/lexicon-data.c is what its script writes from the lists beside it."""
import os
import subprocess
import sys
from pathlib import Path

COMPARE = Path(os.environ.get("srcdir", ".")) / "src/compare"

written = subprocess.run([sys.executable, COMPARE / "lexicon-data.py"], check=True, capture_output=True).stdout
if written != (COMPARE / "lexicon-data.c").read_bytes():
    sys.exit("src/compare/lexicon-data.c differs from what src/compare/lexicon-data.py writes: write it again")
print(f"{len(written.splitlines())} lines of tables, as the lists have them")
