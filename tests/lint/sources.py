# SPDX-License-Identifier: GPL-3.0-or-later
"""What every source file has, and what none has: licence line, guard, own header first, no loose ends."""
import re

import lint

PATTERNS = ("src/**/*.[ch]", "src/**/*.def", "src/**/*.mk", "tests/**/*.[ch]", "tests/**/*.mk",
            "tests/**/*.py", "tests/**/*.sh", "man/*.mk", "share/**/*.mk", "Makefile.am", "configure.ac",
            "bootstrap", ".ci/run")
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
LOOSE_END = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
SPACES = re.compile(r"\t* {8,}(?!/\*)\S")  # a comment may stand under the one above


def licence(relative, text):
    first = text[1] if text and text[0].startswith("#!") and len(text) > 1 else text[0] if text else ""
    if SPDX not in first:
        yield f"{relative}:1: the first line must say {SPDX}"


def guard(relative, text):
    name = re.sub(r"\W", "_", "/".join(relative.parts[1:])).upper()
    directives = [line for line in text if line.startswith("#")]
    if directives[:2] != [f"#ifndef {name}", f"#define {name}"] or directives[-1] != "#endif":
        yield f"{relative}:1: the guard must be {name}"


def own_header_first(root, relative, text):
    header = relative.with_suffix(".h")
    includes = [line.split()[1] for line in text if line.startswith("#include ")]
    own = '"' + "/".join(header.parts[1:]) + '"'
    if (root / header).exists() and includes[:1] != [own]:
        yield f"{relative}:1: the first include must be its own header, {own}"


def loose_ends(relative, text):
    for number, line in enumerate(text, 1):
        if LOOSE_END.search(line):
            yield f"{relative}:{number}: a loose end; do it, or open an issue"
        if line != line.rstrip():
            yield f"{relative}:{number}: white space at the end"


def layout(relative, text):
    for number, line in enumerate(text, 1):
        if SPACES.match(line):
            yield f"{relative}:{number}: indent with tabs"


def check(root):
    for path in sorted({p for pattern in PATTERNS for p in lint.files(root, pattern)}):
        relative = path.relative_to(root)
        text = lint.lines(path)
        yield from licence(relative, text)
        yield from loose_ends(relative, text)
        if relative.suffix in (".c", ".h") and relative.parts[:2] != ("tests", "bench"):
            yield from layout(relative, text)
        if relative.parts[0] == "src" and relative.suffix == ".h":
            yield from guard(relative, text)
        if relative.parts[0] == "src" and relative.suffix == ".c":
            yield from own_header_first(root, relative, text)


LICENCE = f"/* {SPDX} */\n"
HEADER = LICENCE + "#ifndef BASE_A_B_H\n#define BASE_A_B_H\n\nint a(void);\n\n#endif\n"
CLEAN = {
    "src/base/a-b.h": HEADER,
    "src/base/a-b.c": LICENCE + '#include "base/a-b.h"\n\n#include <stdio.h>\n',
    "tests/cli/a.sh": f"#!/bin/sh\n# {SPDX}\n",
}
PLANTS = (
    ("no licence line", {"src/base/c.c": "int c;\n"}),
    ("an empty file", {"tests/cli/b.py": ""}),
    ("a wrong guard", {"src/base/c.h": HEADER}),
    ("own header second", {"src/base/a-b.c": LICENCE + '#include <stdio.h>\n#include "base/a-b.h"\n'}),
    ("a loose end", {"src/base/c.c": LICENCE + "/* TO" "DO */\n"}),
    ("white space at an end", {"src/base/c.c": LICENCE + "int c; \n"}),
    ("indentation by spaces", {"src/base/c.c": LICENCE + "        int c;\n"}),
)

if __name__ == "__main__":
    lint.main(check, CLEAN, PLANTS)
