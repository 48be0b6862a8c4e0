#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export.py BINARY [--codings N] [--runs N] - annotations.csv beside the shell of SQLite.

Makes a project of N codings (1,000,000) in ./bench-corpus, once, and exports it in turn with the program
and with `sqlite3 -csv`, which runs the same join: the same columns in the same order, but for the three
that no SQL can tell (bytes and paragraphs, a constant there). Prints rows/s of both (medians), the ratio,
and memory. Exits 1 where the goal is missed: 1.6 times the rows, at most 30 MB.
"""
import argparse
import os
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import time
import uuid

GOAL_RATIO, GOAL_MB = 1.6, 30
WORDS = "قال الرئيس إن المحادثات استمرت نحو ثلاث ساعات ولم يعلن اتفاق على وقف إطلاق النار the talks went on".split()
PER_ARTICLE, N_TAGS = 2000, 50
QUERY = """
SELECT h.id, a.title AS document, t.path AS tag, h.exact AS content, h.start_cp AS start, h.end_cp AS end,
 'codepoint' AS offset_unit, 0 AS start_byte, 0 AS end_byte, 0 AS paragraph, h.prefix, h.suffix, a.id AS document_id,
 a.outlet, a.author, a.published_at, a.url, a.lang, a.dir, a.body AS document_sha256,
 t.definition AS tag_definition,
 (SELECT text FROM note n WHERE n.highlight = h.id LIMIT 1) AS note, k.name AS coder,
 c.created_at, c.updated_at, '' AS claim_id, '' AS claim, '' AS stance, '' AS stance_scheme, '' AS attribution,
 '' AS speaker, '' AS certainty, h.anchor_state
FROM article a CROSS JOIN highlight h ON h.article = a.id CROSS JOIN coding c ON c.highlight = h.id
 JOIN (SELECT id, name AS path, definition FROM tag) t ON t.id = c.tag JOIN coder k ON k.id = c.coder
ORDER BY a.number, h.start_cp, h.end_cp, h.id
"""


def environment(project):
    return dict(os.environ, HASHIYA_PROJECT=str(project), HOME=str(project.parent), LC_ALL="C.UTF-8")


def write_texts(folder, n_articles):
    pick = random.Random(19)
    for i in range(n_articles):
        words = [pick.choice(WORDS) for _ in range(PER_ARTICLE * 2)]
        lines = [" ".join(words[k:k + 60]) for k in range(0, len(words), 60)]
        (folder / f"{i}.txt").write_text(f"{i}\n" + "\n".join(lines) + "\n", encoding="utf-8")


def new_id(pick, at):
    """A UUIDv7 of millisecond `at`."""
    return str(uuid.UUID(int=(at << 80) | (7 << 76) | (pick.getrandbits(12) << 64) | (2 << 62) | pick.getrandbits(62)))


def annotate(project, folder, n_codings):
    """The rows themselves: an act of each would take a day."""
    pick, now = random.Random(20), "2026-11-21T10:00:00.000Z"
    db = sqlite3.connect(project)
    coder = db.execute("SELECT id FROM coder").fetchone()[0]
    articles = [row[0] for row in db.execute("SELECT id FROM article ORDER BY number")]
    tags = [new_id(pick, 1) for _ in range(N_TAGS)]
    db.executemany("INSERT INTO tag(id, name, definition, colour, symbol, key, created_at, updated_at)"
                   " VALUES(?, ?, ?, '', '', '', ?, ?)",
                   [(tag, f"tag {i}", f"what tag {i} stands for", now, now) for i, tag in enumerate(tags)])
    made = 0
    for number, article in enumerate(articles):
        text = (folder / f"{number}.txt").read_text(encoding="utf-8")
        highlights, codings = [], []
        for _ in range(min(PER_ARTICLE, n_codings - made)):
            start = pick.randrange(len(text) - 60)
            end = start + pick.randrange(10, 60)
            made += 1
            one = new_id(pick, 1000 + made)
            highlights.append((one, article, start, end, text[start:end], text[max(0, start - 32):start],
                               text[end:end + 32], coder, now, now))
            codings.append((new_id(pick, 1000 + made), one, pick.choice(tags), coder, now, now))
        db.executemany("INSERT INTO highlight VALUES(?, ?, ?, ?, ?, ?, ?, 'exact', ?, ?, ?)", highlights)
        db.executemany("INSERT INTO coding VALUES(?, ?, ?, ?, ?, ?)", codings)
    db.commit()
    db.close()


def make(binary, folder, n_codings):
    project = folder / f"export-{n_codings}.hashiya"
    if project.exists():
        return project
    texts = folder / "export-texts"
    texts.mkdir(parents=True, exist_ok=True)
    n_articles = -(-n_codings // PER_ARTICLE)
    write_texts(texts, n_articles)
    part = project.with_suffix(".part")
    part.unlink(missing_ok=True)
    for first in range(0, n_articles, 500):
        subprocess.run([binary, "import", *(texts / f"{i}.txt" for i in range(first, min(first + 500, n_articles)))],
                       env=environment(part), stdout=subprocess.DEVNULL, check=True)
    annotate(part, texts, n_codings)
    part.rename(project)
    return project


def peak_mb(pid):
    """The most memory so far. wait4() counts that of Python too, from which the program was started."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0


def measure(command, env, out):
    """Seconds, and the most memory in MB, of a command whose output goes to a file."""
    most = 0
    with open(out, "wb") as file:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, env=env)
        while process.poll() is None:
            most = max(most, peak_mb(process.pid))
            time.sleep(0.01)
        took = time.perf_counter() - begun
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    return took, most


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--codings", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    folder = pathlib.Path("bench-corpus").resolve()
    folder.mkdir(exist_ok=True)
    binary = pathlib.Path(args.binary).resolve()
    project = make(binary, folder, args.codings)
    env = environment(project)
    peers = {"hashiya": [binary, "export"], "sqlite3 -csv": ["sqlite3", "-csv", "-header", "-readonly", project, QUERY]}
    seen = {name: [] for name in peers}
    out = folder / "export.csv"
    for _ in range(args.runs):
        for name, command in peers.items():
            seen[name].append(measure(command, env, out))
            out.unlink()
    rate = {name: args.codings / statistics.median(took for took, _ in runs) for name, runs in seen.items()}
    for name, runs in seen.items():
        print(f"{name:14} {rate[name] / 1000:8.0f} k rows/s {max(mb for _, mb in runs):6.1f} MB")
    ratio, memory = rate["hashiya"] / rate["sqlite3 -csv"], max(mb for _, mb in seen["hashiya"])
    print(f"ratio {ratio:.2f} (goal {GOAL_RATIO}), memory {memory:.1f} MB (goal {GOAL_MB})")
    return ratio < GOAL_RATIO or memory > GOAL_MB


if __name__ == "__main__":
    sys.exit(main())
