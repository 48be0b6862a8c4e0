# SPDX-License-Identifier: GPL-3.0-or-later
"""Claims, notes on anything, retagging, history and coders by script: what each subcommand prints, and what it refuses."""
import json
import re

from program import FIXTURES, SOURCE, expect, expect_equal, finish, program

CARRIED = ("exact", "moved", "orphans")  # what came of highlights, where an import is a new version
NO_JSON = {"show", "text", "export", "codebook export", "doctor"}  # texts, tables and reports have forms of their own


def members():
    """The members of each kind of row, as the manual tells them."""
    page = (SOURCE / "man" / "hashiya.1").read_text(encoding="utf-8")
    table = page[page.index("BEGIN members"):page.index("END members")]
    kinds = {}
    for part in table.split(".TP\n.B ")[1:]:
        kind, *rest = part.splitlines()
        told = [name for line in rest for name in re.findall(r"^\\fI(.*?)\\fR:", line)]
        kinds[kind] = {name for names in told for name in names.split(", ")}
    return kinds


KINDS = members()


def expect_row(row, kind, *but):
    expect_equal(set(row), KINDS[kind] - set(but), "members of", kind)


def setup(p):
    p.out("import", FIXTURES / "ar-report.txt", FIXTURES / "ar-second.txt", FIXTURES / "en.txt")
    p.text = [p.out("text", n) for n in (1, 2, 3)]


def adding(p):
    expect_equal(p.out("claim", "add", "  One is said \n"), "1\n", "claim add prints the number")
    made = json.loads(p.out("claim", "add", "-", "--lang", "en", "--verdict", "half true", "--json", stdin=b"Two\nlines\n"))
    expect_row(made, "claim")
    expect_equal((made["number"], made["statement"], made["lang"], made["verdict"], made["mentions"]),
                 (2, "Two\nlines", "en", "half true", []), "a claim from standard input")
    quote = p.text[0][10:30]
    made = p.json("claim", "add", "--article", "1", "--quote", quote, "--stance", "agree", "--attribution", "own", "--json")
    expect_equal((made["statement"], made["n_mentions"], made["mentions"][0]["exact"]), (quote.strip(), 1, quote),
                 "a claim from a passage")
    expect_row(made["mentions"][0], "mention")
    expect_equal(p.text[0][made["mentions"][0]["start"]:made["mentions"][0]["end"]], quote, "its place")
    expect(quote.strip()[:10] in p.json("history", "--limit", "1", "--json")[0]["words"], "a claim from a passage is told by name")
    p.out("undo")
    expect_equal((len(p.json("claim", "list", "--json")), p.json("highlight", "list", "--json")), (2, []),
                 "a claim and its passage are one act")
    for status, words, line in ((3, ["claim 1"], ["add", "One is said"]), (2, ["states"], ["add", " "]),
                                (2, ["STATEMENT"], ["add"]), (2, ["--article"], ["add", "x", "--quote", "y"]),
                                (2, ["--article"], ["add", "x", "--stance", "agree"]),
                                (2, ["--quote"], ["add", "x", "--article", "1"]), (2, ["english?"], ["add", "x", "--lang", "english?"])):
        p.refuses(status, words, "claim", *line)
    expect_equal(len(p.json("claim", "list", "--json")), 2, "what is refused adds nothing")


def adding_lines(p):
    lines = b"\xd8\xa3\n\n  spaced \r\n\t\nlast"
    rows = json.loads(p.out("claim", "add", "-", "--lines", "--lang", "ar", "--json", stdin=lines))
    expect_equal([(row["statement"], row["lang"]) for row in rows], [("أ", "ar"), ("spaced", "ar"), ("last", "ar")], "--lines")
    for row in rows:
        expect_row(row, "claim", "mentions", "absent", "relations", "notes")
    p.out("undo")
    before = p.out("claim", "list", "--json")
    p.refuses(3, ["claim 1"], "claim", "add", "new\nOne is said", "--lines")
    p.refuses(2, ["--lines"], "claim", "add", "a\nb", "--lines", "--article", "1", "--start", "0", "--end", "1")
    expect_equal(p.out("claim", "list", "--json"), before, "all lines or none")
    expect_equal(len(p.out("claim", "add", "x\ny", "--lines").split()), 2, "--lines prints numbers")
    p.out("undo")
    expect_equal(p.out("claim", "list", "--json"), before, "lines are one act")


def editing(p):
    expect_equal(p.json("claim", "edit", "2", "--verdict", "false", "--json")["verdict"], "false", "claim edit")
    expect_equal(p.json("claim", "edit", "2", "--statement", "Two", "--lang", "", "--json")["lang"], "", "an empty field")
    p.refuses(2, ["nothing to change"], "claim", "edit", "2")
    p.refuses(3, ["claim 1"], "claim", "edit", "2", "--statement", "One is said")
    p.refuses(1, ["did you mean", "One is said"], "claim", "show", "One is sayd")
    p.refuses(2, ["claim edit"], "claim", "edti", "2")


def linking(p):
    one = p.json("highlight", "1", "--quote", p.text[0][0:9], "--claim", "1", "--stance", "disagree", "--attribution",
                 "quoted", "--speaker", "A. Minister", "--json")
    expect_row(one, "highlight")
    expect_equal([(m["stance"], m["speaker"]) for m in one["claims"]], [("disagree", "A. Minister")], "highlight --claim")
    p.out("undo")
    expect_equal(p.json("highlight", "list", "--json"), [], "a highlight and its link are one act")
    p.out("redo")
    two = p.out("highlight", "2", "--start", "0", "--end", "5", "--tag", "t").strip()
    made = p.json("claim", "link", "1", two, one["id"], "--certainty", "probable", "--json")
    expect_equal([(m["stance"], m["certainty"]) for m in made], [("disagree", "probable"), ("", "probable")],
                 "claim link keeps what was said")
    for row in made:
        expect_row(row, "mention", "start", "end", "exact")
    p.out("undo")
    expect_equal(p.json("claim", "show", "1", "--json")["n_mentions"], 1, "two links of one command are one act")
    p.out("redo")
    p.refuses(2, ["agree, disagree, discuss"], "claim", "link", "1", two, "--stance", "for")
    p.refuses(2, ["--claim"], "highlight", "1", "--quote", p.text[0][0:9], "--stance", "agree")
    p.refuses(1, ["no id of a highlight"], "claim", "link", "1", "no such highlight")
    expect_equal([h["id"] for h in p.json("highlight", "list", "--claim", "1", "--json")], [one["id"], two], "--claim")
    expect_equal([h["id"] for h in p.json("highlight", "list", "--tag", "t", "--json")], [two], "--tag")
    expect_equal(p.json("highlight", "list", "--coder", "nobody", "--json"), [], "--coder")
    gone = p.json("claim", "unlink", "1", two, "--json")
    expect_equal([len(gone["removed"]), p.json("claim", "show", "1", "--json")["n_mentions"]], [1, 1], "claim unlink")
    p.refuses(1, ["no link of yours"], "claim", "unlink", "1", two)
    p.refuses(1, ["no link of yours"], "--coder", "other", "claim", "unlink", "1", one["id"])
    return one["id"]


def absent_and_related(p):
    rows = p.json("claim", "absent", "1", "2", "3", "--json")
    for row in rows:
        expect_row(row, "coverage")
    expect_equal(len(rows), 2, "claim absent")
    p.refuses(2, ["linked"], "claim", "absent", "1", "1")
    expect_equal(len(p.json("claim", "absent", "1", "3", "--off", "--json")), 1, "claim absent --off")
    expect(p.json("history", "--limit", "1", "--json")[0]["words"].startswith("no longer"), "what is taken back is told first")
    rows = p.json("claim", "relate", "1", "contradicts", "2", "--json")
    expect_row(rows[0], "relation")
    expect_equal(p.json("claim", "relate", "2", "contradicts", "1", "--json"), rows, "a mutual relation is there once")
    p.refuses(2, ["same_as"], "claim", "relate", "1", "denies", "2")
    expect_equal(p.json("claim", "relate", "2", "contradicts", "1", "--off", "--json"), [], "claim relate --off")
    p.refuses(1, ["not related"], "claim", "relate", "1", "contradicts", "2", "--off")
    p.out("undo")


def grid(p):
    told = p.json("claim", "grid", "--json")
    expect_equal([a["number"] for a in told["articles"]], [1, 2, 3], "articles of the grid")
    states = [[cell["state"] for cell in claim["cells"]] for claim in told["claims"]]
    expect_equal(states, [["disagree", "absent", "unread"], ["unread"] * 3], "cells of the grid")
    rows = p.out("claim", "grid").splitlines()
    expect_equal(rows[1].split()[-3:], ["✗", "∅", "·"], "the grid for people")
    for word in ("✓  agrees", "∅  absent", "·  unread", "±", "?"):
        expect(any(row.startswith(word) for row in rows), "the legend has no", word)
    shown = p.out("claim", "show", "1")
    for word in ("claim 1: One is said", "✗", "disagrees", "quoted", "A. Minister", "∅", "contradicts · 2 · Two", "1 article is unread"):
        expect(word in shown, "claim show does not say", word, shown)


def scheme(p):
    expect_equal(p.json("claim", "scheme", "--json")["name"], "arastance", "the first scheme")
    expect("* arastance" in re.sub(" +", " ", p.out("claim", "scheme")), "the scheme in use is marked")
    expect_equal([v["value"] for v in p.json("claim", "scheme", "emergent", "--json")["values"]], ["for", "against", "observing"],
                 "another scheme")
    expect("1 link keeps" in p.out("claim", "scheme"), "what stays of the old scheme is told")
    expect_equal(p.json("claim", "show", "1", "--json")["mentions"][0]["stance_scheme"], "arastance", "a link keeps its scheme")
    expect("disagree · arastance" in p.out("claim", "show", "1"), "and says so")
    p.refuses(1, ["arastance, emergent"], "claim", "scheme", "no-such")
    p.out("undo")
    expect_equal(p.json("claim", "scheme", "--json")["name"], "arastance", "undone")


def notes(p, highlight):
    for target in (["1"], [highlight], ["--claim", "1"], ["--tag", "t"], ["--whole-project"]):
        made = p.json("note", *target, "--text", f"on {target}", "--json")
        expect_row(made, "note")
        expect_equal(p.out("note", *target), f"on {target}\n", "note", *target)
    listed = p.json("note", "list", "--json")
    expect_equal(sorted(n["kind"] for n in listed), ["article", "claim", "highlight", "project", "tag"], "kinds of notes")
    expect_equal(len(p.out("note", "list").splitlines()), 5, "note list")
    expect_equal(p.json("claim", "show", "1", "--json")["notes"][0]["text"], "on ['--claim', '1']", "in claim show")
    gone = p.json("note", "remove", "--whole-project", "--json")
    expect_equal(gone["removed"], [n["id"] for n in listed if n["kind"] == "project"], "note remove")
    p.refuses(1, ["no note of yours"], "note", "--whole-project")
    p.refuses(1, ["no note of yours"], "note", "remove", "--whole-project")
    p.refuses(2, ["--whole-project"], "note")
    p.refuses(2, ["--whole-project"], "note", "1", "--tag", "t")
    p.refuses(1, ["did you mean t"], "note", "--tag", "tt")


def tags(p):
    p.out("highlight", "3", "--start", "0", "--end", "4", "--tag", "t/below", "--tag", "u")
    told = p.out("tag", "rename", "t", "renamed")
    expect("2 highlights: renamed" in told and "undo" in told, "tag rename says", told)
    row = p.json("tag", "move", "renamed/below", "u", "--json")
    expect_row(row, "tag")
    expect_equal((row["path"], row["n_highlights"]), ("u/below", 1), "tag move")
    expect_equal(p.json("tag", "move", "u/below", "/", "--json")["path"], "below", "to the top")
    p.refuses(1, ["did you mean below"], "tag", "move", "belov", "u")
    told = p.json("tag", "retag", "below", "u", "--json")
    expect_equal(told, {"from": "below", "to": "u", "n_highlights": 1}, "tag retag")
    p.refuses(1, ["no highlight carries it"], "tag", "retag", "below", "u")
    expect_equal(p.json("tag", "retag", "u", "new", "--keep", "--article", "3", "--json")["n_highlights"], 1, "--keep")
    expect_equal({t["path"]: t["n_highlights"] for t in p.json("tag", "list", "--json")},
                 {"below": 0, "new": 1, "renamed": 1, "u": 1}, "counts")
    p.refuses(1, ["no highlight carries it"], "tag", "retag", "u", "new", "--by", "nobody")
    expect_equal(p.json("tag", "merge", "new", "u", "--json")["path"], "u", "tag merge")
    expect_equal(p.json("tag", "remove", "u", "--json"), {"removed": ["u"], "n_highlights": 1}, "tag remove")
    expect("undo" in p.out("tag", "remove", "below"), "tag remove offers undo")
    expect_equal([t["path"] for t in p.json("tag", "add", "x/y", "z", "--json")], ["x/y", "z"], "tag add")
    expect_equal(p.json("tag", "edit", "z", "--definition", "d", "--json")["definition"], "d", "tag edit")
    highlight = p.json("highlight", "list", "--json")[0]["id"]
    expect_equal([t["tag"] for t in p.json("tag", "on", highlight, "x/y", "z", "--json")["tags"]], ["x/y", "z"], "tag on")
    expect_equal(p.json("tag", "off", highlight, "x/y", "z", "--json")["tags"], [], "tag off")


def merging(p):
    third = int(p.out("claim", "add", "third"))
    row = p.json("claim", "merge", "1", "third", "--json")
    expect_equal((row["statement"], row["n_mentions"], len(row["absent"]), len(row["notes"])), ("third", 1, 1, 1), "claim merge")
    expect_equal([c["number"] for c in p.json("claim", "list", "--json")], [2, third], "the first is gone")
    p.refuses(2, [f"both are claim {third}"], "claim", "merge", third, "third")
    gone = p.json("claim", "remove", "2", third, "--json")
    expect_equal([(c["number"], c["n_mentions"]) for c in gone], [(2, 0), (third, 1)], "claim remove")
    p.out("undo")
    told = p.out("claim", "remove", third)
    expect("removed with 1 link: third" in told and "undo" in told, "claim remove says", told)
    p.out("undo")
    p.refuses(1, ["statement of a claim"], "claim", "remove", "2", "77")
    expect_equal(len(p.json("claim", "list", "--json")), 2, "a bad operand takes the others back")


def history(p):
    acts = p.json("history", "--json")
    for act in acts:
        expect_row(act, "act")
    done = [act for act in acts if not act["undone"]]
    back = p.json("undo", "--to", str(done[3]["seq"]), "--json")
    expect_equal([a["seq"] for a in back["undone"]], [a["seq"] for a in done[:4]], "undo --to")
    again = p.json("redo", "--to", str(done[1]["seq"]), "--json")
    expect_equal(sorted(a["seq"] for a in again["redone"]), sorted(a["seq"] for a in done[1:4]), "redo --to")
    expect_equal([a["seq"] for a in p.json("redo", "--json")["redone"]], [done[0]["seq"]], "redo")
    expect_equal(p.json("history", "--limit", "1", "--json")[0]["seq"], acts[0]["seq"], "history --limit")
    p.refuses(2, ["history"], "undo", "--to", "last")
    p.refuses(1, ["nothing to undo"], "undo", "--to", "7777")
    for act in acts:
        expect(not re.search("[\u2066-\u2069]", act["words"]), "words of an act", ascii(act["words"]))


def coders(p):
    me = p.json("highlight", "list", "--json")[0]["coder"]
    p.out("--coder", "you", "highlight", "2", "--start", "6", "--end", "9", "--tag", "yours", "--claim", "2")
    rows = p.json("coder", "--json")
    for row in rows:
        expect_row(row, "coder")
    counts = {row["name"]: (row["me"], row["n_codings"], row["n_mentions"]) for row in rows}
    expect_equal(counts["you"], (False, 1, 1), "what another made")
    expect(counts[me][0] and p.out("coder").startswith(f"you are {me}\n"), "who you are", counts)
    expect_equal([c["name"] for c in p.json("--coder", "new", "coder", "--json") if c["me"]], ["new"], "who did nothing yet")
    expect_equal(len(p.json("highlight", "list", "--coder", "you", "--json")), 1, "highlight list --coder")
    blind = ("--blind",)
    expect("you" not in {h["coder"] for h in p.json(*blind, "highlight", "list", "--json")}, "blind: highlights")
    expect_equal(p.json(*blind, "claim", "show", "2", "--json")["mentions"], [], "blind: claim show")
    expect_equal(p.json(*blind, "claim", "grid", "--json")["claims"][0]["cells"][1]["state"], "unread", "blind: the grid")
    expect_equal({t["path"]: t["n_highlights"] for t in p.json(*blind, "tag", "list", "--json")}["yours"], 0, "blind: counts of tags")
    expect_equal(p.json(*blind, "claim", "list", "--json")[0]["n_mentions"], 0, "blind: counts of claims")
    expect_equal({c["name"] for c in p.json(*blind, "coder", "--json")}, {me}, "blind: coders")
    expect_equal({a["coder"] for a in p.json(*blind, "history", "--json")}, {me}, "blind: the history")


def articles(p):
    path = p.file("new.txt", "something new\n")
    rows = p.json("import", path, FIXTURES / "en.txt", "--json")
    for row in rows:
        expect_row(row, "article", "version", "versions", *CARRIED)
    expect_equal([row["existing"] for row in rows], [False, True], "import --json")
    expect_row(p.json("list", "--json")[0], "article", "existing", *CARRIED)
    expect_equal(p.json("edit", "4", "--outlet", "O", "--json")["outlet"], "O", "edit --json")
    moved = p.json("highlight", "4", "--start", "0", "--end", "4", "--json")
    expect_equal(p.json("highlight", "move", moved["id"], "--end", "9", "--json")["exact"], "something", "highlight move")
    expect_equal(p.json("highlight", "remove", moved["id"][:13], "--json"), {"removed": [moved["id"]]}, "highlight remove")
    gone = p.json("remove", "4", "--json")
    expect_equal([(a["number"], a["n_highlights"]) for a in gone], [(4, 0)], "remove --json")


def removals_offer_undo(p):
    p.out("import", "-", "--title", "short lived", stdin=b"short lived\n")
    number = p.json("list", "--json")[-1]["number"]
    mark = p.out("highlight", number, "--start", "0", "--end", "5").strip()
    for words in (["highlight", "remove", mark], ["remove", number]):
        told = p.out(*words)
        expect("removed" in told and "hashiya undo" in told, *words, "says", told)


def everything_has_json(p):
    names = re.findall(r"^\.SS hashiya (.*)$", (SOURCE / "man" / "hashiya.1").read_text(encoding="utf-8"), re.MULTILINE)
    expect(len(names) > 40, "subcommands of the manual", names)
    for name in names:
        told = p.out(*name.split(), "--help")
        expect(("--json" in told) != (name in NO_JSON), name, "and --json")


with program() as prog:
    setup(prog)
    adding(prog)
    adding_lines(prog)
    editing(prog)
    first = linking(prog)
    absent_and_related(prog)
    grid(prog)
    scheme(prog)
    notes(prog, first)
    tags(prog)
    merging(prog)
    history(prog)
    coders(prog)
    articles(prog)
    removals_offer_undo(prog)
    everything_has_json(prog)
finish()
