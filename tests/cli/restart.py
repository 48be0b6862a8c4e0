# SPDX-License-Identifier: GPL-3.0-or-later
"""What the next start of the interface finds again: the panes, the filter of highlights, and the name that was given."""
from program import expect, expect_equal, finish, program

TEXT = "One sentence stands here. Another one follows it. And a third.\n"


def screen(p, keys, *args):
    return p.out("--keys", p.file("k.keys", keys + "\n"), "--size", "120x14", "--dump-frame", *args)


def check_filter(p):
    screen(p, "|\n@type two\nEnter", "1")
    again = screen(p, "")
    expect("highlights: 1 of 2" in again and "filter: two" in again, "the filter is not in", again)
    named = screen(p, "", "1")
    expect("filter" not in named and "2 highlights" in named, "an article that is asked for is filtered:", named)
    screen(p, "|")
    expect("2 highlights" in screen(p, ""), "the filter came back")


def check_name(p):
    del p.env["HASHIYA_CODER"]
    asked = screen(p, "g Enter t\n@dump\n@type نادية\nEnter Esc")
    expect("Your name as a coder:" in asked, "nobody is asked in", asked)
    expect_equal((p.folder / "home/.local/state/hashiya/coder").read_text(encoding="utf-8"), "نادية\n", "what is kept")
    expect("Your name" not in screen(p, "g Enter t Esc"), "the name is asked for twice")
    p.out("highlight", "1", "--quote", "a third")
    expect_equal([mark["coder"] for mark in p.json("highlight", "list", "--json")][-1], "نادية", "a subcommand's coder")


with program() as p:
    p.env["HASHIYA_CODER"] = "nadia"
    p.out("import", p.file("text.txt", TEXT))
    p.out("highlight", "1", "--quote", "One", "--tag", "one")
    p.out("highlight", "1", "--quote", "Another", "--tag", "two")
    check_filter(p)
    check_name(p)
finish()
