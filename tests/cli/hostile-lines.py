# SPDX-License-Identifier: GPL-3.0-or-later
"""Each hostile text in what the subcommands print, and in every complaint: on a terminal, and on standard error in a pipe.

On a terminal a project of hostile texts prints no control sequence that one of harmless texts does not; in a pipe its data comes
out to the byte, and standard error is as safe as ever.
"""
import csv
import io
import json

from hostile_cases import all_cases
from hostile_project import Project, fits_body, harmless, sent
from program import expect, expect_equal, finish, program

CHUNK = 40  # texts that stand in one argument
DATA = (["list"], ["list", "--json"], ["show", "1", "2"], ["show", "2"], ["show", "2", "--cells"], ["show", "2", "--bidi=terminal"],
        ["text", "2"], ["highlight", "list"], ["highlight", "list", "--json"], ["note", "list"], ["note", "list", "--json"], ["note", "2"],
        ["tag", "list"], ["tag", "list", "--json"], ["history"], ["check"], ["export"], ["export", "--table", "documents"],
        ["export", "--table", "codebook"], ["doctor"], ["claim", "list"], ["claim", "list", "--json"], ["claim", "show", "1"],
        ["claim", "show", "1", "--json"], ["claim", "scheme"], ["highlight", "list", "--claim", "1"], ["history", "--json"],
        ["coder"], ["coder", "--json"], ["compare", "1", "2", "--limit", "3"], ["compare", "1", "2", "--json"])
# What a line or a row may have beside its text: its end, colours, the guard's switches.
LINES = {"control 0a", "CSI m", "CSI l", "CSI h", "CSI  k"}
PROGRESS = {"control 0d", "CSI K"}  # of a comparison that takes more than a moment


def check_data(hostile, kind):
    p = hostile.program
    for words in DATA:
        seen, status = p.on_terminal("--project", hostile.path, *words, columns=120)
        control, wanted = p.on_terminal("--project", kind.path, *words, columns=120)
        expect_equal(status, wanted, words, "on a terminal")
        told = PROGRESS if words[0] == "compare" else set()
        extra = sent(seen) - sent(control) - {"control 09"} - told  # data has tabs, and ends of lines
        expect(not extra, words, "prints on a terminal what no harmless text does:", sorted(extra))
        expect(sent(control) <= LINES | told, words, "prints", sorted(sent(control)))
        error = p.run("--project", hostile.path, *words).stderr
        expect(sent(error) <= LINES, words, "says in a pipe", sorted(sent(error)))


def complaints(text):
    """Command lines with a text where none belongs."""
    return [["text", text], ["show", text], ["import", text], [text], ["list", "--" + text], ["list", "--bidi", text],
            ["--project", text, "list"], ["highlight", "1", "--quote", text], ["tag", "rename", text, "x"], ["tag", "on", text, "x"],
            ["highlight", "1", "--start", text, "--end", "3"], ["claim", "show", text], ["claim", "add", "x", "--lang", text],
            ["claim", "relate", "1", text, "2"], ["claim", "scheme", text], ["note", "--tag", text], ["undo", "--to", text], ["compare", "1", text],
            ["highlight", "1", "--start", "6", "--end", "9", "--claim", "1", "--stance", text], ["export", "--output", f"no-such-folder/{text}/x"]]


def check_complaints(p, cases):
    """Each text in half of the lines in a pipe, and in two of them on a terminal."""
    for n, first in enumerate(range(0, len(cases), CHUNK)):
        lines = complaints(b"|".join(cases[first:first + CHUNK]).decode("utf-8", "surrogateescape"))
        for words in lines[n % 2::2]:
            done = p.run(*words)
            expect(done.returncode in (1, 2, 3) and done.stderr, words[0], n, "is not complained about")
            expect(sent(done.stderr) <= LINES, words[0], n, "says in a pipe", sorted(sent(done.stderr)))
        for words in (lines[n % len(lines)], lines[(n + 5) % len(lines)]):
            seen, status = p.on_terminal(*words)
            expect(status in (1, 2, 3) and sent(seen) <= LINES, words[0], n, "says on a terminal", sorted(sent(seen)))


def check_settings(p, cases):
    """A config file of nothing but hostile lines, and variables."""
    config = p.folder / "home" / ".config" / "hashiya"
    config.mkdir(parents=True)
    (config / "config").write_bytes(b"\n".join(cases) + b"\ncolor = \x1b[31m\n")
    said = p.run("list").stderr
    expect(said.count(b"\n") > len(cases) // 2, "the config file is complained about in", said.count(b"\n"), "lines")
    expect(sent(said) <= LINES, "of a config file it says", sorted(sent(said)))
    (config / "config").unlink()
    for n in range(0, len(cases), 100):
        text = b"|".join(cases[n:n + 100])
        for name in ("EDITOR", "COLORTERM", "HASHIYA_BIDI", "TERM", "HASHIYA_PROJECT", "LC_ALL"):
            before = dict(p.env)
            p.env[name] = text.decode("utf-8", "surrogateescape")
            done = p.run("doctor", "--coder", p.env[name])
            p.env = before
            expect(sent(done.stdout) | sent(done.stderr) <= LINES, name, n, sorted(sent(done.stdout) | sent(done.stderr)))


def check_exact(project):
    """In a pipe every text that is UTF-8 comes out as it is."""
    valid = {n for n in range(len(project.texts)) if project.named(n).decode("utf-8", "replace").encode() == project.named(n)}
    listed = {row["number"] - 3: row["title"] for row in json.loads(project.run("list", "--json").stdout)}
    claims = {row["number"] - 3: (row["statement"], row["verdict"]) for row in json.loads(project.run("claim", "list", "--json").stdout)}
    tags = {row["definition"] for row in json.loads(project.run("tag", "list", "--json").stdout)}
    for n in valid:
        named = project.named(n).decode()
        expect_equal(listed[n], named, "a title in JSON")
        expect(named in tags, "a definition in JSON:", ascii(named))
        expect_equal(claims[n], (named, named), "a claim in JSON")
    expect_equal(project.run("text", "2").stdout.decode(), project.body, "the text")
    said = {row["speaker"] for row in json.loads(project.run("claim", "show", "1", "--json").stdout)["mentions"]}
    expect_equal(said, {"", *(project.named(n).decode() for n in project.in_body)}, "who speaks, in JSON")
    rows = list(csv.DictReader(io.StringIO(project.run("export").stdout.decode("utf-8", "surrogateescape"), newline="")))
    marks = [row for row in rows if row["document"] == "cases"]
    expect_equal((len([row for row in marks if row["tag"]]), len([row for row in marks if row["claim_id"]]), len(marks)),
                 (len(project.in_body), len(project.in_body), 2 * len(project.in_body)), "rows of the export")
    for row in marks:
        quote = project.body[int(row["start"]):int(row["end"])]
        said = (row["claim"], row["speaker"]) if row["claim_id"] else ("seed", quote)
        expect((row["content"], row["note"], *said) == (quote, quote, "seed", quote), "a row of the export:", ascii(row))


with program() as prog:
    everything = all_cases()
    inside = [n for n, case in enumerate(everything) if fits_body(case)]
    bad = Project(prog, "hostile", everything, inside)
    good = Project(prog, "harmless", list(map(harmless, everything)), inside)
    prog.env["HASHIYA_PROJECT"] = str(good.path)
    check_data(bad, good)
    check_exact(bad)
    check_complaints(prog, everything)
    check_settings(prog, everything)
    print(f"{len(everything)} hostile texts in {len(DATA)} outputs and {len(list(complaints('')))} complaints")
finish()
