# SPDX-License-Identifier: GPL-3.0-or-later
"""Any acts of three coders by subcommand, some of them cut off by kill -9: what is there is always what whole acts left.
All undone is the start, all redone the end.

HASHIYA_ACTS (how many) and HASHIYA_SEED in the environment make a longer run, and repeat one that failed.
"""
import contextlib
import os
import random
import sqlite3
import subprocess
import sys
import time

from program import HASHIYA, expect, expect_equal, finish, program

ACTS = int(os.environ.get("HASHIYA_ACTS", "150"))
SEED = int(os.environ.get("HASHIYA_SEED", "20261121"))
RECORDED = ("article", "highlight", "tag", "coding", "claim", "mention", "coverage", "claim_relation", "property", "note")
CODERS = ("ann", "bob", "cem")
PATHS = ("a", "a/b", "a/b/c", "d", "d/b", "وقت", "وقت/ساعة")
STANCES = ("agree", "disagree", "discuss", "")
KINDS = ("same_as", "contradicts", "narrower", "updates")
WORDS = ("three", "hours", "ثلاث", "ساعات", "\"q\"", "a,b", "=1+1", "e\u0301", "\u202ea", "\U0001f600", "line\nbreak")
# Acts that stand, by when they last took effect.
STANDING = """SELECT h.seq, k.name FROM history h JOIN coder k ON k.id = h.coder WHERE h.state = 'done'
    ORDER BY max(h.seq, ifnull((SELECT max(r.seq) FROM history r WHERE r.kind = 'redo' AND r.act = h.seq), 0))"""


class World:
    def __init__(self, prog, dice):
        self.prog, self.dice, self.path = prog, dice, prog.env["HASHIYA_PROJECT"]

    def rows(self, sql):
        with contextlib.closing(sqlite3.connect(self.path)) as db:
            return db.execute(sql).fetchall()

    def content(self):
        return {table: self.rows(f"SELECT * FROM {table} ORDER BY 1") for table in RECORDED}

    def standing(self):
        return self.rows(STANDING)

    def any(self, table, column="id"):
        rows = self.rows(f"SELECT {column} FROM {table} ORDER BY {column}")
        return str(self.dice.choice(rows)[0]) if rows else "1"

    def text(self):
        return " ".join(self.dice.choice(WORDS) for _ in range(self.dice.randrange(1, 6)))

    def path_(self):
        return self.dice.choice(PATHS)

    def article(self):
        return self.any("article", "number")

    def claim(self):
        return self.any("claim", "number")

    def mark(self):
        return self.any("highlight")


def import_text(w):
    version = ["--version-of", w.article()] if w.dice.random() < 0.4 else ["--new"]
    return ["import", "-", "--title", w.text(), *version], f"{w.text()} {w.text()}. {w.text()}\n"


def edit_article(w):
    return ["edit", w.article(), "--outlet", w.text(), "--author", w.text()], ""


def remove_article(w):
    return ["remove", w.article()], ""


def highlight(w):
    start = w.dice.randrange(12)
    more = [["--tag", w.path_()], ["--note", w.text()], ["--claim", w.claim(), "--stance", w.dice.choice(STANCES)], []]
    return ["highlight", w.article(), "--start", str(start), "--end", str(start + w.dice.randrange(1, 12)),
            *w.dice.choice(more)], ""


def move_highlight(w):
    return ["highlight", "move", w.mark(), "--start", "0", "--end", str(w.dice.randrange(1, 15))], ""


def remove_highlight(w):
    return ["highlight", "remove", w.mark()], ""


def note(w):
    target = w.dice.choice([[w.article()], [w.mark()], ["--claim", w.claim()], ["--tag", w.path_()], ["--whole-project"]])
    return ["note", *target, "--text", w.text()], ""


def remove_note(w):
    return ["note", "remove", *w.dice.choice([[w.article()], [w.mark()], ["--claim", w.claim()], ["--whole-project"]])], ""


def add_claim(w):
    return ["claim", "add", w.text(), *w.dice.choice([["--verdict", w.text()], []])], ""


def edit_claim(w):
    return ["claim", "edit", w.claim(), "--statement", w.text()], ""


def remove_claim(w):
    return w.dice.choice([["claim", "remove", w.claim()], ["claim", "merge", w.claim(), w.claim()]]), ""


def link(w):
    return ["claim", "link", w.claim(), w.mark(), "--stance", w.dice.choice(STANCES), "--speaker", w.text()], ""


def unlink(w):
    return ["claim", "unlink", w.claim(), w.mark()], ""


def absent(w):
    return ["claim", "absent", w.claim(), w.article(), *w.dice.choice([["--off"], [], []])], ""


def relate(w):
    return ["claim", "relate", w.claim(), w.dice.choice(KINDS), w.claim(), *w.dice.choice([["--off"], [], []])], ""


def scheme(w):
    return ["claim", "scheme", w.dice.choice(["arastance", "fnc", "nothing-of-the-kind"])], ""


def add_tag(w):
    return ["tag", "add", w.path_(), w.path_(), "--definition", w.text()], ""


def change_tag(w):
    return w.dice.choice([["tag", "rename", w.path_(), w.path_()], ["tag", "move", w.path_(), w.path_()],
                          ["tag", "merge", w.path_(), w.path_()], ["tag", "retag", w.path_(), w.path_()],
                          ["tag", "edit", w.path_(), "--symbol", "*"]]), ""


def remove_tag(w):
    return ["tag", "remove", w.path_()], ""


def tag(w):
    return ["tag", w.dice.choice(["on", "on", "off"]), w.mark(), w.path_(), w.path_()], ""


DOINGS = ((import_text, 4), (edit_article, 2), (remove_article, 1), (highlight, 8), (move_highlight, 2), (remove_highlight, 2),
          (note, 4), (remove_note, 1), (add_claim, 4), (edit_claim, 2), (remove_claim, 2), (link, 5), (unlink, 2), (absent, 7),
          (relate, 3), (scheme, 1), (add_tag, 3), (change_tag, 4), (remove_tag, 1), (tag, 4))


def command(w):
    doing = w.dice.choices([doing for doing, _ in DOINGS], [weight for _, weight in DOINGS])[0]
    args, stdin = doing(w)
    return [args[0], *args[1:], "--coder", w.dice.choice(CODERS)], stdin


def run_whole(w, args, stdin):
    done = w.prog.run(*args, stdin=stdin.encode())
    # Many ask for what is not there; none may break.
    expect(0 <= done.returncode < 64 and b"Sanitizer" not in done.stderr, args, done.returncode, done.stderr.decode())
    return done.returncode


def run_and_kill(w, args, stdin, span):
    """Whether it was killed; then the project is as before, or as the whole act left it."""
    before, n_before = w.content(), len(w.standing())
    process = subprocess.Popen([HASHIYA, *args], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=w.prog.env)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(stdin.encode())
        process.stdin.close()
    try:
        process.wait(w.dice.random() * span)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    w.prog.run("check")  # whoever comes next takes back what was cut off
    after, standing = w.content(), w.standing()
    if after != before:
        expect_equal(len(standing), n_before + 1, "acts that stand after a kill")
        w.prog.run("undo", "--coder", standing[-1][1], status=0)
        expect(w.content() == before, "what", args, "left is more or less than its act")
        w.prog.run("redo", "--coder", standing[-1][1], status=0)
        expect(w.content() == after, "what", args, "left is not what redo makes")
    return True


def last_run(standing, dice):
    """The latest acts that are one coder's, or only the latest: (coder, their numbers, latest first)."""
    coder = standing[-1][1]
    run = []
    while standing and standing[-1][1] == coder and (not run or dice.random() < 0.7):
        run.append(standing.pop()[0])
    return coder, run


def undo_all(w):
    standing, undone = w.standing(), []
    while standing:
        coder, run = last_run(standing, w.dice)
        w.prog.run("undo", "--coder", coder, *(["--to", run[-1]] if len(run) > 1 else []), status=0)
        undone.append((coder, run))
    expect_equal(w.standing(), [], "acts that still stand")
    return undone


def redo_all(w, undone):
    for coder, run in reversed(undone):
        w.prog.run("redo", "--coder", coder, *(["--to", run[0]] if len(run) > 1 else []), status=0)


with program() as prog:
    world = World(prog, random.Random(SEED))
    print(f"HASHIYA_SEED={SEED} HASHIYA_ACTS={ACTS}")
    started = time.monotonic()
    prog.out("tag", "add", "a")
    prog.out("undo")
    typical = time.monotonic() - started
    start = world.content()
    done = killed = 0
    while done < ACTS:
        args, stdin = command(world)
        if world.dice.random() < 0.25:
            killed += run_and_kill(world, args, stdin, typical)
            done = len(world.standing())
        else:
            done += run_whole(world, args, stdin) == 0
    end = world.content()
    n_standing = len(world.standing())
    expect(n_standing > ACTS / 2, "too few acts to prove anything:", n_standing)
    # Which are empty in the end hangs on what was killed.
    expect(sum(bool(rows) for rows in end.values()) >= 7, "too little is there to prove anything:", {t: len(end[t]) for t in end})
    expect_equal(prog.run("check").returncode, 0, "check at the end")
    undone = undo_all(world)
    expect(world.content() == start, "all undone is not the start")
    redo_all(world, undone)
    expect(world.content() == end, "all redone is not the end")
    print(f"{n_standing} acts stood, {killed} killed, {time.monotonic() - started:.1f} s")
sys.stdout.flush()
finish()
