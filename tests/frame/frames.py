# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys in, frames out: each NAME.keys here is fed to the program, and what it prints is compared with NAME.frame.

The first lines of a .keys file may say `# size: 80x24`, `# args: --demo`, `# language: ar` for the interface's,
`# before: import {fixtures}/hostile.txt`, a subcommand to run first (there may be several), `# days: 2026-11-17`, when
these were: the first at noon of that day, each seven hours after the one before, and `# asks: yes`, for one who was not asked for a
name yet, and `# copy: taguette.csv`, fixtures that are there by their names. {hostile} is text that no terminal should get, {data} is share/hashiya, {fixtures} tests/fixtures, and {tmp},
where all this runs, a folder that is empty at first and gone afterwards. GENERATE=1 rewrites the .frame files: read the difference before committing it.
"""
import contextlib
import difflib
import os
import pathlib
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile

SRCDIR = pathlib.Path(os.environ["srcdir"])
HERE = SRCDIR / "tests" / "frame"
HOSTILE = "a\x1b[2J\x1b]0;b\x07\r\n\tc\x7f\x9b31m\u202ed\u2066e\u200f f"
FIELDS = {"size": "80x24", "args": "", "before": "", "language": "", "asks": "no", "days": "", "copy": ""}


def fields(keys):
    found = dict(FIELDS, before=[])
    for line in keys.read_text(encoding="utf-8").splitlines():
        name, colon, value = line[2:].partition(": ")
        if line.startswith("# before: "):
            found["before"].append(value)
        elif line.startswith("# ") and colon and name in found:
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


def happened(day, tmp):
    """What was done before the keys was done then, as far as the history knows."""
    with contextlib.closing(sqlite3.connect(f"{tmp}/test.hashiya")) as db, db:
        db.execute("UPDATE history SET at = strftime('%Y-%m-%dT%H:%M:%fZ', ?, '12 hours', (7 * (seq - 1)) || ' hours')", (day,))


def run(keys, tmp):
    said = fields(keys)
    places = {"data": os.environ["HASHIYA_DATA"], "fixtures": SRCDIR / "tests" / "fixtures", "tmp": tmp,
              "hostile": HOSTILE}

    def words(line):
        return [word.format(**places) for word in shlex.split(line)]

    for name in said["copy"].split():
        shutil.copy(places["fixtures"] / name, tmp)
    for line in said["before"]:
        hashiya([*words(line), *([] if "--coder" in line else ["--coder", "coder"])], tmp)
    if said["days"]:
        happened(said["days"], tmp)
    more = speaking(said["language"], tmp)
    return hashiya(["--keys", str(keys), "--size", said["size"], "--dump-frame", *asked(said), *words(said["args"])], tmp, more)


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
