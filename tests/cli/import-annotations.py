# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations of other programs, and files that went wrong: what comes in, what is told, and that nothing gets lost."""
import csv
import io
import json
import os
import shutil

from program import FIXTURES, expect, expect_equal, finish, program

TEXT = ("The talks lasted three hours.\nNo ceasefire was agreed, the report said.\nNobody was hurt. Nobody was hurt.\n"
        "قال الرئيس: «لا اتفاق». 👩‍👧 end\n")
URL = "https://example.org/summit"


def with_article(p, text=TEXT, title="Summit", name=None):
    options = ["-p", p.folder / name] if name else []
    p.out(*options, "import", p.file("summit.txt", text), "--title", title, "--url", URL)


def bring(p, name, content, *options, status=0):
    """Imports a file of annotations; the report."""
    done = p.run("import", "--annotations", p.file(name, content), "--json", *options, status=status)
    return json.loads(done.stdout) if done.stdout else None


def marks(p):
    return {row["content"]: row for row in p.rows()}


def kinds(report):
    return [(remark["kind"], remark.get("line", remark.get("annotation"))) for remark in report["remarks"]]


def taguette():
    """Highlights have a quote and a title; a quote that stands once is exact."""
    table = ("id,document,tag,content\r\n"
             "1,Summit,facts.time,The talks lasted three hours.\r\n"
             '2,Summit,facts.end,"No ceasefire was agreed, the report said."\r\n'
             '2,Summit,N/A,"No ceasefire was agreed, the report said."\r\n'
             "3,Summit,,«لا اتفاق»\r\n"
             "4,Summit,x,no  ceasefire WAS agreed\r\n"
             "5,Summit,x,this was never said by anybody anywhere\r\n"
             "6,Elsewhere,x,The talks\r\n")
    with program() as p:
        with_article(p)
        report = bring(p, "taguette.csv", table, status=1)
        expect_equal(report["anchored"], {"exact": 3, "kept": 0, "moved": 1, "orphan": 1}, "Taguette")
        expect_equal(sorted(kinds(report)), sorted([("no-article", 8), ("not-taken", 8), ("moved", 6), ("orphan", 7)]), "remarks")
        rows = p.rows()
        found = {(row["tag"], row["content"], row["anchor_state"]) for row in rows}
        expect(("N/A", "No ceasefire was agreed, the report said.", "exact") in found, found)
        expect(("", "«لا اتفاق»", "exact") in found, found)
        expect(("x", "No ceasefire was agreed", "moved") in found, found)
        expect(("x", "this was never said by anybody anywhere", "orphan") in found, found)
        before = p.run("export", status=0).stdout
        again = bring(p, "taguette.csv", table, status=1)
        expect_equal([again["rows"][k]["added"] + again["rows"][k]["changed"] for k in again["rows"]], [0] * 10, "again")
        expect_equal(p.run("export", status=0).stdout, before, "importing twice")
        p.out("undo")
        expect_equal(p.rows(), [], "after undo")


def orphans():
    """One without a place is told by check, shown nowhere, reviewed, and gets a place by a person."""
    with program() as p:
        with_article(p)
        plain = p.out("show", "1", "--cells")
        bring(p, "t.csv", "id,document,tag,content\n1,Summit,x,never said by anybody at all\n2,Summit,y,nor was this said by them\n",
              status=1)
        expect_equal(p.out("show", "1", "--cells"), plain, "an orphan is shown")
        said = p.out("check")
        expect("never said by anybody at all" in said, "check says", said)
        items = {item["old"]["exact"]: item["id"] for item in p.json("review", "--json")}
        expect_equal(sorted(items), ["never said by anybody at all", "nor was this said by them"], "review")
        p.out("review", "--place", items["never said by anybody at all"], "--start", "4", "--end", "9")
        p.out("review", "--reject", items["nor was this said by them"])
        expect_equal([(row["content"], row["anchor_state"], row["tag"]) for row in p.rows()], [("talks", "exact", "x")], "placed")
        p.out("highlight", "1", "--start", "0", "--end", "3")
        expect_equal(p.json("review", "--json"), [], "nothing left to review")


def codebook():
    with program() as p:
        p.out("tag", "add", "people/injured", "--definition", "old", "--colour", "orange")
        report = bring(p, "codebook.csv", 'tag,description,number of highlights\r\npeople/injured,"new, and\nlonger",3\r\n'
                                          "people/dead,,0\r\n")
        expect_equal(report["rows"]["tag"], {"added": 1, "changed": 1, "there": 0, "skipped": 0}, "codebook")
        tags = {tag["path"]: tag for tag in p.json("tag", "list", "--json")}
        expect_equal(tags["people/injured"]["definition"], "new, and\nlonger", "the definition")
        expect_equal(tags["people/injured"]["colour"], "orange", "what the file does not say")
        bring(p, "semicolons.csv", "\ufeffpath;description\r\npeople/dead;d\r\n")
        tags = {tag["path"]: tag for tag in p.json("tag", "list", "--json")}
        expect_equal(tags["people/dead"]["definition"], "d", "semicolons")


def edited_tables():
    """Our own tables come back edited; what they do not say stays."""
    with program() as p:
        with_article(p)
        p.out("highlight", "1", "--quote", "three hours", "--note", "first")
        claim = p.out("claim", "add", "It took three hours").strip()
        p.out("note", "1", "--text", "an article's")
        for table, column, value in (("claims", "verdict", "true, it did"), ("notes", "note", "second, longer"),
                                     ("documents", "outlet", "The Courier")):
            rows = p.rows("--table", table)
            rows[0][column] = value
            out = io.StringIO(newline="")
            writer = csv.DictWriter(out, rows[0], quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows(rows)
            report = bring(p, table + ".csv", out.getvalue())
            changed = sum(report["rows"][kind]["changed"] for kind in report["rows"])
            expect_equal(changed, 1, table, "changed")
            after = p.rows("--table", table)
            expect_equal(after[0][column], value, table, column)
            if "updated_at" in rows[0]:
                expect(after[0]["updated_at"] > rows[0]["updated_at"], table, "was changed now")
            same = {k: v for k, v in after[0].items() if k not in (column, "updated_at")}
            expect_equal(same, {k: rows[0][k] for k in same}, table, "the rest")
        expect(claim, "a claim has an id")


def own(note, **more):
    """An annotation as W3C's model has it, with places in code points."""
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno/" + note, "type": "Annotation",
            "creator": {"type": "Person", "name": "mona"}, "created": "2015-01-31T12:03:45Z",
            "body": [{"type": "TextualBody", "purpose": "tagging", "value": "said/" + note},
                     {"type": "TextualBody", "purpose": "commenting", "value": note}], **more}


def selected(start, exact, source=URL):
    selectors = []
    if start is not None:
        selectors.append({"type": "TextPositionSelector", "start": start, "end": start + len(exact)})
    if exact:
        selectors.append({"type": "TextQuoteSelector", "exact": exact,
                          **({"prefix": TEXT[max(0, start - 20):start]} if start is not None else {})})
    return {"source": source, "selector": selectors}


def web_annotations():
    quote = "«لا اتفاق»"
    at = TEXT.index(quote)
    page = {"type": "AnnotationPage", "items": [
        own("exact", target=selected(at, quote)),
        own("wrong-place", target=selected(3, quote)),
        own("quote-only", target=selected(None, "three hours")),
        own("twin", target={"source": URL, "selector": {
            "type": "TextQuoteSelector", "exact": "Nobody was hurt.", "prefix": "Nobody was hurt. "}}),
        own("position-only", target={"source": URL, "selector": {
            "type": "TextPositionSelector", "start": 4, "end": 9}}),
        own("inside-a-letter", target={"source": URL, "selector": {
            "type": "TextPositionSelector", "start": TEXT.index("👩"), "end": TEXT.index("👩") + 1}}),
        own("beyond", target={"source": URL, "selector": {"type": "TextPositionSelector", "start": 9000, "end": 9005}}),
        own("whole", target=URL, body={"type": "TextualBody", "value": "on all of it"}),
        own("by-title", target=selected(at, quote, source="Summit")),
        own("unknown", target=selected(at, quote, source="https://example.org/other")),
        own("picture", target={"source": URL, "selector": {"type": "SvgSelector", "value": "<svg/>"}})]}
    with program() as p:
        with_article(p)
        report = bring(p, "page.jsonld", json.dumps({"type": "AnnotationCollection", "first": page}), status=1)
        tags = {row["tag"]: row for row in p.rows()}
        state = {tag.removeprefix("said/"): (row["content"], row["anchor_state"], int(row["start"])) for tag, row in tags.items()}
        expect_equal(state["exact"], (quote, "exact", at), "exact")
        expect_equal(state["wrong-place"], (quote, "moved", at), "wrong place")
        expect_equal(state["quote-only"], ("three hours", "exact", TEXT.index("three")), "quote only")
        expect_equal(state["twin"], ("Nobody was hurt.", "exact", TEXT.rindex("Nobody")), "the twin")
        expect_equal(state["position-only"], ("talks", "exact", 4), "position only")
        expect_equal(state["inside-a-letter"], ("👩‍👧", "moved", TEXT.index("👩")), "whole letters")
        expect_equal(state["by-title"], (quote, "exact", at), "by title")
        expect_equal(tags["said/exact"]["coder"], "mona", "the creator")
        expect_equal(tags["said/exact"]["note"], "exact", "the comment")
        expect_equal(tags["said/exact"]["created_at"], "2015-01-31T12:03:45.000Z", "created")
        notes = {note["text"]: note for note in p.json("note", "list", "--json")}
        expect_equal(notes["on all of it"]["kind"], "article", "a note on the whole")
        told = dict((remark["what"], remark["kind"]) for remark in report["remarks"])
        expect_equal(told.get("SvgSelector"), "no-place", "the picture")
        expect_equal(report["anchored"]["moved"], 2, "moved")


def hypothesis_and_doccano():
    with program() as p:
        with_article(p)
        report = bring(p, "hypothesis.csv",
                       "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n"
                       f"2020-01-02T03:04:05,amina,Summit,{URL},Public,Annotation,three hours,really?,\"time,facts\"\n")
        expect_equal(report["anchored"]["exact"], 1, "Hypothesis")
        expect_equal({(row["tag"], row["coder"], row["note"]) for row in p.rows()},
                     {("time", "amina", "really?"), ("facts", "amina", "really?")}, "Hypothesis")
        line = json.dumps({"id": 1, "text": "قال لا.\n", "label": [[4, 6, "no"]]})
        report = bring(p, "doccano.jsonl", line + "\n")
        expect_equal(report["rows"]["article"]["added"], 1, "doccano brings its text")
        row = next(row for row in p.rows() if row["tag"] == "no")
        expect_equal((row["content"], row["start"], row["anchor_state"]), ("لا", "4", "exact"), "doccano")


def files_that_go_wrong():
    """A clear word, exit code 3, and a project that did not change, not even by a byte; none is made."""
    cases = (("a.jsonl", '{"type":"tag","id":"x","path":"a"}\n', ["line 1", "id", "UUID"]),
             ("b.csv", 'tag,description\na,"b\n', ["line 2", "never closed"]),
             ("c.csv", "id,document,tag,content,start,end\n1,Summit,good,The talks,0,9\n1,Summit,x,y,-1,5\n", ["line 3", "start"]),
             ("d.jsonld", '[{"type":"Annotation"}]', ["annotation 1", "target"]),
             ("e.csv", "one,two\n1,2\n", ["no file of annotations"]),
             ("f.csv", b"tag\n\xff\n", ["not valid UTF-8"]),
             ("g.csv", b"tag\na\0b\n", ["not a text"]),
             ("h.jsonl", "[" * 100000, ["nested too deeply"]),
             ("i.jsonl", "", ["no file of annotations"]))
    with program() as p:
        for name, content, words in cases:
            p.refuses(3, words, "import", "--annotations", p.file(name, content))
        expect(not (p.folder / "project.hashiya").exists(), "a bad file made a project")
        with_article(p)
        before = (p.folder / "project.hashiya").read_bytes()
        for name, content, words in cases:
            p.refuses(3, words, "import", "--annotations", p.folder / name)
        expect(before == (p.folder / "project.hashiya").read_bytes(), "a bad file changed the project")
        p.refuses(3, ["no such file"], "import", "--annotations", p.folder / "nowhere")
        os.mkdir(p.folder / "empty")
        p.refuses(3, ["annotations.jsonl"], "import", "--annotations", p.folder / "empty")
        p.refuses(2, ["--format"], "import", "--annotations", p.folder / "a.jsonl", "--format", "word")


def dry_run():
    with program() as p:
        with_article(p)
        before = (p.folder / "project.hashiya").read_bytes()
        report = bring(p, "t.csv", "id,document,tag,content\n1,Summit,x,three hours\n", "--dry-run")
        expect_equal((report["dry_run"], report["rows"]["highlight"]["added"]), (True, 1), "a dry run's report")
        expect(before == (p.folder / "project.hashiya").read_bytes(), "a dry run wrote")
        said = p.out("import", "--annotations", p.folder / "t.csv", "--dry-run")
        expect("nothing was written" in said, said)


def changed_text():
    """A folder whose text is not the project's, and one whose text was edited by hand."""
    with program() as p:
        with_article(p, name="one.hashiya")
        one = p.folder / "one.hashiya"
        for quote in ("three hours", "No ceasefire", "Nobody was hurt. Nobody was hurt.", "«لا اتفاق»"):
            p.out("-p", one, "highlight", "1", "--quote", quote, "--tag", "t")
        p.out("-p", one, "export", "--all", p.folder / "out")
        with_article(p, "Preface.\n" + TEXT.replace("No ceasefire", "A ceasefire"), name="two.hashiya")
        two = p.folder / "two.hashiya"
        report = json.loads(p.run("-p", two, "import", "--annotations", p.folder / "out" / "annotations.jsonl", "--json",
                                  status=1).stdout)
        expect_equal(report["rows"]["article"], {"added": 0, "changed": 0, "there": 1, "skipped": 0}, "known by its address")
        expect_equal(report["rows"]["highlight"]["added"], 4, "highlights")
        expect(report["anchored"]["moved"] >= 3, report["anchored"])
        text = p.out("-p", two, "text", "1")
        for row in csv.DictReader(io.StringIO(p.out("-p", two, "export"), newline="")):
            if row["anchor_state"] != "orphan":
                expect_equal(text[int(row["start"]):int(row["end"])], row["content"], "after moving")
        shutil.copytree(p.folder / "out", p.folder / "edited")
        path = next((p.folder / "edited" / "texts").iterdir())
        path.write_bytes(b"Edited.\r\n" + path.read_bytes())
        report = json.loads(p.run("-p", p.folder / "three.hashiya", "import", "--annotations", p.folder / "edited", "--json",
                                  status=1).stdout)
        expect_equal(report["anchored"]["moved"], 4, "in an edited text")
        expect(("other-text", 2) in [(r["kind"], r["line"]) for r in report["remarks"]] or
               any(r["kind"] == "other-text" for r in report["remarks"]), report["remarks"])


def what_is_known_of_articles():
    """annotations.csv fills in what the project does not know of an article, and changes nothing that it does."""
    with program() as p:
        one, two = p.folder / "one.hashiya", p.folder / "two.hashiya"
        with_article(p, name="one.hashiya")
        with_article(p, name="two.hashiya")
        p.out("-p", one, "edit", "1", "--outlet", "=The, Courier", "--author", "Rim", "--date", "2026-03", "--lang", "en")
        p.out("-p", two, "edit", "1", "--author", "Somebody else")
        p.out("-p", one, "highlight", "1", "--quote", "three hours", "--tag", "t")
        path = p.file("a.csv", p.run("-p", one, "export", status=0).stdout)
        p.out("-p", two, "import", "--annotations", path)
        row = next(csv.DictReader(io.StringIO(p.out("-p", two, "export"), newline="")))
        expect_equal([row[name] for name in ("outlet", "author", "published_at", "lang", "url")],
                     ["=The, Courier", "Somebody else", "2026-03", "en", URL], "of the article")


def standard_input_and_words():
    with program() as p:
        with_article(p)
        table = b"id,document,tag,content\n1,Summit,x,three hours\n2,Summit,x,Nowhere at all, ever\n".replace(b"all, ever", b"all")
        said = p.run("import", "--annotations", "-", stdin=table, status=1).stdout.decode()
        for words in ("highlights: 2 added", "places: 1 exact", "line 3", "orphan"):
            expect(words in said, words, "in", said)
        expect("import 6 annotations" in p.out("history") or "annotations from" in p.out("history"), p.out("history"))
        p.env["LANGUAGE"] = "ar"
        expect("import 0" not in p.out("history"), "the history")


def undo_is_offered_for_what_was_done():
    """Where nothing was written undo would take back something else, what was done before: it is not spoken of."""
    with program() as p:
        with_article(p)
        some = p.file("some.csv", "id,document,tag,content\n1,Summit,x,three hours\n2,Elsewhere,x,The talks\n")
        none = p.file("none.csv", "id,document,content\n2,Elsewhere,The talks\n")
        for path, options, offered in ((none, (), False), (some, ("--dry-run",), False), (some, (), True), (some, (), False)):
            said = p.run("import", "--annotations", path, *options, status=1).stderr.decode()
            expect("not all of it" in said, said)
            expect_equal("hashiya undo" in said, offered, f"undo is offered after {path.name} {options}")
        files = p.run("import", "--annotations", none, some, none, "--json", status=1).stderr.decode()
        expect("hashiya undo" not in files, "of three files that are there already:", files)


def a_claim_related_to_itself():
    """Is left out and told of; the rest comes in."""
    with program() as p:
        one, two = p.folder / "one.hashiya", p.folder / "two.hashiya"
        for statement in ("it rained", "it poured", "it snowed"):
            p.out("-p", one, "claim", "add", statement)
        p.out("-p", one, "claim", "relate", "1", "updates", "2")
        p.out("-p", one, "claim", "relate", "2", "contradicts", "3")
        lines = [json.loads(line) for line in p.out("-p", one, "export", "--format", "jsonl").splitlines()]
        relation = next(line for line in lines if line["type"] == "relation")
        relation["b"] = relation["a"]
        path = p.file("a.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        report = json.loads(p.run("-p", two, "import", "--annotations", path, "--json", status=1).stdout or "{}")
        expect_equal([r["kind"] for r in report.get("remarks", [])], ["no-place"], "remarks")
        out = p.run("-p", two, "export", "--format", "jsonl").stdout.decode()
        expect_equal(out.count('"type":"relation"'), 1, "relations that came in")


def an_absence_beside_a_mention():
    """What a coder linked to a claim is not absent there, whichever of the two comes first."""
    with program() as p:
        names = [p.folder / f"{name}.hashiya" for name in ("linked", "absent", "both", "turned")]
        with_article(p, name="linked.hashiya")
        p.out("-p", names[0], "claim", "add", "it lasted", "--article", "1", "--quote", "three hours", "--stance", "agree")
        p.out("-p", names[0], "export", "--all", p.folder / "out")
        p.out("-p", names[1], "import", "--annotations", p.folder / "out")
        p.out("-p", names[1], "claim", "unlink", "1", p.json("-p", names[1], "highlight", "list", "--json")[0]["id"])
        p.out("-p", names[1], "claim", "absent", "1", "1")
        absent = p.out("-p", names[1], "export", "--format", "jsonl")
        linked = (p.folder / "out" / "annotations.jsonl").read_text(encoding="utf-8")
        both = linked + next(line for line in absent.splitlines(True) if '"type":"coverage"' in line)
        for name, content, status, kinds_of in ((names[2], both, 1, ["other-there"]), (names[3], linked, 0, [])):
            with_article(p, name=name.name)
            if name == names[3]:
                p.out("-p", name, "import", "--annotations", p.file("absent.jsonl", absent))
            path = p.file("both.jsonl", content)
            report = json.loads(p.run("-p", name, "import", "--annotations", path, "--json", status=status).stdout)
            expect_equal([remark["kind"] for remark in report["remarks"]], kinds_of, "remarks")
            p.run("-p", name, "check", status=0)


def a_folder_from_a_stranger():
    """Its texts are files: a link to what is somewhere else is none, and a pipe is not waited for."""
    with program() as p:
        with_article(p, name="one.hashiya")
        p.out("-p", p.folder / "one.hashiya", "export", "--all", p.folder / "out")
        text = next((p.folder / "out" / "texts").iterdir())
        secret = p.file("secret.txt", "a secret\n")
        for make in (lambda: os.symlink(secret, text), lambda: os.mkfifo(text)):
            text.unlink()
            make()
            report = json.loads(p.run("-p", p.folder / "two.hashiya", "import", "--annotations", p.folder / "out", "--json",
                                      status=1).stdout)
            expect_equal([remark["kind"] for remark in report["remarks"]], ["no-text"], "remarks")


def main():
    for case in (taguette, orphans, codebook, edited_tables, web_annotations, hypothesis_and_doccano, files_that_go_wrong, dry_run,
                 changed_text, what_is_known_of_articles, standard_input_and_words,
                 undo_is_offered_for_what_was_done, a_claim_related_to_itself,
                 an_absence_beside_a_mention, a_folder_from_a_stranger):
        case()
    finish()


main()
