# SPDX-License-Identifier: GPL-3.0-or-later
"""What `hashiya compare --json` finds in an event, against the event's key (fixtures/events/README).

A pair is two units of two articles; it is true if the key gives both the same fact. Measured are
  P@1    of all (unit, other article) with a true pair: where the best link to that article is one
  MAP    of all units with a true pair: average precision of their links to all other articles
  F1     of the links that are shown, with their precision and recall
  bands  how many links of each there are, and how many of them are wrong
"""
import collections
import csv
import json
import os
import pathlib
import subprocess

BANDS = ("strong", "likely", "weak")
Figures = collections.namedtuple("Figures", "units pairs p_at_1 map f1 precision recall bands")


class Unit:
    def __init__(self, row, text):
        self.file, self.kind = row["file"], row["kind"]
        self.start, self.end = row["start"], row["end"]
        self.text = text[self.start:self.end]
        self.facts = set()
        self.links = {}  # other unit: its link

    def overlap(self, start, end):
        return min(self.end, end) - max(self.start, start)

    def says_same(self, other):
        return self.file != other.file and bool(self.facts & other.facts)


class Event:
    """The units of an event, with their facts and links."""

    def __init__(self, folder, binary):
        self.folder = pathlib.Path(folder)
        files = sorted(path.name for path in self.folder.glob("*.txt"))
        found = compare(binary, self.folder, files)
        texts = {name: read(self.folder / name) for name in files}
        by_id = {row["id"]: Unit(row, texts[row["file"]]) for row in found["units"]}
        self.found, self.by_id = found, by_id
        self.units, self.files = list(by_id.values()), files
        self.put_facts()
        self.links = [(by_id[link["a"]], by_id[link["b"]], link) for link in found["links"]]
        for a, b, link in self.links:
            a.links[b] = b.links[a] = link

    def put_facts(self):
        """Each passage of the key is that unit which it covers most of."""
        for row in key(self.folder):
            start, end = int(row["start"]), int(row["end"])
            there = [unit for unit in self.units if unit.file == row["file"]]
            best = max(there, key=lambda unit: unit.overlap(start, end))
            best.facts.update(row["facts"].split())

    def true_pairs(self):
        return [(a, b) for i, a in enumerate(self.units) for b in self.units[i + 1:] if a.says_same(b)]


def read(path):
    return path.read_bytes().decode("utf-8")


def key(folder):
    with open(folder / "key.tsv", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def compare(binary, folder, files):
    binary = os.path.abspath(binary)
    done = subprocess.run([binary, "compare", "--json", *files], cwd=folder, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def ranked(event, unit, others):
    """The others that the unit is linked to, the best first, then in their order."""
    linked = [other for other in others if other in unit.links]
    return sorted(linked, key=lambda other: -unit.links[other]["score"])


def panes(event):
    """Of each unit and other article with a true pair: whether the best link is one."""
    for unit in event.units:
        for file in event.files:
            others = [other for other in event.units if other.file == file]
            if any(unit.says_same(other) for other in others):
                best = ranked(event, unit, others)[:1]
                yield bool(best) and unit.says_same(best[0])


def average_precisions(event):
    for unit in event.units:
        n_true = sum(unit.says_same(other) for other in event.units)
        if not n_true:
            continue
        hits, total = 0, 0.0
        others = [other for other in event.units if other.file != unit.file]
        for rank, other in enumerate(ranked(event, unit, others), 1):
            if unit.says_same(other):
                hits += 1
                total += hits / rank
        yield total / n_true


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def measure(event):
    shown = [(a, b, link) for a, b, link in event.links if link["shown"]]
    n_pairs = len(event.true_pairs())
    right = sum(a.says_same(b) for a, b, _ in shown)
    precision = right / len(shown) if shown else 0.0
    recall = right / n_pairs if n_pairs else 0.0
    both = precision + recall
    bands = {}
    for band in BANDS:
        of_it = [(a, b) for a, b, link in shown if link["band"] == band]
        bands[band] = (len(of_it), sum(not a.says_same(b) for a, b in of_it))
    return Figures(len(event.units), n_pairs, mean(panes(event)), mean(average_precisions(event)),
                   2 * precision * recall / both if both else 0.0, precision, recall, bands)
