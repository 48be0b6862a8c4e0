#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""goals.py BINARY MICRO-FOLDER --seeds DIR [--runs N] - the speed goals, as ratios in one run.

Makes the corpus (once, in ./bench-corpus), writes ./bench-goals.json, and runs it with ttybench.py:
the five articles, five texts of 1 MB, one of 10 MB and one of 100 MB, in hashiya beside vim, neovim
and emacs (those that are installed) and the bare floors. Exits 1 when a goal is missed.
"""
import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VIMSET = "set rl arshape notbidi wrap linebreak nomore shortmess+=I laststatus=2"
VIM = ["-u", "NONE", "-i", "NONE", "-n"]
MOVES = [["row", 100, "<C-e>"], ["back", 100, "<C-y>"]]


def vim(app, files):
    command = [app] + VIM + (["-N", "--cmd", "set encoding=utf-8"] if app == "vim" else [])
    command += ["-c", VIMSET]
    if len(files) > 1:
        every = "windo " + VIMSET.replace(" nomore", " scrollbind nomore")
        command += ["-O"] + files + ["-c", every, "-c", "1wincmd w"]
    else:
        command += files
    return command, MOVES + [["page", 20, "<C-f>"]]


def emacs(files):
    columns = "(hb-cols %s)" % " ".join('"%s"' % f for f in files)
    command = ["emacs", "-nw", "-Q", "-l", os.path.join(HERE, "bench.el"), "--eval", columns]
    return command, [["row", 100, "<F5>"], ["back", 100, "<F9>"], ["page", 20, "<F6>"]]


def peer(app, files):
    return emacs(files) if app == "emacs" else vim(app, files)


class Suite:
    """Cases and goals; a goal whose peer is not installed is left out, and that is said."""

    def __init__(self, binary, micro, peers):
        self.binary, self.micro, self.peers = binary, micro, peers
        self.cases, self.goals = [], []

    def case(self, name, group, command, steps, **more):
        self.cases.append(dict(more, name=name, group=group, cmd=command, steps=steps))

    def group(self, group, files):
        steps = [["-lock", 1, "="]] + MOVES + [["page", 20, "<Space>"]]
        self.case("ours " + group, group, [self.binary] + files, steps)
        for app in self.peers:
            command, steps = peer(app, files)
            self.case("%s %s" % (app, group), group, command, steps, base=app == "vim")

    def floors(self, group, files, database):
        panes = [os.path.join(self.micro, "panes"), files[0], str(len(files)), "-s"]
        steps = [["row", 100, "j"], ["back", 100, "k"], ["page", 20, " "]]
        self.case("floor " + group, group, panes, steps)
        hello = [os.path.join(self.micro, "hello_all"), database, files[0], str(len(files))]
        self.case("start floor " + group, group, hello, [])

    def goal(self, case, metric, base, limit):
        if any(c["name"] == base for c in self.cases):
            self.goals.append({"case": case, "metric": metric, "base": base, "max": limit})
        else:
            print("not measured: %s %s / %s" % (case, metric, base))


def make_suite(binary, micro, corpus, database):
    peers = [app for app in ("vim", "nvim", "emacs") if shutil.which(app)]
    suite = Suite(binary, micro, peers)
    files = lambda kind: [os.path.join(corpus, "%s%d.txt" % (kind, i)) for i in range(1, 6)]
    suite.group("articles", files("s"))
    suite.floors("articles", files("s"), database)
    suite.goal("ours articles", "paint_ms", "vim articles", 0.75)
    suite.goal("ours articles", "paint_ms", "start floor articles", 1.6)
    suite.case("mute articles", "articles", [binary] + files("s"), [], mute=True)
    suite.goal("mute articles", "paint_ms", "ours articles", 1.1)
    suite.group("5x1MB", files("p"))
    suite.floors("5x1MB", files("p"), database)
    suite.goal("ours 5x1MB", "paint_ms", "vim 5x1MB", 0.3)
    for step in ("row", "back"):
        suite.goal("ours 5x1MB", step + ".p50", "vim 5x1MB", 0.25)
        suite.goal("ours 5x1MB", step + ".p99", "vim 5x1MB", 0.25)
        suite.goal("ours 5x1MB", step + ".p50", "emacs 5x1MB", 0.12)
    suite.goal("ours 5x1MB", "row.bytes_p50", "vim 5x1MB", 0.05)
    suite.goal("ours 5x1MB", "row.bytes_p50", "floor 5x1MB", 1.3)
    suite.goal("ours 5x1MB", "page.p50", "vim 5x1MB", 0.6)
    suite.goal("ours 5x1MB", "page.p50", "nvim 5x1MB", 0.95)
    suite.goal("ours 5x1MB", "rss_kb", "vim 5x1MB", 0.8)
    for size, paint, memory in (("10m", 0.15, 0.6), ("100m", 0.025, 0.15)):
        suite.group(size, [os.path.join(corpus, size + ".txt")])
        suite.goal("ours " + size, "paint_ms", "vim " + size, paint)
        suite.goal("ours " + size, "rss_kb", "vim " + size, memory)
    return {"cases": suite.cases, "goals": suite.goals}


def make_database(path):
    """What hello_all opens: ten thousand titles."""
    if os.path.exists(path):
        return
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT)")
    titles = (("عنوان %d" % i,) for i in range(10000))
    db.executemany("INSERT INTO article(title) VALUES(?)", titles)
    db.commit()
    db.close()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("micro")
    parser.add_argument("--seeds", required=True, help="a folder of five articles")
    parser.add_argument("--runs", default="5")
    parser.add_argument("--only", help="groups whose name matches")
    return parser.parse_args()


def make_corpus(corpus, seeds):
    if os.path.exists(os.path.join(corpus, "MANIFEST.tsv")):
        return
    parts = "seeds,10m.txt,100m.txt," + ",".join("p%d.txt" % i for i in range(1, 6))
    maker = [sys.executable, os.path.join(HERE, "mkcorpus.py")]
    subprocess.run(maker + ["--seeds", seeds, "--out", corpus, "--only", parts], check=True)


def main():
    options = arguments()
    corpus = os.path.abspath("bench-corpus")
    make_corpus(corpus, options.seeds)
    database = os.path.join(corpus, "titles.db")
    make_database(database)
    micro = os.path.abspath(options.micro)
    suite = make_suite(os.path.abspath(options.binary), micro, corpus, database)
    home = os.path.join(corpus, "home")
    os.makedirs(home, exist_ok=True)
    suite["env"] = {"HOME": home, "XDG_DATA_HOME": None, "HASHIYA_PROJECT": None}
    with open("bench-goals.json", "w", encoding="utf-8") as out:
        json.dump(suite, out, ensure_ascii=False, indent=1)
    bench = [sys.executable, os.path.join(HERE, "ttybench.py"), "suite", "bench-goals.json"]
    only = ["--only", options.only] if options.only else []
    return subprocess.run(bench + ["--runs", options.runs] + only).returncode


if __name__ == "__main__":
    sys.exit(main())
