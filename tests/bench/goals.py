#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""goals.py BINARY MICRO-FOLDER --seeds DIR [--runs N] - the speed goals, as ratios in one run.

Makes the corpus (once, in ./bench-corpus). First layout by stage, beside fribidi alone, on the five
articles repeated to 10 MB; then what a mark costs until it is saved. Then ./bench-goals.json, run by ttybench.py: the five articles, five
texts of 1 MB, one of 10 MB, one of 100 MB and one of 10 MB on a single line, in hashiya beside vim,
neovim, emacs, less and nano (those that are installed) and the bare floors. Exits 1 when a goal is
missed.
"""
import argparse
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VIMSET = "set rl arshape notbidi wrap linebreak nomore shortmess+=I laststatus=2"
VIM = ["-u", "NONE", "-i", "NONE", "-n"]
MOVES = [["row", 100, "<C-e>"], ["back", 100, "<C-y>"]]
LOCK = [["-lock", 1, "="]]  # all panes move together
RARE = "زمردقلعة"  # what mkcorpus.py puts near the end of each large text
LAYOUT_ROUNDS, LAYOUT_LEAST = "7", "0.5"
# One text on the whole screen: the command, and the keys for a page, the end, a search to the end.
SINGLE = {
    "vim": (VIM + ["-N", "--cmd", "set encoding=utf-8", "-c", VIMSET], "<C-f>", "G"),
    "nvim": (VIM + ["-c", VIMSET], "<C-f>", "G"),
    "less": ([], "<Space>", "G"),
    "nano": (["-I", "-v", "-S", "-a"], "<C-v>", "<M-/>"),
}


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
        steps = LOCK + MOVES + [["page", 20, "<Space>"]]
        self.case("ours " + group, group, [self.binary] + files, steps)
        for app in self.peers:
            if app in ("less", "nano"):
                continue
            command, steps = peer(app, files)
            self.case("%s %s" % (app, group), group, command, steps, base=app == "vim")

    def single(self, group, path, pages, peers, moves=True, search=False):
        """One text: a page, a jump to the end, a search to the end."""
        find = [["type", 1, "/" + RARE], ["search", 1, "<Enter>"]] if search else []
        steps = (MOVES if moves else []) + [["page", pages, "<Space>"], ["end", 1, "<C-End>"]]
        top = [["-top", 1, "<C-Home>"]]
        self.case("ours " + group, group, [self.binary, path], steps + top + find)
        for app in peers:
            if app not in self.peers:
                continue
            options, page, end = SINGLE[app]
            rows = MOVES if moves and app in ("vim", "nvim") else []
            peer_find = [["-top", 1, "gg"]] + find if app == "nvim" else []
            slow = {} if moves else {"runs": 1, "timeout": 20}
            self.case("%s %s" % (app, group), group, [app] + options + [path],
                      rows + [["page", pages, page], ["end", 1, end]] + peer_find,
                      base=app == "vim", env={"LESS": None, "LESSHISTFILE": "-"}, **slow)

    def burst(self, group, files):
        """Keys faster than one can look: 200 at once, and 60 a second."""
        held = lambda key: [["burst", "200!", key], ["held", "120@60", key]]
        self.case("ours " + group, group, [self.binary] + files, LOCK + held("<C-e>"))
        if "vim" in self.peers:
            self.case("vim " + group, group, vim("vim", files)[0], held("<C-e>"), base=True)

    def floors(self, group, files, database):
        panes = [os.path.join(self.micro, "panes"), files[0], str(len(files)), "-s"]
        steps = [["row", 100, "j"], ["back", 100, "k"], ["page", 20, " "]]
        self.case("floor " + group, group, panes, steps)
        hello = [os.path.join(self.micro, "hello_all"), database, files[0], str(len(files))]
        self.case("start floor " + group, group, hello, [])

    def limit(self, case, metric, most):
        self.goals.append({"case": case, "metric": metric, "max": most})

    def goal(self, case, metric, base, limit):
        if any(c["name"] == base for c in self.cases):
            self.goals.append({"case": case, "metric": metric, "base": base, "max": limit})
        else:
            print("not measured: %s %s / %s" % (case, metric, base))


def side_by_side(suite, corpus, database):
    """Goals 1, 2, 5 to 9, 13: five panes."""
    files = lambda kind: [os.path.join(corpus, "%s%d.txt" % (kind, i)) for i in range(1, 6)]
    suite.group("articles", files("s"))
    suite.floors("articles", files("s"), database)
    suite.goal("ours articles", "paint_ms", "vim articles", 0.75)
    suite.goal("ours articles", "paint_ms", "start floor articles", 1.6)
    suite.case("mute articles", "articles", [suite.binary] + files("s"), [], mute=True)
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
    floor = [os.path.join(suite.micro, "panes"), files("p")[0], "5", "-1"]
    suite.case("ours one of five", "one of five", [suite.binary] + files("p"), MOVES)
    suite.case("floor one of five", "one of five", floor, [["row", 100, "j"], ["back", 100, "k"]])
    suite.goal("ours one of five", "row.bytes_p50", "floor one of five", 1.2)
    suite.burst("keys", files("p"))
    suite.goal("ours keys", "burst.total_ms", "vim keys", 0.1)
    suite.goal("ours keys", "held.lag_ms", "vim keys", 0.5)


def large_texts(suite, corpus):
    """Goals 3, 4, 10 to 13: one text."""
    for size, paint, memory in (("10m", 0.15, 0.6), ("100m", 0.025, 0.15)):
        suite.single(size, os.path.join(corpus, size + ".txt"), 20, ("vim", "nvim", "less"),
                     search=True)
        suite.goal("ours " + size, "paint_ms", "vim " + size, paint)
        suite.goal("ours " + size, "rss_kb", "vim " + size, memory)
    suite.goal("ours 10m", "paint_ms", "less 10m", 2.0)
    suite.goal("ours 100m", "paint_ms", "ours 10m", 1.2)
    suite.goal("ours 10m", "search.p50", "nvim 10m", 0.7)
    suite.goal("ours 100m", "search.p50", "nvim 100m", 0.4)
    suite.goal("ours 10m", "end.p50", "vim 10m", 1.0)
    suite.goal("ours 100m", "end.p50", "less 100m", 0.05)
    suite.single("one line", os.path.join(corpus, "one-para-10m.txt"), 10, ("vim", "nano"),
                 moves=False)
    suite.goal("ours one line", "paint_ms", "vim one line", 0.05)
    suite.goal("ours one line", "page.p99", "nano one line", 0.2)
    suite.limit("ours one line", "page.max", 500)
    suite.limit("ours one line", "end.max", 500)


def make_suite(binary, micro, corpus, database):
    peers = [app for app in ("vim", "nvim", "emacs", "less", "nano") if shutil.which(app)]
    suite = Suite(binary, micro, peers)
    side_by_side(suite, corpus, database)
    large_texts(suite, corpus)
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
    parts = ["five-10m.txt", "10m.txt", "100m.txt", "one-para-10m.txt"]
    parts += ["%s%d.txt" % (kind, i) for kind in "sp" for i in range(1, 6)]
    missing = [part for part in parts if not os.path.exists(os.path.join(corpus, part))]
    if missing:
        only = ",".join(sorted({"seeds" if part[0] == "s" else part for part in missing}))
        maker = [sys.executable, os.path.join(HERE, "mkcorpus.py")]
        subprocess.run(maker + ["--seeds", seeds, "--out", corpus, "--only", only], check=True)


def layout_by_stage(micro, corpus):
    command = [os.path.join(micro, "layout"), os.path.join(corpus, "five-10m.txt")]
    print("# Layout", flush=True)
    return subprocess.run(command + [LAYOUT_ROUNDS, LAYOUT_LEAST]).returncode


def until_saved(micro):
    """Goal 18: what a mark costs until it is saved, beside fdatasync in the same folder."""
    print("# Saved", flush=True)
    return subprocess.run([os.path.join(micro, "saved")], env=dict(os.environ, TMPDIR=os.path.abspath("."))).returncode


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
    missed = 0 if only and not re.search(options.only, "layout") else layout_by_stage(micro, corpus)
    missed = missed if only and not re.search(options.only, "saved") else until_saved(micro) or missed
    return subprocess.run(bench + ["--runs", options.runs] + only).returncode or missed


if __name__ == "__main__":
    sys.exit(main())
