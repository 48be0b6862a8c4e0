# SPDX-License-Identifier: GPL-3.0-or-later
"""The built program has what makes a mistake harder to abuse, and says so in its own headers."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import lint


def read(option, binary):
    return subprocess.run(["readelf", "-W", option, binary], capture_output=True, text=True, check=True).stdout


def link_weaknesses(binary):
    if not any("Type:" in line and "DYN" in line for line in read("-h", binary).splitlines()):
        yield "not position independent (-pie)"
    segments = read("-l", binary)
    if "GNU_RELRO" not in segments:
        yield "no read-only relocations (-z relro)"
    if any("GNU_STACK" in line and "RWE" in line for line in segments.splitlines()):
        yield "its stack can be executed"
    if "NOW" not in read("-d", binary):
        yield "symbols are bound late (-z now)"


def code_weaknesses(archives):
    """Of all archives together: what the compiler's flags leave behind in their undefined symbols."""
    out = subprocess.run(["nm", "-u", *archives], capture_output=True, text=True, check=True).stdout
    if "__stack_chk_fail" not in out:
        yield "no stack protector (-fstack-protector-strong)"
    if not re.search(r"U __(?!stack)\w+_chk\b", out):
        yield "no checked libc calls (_FORTIFY_SOURCE)"


SOURCE = """#include <stdio.h>
int main(int n, char **args) { char b[64]; snprintf(b, n + 10, "%s", args[0]); return puts(b) < 0; }
"""
HARD = ("-O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE -pie "
        "-Wl,-z,relro,-z,now")
SOFT = "-O0 -U_FORTIFY_SOURCE -fno-stack-protector -no-pie -Wl,-z,norelro,-z,lazy,-z,execstack"


def weaknesses_of(flags):
    with tempfile.TemporaryDirectory() as name:
        source, built, binary = (f"{name}/a{end}" for end in (".c", ".o", ""))
        pathlib.Path(source).write_text(SOURCE, encoding="utf-8")
        compiler = [*os.environ.get("CC", "cc").split(), *flags.split()]
        subprocess.run([*compiler, "-c", source, "-o", built], check=True)
        subprocess.run([*compiler, built, "-o", binary], check=True)
        return [*link_weaknesses(binary), *code_weaknesses([built])]


def main():
    hard, soft = weaknesses_of(HARD), weaknesses_of(SOFT)
    if hard or len(soft) != 6:
        sys.exit(f"control: hardened gave {hard}, unhardened {soft}")
    archives = [f"{os.environ['builddir']}/lib{room}.a" for room in lint.ROOMS]
    found = [*link_weaknesses(os.environ["HASHIYA"]), *code_weaknesses(archives)]
    print("\n".join(found))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
