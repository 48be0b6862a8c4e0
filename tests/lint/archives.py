# SPDX-License-Identifier: GPL-3.0-or-later
"""What the linker sees: no room calls upward, and no room keeps mutable state of its own.

The includes could lie (a prototype by hand, a callback table); the symbols of the built archives do not.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import layers
import lint

# The exceptions to "no mutable globals", each with its reason.
MAY_CHANGE = {
    "restore_terminal": "base/xalloc: gives the terminal back when memory is out",
    "removed_by_signal": "app/demo: the throw-away project that a deadly signal removes",
    "restore_bytes": "term/guard: what a crash writes",
    "line": "term/line: the line that a signal's handler restores",
    "crash": "tui/signals: the terminal that a crash gives back",
    "self_pipe": "tui/signals: where handlers write",
}
WRITABLE = re.compile(r"\.(data|bss)(\.(?!rel\.ro)\S*)?$")


def symbols(archive, *options):
    out = subprocess.run(["nm", "-P", *options, archive], capture_output=True, text=True, check=True).stdout
    return {line.split()[0] for line in out.splitlines() if len(line.split()) > 1}


def upward_calls(archives):
    """`archives`: room -> path. A symbol that only a room above or beside defines is an upward call."""
    defined = {room: symbols(path, "-g", "--defined-only") for room, path in archives.items()}
    for room, path in archives.items():
        allowed = set().union(*(defined[r] for r in (room, *layers.BELOW[room]) if r in defined))
        if room == "tui":
            allowed |= defined.get("app", set())  # which of app's headers, layers.py knows
        for other, names in defined.items():
            for name in sorted(symbols(path, "-u") & names - allowed):
                yield f"lib{room}.a: calls {name}, which is {other}'s"


def mutable_globals(archives):
    for room, path in archives.items():
        out = subprocess.run(["objdump", "-t", path], capture_output=True, text=True, check=True).stdout
        for line in out.splitlines():
            fields = line.split()
            if " O " not in line or len(fields) < 4 or fields[-1].startswith("__odr_asan"):
                continue
            section, name = fields[-3], fields[-1].split(".")[0]
            if WRITABLE.match(section) and name not in MAY_CHANGE:
                yield f"lib{room}.a: {name} is mutable and global"


def check(archives):
    yield from upward_calls(archives)
    yield from mutable_globals(archives)


def archive_of(folder, room, code):
    source, built, archive = (str(folder / f"{room}{end}") for end in (".c", ".o", ".a"))
    pathlib.Path(source).write_text(code, encoding="utf-8")
    subprocess.run([*os.environ.get("CC", "cc").split(), "-fPIE", "-c", source, "-o", built], check=True)
    subprocess.run(["ar", "cr", archive, built], check=True)
    return archive


def prove():
    text = "int text(void); int text(void) { return 1; }\n"
    cases = (
        ("int b(void); int b(void) { return 2; }\nstatic const char *const t[] = {\"x\"};\n"
         "const char *c(int); const char *c(int i) { return t[i]; }\n", None),
        ("int text(void); int b(void); int b(void) { return text(); }\n", "libbase.a: calls text"),
        ("static int n; int b(void); int b(void) { return n++; }\n", "libbase.a: n is mutable"),
        ("int n = 3;\n", "libbase.a: n is mutable"),
    )
    for code, expected in cases:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            found = list(check({r: archive_of(folder, r, c) for r, c in (("base", code), ("text", text))}))
        if (expected is None) != (not found) or (expected and not found[0].startswith(expected)):
            sys.exit(f"control: {code!r} gave {found}")


def main():
    prove()
    build = pathlib.Path(os.environ["builddir"])
    archives = {room: str(build / f"lib{room}.a") for room in lint.ROOMS}
    found = list(check(archives))
    for complaint in found:
        print(complaint)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
