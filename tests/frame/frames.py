# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys in, frames out: each NAME.keys here is fed to the program, and what it prints is compared with NAME.frame.

The first lines of a .keys file may say `# size: 80x24`, `# args: --demo`, `# language: ar` for the interface's,
`# before: import {fixtures}/hostile.txt`, a subcommand to run first, and `# asks: yes`, for one who was not asked for a
name yet. {hostile} is text that no terminal should get, {data} is share/hashiya, {fixtures} tests/fixtures, and {tmp},
where all this runs, a folder that is empty at first and gone afterwards. GENERATE=1 rewrites the .frame files: read the difference before committing it.
"""
import difflib
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

SRCDIR = pathlib.Path(os.environ["srcdir"])
HERE = SRCDIR / "tests" / "frame"
HOSTILE = "a\x1b[2J\x1b]0;b\x07\r\n\tc\x7f\x9b31m\u202ed\u2066e\u200f f"
FIELDS = {"size": "80x24", "args": "", "before": "", "language": "", "asks": "no"}


def fields(keys):
    found = dict(FIELDS)
    for line in keys.read_text(encoding="utf-8").splitlines():
        name, colon, value = line[2:].partition(": ")
        if line.startswith("# ") and colon and name in found:
            found[name] = value
    return found


def speaking(language, tmp):
    """What makes the program speak a language: its messages, made from their source."""
    if not language:
        return {}
    folder = pathlib.Path(tmp, "messages", language, "LC_MESSAGES")
    folder.mkdir(parents=True)
    subprocess.run(["msgfmt", "-o", folder / "hashiya.mo", SRCDIR / "po" / f"{language}.po"], check=True)
    return {"LANGUAGE": language, "HASHIYA_MESSAGES": f"{tmp}/messages"}


def asked(said):
    return [] if said["asks"] == "yes" else ["--coder", "coder"]


def hashiya(args, tmp, more=()):
    env = dict(os.environ, HOME=tmp, LOGNAME="coder", USER="coder", HASHIYA_PROJECT=f"{tmp}/test.hashiya", **dict(more))
    done = subprocess.run([os.environ["HASHIYA"], *args], capture_output=True, encoding="utf-8", cwd=tmp, env=env,
                          timeout=60)
    return done.stdout + done.stderr + (f"exit {done.returncode}\n" if done.returncode else "")


def run(keys, tmp):
    said = fields(keys)
    places = {"data": os.environ["HASHIYA_DATA"], "fixtures": SRCDIR / "tests" / "fixtures", "tmp": tmp,
              "hostile": HOSTILE}
    before, args = ([word.format(**places) for word in shlex.split(said[name])] for name in ("before", "args"))
    if before:
        hashiya([*before, "--coder", "coder"], tmp)
    more = speaking(said["language"], tmp)
    return hashiya(["--keys", str(keys), "--size", said["size"], "--dump-frame", *asked(said), *args], tmp, more)


def same(keys):
    golden = keys.with_suffix(".frame")
    with tempfile.TemporaryDirectory() as tmp:
        got = run(keys, tmp)
    if os.environ.get("GENERATE"):
        golden.write_text(got, encoding="utf-8")
    expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), got.splitlines(True), golden.name, "now"))
    return got == expected


cases = sorted(HERE.glob("*.keys"))
different = [keys.name for keys in cases if not same(keys)]
print(f"{len(cases)} cases, different: {different}")
sys.exit(0 if cases and not different else 1)
