# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders as `export --all` writes them, made up at random, with everything that is hard to carry.

Quotes, commas, line ends, formulas, bidi controls, emoji of many code points, marks in heaps; several
coders, orphans and moved highlights, versions, notes on everything.
"""
import hashlib
import json
import random
import uuid

AWKWARD = ["=1+1", "+A1", "-2", "@SUM(A1)", "\tTAB", "'=x", "''", '"', '""', ",", ";", "a,b", 'say "no"', "\n", "x\r\ny",
           "\u202eesrever\u202c", "\u2066isolate\u2069", "\u200f", "\u061c", "👩‍👧‍👦", "🇪🇬🇵🇸", "é\u0301\u0323", "كِتَابٌ",
           "لا إله", "قال: «نعم»", "\u2028", "\u0085", "\ufeff", "\u00a0", "\U0010fffd", "\x7f", "\x01", "\\n", "\\", "{}",
           "null", "-", "0", "true", "<b>&amp;</b>", "</script>", "%s%n", "$(id)", "`id`", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ﷺ", "a\u0300\u0301\u0302\u0303"]
WORDS = ("summit ceasefire talks agreed nobody three hours Moscow report said قمة ألاسكا بوتين ترامب اتفاق هدنة موسكو "
         "ساعات المحادثات قال لم שלום דיווח גפן").split()
COLOURS = ["", "orange", "sky", "green"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.rows = []
        self.texts = {}
        self.properties = {"stance_scheme": "arastance"}
        self.clock = 0

    def id(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def times(self):
        self.clock += self.random.randint(0, 86400000)
        at = []
        for _ in range(2):
            day, milliseconds = divmod(self.clock, 86400000)
            month, day = divmod(day, 28)
            year, month = divmod(month, 12)
            seconds, milliseconds = divmod(milliseconds, 1000)
            at.append("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ" % (
                2020 + year % 60, month + 1, day + 1, seconds // 3600, seconds // 60 % 60, seconds % 60, milliseconds))
            self.clock += self.random.randint(0, 1) * self.random.randint(0, 100000)
        return {"created_at": at[0], "updated_at": at[1]}

    def words(self, most=6):
        """One line that a person could have typed, or worse."""
        parts = [self.random.choice(AWKWARD if self.random.random() < 0.3 else WORDS)
                 for _ in range(self.random.randint(1, most))]
        return self.random.choice(["", " "]).join(parts)

    def line(self, most=6):
        text = "".join(c for c in self.words(most) if c.isprintable() or c in "\u202e\u2066\u200f\u061c\u200d")
        return " ".join(text.split()) or "x"

    def add(self, kind, /, **members):
        row = {"type": kind, **members}
        self.rows.append(row)
        return row

    def article(self, number, base=None):
        paragraphs = [" ".join(self.words(12) for _ in range(self.random.randint(1, 8)))
                      for _ in range(self.random.randint(3, 12))]
        text = "\n".join(paragraphs).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        text = (base or "").replace(" said", " told") + text + "\n"
        text = text.lstrip("\ufeff")
        data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        raw = bytearray.fromhex(digest[:32])
        raw[6] = raw[6] & 0x0F | 0x80
        raw[8] = raw[8] & 0x3F | 0x80
        own = str(uuid.UUID(bytes=bytes(raw)))
        self.texts[own] = text
        return self.add("article", id=own, number=number, title=self.line(), outlet=self.line(2), author=self.words(2),
                        url=self.random.choice(["", "https://example.org/%d?q=%%D8%%A7" % number]),
                        published_at=self.random.choice(["", "2025", "2025-08-16", "2025-08-16T10:00+03:00"]),
                        lang=self.random.choice(["", "ar", "en-GB"]), dir=self.random.choice(["auto", "rtl", "ltr"]),
                        source_path=self.random.choice(["-", "/tmp/a \"b\".txt"]),
                        source_sha256=hashlib.sha256(b"x" + data).hexdigest(), sha256=digest, version_of="", **self.times())

    def tags(self, n):
        paths = {}
        for _ in range(n):
            above = self.random.choice([None, None, *list(paths.values())[-5:]])
            name = self.line(2).replace("/", "∕")
            path = above["path"] + "/" + name if above else name
            if path in paths or path.count("/") > 6:
                continue
            paths[path] = self.add("tag", id=self.id(), path=path, definition=self.words(), colour=self.random.choice(COLOURS),
                                   symbol=self.random.choice(["", "✓", "م", "~"]), key="", **self.times())
        return list(paths.values())

    def coder(self):
        return self.random.choice(["mona", "عمر", "=cmd", "a b"])


    def highlight(self, article, places):
        text = self.texts[article["id"]]
        start, end = sorted(self.random.sample(places, 2))
        if self.random.random() < 0.7:
            end = min(p for p in places if p > start) if self.random.random() < 0.3 else min(
                max(p for p in places if p <= start + 40), end)
        if end <= start:
            end = min(p for p in places if p > start)
        state = self.random.choices(["exact", "moved", "orphan"], [90, 7, 3])[0]
        exact = text[start:end] if state != "orphan" else "what is nowhere: " + self.words()
        return self.add("highlight", id=self.id(), article=article["id"], start_cp=start, end_cp=end, exact=exact,
                        prefix=text[max(0, start - 32):start], suffix=text[end:end + 32], anchor_state=state,
                        coder=self.coder(), **self.times())

    def marks(self, articles, n):
        places = {a["id"]: sure_places(self.texts[a["id"]]) for a in articles}
        return [self.highlight(a, places[a["id"]]) for a in self.random.choices(articles, k=n)]

    def codings(self, highlights, tags):
        done = set()
        for highlight in highlights:
            for _ in range(self.random.choice([0, 1, 1, 2, 3])):
                key = (highlight["id"], self.random.choice(tags)["id"], self.coder())
                if key not in done:
                    done.add(key)
                    self.add("coding", id=self.id(), highlight=key[0], tag=key[1], coder=key[2], **self.times())

    def claims(self, n):
        return [self.add("claim", id=self.id(), number=i + 1, statement=self.line(8), lang=self.random.choice(["", "ar"]),
                         verdict=self.words(3), coder=self.coder(), **self.times()) for i in range(n)]

    def mentions(self, claims, highlights, n):
        done = set()
        for _ in range(n):
            highlight = self.random.choice(highlights)
            key = (self.random.choice(claims)["id"], highlight["id"], self.coder())
            if key in done:
                continue
            done.add(key)
            self.add("mention", id=self.id(), claim=key[0], highlight=key[1], coder=key[2],
                     stance=self.random.choice(["agree", "disagree", "discuss", ""]), stance_scheme="arastance",
                     attribution=self.random.choice(["", "own", "quoted", "paraphrased", "headline"]),
                     speaker=self.random.choice(["", self.words(2)]),
                     certainty=self.random.choice(["", "certain", "probable", "possible"]), **self.times())
        return {(claim, next(h["article"] for h in highlights if h["id"] == mark)) for claim, mark, _ in done}

    def absences(self, claims, articles, mentioned):
        for claim in claims:
            for article in articles:
                if (claim["id"], article["id"]) not in mentioned and self.random.random() < 0.3:
                    self.add("coverage", id=self.id(), claim=claim["id"], article=article["id"], coder=self.coder(),
                             state="absent", **self.times())

    def relations(self, claims):
        for i in range(len(claims) - 1):
            self.add("relation", id=self.id(), a=claims[i]["id"], b=claims[i + 1]["id"],
                     kind=self.random.choice(["same_as", "contradicts", "narrower", "updates"]), coder=self.coder(),
                     **self.times())

    def note(self, kind, target, coder):
        self.add("note", id=self.id(), kind=kind, target=target, text=self.words(10).strip("\0") or "n", coder=coder,
                 **self.times())

    def notes(self, rows, share):
        self.note("project", "", "mona")
        for row in rows:
            if self.random.random() < share:
                self.note(row["type"], row["id"], self.coder())


def is_plain(c):
    return (" " <= c < "\u0300" and c not in "\u00a9\u00ae" and c.isprintable()) or "\u0620" <= c <= "\u064a" or c == "\n"


def sure_places(text):
    """Offsets where a cluster ends whatever stands around: between two plain letters (UAX #29, GB999)."""
    return [i for i in range(1, len(text)) if is_plain(text[i - 1]) and is_plain(text[i])]


def make(seed, n_highlights=200, n_articles=4):
    maker = Maker(seed)
    articles = [maker.article(i + 1) for i in range(n_articles)]
    later = maker.article(n_articles + 1, base=maker.texts[articles[0]["id"]])
    later["version_of"] = articles[0]["id"]
    articles.append(later)
    tags = maker.tags(30)
    highlights = maker.marks(articles, n_highlights)
    older = [h["id"] for h in highlights if h["article"] == articles[0]["id"]]
    maker.properties["orphans:" + later["id"]] = " ".join(older[:3])
    maker.codings(highlights, tags)
    claims = maker.claims(8)
    mentioned = maker.mentions(claims, highlights, n_highlights // 3)
    maker.absences(claims, articles, mentioned)
    maker.relations(claims)
    maker.notes([*articles, *tags, *highlights, *claims], 0.3)
    return maker


def write(maker, folder, kinds=None):
    """The folder; `kinds`: only rows of these types."""
    (folder / "texts").mkdir(parents=True)
    rows = [{"type": "project", "format": "hashiya-annotations", "version": 1, "properties": maker.properties}]
    rows += [row for row in maker.rows if not kinds or row["type"] in kinds]
    lines = (json.dumps(row, ensure_ascii=maker.random.random() < 0.5) for row in rows)
    (folder / "annotations.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="")
    for own, text in maker.texts.items():
        (folder / "texts" / (own + ".txt")).write_text(text, encoding="utf-8", newline="")
    return folder
