# SPDX-License-Identifier: GPL-3.0-or-later
"""What a filter leaves, in every table and form; and a coder who is blind to others."""
import json

from exported_project import build
from program import expect, expect_equal, finish, program


def lines(p, *args):
    """annotations.jsonl by type: rows."""
    found = {}
    for line in p.out("export", "--format", "jsonl", *args).splitlines():
        row = json.loads(line)
        found.setdefault(row.pop("type"), []).append(row)
    return found


def items(p, *args):
    page = json.loads(p.out("export", "--format", "jsonld", *args)).get("first", {"items": []})
    return page["items"]


def column(rows, name):
    return [row[name] for row in rows]


def check_closed(p, *args):
    """What a line refers to stands before it."""
    found = lines(p, *args)
    seen = {""}
    order = ["coder", "article", "tag", "highlight", "coding", "claim", "mention", "coverage", "relation", "note"]
    expect_equal([kind for kind in found if kind != "project"], [kind for kind in order if kind in found], args, "order of types")
    coders = set(column(found.get("coder", []), "name"))
    used = set()
    for kind in order:
        for row in found.get(kind, []):
            for member in ("article", "highlight", "tag", "claim", "a", "b", "parent", "version_of", "target"):
                expect(row.get(member, "") in seen, args, kind, member, "is not in the file:", row.get(member))
            used |= {row["coder"]} if "coder" in row else set()
            seen.add(row.get("id", ""))
    expect_equal(coders, used, args, "coders are those of the rows")
    return found


with program() as p:
    build(p)
    me = p.rows()[0]["coder"]
    everything = p.rows()

    # --tag: these and those below; the other tags of the same highlight are not asked for
    rows = p.rows("--tag", "time")
    expect_equal(sorted(column(rows, "tag")), ["time", "time/length", "time/order"], "--tag has those below")
    expect_equal(column(p.rows("--tag", "time/length"), "tag"), ["time/length"], "--tag leaves the highlight's other tags")
    expect_equal(sorted(column(p.rows("--tag", "time/length", "--tag", "time/order"), "tag")), ["time/length", "time/order"],
                 "--tag is repeated")
    expect_equal(column(p.rows("--table", "codebook", "--tag", "time"), "tag"), ["time", "time/length", "time/order"], "the codebook")
    expect_equal(column(p.rows("--table", "mentions", "--tag", "time/order"), "stance"), ["disagree"], "links on highlights with the tag")
    found = check_closed(p, "--tag", "time/order")
    expect_equal(column(found["tag"], "path"), ["time", "time/order"], "tags above are there")
    expect_equal(len(found["highlight"]), 1, "highlights with the tag")
    expect_equal(column(p.rows("--table", "notes", "--tag", "time"), "note"), ["+n\nof one", "second's", "on the tag"], "notes")
    p.refuses(1, ["tim"], "export", "--tag", "tim")
    p.refuses(1, ["nothing was found"], "export", "--claim", "99")
    p.refuses(1, ["nothing was found"], "export", "--article", "99")

    # --claim
    rows = p.rows("--claim", "1")
    expect_equal(column(rows, "claim"), ["The talks lasted about three hours"] * 2, "--claim leaves rows of the claim")
    expect_equal(column(p.rows("--table", "claims", "--claim", "2"), "number"), ["2"], "claims")
    expect_equal([c["Same (2)"] for c in p.rows("--table", "coverage", "--claim", "2")], ["mixed"], "coverage")
    matrix = p.rows("--table", "matrix", "--claim", "1")
    expect_equal([(m["time"], m["time/order"]) for m in matrix], [("0", "0"), ("1", "0"), ("0", "0")], "tags of passages on the claim")
    expect_equal(column(p.rows("--table", "notes", "--claim", "2"), "note"), ["second's", "on the claim"], "notes")
    expect("relation" not in check_closed(p, "--claim", "1"), "a relation needs both claims")
    both = p.rows("--claim", "2", "--tag", "time")
    expect_equal([(r["tag"], r["stance"]) for r in both], [("", "disagree"), ("time/order", "")], "both: highlights that have both")

    # articles
    expect_equal({r["document"] for r in p.rows("3")} | {r["content"] for r in p.rows("1")}, {"=left", "نعم"}, "articles")
    expect_equal(p.rows("1", "--article", "2"), everything, "operands and --article")
    expect_equal(list(p.rows("--table", "coverage", "2")[0])[2:], ["Same"], "columns of coverage: a title alone needs no number")
    expect_equal(column(p.rows("--table", "notes", "1"), "note"), ["on the article", "+n\nof one"], "notes of an article")
    check_closed(p, "2")

    # --coder and --since
    expect_equal({r["coder"] for r in p.rows("--coder", "second")}, {"second"}, "--coder")
    expect_equal(column(p.rows("--table", "documents", "--coder", "second"), "highlights"), ["0", "1", "0"], "counts count what is chosen")
    expect_equal([c["Same (2)"] for c in p.rows("--table", "coverage", "--coder", "second")], ["unread", "disagree"], "coverage of a coder")
    expect_equal([c["=Other, with a comma"] for c in p.rows("--table", "coverage", "--coder", "second")], ["unread", "unread"],
                 "what others found absent")
    expect_equal(p.rows("--coder", "second", "--coder", me), everything, "both coders")
    expect_equal(p.rows("--coder", "nobody"), [], "nobody")
    found = check_closed(p, "--coder", "second")
    expect_equal(column(found["highlight"], "exact"), ["No deal was reached"], "highlights with what the coder did")
    at = next(h["updated_at"] for h in lines(p)["highlight"] if h["exact"] == "لا اتفاق")  # the last act that made any
    last = [r for r in everything if r["content"] == "لا اتفاق"]
    expect_equal(p.rows("--since", at), last, "--since")
    expect_equal(p.rows("--since", "1999"), everything, "since a year")
    expect_equal(p.rows("--since", "2999-01"), [], "since a month to come")
    check_closed(p, "--since", at)
    zone = f"{at[:10]}T{(int(at[11:13]) + 1) % 24:02}{at[13:23]}+01:00"
    expect(p.rows("--since", zone) == last or at[11:13] == "23", "since a time with an offset", zone)
    p.out("highlight", "move", last[0]["id"], "--start", str(int(last[0]["start"]) + 1))
    expect_equal([r["id"] for r in p.rows("--since", at)], [last[0]["id"]], "a highlight that was moved, with what is on it")
    p.out("undo")
    for wrong in ("yesterday", "2026-13", "2026-02-30", "26", "2026-1-1"):
        p.refuses(2, ["YYYY-MM-DD"], "export", "--since", wrong)

    # every form has the rows that annotations.csv has
    for args in ([], ["--tag", "time"], ["--coder", "second"], ["2"]):
        said = items(p, *args)
        expect_equal(len([a for a in said if a["motivation"] == "tagging"]), len([r for r in p.rows(*args) if r["tag"]]), args, "tagging")
        expect_equal(len([a for a in said if a["motivation"] == "highlighting"]),
                     len([r for r in p.rows(*args) if not r["tag"] and not r["claim_id"]]), args, "highlighting")

    # blind: what others did is not there
    blind = p.rows("--blind")
    expect_equal(blind, [r for r in everything if r["coder"] == me], "--blind")
    expect_equal(p.rows("--blind", "--coder", "second"), [], "--blind, of somebody else")
    expect("second" not in p.out("--blind", "export", "--format", "jsonl"), "nothing of others in JSON Lines")
    expect_equal([c["Same (2)"] for c in p.rows("--blind", "--table", "coverage")], ["agree", "agree"], "coverage of one's own")
    expect_equal(column(p.rows("--blind", "--table", "documents"), "highlights"), ["2", "3", "0"], "counts of one's own")

    # what makes no sense together is refused
    for args in (["--format", "jsonl", "--table", "claims"], ["--format", "jsonld", "--columns", "id"], ["--per-highlight"],
                 ["--all", "x", "--table", "claims"], ["--all", "x", "-o", "y"]):
        p.refuses(2, ["not understood"], "export", *args)
finish()
