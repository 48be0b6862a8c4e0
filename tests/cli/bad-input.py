# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: a clear message, the right exit code, and nothing is lost."""
import hashlib
import os
import shutil
import sqlite3
import subprocess

from program import FIXTURES, HASHIYA, expect, expect_equal, finish, program


def files(p):
    p.refuses(3, ["missing.txt", "no such file"], "import", "missing.txt")
    p.refuses(3, ["directory"], "import", ".")
    p.refuses(2, ["--width", "2"], "show", p.file("narrow.txt", "a b"), "--width", 0)
    p.refuses(3, ["not a text", "NUL"], "import", FIXTURES / "binary.dat")
    p.refuses(3, ["UTF-16", "iconv"], "import", p.file("wide.txt", "text".encode("utf-16")))
    p.refuses(3, ["UTF-8", "byte 3", "iconv", "--lossy"], "import", p.file("bad.txt", b"abc\xff\xfedef"))
    p.refuses(3, ["no text"], "import", p.file("empty.txt", b""))
    p.refuses(3, ["no text"], "import", p.file("blank.txt", " \n\t\u3000\u2028\n"))
    expect(not (p.folder / "project.hashiya").exists(), "a file that is refused makes no project")
    p.out("import", "--lossy", "bad.txt")
    expect_equal(p.out("text", "1"), "abc\ufffd\ufffddef", "--lossy")
    line = "كلمة " * 120000
    p.out("import", p.file("line.txt", line))
    expect_equal(p.out("text", "2"), line, "one line of a megabyte")
    said = p.run("import", "good.txt", "missing.txt", p.file("good.txt", "good"), status=3)
    expect(b"imported: 3 good" in said.stdout and b"missing.txt" in said.stderr, "the good ones come in", said)


def projects(p):
    before = (p.folder / "project.hashiya").read_bytes()
    other = p.file("other.hashiya", "no database at all" * 100)
    p.refuses(3, ["no hashiya project"], "-p", other, "list")
    connection = sqlite3.connect(p.folder / "foreign.db")
    connection.execute("create table t(a)")
    connection.close()
    p.refuses(3, ["no hashiya project"], "-p", "foreign.db", "list")
    p.refuses(3, ["no hashiya project"], "-p", "foreign.db", "import", "good.txt")
    newer = p.file("newer.hashiya", before)
    connection = sqlite3.connect(newer)
    connection.execute("pragma user_version = 1000")
    connection.close()
    digest = hashlib.sha256(newer.read_bytes()).digest()
    expect("good" in p.out("-p", newer, "list"), "a newer project can be read")
    p.refuses(3, ["newer", "1000"], "-p", newer, "tag", "add", "x")
    expect_equal(hashlib.sha256(newer.read_bytes()).digest(), digest, "a newer project stays as it is")
    p.refuses(3, ["damaged"], "-p", p.file("torn.hashiya", before[:5000]), "check")
    expect_equal((p.folder / "project.hashiya").read_bytes(), before, "the project is untouched by all this")


def read_only(p):
    folder = p.folder / "ro"
    folder.mkdir()
    project = folder / "p.hashiya"
    p.out("-p", project, "import", "good.txt")
    digest = hashlib.sha256(project.read_bytes()).digest()
    p.folder.chmod(0o755)
    project.chmod(0o444)
    folder.chmod(0o555)
    # Root may write everywhere, and the build may lie where only root can look.
    user = {"user": 65534} if os.getuid() == 0 else {}
    program = shutil.copy(HASHIYA, p.folder / "hashiya")
    try:
        listed = subprocess.run([program, "-p", project, "list"], env=p.env, capture_output=True, check=False, **user)
        marked = subprocess.run([program, "-p", project, "highlight", "1", "--quote", "good"], env=p.env,
                                capture_output=True, check=False, **user)
    finally:
        folder.chmod(0o755)
    expect(listed.returncode == 0 and b"good" in listed.stdout, "a read-only project can be read", listed)
    expect(marked.returncode == 3 and b"only be read" in marked.stderr, "and not marked", marked)
    expect_equal(hashlib.sha256(project.read_bytes()).digest(), digest, "it stays as it is")


def missing_project(p):
    p.env["HASHIYA_PROJECT"] = str(p.folder / "none" / "p.hashiya")
    for words in (["list"], ["text", "1"], ["edit", "1", "--title", "x"], ["remove", "1"], ["show", "1"],
                  ["highlight", "1", "--quote", "x"], ["highlight", "list"], ["highlight", "remove", "x"],
                  ["note", "1"], ["note", "list"], ["tag", "list"], ["tag", "rename", "a", "b"], ["undo"], ["redo"],
                  ["history"], ["export"], ["check"]):
        p.refuses(3, ["no such project"], *words)
    expect(not (p.folder / "none").exists(), "no other command makes a project")
    p.out("show", p.folder / "good.txt")
    p.out("highlight", p.folder / "good.txt", "--quote", "good")
    expect_equal(p.json("list", "--json")[0]["n_highlights"], 1, "a first mark makes it, and imports the file")
    expect_equal((p.folder / "none" / "p.hashiya").stat().st_mode & 0o777, 0o600, "for nobody else's eyes")


def usage(p):
    p.refuses(2, ["import?"], "imprt", "x.txt")
    p.refuses(2, ["--color?"], "--colour=always", "list")
    p.refuses(2, ["tag add?"], "tag", "ad", "x")
    p.refuses(2, ["--title"], "edit", "1", "--titel", "x")
    p.refuses(2, ["value"], "show", "1", "--width")
    p.refuses(2, ["no value"], "list", "--json=1")
    p.refuses(2, ["nothing"], "list", "extra")
    p.refuses(2, ["needs"], "text")
    p.refuses(2, ["number"], "show", "1", "--width", "wide")
    p.refuses(2, ["rtl"], "import", "good.txt", "--dir", "up")
    p.refuses(2, ["YYYY"], "import", "good.txt", "--date", "2025-13-01")
    p.refuses(2, ["auto, app, terminal"], "--bidi=both", "list")
    p.refuses(2, ["needs a terminal"])
    p.refuses(2, ["--nth"], "highlight", "1", "--quote", "o")
    p.refuses(1, ["not in the article"], "highlight", "1", "--quote", "absent")
    p.refuses(1, ["99"], "highlight", "99", "--quote", "x")


def lost_output(p):
    with open("/dev/full", "wb") as full:
        for words in (["list"], ["text", "1"], ["export"], ["list", "--json"], ["--help"], ["show", "1"], ["check"]):
            done = subprocess.run([HASHIYA, *words], stdout=full, stderr=subprocess.PIPE, env=p.env, check=False)
            expect(done.returncode == 3 and b"no room" in done.stderr, words, "into /dev/full", done)
    p.refuses(3, ["no room"], "export", "-o", "/dev/full")
    p.out("import", p.folder / "line.txt")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([HASHIYA, "text", "2"], stdout=write, stderr=subprocess.PIPE, env=p.env, check=False)
    os.close(write)
    expect_equal((done.returncode, done.stderr), (0, b""), "a reader who went away")


with program() as prog:
    files(prog)
    projects(prog)
    read_only(prog)
    missing_project(prog)
    usage(prog)
    lost_output(prog)
finish()
