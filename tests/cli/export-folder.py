# SPDX-License-Identifier: GPL-3.0-or-later
"""export --all: a folder of everything, replaced whole or not at all, and never in place of somebody's own; one moment's rows."""
import os
import resource
import shutil
import signal
import stat
import subprocess
import threading
import uuid

from exported_project import build
from program import HASHIYA, expect, expect_equal, finish, program

FILES = {"annotations.csv", "documents.csv", "codebook.csv", "claims.csv", "mentions.csv", "notes.csv", "coverage.csv", "matrix.csv",
         "annotations.jsonl", "annotations.jsonld", "report.html"}


def content(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def leftovers(p):
    return [path.name for path in p.folder.iterdir() if ".tmp" in path.name]


def check_folder(p):
    out = p.folder / "out"
    p.out("export", "--all", "out")
    ids = [row["id"] for row in p.rows("--table", "documents")]
    first = content(out)
    expect_equal(set(first), FILES | {f"texts/{one}.txt" for one in ids}, "files")
    for one in ids:
        expect_equal(first[f"texts/{one}.txt"], p.run("text", one, status=0).stdout, "the text")
    for table in (name[:-4] for name in FILES if name.endswith(".csv")):
        expect_equal(first[f"{table}.csv"], p.run("export", "--table", table, status=0).stdout, table)
    for form in ("jsonl", "jsonld"):
        expect_equal(first[f"annotations.{form}"], p.run("export", "--format", form, status=0).stdout, form)
    p.out("export", "--all", "again/")
    expect_equal(content(p.folder / "again"), first, "the same bytes in another folder")
    p.out("export", "--all", "out")
    expect_equal(content(out), first, "the same bytes in the same folder")
    expect_equal(leftovers(p), [], "nothing is left beside it")
    return first


def check_modes(p):
    def under(umask):
        p.run("export", "--all", "modes", status=0, preexec_fn=lambda: os.umask(umask))
        return [stat.S_IMODE((p.folder / name).stat().st_mode) for name in ("modes", "modes/annotations.csv", "modes/texts")]
    expect_equal(under(0o027), [0o750, 0o640, 0o750], "modes are the umask's")
    (p.folder / "modes").chmod(0o700)
    expect_equal(under(0o022)[0], 0o700, "the folder that is replaced gives its mode")


def check_refusals(p, first):
    """What no export wrote stays, and so does everything beside it."""
    out = p.folder / "out"
    for name in ("mine.txt", "texts/note.txt", "texts/0000.txt", f"texts/{'x' * 36}.txt", "project.hashiya"):
        (out / name).write_text("mine")
        said = p.refuses(3, ["this exists already", "no export wrote this", name], "export", "--all", "out")
        expect("hashiya:" in said, said)
        (out / name).unlink()
        expect_equal(content(out), first, "after a refusal for", name)
    mine = p.folder / "mine"
    mine.mkdir()
    (mine / "annotations.csv").write_text("my own")
    p.refuses(3, ["no export wrote this"], "export", "--all", "mine")
    expect_equal((mine / "annotations.csv").read_text(), "my own", "a table of somebody's own")
    p.refuses(3, ["this exists already"], "export", "--all", p.file("file.txt", "x"))
    p.refuses(3, ["this is a project"], "export", "--all", "project.hashiya")
    p.refuses(3, ["there is no such folder"], "export", "--all", "none/out")
    (p.folder / "empty").mkdir()
    p.out("export", "--all", "empty")
    expect_equal(content(p.folder / "empty"), first, "an empty folder is filled")
    (p.folder / "link").symlink_to("out")
    p.out("export", "--all", "link")
    expect((p.folder / "link").is_symlink() and content(out) == first, "a link stays one")


def check_failures(p, first):
    """A full disk and a program that dies leave the folder as it was."""
    out = p.folder / "out"
    p.out("tag", "edit", "time", "--definition", "new")
    p.run("export", "--all", "out", status=3,
          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)))
    expect_equal(content(out), first, "after a failed write")
    expect_equal(leftovers(p), [], "nothing is left of it")
    p.refuses(1, ["nothing was found"], "export", "--all", "out", "--tag", "none")
    expect_equal(content(out), first, "after a filter that names nothing")
    kinds = set()
    for microseconds in range(1000, 40000, 1500):
        process = subprocess.Popen([HASHIYA, "export", "--all", "out"], env=p.env, cwd=p.folder, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=microseconds / 1e6)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        seen = content(out)
        kinds.add("old" if seen == first else "new" if seen.get("codebook.csv") != first["codebook.csv"] else "torn")
        expect(set(seen) == set(first), "a folder that is half there")
    expect(kinds <= {"old", "new"}, "killed at any moment:", kinds)
    p.out("export", "--all", "out")
    expect(b'"new"' in (out / "codebook.csv").read_bytes(), "the next one replaces it")


def check_one_moment(p):
    """Each act makes a highlight with two tags; no export may see one without the other."""
    p.out("import", "-", "--title", "writing", stdin=b"abcdefghij " * 1200)
    rows = ["id,document,tag,content,start,end"]
    for start in range(0, 12000, 6):
        quote = ("abcdefghij " * 1200)[start:start + 5]
        rows += [f'{uuid.UUID(int=(7 << 76) | (2 << 62) | start)},writing,pair/{tag},"{quote}",{start},{start + 5}' for tag in "ab"]
    p.out("import", "--annotations", p.file("pairs.csv", "\n".join(rows) + "\n"))
    number = p.rows("--table", "documents")[-1]["number"]
    stop = threading.Event()

    def write():
        for start in range(1, 400, 5):
            p.out("highlight", number, "--start", str(start), "--end", str(start + 300), "--tag", "pair/a", "--tag", "pair/b")
            if stop.is_set():
                break

    writer = threading.Thread(target=write)
    writer.start()
    seen = 0
    while writer.is_alive() and seen < 20:
        said = p.out("export", "--format", "jsonl", number)
        seen += 1
        expect_equal(said.count('"type":"coding"'), 2 * said.count('"type":"highlight"'), "half an act was exported")
        p.out("export", "--all", "moment", number)
        said = (p.folder / "moment" / "annotations.jsonl").read_text(encoding="utf-8")
        expect_equal(said.count('"type":"coding"'), 2 * said.count('"type":"highlight"'), "half an act in a folder")
    stop.set()
    writer.join()
    expect(seen > 1, "exports while another program writes:", seen)


def check_slow_reader(p):
    """Who stops reading a pipe keeps nobody from writing."""
    p.out("import", "-", "--title", "large", stdin=("word " * 400).encode())
    number = p.rows("--table", "documents")[-1]["number"]
    for start in range(0, 300, 5):
        p.out("highlight", number, "--start", str(start), "--end", str(start + 900), "--note", "n" * 2000)
    process = subprocess.Popen([HASHIYA, "export"], env=p.env, cwd=p.folder, stdout=subprocess.PIPE)
    head = process.stdout.read(1)
    p.out("tag", "edit", "time", "--definition", "while nobody reads")
    rest = process.stdout.read()
    expect_equal((head + rest, process.wait()), (p.run("export", status=0).stdout.replace(b"while nobody reads", b"new"), 0), "all came")
    expect(len(rest) > 2 * 65536, "more than a pipe holds:", len(rest))
    for start in range(1, 600, 2):
        p.out("highlight", number, "--start", str(start), "--end", str(start + 1000), "--note", "n" * 2000)
    large = p.run("export", status=0).stdout
    p.out("export", "-o", "large.csv")
    p.env["TMPDIR"] = "/none"
    expect_equal(p.run("export", status=0).stdout, large, "where no file can be kept")
    expect_equal((p.folder / "large.csv").read_bytes(), large, "as it comes to a file")
    expect(len(large) > 1 << 20, "more than is kept in memory:", len(large))


with program() as p:
    build(p)
    whole = check_folder(p)
    check_modes(p)
    check_refusals(p, whole)
    check_failures(p, whole)
    check_one_moment(p)
    check_slow_reader(p)
finish()
