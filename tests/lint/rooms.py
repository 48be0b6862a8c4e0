# SPDX-License-Identifier: GPL-3.0-or-later
"""Each room has a short README; each file is in its list, each test runs, and no list names what is not there."""
import re

import lint

README_LINES = 15
ROOM_LIBS = re.compile(r"\$\((\w+)_LIBS\)|\blib(\w+)\.a\b")
PATH = re.compile(r"\b(?:src|tests)/[\w./-]+\.(?:c|h|def)\b|\btests/unit/\w+/\w+_test\b")


def readme(root, room):
    path = root / "src" / room / "README"
    if not path.exists():
        yield f"src/{room}/README: missing"
    elif len(lint.lines(path)) > README_LINES:
        yield f"src/{room}/README: longer than {README_LINES} lines"


TEST_FILES = (".py", ".sh", ".term", ".keys", ".frame")


def listed(root, local_mk):
    return set(PATH.findall(local_mk.read_text(encoding="utf-8"))) if local_mk.exists() else set()


def sources(root, room):
    folder = root / "src" / room
    if not any(folder.glob("*.c")):
        return  # only contracts so far
    names = listed(root, folder / "local.mk")
    there = {str(p.relative_to(root)) for p in folder.glob("*") if p.suffix in (".c", ".h", ".def")}
    for path in sorted(there - names):
        yield f"{path}: not in src/{room}/local.mk"
    for path in sorted(n for n in names - there if n.startswith("src/") and not (root / n).exists()):
        yield f"src/{room}/local.mk: there is no {path}"


def unit_tests(root, room):
    folder = root / "tests" / "unit" / room
    names = listed(root, folder / "local.mk")
    for path in sorted(folder.glob("*_test.c")):
        relative = str(path.relative_to(root))
        if relative[:-2] not in names:
            yield f"{relative}: not in tests/unit/{room}/local.mk, so it never runs"
    for name in sorted(names):
        if name.endswith("_test") and not (root / f"{name}.c").exists():
            yield f"tests/unit/{room}/local.mk: there is no {name}.c"


def links(root, room):
    """A unit test links its own room's ROOM_LIBS: with another's, an upward call would link."""
    local_mk = root / "tests" / "unit" / room / "local.mk"
    for number, line in enumerate(lint.lines(local_mk) if local_mk.exists() else (), 1):
        for names in ROOM_LIBS.findall(line):
            other = "".join(names).lower()
            if other in lint.ROOMS and other != room:
                yield f"tests/unit/{room}/local.mk:{number}: links {other}; {room.upper()}_LIBS is enough"


def test_files(root):
    """What a folder of tests runs or reads, its local.mk must name: else it is in no archive."""
    for folder in ("frame", "term", "cli", "lint", "fuzz", "bench"):
        local_mk = root / "tests" / folder / "local.mk"
        text = local_mk.read_text(encoding="utf-8") if local_mk.exists() else ""
        for path in sorted((root / "tests" / folder).glob("*")):
            if path.suffix in TEST_FILES and str(path.relative_to(root)) not in text:
                yield f"{path.relative_to(root)}: not in tests/{folder}/local.mk"


def check(root):
    for room in lint.ROOMS:
        yield from readme(root, room)
        yield from sources(root, room)
        yield from unit_tests(root, room)
        yield from links(root, room)
    yield from test_files(root)


CLEAN = {f"src/{room}/README": "a room\n" for room in lint.ROOMS} | {
    "src/base/local.mk": "libbase_a_SOURCES = src/base/a.c\n",
    "src/base/a.c": "",
    "tests/unit/base/local.mk": "TESTS += tests/unit/base/a_test\n",
    "tests/unit/base/a_test.c": "",
    "tests/cli/local.mk": "TESTS += tests/cli/a.sh\n",
    "tests/cli/a.sh": "",
}
PLANTS = (
    ("a long README", {"src/text/README": "line\n" * (README_LINES + 1)}),
    ("a source nobody builds", {"src/base/b.c": ""}),
    ("a list that names what is not there", {"src/base/local.mk": "x = src/base/a.c src/base/gone.c\n"}),
    ("a unit test that never runs", {"tests/unit/base/b_test.c": ""}),
    ("a list of a test that is not there",
     {"tests/unit/text/local.mk": "TESTS += tests/unit/text/gone_test\n"}),
    ("a unit test that links a room above",
     {"tests/unit/model/local.mk": "tests_unit_model_a_test_LDADD = $(APP_LIBS) $(TEST_LIBS)\n"}),
    ("a script that never runs", {"tests/cli/b.py": ""}),
    ("a frame that no archive has", {"tests/frame/b.keys": ""}),
)

if __name__ == "__main__":
    lint.main(check, CLEAN, PLANTS)
