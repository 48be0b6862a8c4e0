# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTML report: one page that stands by itself, whole, escaped, the same each time, exact in what it quotes."""
import html
import html.parser
import re
import subprocess
import sys

from program import FIXTURES, SOURCE, expect, expect_equal, finish, program

VOID = {"meta"}
ELEMENTS = VOID | set("""html head title style body header h1 h2 h3 h4 dl div dt dd nav ul li a main section table
    caption thead tbody tr th td span bdi p blockquote article svg desc rect text mark strong details summary""".split())
ATTRIBUTES = set("""lang dir charset http-equiv content name id class href title scope tabindex aria-hidden role
    aria-labelledby width height x y dx fill text-anchor""".split())
OPENERS, CLOSERS = {"\u202a": "E", "\u202b": "E", "\u202d": "E", "\u202e": "E", "\u2066": "I", "\u2067": "I",
                    "\u2068": "I"}, {"\u202c": "E", "\u2069": "I"}
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def balanced(text):
    """Each line closes the embeddings and isolates that it opens, and no others."""
    for line in text.split("\n"):
        stack = []
        for char in line:
            if char in OPENERS:
                stack.append(OPENERS[char])
            elif char in CLOSERS and (not stack or stack.pop() != CLOSERS[char]):
                return False
        if stack:
            return False
    return True


class Page(html.parser.HTMLParser):
    """A page read by Python's parser; whatever is wrong with it is in `wrong`."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.targets, self.wrong, self.quotes, self.texts = [], [], [], [], [], {}
        self.attributes, self.style, self.quote = [], "", None
        self.feed(source)
        self.close()
        if self.open:
            self.wrong.append(f"never closed: {self.open}")
        self.wrong += [f"no place #{t}" for t in self.targets if t not in self.ids]
        self.wrong += [f"two elements have the id {i}" for i in set(self.ids) if self.ids.count(i) > 1]

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in ELEMENTS or tag == "title" and self.open[-1] not in ("head", "svg"):
            self.wrong.append(f"an element {tag}")
        self.wrong += [f"an attribute {name} of {tag}" for name in given if name not in ATTRIBUTES]
        self.wrong += [f"not balanced: {value!r}" for value in given.values() if not balanced(value or "")]
        self.attributes.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            if given["href"].startswith("#"):
                self.targets.append(given["href"][1:])
            else:
                self.wrong.append(f"an address {given['href']}")
        if tag == "blockquote":
            self.quote = ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes another element")
        if tag == "blockquote":
            self.quotes.append(self.quote)
            self.quote = None

    def handle_data(self, data):
        place = self.open[-1] if self.open else ""
        if place == "style":
            self.style += data
        elif not balanced(data):
            self.wrong.append(f"not balanced: {data!r}")
        if FORBIDDEN.search(data):
            self.wrong.append(f"a control: {data!r}")
        if self.quote is not None:
            self.quote += data
        self.texts.setdefault(place, []).append(data)

    def handle_comment(self, data):
        self.wrong.append(f"a comment: {data!r}")

    def handle_startendtag(self, tag, attributes):
        self.wrong.append(f"<{tag}/>")

    def has(self, tag, **wanted):
        return any(t == tag and all(a.get(k.replace("_", "-")) == v for k, v in wanted.items())
                   for t, a in self.attributes)

    def text(self):
        return "".join(t for texts in self.texts.values() for t in texts)


def check(source, where):
    page = Page(source)
    for wrong in page.wrong[:10]:
        expect(False, where, wrong)
    expect(source.startswith("<!DOCTYPE html>\n<html lang="), where, "begins as a page")
    expect(page.has("meta", charset="utf-8"), where, "names its encoding")
    policy = [a["content"] for t, a in page.attributes if a.get("http-equiv") == "Content-Security-Policy"]
    expect(policy and policy[0].startswith("default-src 'none'"), where, "forbids to fetch anything", policy)
    for word in ("url(", "@import", "expression", "</", "<"):
        expect(word not in page.style, where, "the style has", word)
    for tag, given in page.attributes:
        colour = [c for c in given.get("class", "").split() if c.startswith("k-")]
        expect(not colour or tag in ("td", "dt", "span"), where, "a colour on", tag)
        if tag in ("blockquote", "h1", "p") and given.get("class") != "by":
            expect("dir" in given and "lang" in given, where, tag, "has a direction and a language")
    return page


HOSTILE = ["<script>alert(1)</script>", "\" onload=\"x", "' <!-- --> ]]>", "&lt;b&gt; &amp;", "\u202eabc", "x\u2069\u202cy",
           "\u2067\u202b", "=1+1\u200f", "a\tb", "\u0001\u001b[2J\u0085\ufffe", "</title></style></svg>", "🇫🇮 é 👩‍👩‍👧"]


def report(p, *args, **env):
    p.env.update(env)
    page = p.out("export", "--format", "html", *args)
    for name in env:
        del p.env[name]
    return page


def words_of_arabic(p):
    folder = p.folder / "messages" / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["msgfmt", "-o", folder / "hashiya.mo", SOURCE / "po" / "ar.po"], check=True)
    return {"LANGUAGE": "ar", "HASHIYA_MESSAGES": str(p.folder / "messages")}


def prepare(p):
    p.out("import", FIXTURES / "ar-report.txt", "--outlet", "A <b>", "--lang", "ar", "--url", "https://a.example/x")
    p.out("import", FIXTURES / "en.txt", "--dir", "ltr", "--date", "2025")
    p.out("import", "-", "--title", "third", stdin=b"nothing of it\n")
    p.out("claim", "add", "ثلاثون متطوعا", "--lang", "ar", "--verdict", "open")
    p.out("claim", "add", "second & last")
    p.out("claim", "relate", "2", "contradicts", "1")
    p.out("tag", "add", "a/b", "--definition", "line\nline", "--colour", "blue", "--symbol", "b")
    quotes = [("1", 0, 40), ("1", 30, 60), ("2", 0, 25)]
    for (article, start, end), stance in zip(quotes, ("agree", "disagree", "discuss")):
        p.out("highlight", article, "--start", start, "--end", end, "-c", "1", "-s", stance, "--speaker", "He",
              "--attribution", "quoted", "--certainty", "possible", "--tag", "a/b")
    p.out("highlight", "2", "--start", "0", "--end", "25", "-c", "2")
    p.out("highlight", "2", "--start", "30", "--end", "40", "--note", "only\na note", "--tag", "a/b")
    p.out("claim", "absent", "2", "1")
    p.out("note", "1", "--text", "on the article")


def a_project(p):
    prepare(p)
    source = report(p)
    page = check(source, "the report")
    said = page.text()
    for words in ("project", "mixed", "discusses", "absent", "unread", "A <b>", "quoted", "possible", "contradicts", "open",
                  "only\na note", "on the article", "line\nline", "https://a.example/x"):
        expect(words in said, "the report says", repr(words))
    exact = [h["exact"] for h in p.json("highlight", "list", "--json")]
    exact += [h for h in exact if h == FIXTURES.joinpath("en.txt").read_text(encoding="utf-8")[:25]]
    expect_equal(len(exact), 5, "one passage has two claims")
    expect_equal(sorted(page.quotes), sorted(exact), "each passage is quoted once a claim, exactly")
    expect("not judged" in said, "a link without a stance")
    expect(page.has("blockquote", dir="ltr") and page.has("blockquote", dir="auto", lang="ar"), "their directions")
    expect(page.has("svg", role="img") and page.has("desc"), "the chart is described")
    expect_equal([t for t in page.texts["text"] if t.isdigit()], ["0", "4"], "the numbers of the chart, a and a/b")
    expect(page.has("rect", width="88.0%", fill="#0072b2"), "the bar of the most is the longest, in its colour")
    expect(page.has("a", href="#c1a2") and {"c1", "c2", "c1a1", "c1a2", "a3", "g1", "t2"} <= set(page.ids), "anchors")
    expect_equal(report(p), source, "the same rows, the same bytes")
    expect(page.has("html", lang="en", dir="ltr"), "the page is English")
    arabic = check(report(p, **words_of_arabic(p)), "the report in Arabic")
    expect(arabic.has("html", lang="ar", dir="rtl"), "the page is Arabic")
    expect(arabic.has("rect", x="12.0%", width="88.0%"), "its bars begin at the right")
    expect_equal(sorted(arabic.quotes), sorted(exact), "and quotes the same")


def title_and_filters(p):
    prepare(p)
    expect("<h1 lang=\"\" dir=\"auto\">Mine &amp; yours</h1>" in report(p, "--title", "Mine & yours"), "a title")
    some = check(report(p, "2"), "of one article")
    expect_equal(len(some.quotes), 3, "passages of one article")
    p.refuses(2, ["title"], "export", "--format", "csv", "--title", "x")
    p.out("export", "--all", p.folder / "all")
    whole = (p.folder / "all" / "report.html").read_text(encoding="utf-8")
    check(whole, "report.html of the folder")
    expect("<h1 lang=\"\" dir=\"auto\">Report</h1>" in whole, "whose title is not of a file's name")


DEMO = sorted((SOURCE / "share" / "hashiya" / "demo").glob("[0-9]-*.txt"))
SIDES = re.compile(r'<div class="sides">\n<p[^>]*>(.*?)</p>\n<p[^>]*>(.*?)</p>\n</div>', re.DOTALL)


def plain(markup):
    return html.unescape(re.sub("<[^>]*>", "", markup))


def matrix_of(source):
    """The rows of the matrix as they are read."""
    table = re.search(r'<table class="shares">.*?<tbody>(.*?)</tbody>', source, re.DOTALL).group(1)
    return [[plain(cell) for cell in re.findall("<td[^>]*>(.*?)</td>", row)] for row in table.strip().split("\n")]


def passage_of(texts, units, link, side):
    unit = units[link[side]]
    return texts[unit["file"]][unit["start"]:unit["end"]]


def marks_of(texts, units, link, side):
    """The words of a link's reasons on one side; those that touch are one mark."""
    spans = []
    for start, end in sorted(why[side] for why in link["why"]):
        if spans and start <= spans[-1][1]:
            spans[-1][1] = max(end, spans[-1][1])
        else:
            spans.append([start, end])
    return [texts[units[link[side]]["file"]][start:end] for start, end in spans]


def compared(p):
    """The section says what `compare` says of the same articles, and marks the words of its reasons."""
    p.out("import", "--lang", "ar", *DEMO[:2])
    p.out("import", "--lang", "en", DEMO[2])
    source = report(p)
    page = check(source, "a report that compares")
    found = p.json("compare", "--json", "1", "2", "3")
    linked = {(x["a"], x["b"]): x for x in found["pairs"]}
    rows = matrix_of(source)
    for (a, b), pair in linked.items():
        for row, column, n in ((a, b, pair["linked"][0]), (b, a, pair["linked"][1])):
            expect_equal(re.match("[0-9]+", rows[row - 1][column - 1]).group(), str(n), "cell", row, column)
            expect_equal("*" in rows[row - 1][column - 1], pair["across_languages"], "the sign of languages", row, column)
    units = {u["id"]: u for u in found["units"]}
    texts = {str(n): path.read_text(encoding="utf-8") for n, path in enumerate(DEMO, 1)}
    best = [li for li in found["links"] if li["band"] in ("likely", "strong")]
    said = {tuple(passage_of(texts, units, li, side) for side in "ab") for li in best}
    start = source.index('class="pair"')
    sides = SIDES.findall(source, start, source.index("<h3>", start))
    expect(best and sides, "something is shared")
    expect_equal({tuple(map(plain, pair)) for pair in sides}, said, "the passages, beside each other")
    wanted = {passage_of(texts, units, li, side): marks_of(texts, units, li, side) for li in best for side in "ab"
              if sum(li[side] in (x["a"], x["b"]) for x in best) == 1}
    marks = {plain(side): [plain(mark) for mark in re.findall("<mark>(.*?)</mark>", side)] for pair in sides for side in pair}
    expect(wanted, "some passage is in one pair alone")
    for passage, words in wanted.items():
        expect_equal(marks.get(passage), words, "the marked words of", passage)
    expect("no match found" in page.text() and "different languages" in page.text(), "what is not known is said")
    alone = re.findall('<details class="alone"><summary>(.*?)</summary>\n(.*?)</details>', source, re.DOTALL)
    listed = [plain(text) for _, passages in alone for text in re.findall("<p[^>]*>(.*?)</p>", passages, re.DOTALL)]
    expect_equal(listed, [texts[units[i]["file"]][units[i]["start"]:units[i]["end"]] for i in found["alone"]],
                 "what has no match, as it stands")
    expect(listed and len(alone) == len({units[i]["file"] for i in found["alone"]}), "folded, a list of each article")
    expect("<caption>" not in source[source.index('id="compared"'):source.index("</section>", source.index('id="compared"'))],
           "what a table says stands outside of the box that scrolls")
    expect_equal(report(p), source, "the same bytes")
    arabic = check(report(p, **words_of_arabic(p)), "a report that compares, in Arabic")
    expect_equal(matrix_of(report(p, **words_of_arabic(p))), rows, "whose numbers are the same")
    expect("says the same" not in arabic.text(), "whose words are Arabic")
    expect("compared" not in check(report(p, "--compare", "never"), "no comparing").ids, "where nobody wants it")
    expect("compared" not in check(report(p, "1"), "of one article").ids, "one article is compared with none")
    p.refuses(2, ["compare"], "export", "--format", "html", "--compare", "perhaps")
    p.refuses(2, ["compare"], "export", "--format", "csv", "--compare", "always")


def a_pair_that_differs(p):
    """Figures stand with the pair that they differ in; of a copy what is word for word is marked."""
    run = "Rescue workers from the northern province arrived at the scene"
    for name, first, then in (("x", "12 people", "late in the evening with heavy cranes"),
                              ("y", "15 people", "early in the morning with twenty cranes")):
        p.out("import", p.file(name, f"The stone bridge over the river Nahr collapsed near Harbourville, killing {first}.\n\n"
                               f"{run} {then}.\n"))
    source = report(p)
    check(source, "a report of two that differ")
    heads = [plain(head) for head in re.findall("<strong>(.*?)</strong>", source)]
    expect(re.search("^says the same · figures differ: .?12.? / .?15", heads[0]), "a pair says what differs", heads)
    expect(re.search("^copied in .* part · [0-9]+% of the shorter one · 1[0-9] words in a row", heads[-1]), "a copy how much", heads)
    copies = source[source.index("Word for word"):]
    expect_equal(len(re.findall("<mark>", copies)), 2, "its longest run is marked, in both")


def too_much_to_compare(p):
    p.out("import", p.file("long.txt", "A long report about 12 men. " * 20000), p.file("short.txt", "A short one.\n"))
    section = check(report(p), "a report of a long article")
    expect("--compare always" in section.text() and not section.has("table"), "says how to have it compared")
    expect(check(report(p, "--compare", "always"), "asked for").has("table", **{"class": "shares"}), "and then it is")
    for i in range(20):
        p.out("import", p.file(f"{i}.txt", f"Report number {i} says nothing.\n"))
    many = check(report(p, "--compare", "always"), "a report of 22 articles")
    expect("at most 16" in many.text() and not many.has("table"), "says that they are too many")
    expect(check(report(p, *range(2, 18)), "of 16 of them").has("table", **{"class": "shares"}), "16 are compared")


def hostile_texts(p):
    text = "\n".join(HOSTILE).replace("\x00", "") + "\n"
    p.out("import", p.file("hostile.txt", text), "--title", HOSTILE[0] + HOSTILE[4], "--outlet", HOSTILE[1])
    for i, words in enumerate(HOSTILE):
        clean = re.sub(FORBIDDEN, "", words).replace("\t", " ").replace("/", "|")
        p.out("claim", "add", f"{i} {clean}", "--verdict", clean)
        p.out("tag", "add", f"{i} {clean}", "--definition", words.replace("\ufffe", ""))
        found = p.run("highlight", "1", "--quote", words, "-c", str(i + 1), "--tag", f"{i} {clean}", "--note", words,
                      "--speaker", clean, "-s", "agree")
        expect_equal(found.returncode, 0, words, found.stderr.decode())
    page = check(report(p, "--title", HOSTILE[0]), "a report of hostile texts")
    expect_equal(len(page.quotes), len(HOSTILE), "passages")
    p.out("import", p.file("again.txt", text + "again\n"))
    check(report(p, "--title", HOSTILE[0]), "a report that compares hostile texts")
    marks = "".join(OPENERS) + "".join(CLOSERS)
    plain = [re.sub(FORBIDDEN, "\ufffd", re.sub(f"[{marks}]", "", h["exact"]))
             for h in p.json("highlight", "list", "--json")]
    expect_equal(sorted(re.sub(f"[{marks}]", "", q) for q in page.quotes), sorted(plain), "all but their controls")


def nearly_nothing(p):
    p.out("import", "-", "--title", "alone", stdin=b"one\n")
    page = check(report(p), "a report of one article")
    expect("alone" in page.text() and not page.has("table") and not page.has("svg"), "and nothing but that")


if sys.argv[1:]:
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8", newline="") as file:
            check(file.read(), name)
    finish()
for run in (a_project, title_and_filters, compared, a_pair_that_differs, too_much_to_compare, hostile_texts, nearly_nothing):
    with program() as prog:
        run(prog)
finish()
