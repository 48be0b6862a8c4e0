# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebooks and stance schemes that come with the program are whole; codebooks go in and out as Taguette's CSV."""
import csv
import os
import pathlib
import re
import unicodedata

from program import expect, expect_equal, finish, program

DATA = pathlib.Path(os.environ.get("HASHIYA_DATA", "share/hashiya"))
COLUMNS = ["tag", "description", "colour", "symbol", "key"]
COLOURS = {"orange", "sky", "green", "yellow", "blue", "vermilion", "purple", "grey"}
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
ARABIC = re.compile("[\u0621-\u064a]")
# How many tags each has, and the paths that a reader of its source looks for.
KNOWN = {
    "claim-types": (7, ["Quantity", "Prediction", "Correlation or causation"]),
    "stance": (3, ["stance/agree", "stance/disagree", "stance/discuss"]),
    "media-frames": (15, ["Economic", "Capacity and resources", "Morality", "Fairness and equality",
                          "Legality, constitutionality and jurisprudence", "Policy prescription and evaluation",
                          "Crime and punishment", "Security and defense", "Health and safety", "Quality of life",
                          "Cultural identity", "Public opinion", "Political",
                          "External regulation and reputation", "Other"]),
    "generic-frames": (25, ["Attribution of responsibility", "Human interest", "Conflict", "Morality",
                            "Economic consequences"]),
    "attribution": (10, ["source/writer", "manner/direct", "kind/belief"]),
}
QUESTIONS = {"Attribution of responsibility": 5, "Human interest": 5, "Conflict": 4, "Morality": 3,
             "Economic consequences": 3}


def table(path):
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    expect(b"\r" not in raw and not text.startswith("\ufeff"), path.name, "has line feeds and no byte order mark")
    expect(not CONTROL.search(text), path.name, "has a control or a bidi control")
    rows = list(csv.reader(text.splitlines()))
    for number, row in enumerate(rows, 1):
        expect_equal(len(row), len(rows[0]), path.name, "row", number, "has so many cells")
    return rows[0], [dict(zip(rows[0], row)) for row in rows[1:]]


def codebook_file(name, lang):
    path = DATA / "codebooks" / f"{name}.{lang}.csv"
    header, rows = table(path)
    expect_equal(header, COLUMNS, path.name, "header")
    tags = [row["tag"] for row in rows]
    expect_equal(len(set(tags)), len(tags), path.name, "names no tag twice")
    expect_equal(len({row["symbol"] for row in rows}), len(rows), path.name, "has a symbol for each tag")
    for row in rows:
        expect(row["description"].strip() == row["description"] != "", path.name, row["tag"], "has a description")
        expect(row["colour"] in COLOURS, path.name, row["tag"], "has the colour", row["colour"])
        expect(len(row["symbol"]) == 1 and not unicodedata.combining(row["symbol"]), path.name, row["tag"], "symbol")
        arabic = ARABIC.search(row["tag"]) and ARABIC.search(row["description"])
        expect(bool(arabic) == (lang == "ar"), path.name, row["tag"], "is in its language")
    return rows


def the_files_are_whole():
    header, index = table(DATA / "codebooks" / "index.csv")
    expect_equal(header, ["name", "lang", "title", "source"], "the index")
    expect_equal([(r["name"], r["lang"]) for r in index], [(n, l) for n in KNOWN for l in ("en", "ar")], "its rows")
    for row in index:
        expect(row["title"] and re.search(r"(19|20)\d\d", row["source"]), row["name"], "names its source")
    for name, (n, paths) in KNOWN.items():
        english, arabic = codebook_file(name, "en"), codebook_file(name, "ar")
        expect_equal(len(english), n, name, "tags")
        expect(set(paths) <= {row["tag"] for row in english}, name, "has all of", paths)
        shape = [[(r["tag"].count("/"), r["colour"], r["symbol"]) for r in rows] for rows in (english, arabic)]
        expect_equal(shape[0], shape[1], name, "is the same tree in both languages")
    tags = [row["tag"].split("/") for row in codebook_file("generic-frames", "en")]
    for frame, n in QUESTIONS.items():
        expect_equal(sum(len(t) == 2 and t[0] == frame for t in tags), n, frame, "questions")


def listed_and_shown(p):
    listed = p.json("codebook", "list", "--json")
    expect_equal([(c["name"], c["lang"]) for c in listed], [(n, l) for n in KNOWN for l in ("en", "ar")], "list")
    expect("media-frames" in p.out("codebook", "list"), "list for people")
    for name in KNOWN:
        for lang in ("en", "ar"):
            _, rows = table(DATA / "codebooks" / f"{name}.{lang}.csv")
            shown = p.json("codebook", "show", name, "--lang", lang, "--json")
            wanted = [{"path": r["tag"], "definition": r["description"], "colour": r["colour"],
                       "symbol": r["symbol"], "key": r["key"]} for r in rows]
            expect_equal(shown["tags"], wanted, name, lang, "shown")
            expect(shown["source"] and shown["title"], name, "with its source")
    people = p.out("codebook", "show", "generic-frames")
    expect("Semetko" in people and "Conflict/reproach" in people, "show for people", people)
    expect(not (p.folder / "project.hashiya").exists(), "showing makes no project")


def added(p):
    p.out("tag", "add", "frames/Economic", "--definition", "mine")
    said = p.json("codebook", "add", "media-frames", "--under", " frames ", "--json")
    expect_equal(said, {"n_added": 14, "n_there": 1}, "what was added")
    tags = {t["path"]: t for t in p.json("tag", "list", "--json")}
    expect_equal(len(tags), 16, "tags")
    economic, other = tags["frames/Economic"], tags["frames/Other"]
    expect_equal((economic["definition"], economic["symbol"]), ("mine", "①"), "what is there stays, and is filled up")
    expect_equal((other["symbol"], other["colour"]), ("⑮", "purple"), "a new one")
    expect("codebook" in p.out("undo"), "undo says what it takes back")
    expect_equal([t["path"] for t in p.json("tag", "list", "--json")], ["frames", "frames/Economic"], "one act")
    expect_equal(p.json("tag", "list", "--json")[1]["symbol"], "", "filling is taken back too")
    p.out("redo")
    expect_equal({t["path"]: t for t in p.json("tag", "list", "--json")}.keys(), tags.keys(), "redo")
    expect("15" in p.out("codebook", "add", "media-frames", "--lang", "ar"), "added in Arabic")
    expect("اقتصادي" in [t["path"] for t in p.json("tag", "list", "--json")], "with its names")


TAGUETTE = ('\ufefftag,description,number of highlights,number of documents\r\n'
            '"people/injured","who was ""hurt"",\r\nor not",3,1\r\n مصدر / رسمي ,,0,0\r\n')
FORMS = {
    "taguette.csv": TAGUETTE,
    "names.csv": "description,name\n\"who was \"\"hurt\"\",\r\nor not\",people/injured\n,مصدر/رسمي\n",
    "paths.csv": "path,definition,color,symbol\npeople/injured,\"who was \"\"hurt\"\",\r\nor not\",#ff0000,×\nمصدر/رسمي,,,\n",
}


def imported(p):
    wanted = {"people/injured": 'who was "hurt",\r\nor not', "مصدر/رسمي": ""}
    for name, content in FORMS.items():
        said = p.json("codebook", "import", p.file(name, content), "--json")
        expect_equal(said, {"n_added": 2, "n_there": 0}, name, "imported")
        tags = {t["path"]: t for t in p.json("tag", "list", "--json")}
        for path, definition in wanted.items():
            expect_equal(tags[path]["definition"], definition, name, path)
            expect_equal(tags[path]["colour"], "", name, path, "a colour that is none of ours")
        p.out("undo")
    p.json("codebook", "import", p.file("tabs.tsv", "tag\tdescription\na\t\"b\"\n"), "--under", "x/y", "--json")
    tags = {t["path"]: t["definition"] for t in p.json("tag", "list", "--json")}
    expect_equal(tags, {"x": "", "x/y": "", "x/y/a": '"b"'}, "tab-separated, below a tag")


def refused(p):
    before = p.out("tag", "list", "--json")
    p.refuses(1, ["no-such", "media-frames"], "codebook", "add", "no-such")
    p.refuses(1, ["fi", "en, ar"], "codebook", "add", "stance", "--lang", "fi")
    p.refuses(1, ["index"], "codebook", "show", "index")
    p.refuses(2, ["under//it"], "codebook", "add", "stance", "--under", "under//it")
    p.refuses(2, ["none.csv", "tag"], "codebook", "import", p.file("none.csv", "a,b\nc,d\n"))
    p.refuses(2, ["path.csv", "3"], "codebook", "import", p.file("path.csv", "tag\nfine\na//b\n"))
    p.refuses(3, ["missing.csv"], "codebook", "import", "missing.csv")
    p.refuses(3, ["latin.csv"], "codebook", "import", p.file("latin.csv", b"tag\n\xe9\n"))
    expect_equal(p.out("tag", "list", "--json"), before, "what is refused changes nothing")


def keys(p):
    """A tag has a key that is free in the reader and that no other tag has."""
    p.out("tag", "add", "a", "--key", "A")
    p.out("tag", "edit", "a", "--key", "M-a")
    p.out("tag", "edit", "a", "--key", "M-a")
    p.refuses(2, ["f", "next"], "tag", "add", "b", "--key", "f")
    p.refuses(2, ["Hash", "codebook"], "tag", "add", "b", "--key", "Hash")
    p.refuses(2, ["two", "a character"], "tag", "add", "b", "--key", "two")
    p.refuses(2, ["M-a", "the tag a"], "tag", "add", "b", "--key", "M-a")
    expect_equal([(t["path"], t["key"]) for t in p.json("tag", "list", "--json")], [("a", "M-a")], "keys")
    p.out("tag", "edit", "a", "--key", "")
    p.out("tag", "add", "b", "--key", "M-a")


def out_and_in_again():
    with program() as one, program() as two:
        one.out("codebook", "add", "generic-frames", "--lang", "ar")
        one.out("tag", "add", "=1+1/a,b\"c", "--definition", "line\nline")
        one.out("codebook", "export", "-o", one.folder / "codebook.csv")
        expect_equal(one.out("codebook", "export"), one.out("export", "--table", "codebook"), "one thing, two names")
        two.out("codebook", "import", one.folder / "codebook.csv")
        expect_equal(two.out("export", "--table", "codebook"), one.out("export", "--table", "codebook"), "round trip")


the_files_are_whole()
for check in (listed_and_shown, added, imported, refused, keys):
    with program() as prog:
        if check is refused:
            prog.out("tag", "add", "kept")
        check(prog)
out_and_in_again()
finish()
