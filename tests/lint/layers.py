# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: the table of the architecture, held against every #include line."""
import re

import lint

BELOW = {
    "base": (),
    "text": ("base",),
    "model": ("base", "text"),
    "store": ("base", "text", "model"),
    "import": ("base", "text", "model"),
    "compare": ("base", "text", "model"),
    "export": ("base", "text", "model"),
    "term": ("base",),
    "app": ("base", "text", "model", "store", "import", "compare", "export", "term"),
    "tui": ("base", "term"),
    "cli": ("base", "text", "model", "store", "import", "compare", "export", "term", "app"),
    "main": lint.ROOMS,
}
# The screen knows frames, keys and the loop, and nothing of what stands behind them.
SINGLE_HEADERS = {"tui": ("app/app.h", "app/frame.h", "app/key.h")}
# A library has one room that speaks to it.
LIBRARIES = (
    (re.compile(r"sqlite3\w*\.h"), "store"),
    (re.compile(r"(n?cursesw?/)?n?cursesw?\.h|term\.h|(n?cursesw?/)?(panel|term)\.h"), "tui"),
    (re.compile(r"fribidi\S*"), "text"),
    (re.compile(r"uni(case|conv|ctype|gbrk|lbrk|name|norm|stdio|str|types|wbrk|width)\.h"), "text"),
    (re.compile(r"nettle/\S+"), "model"),
    (re.compile(r"libstemmer\.h"), "compare"),
    (re.compile(r"jansson\S*\.h"), "import"),
)
INCLUDE = re.compile(r'\s*#\s*include\s+(["<])([^">]+)[">]')


def room_of(path):
    """src/app/view.c and tests/unit/app/view_test.c are of the room app."""
    parts = path.parts
    if parts[0] == "src":
        return parts[1] if len(parts) > 2 else "main"
    if parts[:2] == ("tests", "unit") and len(parts) > 3:
        return parts[2]
    return None


def judge(room, quote, header):
    if quote == "<":
        for pattern, owner in LIBRARIES:
            if pattern.fullmatch(header) and room != owner:
                return f"<{header}> is for {owner}/ only"
        return None
    if "/" not in header:
        return f'"{header}": write the folder too'
    if header.split("/")[0] in (room, *BELOW[room]) or header in SINGLE_HEADERS.get(room, ()):
        return None
    return f'{room}/ may not include "{header}"'


def check(root):
    for pattern in ("src/**/*.[ch]", "src/**/*.def", "tests/unit/**/*.[ch]"):
        for path in lint.files(root, pattern):
            relative = path.relative_to(root)
            room = room_of(relative)
            if room not in BELOW:
                continue
            for number, line in enumerate(lint.lines(path), 1):
                match = INCLUDE.match(line)
                verdict = match and judge(room, *match.groups())
                if verdict:
                    yield f"{relative}:{number}: {verdict}"


CLEAN = {
    "src/text/bidi.c": '#include "text/bidi.h"\n#include <fribidi.h>\n#include "base/str.h"\n',
    "src/tui/screen.c": '#include <curses.h>\n#include "app/frame.h"\n',
    "src/main.c": '#include "tui/screen.h"\n',
}
PLANTS = (
    ("an upward include", {"src/base/str.c": '#include "text/bidi.h"\n'}),
    ("a sideways include", {"src/import/plain.c": '#include "store/store.h"\n'}),
    ("the screen looking behind a frame", {"src/tui/draw.c": '#include "app/project.h"\n'}),
    ("SQLite outside store", {"src/app/list.c": "#include <sqlite3.h>\n"}),
    ("curses outside tui", {"src/term/size.h": "# include <ncursesw/curses.h>\n"}),
    ("fribidi outside text", {"src/model/range.c": "#include <fribidi/fribidi.h>\n"}),
    ("libunistring outside text", {"src/export/csv.c": "#include <unigbrk.h>\n"}),
    ("nettle outside model", {"src/store/sum.c": "#include <nettle/sha2.h>\n"}),
    ("an include without its folder", {"src/app/pane.c": '#include "view.h"\n'}),
    ("a unit test that looks up", {"tests/unit/base/str_test.c": '#include "app/view.h"\n'}),
)

if __name__ == "__main__":
    lint.main(check, CLEAN, PLANTS)
