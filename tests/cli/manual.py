# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's tables are those of the program (make update-manual), and groff has nothing to say about the page."""
import os
import pathlib
import re
import shutil
import subprocess

from program import SOURCE, expect, expect_equal, finish, program

PAGE = SOURCE / "man" / "hashiya.1"
TABLES = pathlib.Path(os.environ["builddir"]) / "man" / "tables"


def regenerate(page):
    return subprocess.run([TABLES, SOURCE / "share" / "hashiya" / "default.keys"], input=page, capture_output=True,
                          check=True).stdout


written = PAGE.read_bytes()
made = regenerate(written)
for old, new in zip(written.splitlines(), made.splitlines()):
    if old != new:
        expect_equal(old, new, "man/hashiya.1 is out of date")
        break
expect_equal(len(written.splitlines()), len(made.splitlines()), "lines")
stale = written.replace(b"\\fB\\-\\-bidi\\fR", b"\\fB\\-\\-bidy\\fR", 1)
expect(stale != written and regenerate(stale) == made, "a page that is out of date is told from one that is not")
with program() as prog:
    row = prog.out("show", "--cells", prog.file("row.txt", "م"))
example = re.search(r"\.EX\n(.*?\"cells\".*?)\.EE", written.decode(), re.DOTALL).group(1)
expect_equal(re.findall(r'"(\w+)":', example), re.findall(r'"(\w+)":', row), "the row that show --cells prints")


def keys_of(value):
    """All names of members in it, at any depth."""
    if isinstance(value, list):
        return set().union(*map(keys_of, value))
    return set(value).union(*map(keys_of, value.values())) if isinstance(value, dict) else set()


members = re.search(r"The members of compare[^\n]*\n(.*?)So far the members of compare", written.decode(), re.DOTALL).group(1)
described = {name: set(re.findall(r"\\fI(\w+)\\fR", words))
             for name, words in re.findall(r"\.TP\n\.B (\w+)\n(.*?)(?=\.TP|\Z)", members, re.DOTALL)}
with program() as prog:
    demo = sorted((SOURCE / "share" / "hashiya" / "demo").glob("1-*.txt"))[0].read_text(encoding="utf-8")
    found = prog.json("compare", "--json", prog.file("a.txt", demo), prog.file("b.txt", demo))
expect_equal(list(found), list(described), "the members of compare --json, in their order")
for member, value in found.items():
    expect_equal(keys_of(value), described[member], "what is in the member", member)

least = dict(zip(("strong", "likely", "weak"), map(float, re.findall(r"^from (\.[0-9]+) on", written.decode(), re.MULTILINE))))
with program() as prog:
    events = sorted((SOURCE / "tests" / "fixtures" / "events").glob("ar-?"))
    links = [link for event in events for link in prog.json("compare", "--json", *sorted(event.glob("*.txt")))["links"]]
for band, score in least.items():
    lowest = min(li["score"] for li in links if li["band"] == band)
    expect(score <= lowest < score + 0.02, "links of the band", band, "begin at", lowest, "and the manual says", score)
expect_equal(len(least), 3, "bands in the manual")
if shutil.which("groff"):
    said = subprocess.run(["groff", "-man", "-ww", "-Tutf8", "-z", PAGE], capture_output=True, check=False)
    expect_equal((said.returncode, said.stderr), (0, b""), "groff")
finish()
