#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py MICRO-FOLDER --seeds DIR [--seconds N] - what comparing costs, and how it grows.

Five articles; then 1, 2, 4, 8 and 16 articles of 1 MB; then one article of 1, 2, 4 and 8 MB beside a
short one, in which the cursor moves. The corpus is made once, in ./bench-corpus. A row is what
micro/compare.c prints; the goals are for the five: index 5 ms, a move of the cursor 1 ms, all pairs
10 ms. Exits 1 when one is missed.
"""
import argparse
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
GOALS = {"index": 5, "move": 1, "pairs": 10}  # ms, five articles
ROUNDS = 5


def make_corpus(corpus, seeds):
    parts = ["s%d.txt" % i for i in range(1, 6)] + ["p%d.txt" % i for i in range(1, 17)]
    parts += ["%dm.txt" % size for size in (1, 2, 4, 8)]
    missing = [part for part in parts if not os.path.exists(os.path.join(corpus, part))]
    if missing:
        only = ",".join(sorted({"seeds" if part[0] == "s" else part for part in missing}))
        maker = [sys.executable, os.path.join(HERE, "mkcorpus.py")]
        subprocess.run(maker + ["--seeds", seeds, "--out", corpus, "--only", only], check=True)


def row(micro, seconds, files):
    """The numbers of a row, estimates as they are."""
    command = [micro, "-s", str(seconds)] + files
    line = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return line.rstrip(), [float(number) for number in line.replace("~", " ").split()]


def table(micro, title, seconds, cases):
    print("# " + title, flush=True)
    print(subprocess.run([micro, "-h"], stdout=subprocess.PIPE, text=True).stdout.rstrip())
    for files in cases:
        print(row(micro, seconds, files)[0], flush=True)


def five(micro, files):
    """The best of some rounds, beside the goals; how many are missed."""
    print("# Five articles, ms; the best of %d" % ROUNDS, flush=True)
    rows = [row(micro, 10, files)[1] for _ in range(ROUNDS)]
    least = lambda column: min(numbers[column] for numbers in rows)
    found = {"index": min(r[4] + r[5] for r in rows), "move": least(7), "pairs": least(8)}
    for name, most in GOALS.items():
        verdict = "ok" if found[name] <= most else "MISSED"
        print("%-8s %8.3f  goal %g  %s" % (name, found[name], most, verdict))
    print("%-8s %8.3f  its longest step %.3f" % ("survey", least(9), least(10)))
    return sum(found[name] > most for name, most in GOALS.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("micro")
    parser.add_argument("--seeds", required=True, help="a folder of five articles")
    parser.add_argument("--seconds", default=5, type=float, help="for all pairs, and the survey")
    options = parser.parse_args()
    corpus = os.path.abspath("bench-corpus")
    make_corpus(corpus, options.seeds)
    micro = os.path.join(os.path.abspath(options.micro), "compare")
    named = lambda name: os.path.join(corpus, name)
    missed = five(micro, [named("s%d.txt" % i) for i in range(1, 6)])
    table(micro, "Articles of 1 MB", options.seconds,
          [[named("p%d.txt" % i) for i in range(1, n + 1)] for n in (1, 2, 4, 8, 16)])
    table(micro, "One article of 1, 2, 4, 8 MB and a short one", options.seconds,
          [[named("%dm.txt" % size), named("s1.txt")] for size in (1, 2, 4, 8)])
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
