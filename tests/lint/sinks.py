# SPDX-License-Identifier: GPL-3.0-or-later
"""What reaches a terminal goes through the sanitizer: only the files below write to one, each with its reason.

The symbols of the built archives are looked at, so that neither a macro nor an optimised printf() hides a writer.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import lint

# Standard streams, whatever writes without being told a stream of its own, and our own ways to write as it is.
STREAMS = (r"stdout|stderr|puts|putchar(?:_unlocked)?|perror|psignal|psiginfo|writev?|v?d?printf|__v?d?printf_chk"
           r"|error|warnx?|errx?")
CURSES = (r"(?:mv)?w?(?:add|ins)n?_?w?(?:ch|str|chstr|chnstr|nstr|nwstr)|(?:mv)?v?w_?printw|(?:mv)?printw|w?echo_?w?char"
          r"|vidattr|vidputs|vid_attr|vid_puts|tputs(?:_sp)?|putp(?:_sp)?|slk_\w+|w?border(?:_set)?")
OURS = r"file_put|out_raw"
WRITER = re.compile(f"(?:{STREAMS}|{CURSES}|{OURS})$")

MAY_WRITE = {
    ("base", "file"): {"write": "files, and file_put() itself"},
    ("base", "xalloc"): {"write": "words of its own, when memory is out"},
    ("term", "guard"): {"file_put": "the terminal's switches"},
    ("app", "copy"): {"write": "to the program of copy-command, not to a terminal"},
    ("app", "headless"): {"stdout": "frames, whose cells are safe"},
    ("app", "project-export"): {"stdout": "made safe where it is a terminal"},
    ("app", "spool"): {"file_put": "a file without a name"},
    ("tui", "screen"): {"wadd_wchnstr": "cells of frames: the only way to curses", "stdout": "what curses writes to"},
    ("tui", "loop"): {"stderr": "the last words: ours, and a count"},
    ("tui", "signals"): {"write": "the self-pipe, and the bytes that restore the terminal"},
    ("tui", "terminal"): {"file_put": "modes, and the clipboard in base64"},
    ("cli", "cli"): {"write": "the bytes that restore the terminal"},
    ("cli", "out"): {"write": "standard error, made safe", "file_put": "standard output, made safe where it must be"},
    ("cli", "progress"): {"write": "words of ours and a number, on standard error"},
    ("cli", "grid"): {"out_raw": "rows made safe or laid out"},
    ("cli", "paint"): {"out_raw": "rows of cells"},
    ("cli", "show"): {"out_raw": "a line end"},
    ("cli", "note"): {"out_raw": "a line end"},
}
MEMBER = re.compile(r"\[(?:lib\w+_a-)?([\w-]+)\.o\]: (\S+) U")


def check(archives):
    for room, path in archives.items():
        out = subprocess.run(["nm", "-P", "-A", "-u", path], capture_output=True, text=True, check=True).stdout
        for name, symbol in MEMBER.findall(out):
            if WRITER.match(symbol) and symbol not in MAY_WRITE.get((room, name), {}):
                yield f"src/{room}/{name}.c: {symbol}: what is written here goes through no sanitizer"


def complaints_about(folder, room, name, code):
    source, built, archive = (folder / f"{name}{end}" for end in (".c", ".o", ".a"))
    source.write_text(code, encoding="utf-8")
    subprocess.run([*os.environ.get("CC", "cc").split(), "-O2", "-c", source, "-o", built], check=True)
    subprocess.run(["ar", "cr", archive, built], check=True)
    return list(check({room: archive}))


def prove():
    include = "#include <stdio.h>\n#include <unistd.h>\n"
    plants = (
        ("app", "pane", include + 'void f(const char *t); void f(const char *t) { printf("%s\\n", t); }\n', "puts"),
        ("app", "pane", include + "int f(const char *t); int f(const char *t) { return fputs(t, stderr); }\n", "stderr"),
        ("store", "open", include + "long f(const char *t); long f(const char *t) { return write(2, t, 1); }\n", "write"),
        ("tui", "loop", "int mvaddstr(int, int, const char *); int f(void); int f(void) { return mvaddstr(0, 0, 0); }\n",
         "mvaddstr"),
        ("tui", "loop", "extern void *stdscr; int waddnstr(void *, const char *, int); int f(void);\n"
         "int f(void) { return waddnstr(stdscr, 0, 1); }\n", "waddnstr"),
        ("cli", "list", "void out_raw(void); void f(void); void f(void) { out_raw(); }\n", "out_raw"),
        ("tui", "screen", "int wadd_wchnstr(void); int f(void); int f(void) { return wadd_wchnstr(); }\n", None),
        ("tui", "screen", "int waddwstr(void); int f(void); int f(void) { return waddwstr(); }\n", "waddwstr"),
        ("base", "str", include + "int f(char *t); int f(char *t) { return snprintf(t, 3, \"a\"); }\n", None),
    )
    for room, name, code, expected in plants:
        with tempfile.TemporaryDirectory() as folder:
            found = complaints_about(pathlib.Path(folder), room, name, code)
        if (expected is None) != (not found) or (expected and f"/{name}.c: {expected}:" not in found[0]):
            sys.exit(f"control: {room}/{name}: {code!r} gave {found}")


def main():
    prove()
    build = pathlib.Path(os.environ["builddir"])
    found = list(check({room: build / f"lib{room}.a" for room in lint.ROOMS}))
    for complaint in found:
        print(complaint)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
