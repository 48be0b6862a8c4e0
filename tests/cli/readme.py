# SPDX-License-Identifier: GPL-3.0-or-later
"""The README's picture is what the program shows, and its commands for the shell do what they say.

GENERATE=1 rewrites the picture. Each of its rows begins with LRM and LRO, as on a terminal: what shows the file would
set the rows from right to left a second time.
"""
import os
import re
import subprocess

from program import HASHIYA, SOURCE, expect, expect_equal, finish, program

README = SOURCE / "README.md"
MARKS = "\u200e\u202d"
PICTURE = re.compile(r"(?<=<!-- picture -->\n```\n).*?(?=```\n)", re.DOTALL)
SHELL = re.compile(r"^    ((?:hashiya|export) .*)$", re.MULTILINE)


def frame(p):
    keys = SOURCE / "tests" / "cli" / "readme.keys"
    rows = p.out("--demo", "--keys", keys, "--size", "92x22", "--dump-frame").splitlines()
    return "".join(MARKS + row.rstrip() + "\n" for row in rows[:22])


def tour(p, text):
    """The tour on the command line, as a person would paste it."""
    where = p.folder / "bin"
    where.mkdir()
    (where / "hashiya").symlink_to(HASHIYA)
    env = {name: value for name, value in p.env.items() if name != "HASHIYA_PROJECT"}
    env["PATH"] = f"{where}:{env['PATH']}"
    (p.folder / "share").symlink_to(SOURCE / "share")
    script = "set -e\n" + "\n".join(SHELL.findall(text))
    done = subprocess.run(["sh", "-c", script], cwd=p.folder, env=env, capture_output=True, check=False)
    expect_equal(done.returncode, 0, "the tour", done.stderr.decode())
    if done.returncode:
        return
    snippet = re.search(r"```python\n(.*?)```", text, re.DOTALL).group(1)
    exec(compile(snippet, "README", "exec"), {"open": lambda name, **how: open(p.folder / name, **how)})


text = README.read_text(encoding="utf-8")
with program() as p:
    picture = frame(p)
    if os.environ.get("GENERATE"):
        README.write_text(PICTURE.sub(lambda _: picture, text, count=1), encoding="utf-8")
    else:
        found = PICTURE.search(text)
        expect(found and found.group() == picture, "the picture differs: GENERATE=1 rewrites it")
    tour(p, text)
finish()
