# SPDX-License-Identifier: GPL-3.0-or-later
"""A project full of hostile texts, another like it of harmless ones, and what a terminal was sent, taken apart."""
import contextlib
import os
import re
import sqlite3
import uuid

from hostile_cases import MARK

FILE_STEP = 3  # every so many cases name a file
GUARD_MARKS = "\u200e\u202d"
HIDDEN = re.compile("[\x80-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
                    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
                    "\U000e0000-\U000e0fff]")
TOKEN = re.compile(
    rb"\x1b\[(?P<prefix>[<-?]?)(?P<params>[0-9:;<-?]*)(?P<inter>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b\](?P<osc>\d*)[^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b(?P<escape>[ -/]*[0-~])|(?P<control>[\x00-\x1f\x7f])|(?P<text>[^\x00-\x1f\x7f]+)")


def kinds_of(token):
    """What one token of a stream is, without the numbers in which any two screens differ."""
    if token["final"]:
        marked = " with a hostile number" if MARK.encode() in token["params"] else ""
        yield "CSI " + (token["prefix"] + token["inter"] + token["final"]).decode() + marked
    elif token["osc"] is not None:
        yield "OSC " + token["osc"].decode()
    elif token["escape"]:
        yield "ESC " + token["escape"].decode()
    elif token["control"]:
        yield f"control {token['control'][0]:02x}"
    else:
        text = token["text"].decode("utf-8", "surrogateescape")
        yield from (f"ill-formed byte {ord(c) & 0xFF:02x}" for c in text if "\udc80" <= c <= "\udcff")
        yield from (f"U+{ord(c):04X}" for c in HIDDEN.findall(text.replace(GUARD_MARKS, "")))


def sent(stream):
    kinds, at = set(), 0
    for token in TOKEN.finditer(stream):
        if token.start() != at:
            kinds.add("a malformed sequence")
        kinds.update(kinds_of(token))
        at = token.end()
    return kinds | ({"a malformed sequence"} if at != len(stream) else set())


def harmless(text):
    """As long, and of the same number of words."""
    return re.sub(r"[^ ]", "n", text.decode(errors="replace")).encode()


def fits_body(text):
    """What an import takes as it is: UTF-8, without a CR, which it makes an LF."""
    with contextlib.suppress(UnicodeDecodeError):
        return "\r" not in text.decode()
    return False


def insert(db, table, row, **changes):
    """A copy of a row with another id and what else is to change; bytes are text, whether UTF-8 or not."""
    row = dict(row, id=str(uuid.uuid4()), **changes)
    marks = ", ".join("CAST(? AS TEXT)" if isinstance(value, bytes) and name != "changeset" else "?" for name, value in row.items())
    db.execute(f"INSERT INTO {table}({', '.join(row)}) VALUES({marks})", tuple(row.values()))
    return row["id"]


def one_row(db, table):
    db.row_factory = sqlite3.Row
    return dict(db.execute(f"SELECT * FROM {table} LIMIT 1").fetchone())


class Project:
    """A project whose texts are `texts`, one for each case: in every column that takes one."""

    def __init__(self, p, name, texts, in_body):
        self.program, self.texts, self.path, self.in_body = p, texts, p.folder / name / "p.hashiya", in_body
        self.body = "".join(f"c{n:04} {texts[n].decode()} z\n" for n in in_body)
        self.fill(p, name)

    def run(self, *args, **options):
        return self.program.run("--project", self.path, *args, status=0, **options)

    def fill(self, p, name):
        self.name_files(p.folder / name / "named")
        self.twin = p.folder / name / "twin.txt"  # the same cases, in an article of its own
        self.twin.write_text("Once more.\n" + self.body.replace(" z\n", " y\n"), encoding="utf-8", newline="")
        plain = "".join(f"A quiet line of text, the {n}th of many.\n" for n in range(2000))
        self.run("import", "-", "--title", "plain", stdin=plain.encode())
        self.run("import", "-", "--title", "cases", stdin=self.body.encode())
        for statement in ("seed", "other"):
            self.run("claim", "add", statement)
        self.run("highlight", "1", "--start", "0", "--end", "5", "--tag", "seed", "--note", "seed", "--claim", "1")
        self.run("claim", "absent", "2", "1")
        self.run("claim", "relate", "1", "updates", "2")
        with contextlib.closing(sqlite3.connect(self.path)) as db, db:
            self.insert_all(db)

    def named(self, n):
        return f"c{n:04} ".encode() + self.texts[n] + b" z"

    def name_files(self, folder):
        for n in range(0, len(self.texts), FILE_STEP):
            (folder / str(n // 100)).mkdir(parents=True, exist_ok=True)
            (folder / str(n // 100) / os.fsdecode(self.named(n)[:200])).touch()

    def insert_all(self, db):
        rows = {table: one_row(db, table) for table in ("article", "tag", "coder", "history", "highlight", "coding", "note", "claim",
                                                     "mention", "coverage", "claim_relation")}
        db.execute("UPDATE history SET at = '2026-01-02T03:04:05.000Z'")  # the time is not to depend on when this runs
        rows["history"] = one_row(db, "history")
        cases = db.execute("SELECT id FROM article WHERE number = 2").fetchone()["id"]
        db.execute("UPDATE tag SET symbol = 's', colour = 'green'")  # its looks are not to depend on others
        db.execute("UPDATE article SET n_words = 1")
        ids = [self.insert_case(db, rows, n) for n in range(len(self.texts))]
        at = 0
        for n in self.in_body:
            at = self.body.index(f"c{n:04} ", at)
            self.insert_mark(db, rows, cases, n, at, *ids[n])
        for n in range(len(ids)):
            db.execute("INSERT INTO draft VALUES(?, ?, CAST(? AS TEXT), ?)",
                       (rows["coder"]["name"], f"{cases} {n}-{n + 3}", self.named(n), rows["coder"]["created_at"]))
        insert(db, "note", rows["note"], highlight=None, article=cases, text=b"\n".join(map(self.named, range(len(self.texts)))))

    def insert_case(self, db, rows, n):
        named, text = self.named(n), self.texts[n]
        insert(db, "article", rows["article"], number=n + 3, title=named, outlet=text, author=named, url=named, published_at=text,
               n_words=1)
        tag = insert(db, "tag", rows["tag"], name=named, definition=named, symbol=text, key=b"", colour="")
        who = insert(db, "coder", rows["coder"], name=named)
        insert(db, "history", rows["history"], seq=1000 + n, what="", subject=named, coder=who)
        self.insert_claim(db, rows, n, tag, who)
        return tag, who

    def insert_claim(self, db, rows, n, tag, who):
        """A claim related to the first of all, with a note by its coder, who has one on the tag too."""
        named, text, note = self.named(n), self.texts[n], dict(rows["note"], highlight=None, coder=who, text=self.named(n))
        claim = insert(db, "claim", rows["claim"], number=n + 3, statement=named, lang=text, verdict=named, coder=who)
        insert(db, "claim_relation", rows["claim_relation"], a=claim, b=rows["claim"]["id"], kind="narrower", coder=who)
        insert(db, "coverage", rows["coverage"], claim=claim, coder=who)
        insert(db, "note", note, claim=rows["claim"]["id"])
        insert(db, "note", note, tag=tag)

    def insert_mark(self, db, rows, article, n, start_cp, tag, who):
        named = self.named(n)
        mark = insert(db, "highlight", rows["highlight"], article=article, start_cp=start_cp, exact=named, prefix="", suffix="",
                      end_cp=start_cp + len(named.decode()), coder=who)
        insert(db, "coding", rows["coding"], highlight=mark, tag=tag, coder=who)
        insert(db, "note", rows["note"], highlight=mark, text=named, coder=who)
        insert(db, "mention", rows["mention"], claim=rows["claim"]["id"], highlight=mark, coder=who, stance=named,
               stance_scheme=self.texts[n], speaker=named, attribution="quoted")
