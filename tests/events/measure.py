#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""measure.py BINARY [EVENT...] [--wrong] [--missed] - how well links are found, event by event.

Prints a line for each event of tests/fixtures/events, or for those named (a path is one elsewhere). One
that is kept from all tuning, *-held, is measured only by its name. --wrong lists the strong and likely
links that are wrong, --missed the true pairs that are not shown, both with their texts and the words
that they share.
"""
import argparse
import pathlib

import event as events

EVENTS = pathlib.Path(__file__).resolve().parent.parent / "fixtures" / "events"
HEAD = f"{'':8} {'units':>5} {'pairs':>5}  {'P@1':>4} {'MAP':>4}  {'F1':>4} {'prec':>4} {'rec':>4}" \
       f"  {'strong':>9} {'likely':>9} {'weak':>9}   (links/wrong)"


def line(name, got):
    bands = " ".join(f"{n:>5}/{wrong:<3}" for n, wrong in got.bands.values())
    rates = (got.p_at_1, got.map, got.f1, got.precision, got.recall)
    p_at_1, map_, f1, precision, recall = (f"{rate:.2f}".lstrip("0") or "0" for rate in rates)
    return f"{name:8} {got.units:>5} {got.pairs:>5}  {p_at_1:>4} {map_:>4}  {f1:>4} {precision:>4} {recall:>4}  {bands}"


def show(a, b, link):
    print(f"\n{link['band']} {link['score']:.3f}" if link else "\nnot listed")
    for unit in (a, b):
        print(f"  {unit.file}:{unit.start} {unit.text}  [{' '.join(sorted(unit.facts))}]")
    for match in link["why"] if link else ():
        words = (unit.text[start - unit.start:end - unit.start]
                 for unit, (start, end) in ((a, match["a"]), (b, match["b"])))
        print(f"    {match['w']:.3f} {match['level']:4} {' / '.join(words)}")


def by_score(links):
    return sorted(links, key=lambda found: -found[2]["score"])


def show_wrong(event):
    for a, b, link in by_score(event.links):
        if link["band"] in ("strong", "likely") and not a.says_same(b):
            show(a, b, link)


def show_missed(event):
    for a, b in event.true_pairs():
        link = a.links.get(b)
        if not (link and link["shown"]):
            show(a, b, link)


def folders(names):
    if not names:
        return sorted(path.parent for path in EVENTS.glob("*/key.tsv") if not path.parent.name.endswith("-held"))
    return [pathlib.Path(name) if "/" in name else EVENTS / name for name in names]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("binary")
    parser.add_argument("events", nargs="*")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    print(HEAD)
    for folder in folders(options.events):
        event = events.Event(folder, options.binary)
        print(line(folder.name, events.measure(event)), flush=True)
        if options.wrong:
            show_wrong(event)
        if options.missed:
            show_missed(event)


if __name__ == "__main__":
    main()
