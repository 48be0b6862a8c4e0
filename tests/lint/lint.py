# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: a lint is a function from a source tree to complaints, and must prove itself.

Before the tree is judged, the lint runs over small trees with one violation planted in each, and must
complain about exactly the planted file; and over the same tree without it, and must be silent.
"""
import os
import pathlib
import sys
import tempfile

ROOMS = ("base", "text", "model", "store", "import", "compare", "export", "term", "app", "tui", "cli")


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def files(root, pattern):
    return sorted(p for p in root.glob(pattern) if p.is_file())


def complaints_in(check, tree):
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for path, text in tree.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return list(check(root))


def prove(check, clean, plants):
    """`plants`: (what is planted, {path: text}); the path of the first is what must be complained about."""
    silent = complaints_in(check, clean)
    if silent:
        sys.exit(f"control: a clean tree is complained about: {silent}")
    for what, tree in plants:
        found = complaints_in(check, {**clean, **tree})
        if not any(next(iter(tree)) in complaint for complaint in found):
            sys.exit(f"control: {what}: planted, not found; complaints were {found}")


def main(check, clean, plants):
    prove(check, clean, plants)
    found = list(check(pathlib.Path(os.environ["srcdir"])))
    for complaint in found:
        print(complaint)
    sys.exit(1 if found else 0)
