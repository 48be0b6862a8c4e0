#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mkcorpus.py - deterministic Arabic test corpora made from a few seed articles.

    mkcorpus.py --seeds DIR --out corpus [--only NAME[,NAME]] [--seed 20251]

Makes, in --out (everything follows from --seed and the seed files):

    seed.txt          one seed article as it is (the ~7 KB case)
    s1.txt .. s5.txt  the five seed articles (the side-by-side case)
    1m.txt 10m.txt 100m.txt
                      paragraphs of the seeds, shuffled; ~8 % of the words replaced
                      by Zipf-distributed synthetic Arabic words (so the vocabulary
                      grows with size as in real text), ~3 % of paragraphs fully
                      vocalised, ~5 % with Latin words, URLs, digits and brackets
    p1.txt .. p5.txt  five different 1 MB files (side by side, larger); p6.txt .. p16.txt if named
                      with --only, as are 2m.txt 4m.txt 8m.txt
    q1.txt .. q5.txt  five different 10 MB files
    five-10m.txt      the five seed articles over and over, 10 MB
    one-para-10m.txt  10 MB without a single newline
    one-para-1m.txt   1 MB without a single newline
    mixed-10m.txt     Arabic and Latin mixed within most sentences
    lib/NNNNN.txt     10,000 articles of ~6 KB, first line the title
    lib.tsv           the same as id<TAB>title<TAB>body (newlines as \\n)
    rss.xml           the same 10,000 as one RSS feed (for newsboat)
    MANIFEST.tsv      name, bytes, lines, sha256

A rare word (RARE) stands once in each big file at 97 % of its length, and in exactly
three articles of the library (RARE3: 17, 4711, 9998).
"""
import argparse, glob, hashlib, html, os, random, re, sys

RARE = "زمردقلعة"
MB = 1 << 20
PRE = ["", "", "", "و", "ال", "بال", "لل", "وال", "ف", "ب", "ل", "س", "ك"]
SUF = ["", "", "", "ة", "ون", "ين", "ات", "ها", "هم", "ه", "ي", "ية", "نا", "ان"]
PAT = ["{0}{1}{2}", "{0}ا{1}{2}", "{0}{1}ا{2}", "{0}{1}ي{2}", "م{0}{1}و{2}", "ت{0}{1}{2}",
       "است{0}{1}{2}", "ان{0}{1}{2}", "م{0}ا{1}{2}", "ا{0}ت{1}{2}", "أ{0}{1}{2}", "{0}{1}و{2}"]
LET = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
TASH = ["\u064e", "\u064f", "\u0650", "\u0652", "\u064e\u0651", "\u064b", ""]
LATIN = ["NATO", "Reuters", "Anchorage", "JBER", "PURSUE", "https://example.org/a?id=%d", "iPhone 16 Pro",
         "GDP (2025)", "F-22", "B-2", "CO2", "Washington, D.C.", "[%d]", "U.S.", "IMF", "3.5%%", "e-mail@host.tld"]
ENG = ("the summit in Alaska ended without a written agreement, officials said; talks may resume in Moscow "
       "next month, while markets stayed calm and oil fell").split()


def read_seeds(paths):
    """The first five that are text."""
    texts = []
    for path in paths:
        try:
            with open(path, encoding="utf-8") as f:
                texts.append(f.read())
        except UnicodeDecodeError:
            print("mkcorpus: not a seed: " + path, file=sys.stderr)
    return texts[:5]


class Maker:
    def __init__(self, seeds, seed):
        self.seedtext = read_seeds(seeds)
        self.paras = [p.strip() for t in self.seedtext for p in t.split("\n") if len(p.strip()) > 1]
        self.long = [p for p in self.paras if len(p) > 80]
        self.titles = [p for p in self.paras if 12 < len(p) <= 80]
        self.sents = [s.strip() for p in self.long for s in re.split(r"(?<=[.؟!؛])\s+", p) if len(s) > 25]
        self.seed = seed

    def rng(self, name):
        return random.Random("%d/%s" % (self.seed, name))

    def word(self, r):
        # rank by a Zipf-like draw over ~400,000 types; the word follows from the rank alone
        k = int((400000.0 ** r.random()))
        h = int.from_bytes(hashlib.blake2b(b"w%d" % k, digest_size=8).digest(), "little")
        a, h = LET[h % 27], h // 27
        b, h = LET[h % 27], h // 27
        c, h = LET[h % 27], h // 27
        w, h = PAT[h % len(PAT)].format(a, b, c), h // len(PAT)
        p, h = PRE[h % len(PRE)], h // len(PRE)
        return p + w + SUF[h % len(SUF)]

    def vary(self, text, r, rate=0.08):
        ws = text.split(" ")
        for _ in range(max(1, int(len(ws) * rate))):
            i = r.randrange(len(ws))
            ws[i] = self.word(r)
        return " ".join(ws)

    @staticmethod
    def vocalise(text, r):
        out = []
        for ch in text:
            out.append(ch)
            if "\u0621" <= ch <= "\u064a":
                out.append(r.choice(TASH))
        return "".join(out)

    def latin(self, text, r, n):
        ws = text.split(" ")
        for _ in range(n):
            t = r.choice(LATIN)
            t = t % r.randrange(1, 9999) if "%d" in t else t.replace("%%", "%")
            if r.random() < 0.25:
                k = r.randrange(len(ENG) - 4)
                t = "(" + " ".join(ENG[k:k + r.randrange(2, 5)]) + ")"
            ws.insert(r.randrange(len(ws) + 1), t)
        return " ".join(ws)

    def para(self, r, mixed=False):
        p = self.vary(r.choice(self.long), r)
        x = r.random()
        if mixed:
            return self.latin(p, r, 1 + len(p) // 40)
        if x < 0.03:
            return self.vocalise(p, r)
        if x < 0.08:
            return self.latin(p, r, 1 + len(p) // 120)
        return p

    def big(self, path, size, mixed=False, sep="\n"):
        name = os.path.basename(path)
        r, n, rare = self.rng(name), 0, False
        with open(path, "w", encoding="utf-8", newline="") as f:
            while n < size:
                s = self.para(r, mixed)
                if sep == "\n" and r.random() < 0.08:
                    s = r.choice(self.titles) + "\n\n" + s
                if not rare and n >= size * 0.97:
                    s, rare = s + " " + RARE + " نهاية.", True
                b = s + sep
                f.write(b)
                n += len(b.encode("utf-8"))
            if sep == "\n":
                f.write("تم.\n")

    def article(self, i):
        r = self.rng("lib/%05d" % i)
        title = self.vary(r.choice(self.titles), r, 0.2)
        want, n, ps = int(r.gauss(6000, 1800)), 0, []
        want = max(1200, min(want, 14000))
        while n < want:
            p = " ".join(self.vary(r.choice(self.sents), r, 0.10) for _ in range(r.randrange(1, 6)))
            x = r.random()
            if x < 0.02:
                p = self.vocalise(p, r)
            elif x < 0.10:
                p = self.latin(p, r, 2)
            ps.append(p)
            n += len(p.encode("utf-8")) + 1
        if i in (17, 4711, 9998):
            ps[len(ps) // 2] += " " + RARE + "."
        return title, "\n".join(ps)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--seeds", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "articles"))
    ap.add_argument("--out", default="corpus")
    ap.add_argument("--seed", type=int, default=20251)
    ap.add_argument("--articles", type=int, default=10000)
    ap.add_argument("--only", help="comma-separated names of the parts to make")
    a = ap.parse_args()
    seeds = sorted(glob.glob(os.path.join(a.seeds, "*.txt")))
    if not seeds:
        sys.exit("mkcorpus: no seeds in " + a.seeds)
    os.makedirs(a.out, exist_ok=True)
    m, only = Maker(seeds, a.seed), set(a.only.split(",")) if a.only else None
    out = lambda n: os.path.join(a.out, n)

    def want(n):
        if only is None or n in only:
            print("mkcorpus:", n, file=sys.stderr)
            return True
        return False

    if want("seeds"):
        for i, t in enumerate(m.seedtext, 1):
            open(out("s%d.txt" % i), "w", encoding="utf-8").write(t)
        open(out("seed.txt"), "w", encoding="utf-8").write(m.seedtext[min(3, len(seeds) - 1)])
    if want("five-10m.txt"):
        five = "".join(m.seedtext)
        times = 10 * MB // len(five.encode("utf-8")) + 1
        open(out("five-10m.txt"), "w", encoding="utf-8").write(five * times)
    for i in (2, 4, 8):
        if only and want("%dm.txt" % i):
            m.big(out("%dm.txt" % i), i * MB)
    for name, size, kw in (("1m.txt", MB, {}), ("10m.txt", 10 * MB, {}), ("100m.txt", 100 * MB, {}),
                           ("one-para-1m.txt", MB, {"sep": " "}), ("one-para-10m.txt", 10 * MB, {"sep": " "}),
                           ("mixed-10m.txt", 10 * MB, {"mixed": True})):
        if want(name):
            m.big(out(name), size, **kw)
    for i in range(1, 6):
        if want("p%d.txt" % i):
            m.big(out("p%d.txt" % i), MB)
        if want("q%d.txt" % i):
            m.big(out("q%d.txt" % i), 10 * MB)
    for i in range(6, 17):
        if only and want("p%d.txt" % i):
            m.big(out("p%d.txt" % i), MB)
    if want("lib"):
        os.makedirs(out("lib"), exist_ok=True)
        with open(out("lib.tsv"), "w", encoding="utf-8") as tsv, open(out("rss.xml"), "w", encoding="utf-8") as rss:
            rss.write('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>lib</title>'
                      '<link>http://localhost/</link><description>lib</description>\n')
            for i in range(1, a.articles + 1):
                t, b = m.article(i)
                open(out("lib/%05d.txt" % i), "w", encoding="utf-8").write(t + "\n\n" + b + "\n")
                tsv.write("%d\t%s\t%s\n" % (i, t, b.replace("\n", "\\n")))
                rss.write("<item><title>%s</title><link>http://localhost/%d</link><guid>%d</guid>"
                          "<description>%s</description></item>\n" % (html.escape(t), i, i, html.escape(b)))
            rss.write("</channel></rss>\n")
    with open(out("MANIFEST.tsv"), "w", encoding="utf-8") as f:
        for n in sorted(os.listdir(a.out)):
            p = out(n)
            if os.path.isfile(p) and n != "MANIFEST.tsv":
                h, lines, size = hashlib.sha256(), 0, 0
                with open(p, "rb") as g:
                    for c in iter(lambda: g.read(MB), b""):
                        h.update(c); lines += c.count(b"\n"); size += len(c)
                f.write("%s\t%d\t%d\t%s\n" % (n, size, lines, h.hexdigest()))


if __name__ == "__main__":
    main()
