# SPDX-License-Identifier: GPL-3.0-or-later
"""Blind, a coder learns nothing of what others did: not on the command line, not in the interface, in no count."""
import re

from program import expect, expect_equal, finish, program

TEXT = "One sentence stands here. Another one follows it. And a third.\n"
OMAR = "omarmark"  # in all that the other coder writes


def work(p):
    """Each coder has a highlight; the other has also tagged and noted the first one's, and linked both to a claim."""
    p.out("import", p.file("text.txt", TEXT), "--title", "T")
    p.env["HASHIYA_CODER"] = "nadia"
    mine = p.out("highlight", "1", "--quote", "One sentence", "--tag", "mine").strip()
    p.out("claim", "add", "a claim")
    p.env["HASHIYA_CODER"] = "omar"
    theirs = p.out("highlight", "1", "--quote", "Another one", "--tag", OMAR, "--note", OMAR).strip()
    p.out("tag", "on", mine, OMAR)
    p.out("note", "1", "--text", OMAR)
    p.out("claim", "link", "1", theirs, "--stance", "agree")
    p.env["HASHIYA_CODER"] = "nadia"
    return mine, theirs


def screen(p, keys, *args):
    return p.out("--keys", p.file("k.keys", keys + "\n"), "--size", "120x14", "--dump-frame", *args)


def check_list(p, mine):
    marks = p.json("--blind", "highlight", "list", "--json")
    expect_equal([mark["id"] for mark in marks], [mine], "the list of highlights")
    expect_equal([coding["tag"] for mark in marks for coding in mark["tags"]], ["mine"], "its tags")
    expect_equal(p.json("--blind", "list", "--json")[0]["n_highlights"], 1, "highlights of the article")
    expect_equal(p.json("list", "--json")[0]["n_highlights"], 2, "highlights of the article, not blind")
    expect_equal([note["coder"] for note in p.json("--blind", "note", "list", "--json")], [], "notes")


def check_interface(p):
    shown = screen(p, "l", "--blind", "1")
    expect(OMAR not in shown, "the list of highlights shows", shown)
    expect("1 highlight " in shown and "blind: nadia" in shown, "neither count nor badge in", shown)
    expect("note" not in shown.splitlines()[0], "the article has a note of another:", shown.splitlines()[0])
    expect(re.search(r"● mine\s+1", screen(p, "; t", "--blind", "1")), "the picker of tags counts others'")
    repeated = screen(p, "; .", "--blind", "1")
    expect("saved: mine" in repeated, "the tag to repeat is another's:", repeated)
    codebook = screen(p, "Hash", "--blind", "1")
    expect(re.search(rf"{OMAR} +0 +0$", codebook, re.MULTILINE), "the codebook counts others' in", codebook)
    expect(re.search(r"mine +1 +1$", codebook, re.MULTILINE), "the codebook does not count one's own in", codebook)
    chosen = screen(p, "Hash /", "--blind", "1")
    expect(re.search(rf"{OMAR} +0\b", chosen), "the tags to choose from count others' in", chosen)
    library = screen(p, "o", "--blind")
    expect(re.search(r"^.*1\s+T .*\b1$", library, re.MULTILINE), "the library counts others' in", library)
    both = screen(p, "l\n@dump\nEsc :\n@type blind\nEnter l", "1")
    expect(OMAR in both.split("blind: nadia", maxsplit=1)[0], "what is seen with open eyes is not in", both)


def check_terminal(p):
    seen, _ = p.on_terminal("show", "1", "--blind", "--color=always")
    both, _ = p.on_terminal("show", "1", "--color=always")
    expect_equal(len(re.findall(rb";4[;m]", seen)), 1, "highlights painted, blind")
    expect_equal(len(re.findall(rb";4[;m]", both)), 2, "highlights painted")


def check_version(p):
    """All is carried over, and the coder's own told."""
    again = p.file("again.txt", "New. " + TEXT)
    told = p.json("--blind", "import", again, "--version-of", "1", "--json")[0]
    expect_equal([told["exact"], told["moved"], told["orphans"]], [0, 1, []], "what came of the highlights")
    expect_equal(len(p.json("highlight", "list", "2", "--json")), 2, "highlights of the new version")


with program() as p:
    mine, theirs = work(p)
    check_list(p, mine)
    check_interface(p)
    check_terminal(p)
    check_version(p)
finish()
