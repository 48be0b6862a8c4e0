# SPDX-License-Identifier: GPL-3.0-or-later
"""What is exported is exact: Python reads each table, and text[start:end] == content in every row."""
import csv
import io

from program import FIXTURES, expect, expect_equal, finish, program

COLUMNS = ("id,document,tag,content,start,end,offset_unit,start_byte,end_byte,paragraph,prefix,suffix,document_id,"
           "outlet,author,published_at,url,lang,dir,document_sha256,tag_definition,note,coder,created_at,updated_at,"
           "claim_id,claim,stance,stance_scheme,attribution,speaker,certainty,anchor_state").split(",")
AWKWARD = 'He said, "no",\nand =left.\r\nالقمة، "نعم"\u2029third\u0085next 👩‍👧 \u061cend\n'


def check_rows(p, rows):
    texts = {}
    for row in rows:
        ref = row["document_id"]
        if ref not in texts:
            texts[ref] = p.run("text", ref, status=0).stdout
        text = io.TextIOWrapper(io.BytesIO(texts[ref]), encoding="utf-8", newline="").read()
        start, end = int(row["start"]), int(row["end"])
        expect_equal(text[start:end], row["content"], "content at", start)
        expect_equal(texts[ref][int(row["start_byte"]):int(row["end_byte"])].decode(), row["content"], "bytes")
        expect(text[:start].endswith(row["prefix"]), "prefix", row["prefix"])
        expect(text[end:].startswith(row["suffix"]), "suffix", row["suffix"])
        expect_equal(row["offset_unit"], "codepoint", "offset_unit")


def paragraph_of(text, start):
    ends = [i for i, c in enumerate(text[:start]) if c in "\n\u2029\u0085"]
    return len(ends) + 1


def keeps_projects(p):
    """A table is never written over a project, whatever it is called."""
    own, other = p.folder / "project.hashiya", p.folder / "other.hashiya"
    p.out("-p", other, "import", FIXTURES / "en.txt")
    (p.folder / "link").symlink_to("project.hashiya")
    (p.folder / "hard").hardlink_to(own)
    (p.folder / "dangling").symlink_to("other.hashiya-wal")
    other.with_name("other.hashiya-journal").unlink(missing_ok=True)
    before = {path: path.read_bytes() for path in (own, other)}
    for name in ("project.hashiya", f"../{p.folder.name}/project.hashiya", "link", "hard", "project.hashiya-journal",
                 "project.hashiya-wal", "other.hashiya", "other.hashiya-journal", "dangling"):
        p.refuses(3, ["this is a project"], "export", "-o", name)
    for path, content in before.items():
        expect(path.read_bytes() == content, path, "was changed")
    expect(not other.with_name("other.hashiya-journal").exists(), "no journal is made")


with program() as p:
    p.file("awkward.txt", AWKWARD)
    p.out("import", "awkward.txt", FIXTURES / "ar-report.txt", FIXTURES / "mixed.txt")
    stored = AWKWARD.replace("\r\n", "\n")
    quotes = ['"no",\nand =left.\nال', "=left", "third", "نعم", "👩‍👧", "next", "He", "end\n", stored]
    for number, quote in enumerate(quotes):
        p.out("highlight", "1", "--quote", quote, "--tag", f"t/{number % 3}", "--tag", "z,\"q\"", "--note", f"+n\n{number}")
    p.out("highlight", "2", "--start", "100", "--end", "140")
    p.out("tag", "edit", "t/0", "--definition", '=1+1, "x"')
    p.out("--coder", "second", "tag", "on", p.json("highlight", "list", "1", "--json")[0]["id"], "t/0")

    raw = p.run("export", "--format", "csv", status=0).stdout
    header = raw.split(b"\r\n")[0].decode()
    expect_equal(header, ",".join(f'"{c}"' for c in COLUMNS), "header")
    expect(raw.endswith(b'"\r\n') and not raw.startswith(b"\xef\xbb\xbf"), "CRLF, no byte order mark")
    rows = p.rows()
    expect_equal(len(rows), 2 * len(quotes) + 1 + 1, "rows: one a coding, one a bare highlight")
    check_rows(p, rows)
    for row in rows:
        if row["document_id"] == rows[0]["document_id"]:
            expect_equal(int(row["paragraph"]), paragraph_of(stored, int(row["start"])), "paragraph")
    order = [(row["document_id"] != rows[0]["document_id"], int(row["start"]), int(row["end"]), row["id"], row["tag"],
              row["coder"]) for row in rows]
    expect_equal(order, sorted(order), "total order")
    expect_equal({row["tag_definition"] for row in rows if row["tag"] == "t/0"}, {'=1+1, "x"'}, "definition")
    expect(all(row["note"].startswith("+n\n") for row in rows[:-1]), "notes keep their line ends")
    expect_equal(rows[-1]["tag"], "", "a bare highlight has no tag")

    expect_equal([r["document_id"] for r in p.rows("2")], [rows[-1]["document_id"]], "export of one article")
    picked = p.rows("--columns", "content,id", "1")
    expect_equal(list(picked[0]), ["content", "id"], "--columns")
    p.refuses(2, ["did you mean content?"], "export", "--columns", "id,contnt")
    p.refuses(2, ["makes no sense", "content, "], "export", "--columns", "id,zzzzzzzzzz")
    p.refuses(2, ["annotations"], "export", "--table", "annotation")
    p.refuses(2, ["csv"], "export", "--format", "xml")
    tabs = p.out("export", "--delimiter", "tab")
    expect_equal(list(csv.DictReader(io.StringIO(tabs, newline=""), delimiter="\t")), rows, "--delimiter tab")
    p.refuses(2, ["ASCII"], "export", "--delimiter", '"')

    sheet = p.run("export", "--spreadsheet", status=0).stdout.decode("utf-8")
    expect(sheet.startswith("\ufeff"), "a spreadsheet gets a byte order mark")
    for plain, guarded in zip(rows, csv.DictReader(io.StringIO(sheet[1:], newline=""))):
        marked = guarded.pop("guarded").split()
        for name, value in plain.items():
            danger = value[:1] in set("=+-@\t\r\n") and value != ""
            expect_equal(guarded[name], "'" + value if danger else value, "guard of", name)
            expect_equal(name in marked, danger, "guarded names", name)

    documents = p.rows("--table", "documents")
    expect_equal([d["number"] for d in documents], ["1", "2", "3"], "documents")
    expect_equal(documents[0]["code_points"], str(len(stored)), "code points")
    expect_equal(documents[0]["highlights"], str(len(quotes)), "highlights")
    codebook = p.rows("--table", "codebook")
    expect_equal(list(codebook[0]), ["tag", "description", "number of highlights", "number of documents"], "codebook")
    counts = {c["tag"]: (c["number of highlights"], c["number of documents"]) for c in codebook}
    expect_equal(counts['z,"q"'], (str(len(quotes)), "1"), "codebook counts")

    target = p.file("out.csv", "old")
    target.chmod(0o640)
    p.out("export", "-o", target)
    expect_equal(target.read_bytes(), raw, "-o writes the same")
    expect_equal(target.stat().st_mode & 0o777, 0o640, "-o keeps the mode")
    expect_equal([f.name for f in p.folder.iterdir() if "tmp" in f.name], [], "nothing is left behind")
    p.refuses(3, ["no-folder: there is no such folder"], "export", "-o", "no-folder/out.csv")
    p.refuses(3, ["out.csv: there is no such folder"], "export", "-o", "out.csv/out.csv")
    keeps_projects(p)
finish()
