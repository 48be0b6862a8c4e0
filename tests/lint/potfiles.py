# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for people: every file that has some is in po/POTFILES.in, and _() stands in app/ and cli/ only.

`potfiles.py --write` makes the list anew.
"""
import pathlib
import re
import sys

import lint

MARKED = re.compile(r"(?<!define )\b(_|N_|ngettext)\(")
TRANSLATED = re.compile(r"(?<!define )\b(_|gettext|ngettext)\(")
MAY_TRANSLATE = ("app", "cli")
HEAD = "# Made by tests/lint/potfiles.py --write\n"


def marked(root):
    paths = lint.files(root, "src/**/*.[ch]") + lint.files(root, "src/**/*.def")
    return sorted(str(p.relative_to(root)) for p in paths
                  if any(MARKED.search(line) for line in lint.lines(p)))


def check(root):
    listed = root / "po" / "POTFILES.in"
    names = {line for line in lint.lines(listed) if line and not line.startswith("#")}
    wanted = set(marked(root))
    for path in sorted(wanted - names):
        yield f"{path}: has words, but is not in po/POTFILES.in (tests/lint/potfiles.py --write)"
    for path in sorted(names - wanted):
        yield f"po/POTFILES.in: {path} has no words or is gone (tests/lint/potfiles.py --write)"
    for path in lint.files(root, "src/**/*.[ch]"):
        relative = path.relative_to(root)
        if relative.parts[1] in MAY_TRANSLATE or len(relative.parts) < 3:
            continue
        for number, line in enumerate(lint.lines(path), 1):
            if TRANSLATED.search(line):
                yield f"{relative}:{number}: translates; only app/ and cli/ do (N_() marks elsewhere)"


CLEAN = {
    "po/POTFILES.in": HEAD + "src/app/a.c\nsrc/base/b.def\n",
    "src/app/a.c": '#define _(text) gettext(text)\nputs(_("word"));\n',
    "src/base/b.def": 'X(N_("word"))\n',
    "src/base/c.c": "#define N_(text) text\n",
}
PLANTS = (
    ("words nobody extracts", {"src/cli/d.c": 'puts(_("word"));\n'}),
    ("a file without words in the list", {"po/POTFILES.in": CLEAN["po/POTFILES.in"] + "src/base/c.c\n"}),
    ("a lower room that translates", {"src/text/d.c": 'puts(_("word"));\n'}),
)


def write():
    root = pathlib.Path(__file__).resolve().parents[2]
    (root / "po" / "POTFILES.in").write_text(HEAD + "\n".join(marked(root)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        lint.main(check, CLEAN, PLANTS)
