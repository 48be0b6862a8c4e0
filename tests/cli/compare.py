# SPDX-License-Identifier: GPL-3.0-or-later
"""hashiya compare: what its JSON has, the same bytes whatever the order, the same links however a text is spelled; what a
person sees; what is refused and why."""
import itertools
import json
import os
import pty
import random
import re
import signal
import subprocess
import time
import unicodedata

from program import FIXTURES, HASHIYA, SOURCE, expect, expect_equal, finish, program

DEMO = sorted((SOURCE / "share" / "hashiya" / "demo").glob("[0-9]-*.txt"))
KINDS, BANDS, LEVELS = ("text", "heading", "url", "dateline"), ("none", "weak", "likely", "strong"), ("word", "stem", "root", "sense")
MEMBERS = ["units", "links", "pairs", "figures", "quotes", "copies", "alone", "languages", "left_out"]
UNIT, LINK, WHY = ["id", "file", "kind", "start", "end"], ["a", "b", "score", "band", "shown", "why"], ["a", "b", "level", "w"]
TASHKEEL = re.compile("[\u064b-\u0652\u0670\u0640]")


def key(ref):
    return tuple(map(int, ref.split(":")))


def stream(data):
    """The text that offsets count (text/document.h)."""
    return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def compare(p, *files, args=()):
    return json.loads(p.out("compare", "--json", *args, *files))


def copies_of_demo(p):
    return [p.file(f"demo-{path.name}", path.read_bytes()).name for path in DEMO]


# --- shape ---

def check_units(found, names, texts):
    expect_equal([list(u) for u in found["units"] if list(u) != UNIT], [], "members of a unit")
    ids = [key(u["id"]) for u in found["units"]]
    expect_equal(ids, sorted(set(ids)), "units are in order, and their ids are their own")
    for unit in found["units"]:
        text = texts[unit["file"]]
        said = text[unit["start"]:unit["end"]]
        expect(said and said == said.strip(), "a unit is words and no white space around:", unit, repr(said))
        expect(unit["kind"] in KINDS, "a kind", unit)
        expect_equal(unit["file"], names[key(unit["id"])[0] - 1], "the file of", unit["id"])


def check_why(why, a, b, text_a, text_b):
    expect_equal([list(w) for w in why if list(w) != WHY], [], "members of a reason")
    for reason in why:
        for (start, end), unit, text in ((reason["a"], a, text_a), (reason["b"], b, text_b)):
            expect(unit["start"] <= start < end <= unit["end"], "a reason stands in its unit", reason, unit)
            expect(re.search(r"\w", text[start:end]) and not re.search(r"^\s|\s$", text[start:end]), "a word is there",
                   repr(text[start:end]))
        expect(reason["level"] in LEVELS and 0 <= reason["w"] <= 20, "level and weight", reason)
    weights = [w["w"] for w in why]
    expect_equal(weights, sorted(weights, reverse=True), "the heaviest reason is first")
    for side in "ab":
        spans = sorted(tuple(w[side]) for w in why)
        expect(all(x[1] <= y[0] for x, y in itertools.pairwise(spans)), "no word is a reason twice", spans)


def check_links(found, texts):
    units = {u["id"]: u for u in found["units"]}
    order = [(key(li["a"])[0], key(li["b"])[0], key(li["a"])[1], key(li["b"])[1]) for li in found["links"]]
    expect_equal(order, sorted(set(order)), "links are sorted, and each is there once")
    for link in found["links"]:
        a, b = units[link["a"]], units[link["b"]]
        expect_equal(list(link), LINK, "members of a link")
        expect(key(link["a"])[0] < key(link["b"])[0], "a is of the earlier article", link["a"], link["b"])
        expect(link["band"] in BANDS and link["shown"] is (link["band"] != "none"), "a link that has a band is shown", link)
        expect({a["kind"], b["kind"]} <= {"text", "heading"}, "a URL or a date line is linked to nothing", a, b)
        expect(link["why"] or not link["shown"], "what is shown has reasons", link)
        check_why(link["why"], a, b, texts[a["file"]], texts[b["file"]])


def check_survey(found, texts):
    n = len(found["languages"])
    units = {u["id"]: u for u in found["units"]}
    expect_equal([(x["a"], x["b"]) for x in found["pairs"]], list(itertools.combinations(range(1, n + 1), 2)), "each pair once")
    shown = [li for li in found["links"] if li["band"] in ("likely", "strong")]
    for pair in found["pairs"]:
        both = [li for li in shown if (key(li["a"])[0], key(li["b"])[0]) == (pair["a"], pair["b"])]
        expect_equal(pair["linked"], [len({li[side] for li in both}) for side in "ab"], "what is linked in", pair)
    linked = {li[side] for li in found["links"] if li["shown"] for side in "ab"}
    alone = [i for i, u in units.items() if u["kind"] == "text" and i not in linked]
    expect_equal(found["alone"], alone, "units without a shown link")
    for group in found["figures"]:
        for item in group["items"]:
            for start, end in (item["number"], item["noun"]):
                unit = units[item["id"]]
                expect(unit["start"] <= start < end <= unit["end"], "a figure stands in its unit", item, unit)
            expect(re.fullmatch(r"[0-9]+(\.[0-9]+)?", item["value"]), "a value is digits", item)
        expect_equal(group["values"], len({i["value"] for i in group["items"]}), "the values of", group["noun"])
        expect_equal(group["differs"], any(i["differs"] for i in group["items"]), "differing of", group["noun"])
    for quote in found["quotes"]:
        said = texts[units[quote["a"]]["file"]][slice(*quote["quote"])]
        expect(said.strip() and texts[units[quote["b"]]["file"]][slice(*quote["found"])].strip(), "a quotation", quote)
        expect(quote["a"] != quote["b"] and not re.match("[«»“”\"]", said), "a quotation is without its marks", said)
    for copy in found["copies"]:
        expect(copy["words"] >= 8 or copy["copied"], "a copy is long, or most of it", copy)


def shape(p):
    names = copies_of_demo(p)
    texts = {name: stream((p.folder / name).read_bytes()) for name in names}
    raw = p.out("compare", "--json", *names)
    expect(raw.endswith("}\n") and raw.count("\n") == 1, "one line")
    numbers = re.findall(r'"(?:score|w|contained)":([^,}\]]+)', raw)
    expect(numbers and all(re.fullmatch(r"[0-9]+\.[0-9]{3}", n) for n in numbers), "numbers with three decimals")
    found = json.loads(raw)
    expect_equal(list(found), MEMBERS, "members")
    check_units(found, names, texts)
    check_links(found, texts)
    check_survey(found, texts)
    expect(any(li["band"] == "strong" for li in found["links"]), "something is surely said twice in the demo")
    expect_equal([x["file"] for x in found["languages"]], names, "languages by article")
    expect_equal([x["language"] for x in found["languages"]], ["ar", "ar", "en"], "languages of the demo")
    expect_equal([x["across_languages"] for x in found["pairs"]], [False, True, True], "pairs across languages")


def best_of_each(p):
    """At least the ten best of every unit, of the later article's units too."""
    p.file("one", "The harbour council met.\n\nThe old bridge was closed by the harbour council on Friday.\n")
    p.file("many", "".join(f"The bridge number {word} was closed.\n\n" for word in
                           "oak elm fir ash yew box bay fig gum nut pear palm pine plum teak".split()))
    for first in ("one", "./one"):  # before "many" by its bytes, and behind it
        found = compare(p, first, "many")
        bridge = next(u["id"] for u in found["units"] if "one" in u["file"] and u["start"] > 20)
        many = [u["id"] for u in found["units"] if u["file"] == "many"]
        linked = [pair for pair in ((li["a"], li["b"]) for li in found["links"]) if bridge in pair]
        expect_equal(sorted(set(many) - {i for pair in linked for i in pair}), [], first, "each of many has its best")


def orders(p):
    names = copies_of_demo(p)
    expected = p.run("compare", "--json", *names, status=0).stdout
    for given in itertools.permutations(names):
        expect_equal(p.run("compare", "--json", *given, status=0).stdout == expected, True, "the bytes in the order", given)
    p.env["LC_ALL"] = "de_DE.UTF-8"
    p.env["LC_NUMERIC"] = "de_DE.UTF-8"
    expect(p.run("compare", "--json", *names, status=0).stdout == expected, "the bytes in another locale")
    p.env["LC_ALL"] = "C.UTF-8"


def articles_of_a_project(p):
    names = copies_of_demo(p)
    p.out("import", "--lang", "ar", names[0])
    p.out("import", names[1])
    by_file, by_number = compare(p, *names[:2]), compare(p, "2", "1")
    expect_equal([u["file"] for u in by_number["units"][:1]], ["1"], "a number is an article, named as it was given")

    def bare(found):
        return [{**u, "file": ""} for u in found["units"]], found["links"]
    expect_equal(bare(by_number), bare(by_file), "an article of the project is compared as its file is")
    p.file("1", "not this\n")
    expect_equal(compare(p, "./1", "2")["units"][0]["file"], "./1", "and ./1 is the file")


# --- properties ---

def scores(found):
    return [(li["a"], li["b"], li["score"], li["band"], [w["w"] for w in li["why"]]) for li in found["links"]]


def respell(text, table):
    return text.translate(str.maketrans(table))


# Each is a way to write the same: what is compared is not touched by it.
SPELLINGS = {
    "tashkeel": lambda t: re.sub("([\u0628-\u063a\u0641-\u064a])(?=[\u0628-\u063a\u0641-\u064a])", "\\1\u064e", t),
    "no tashkeel": lambda t: TASHKEEL.sub("", t),
    "tatweel": lambda t: re.sub("([\u0628\u062a\u0633\u0645])(?=[\u0621-\u064a])", "\\1\u0640", t),
    "bidi marks": lambda t: re.sub("([\u0621-\u064a]) ", "\\1\u200f ", t),
    "alef": lambda t: respell(t, {"أ": "ا", "إ": "ا", "آ": "ا"}),
    "ta marbuta": lambda t: respell(t, {"ة": "ه"}),
    "alef maqsura": lambda t: re.sub("ى\\b", "ي", t),
    "digits": lambda t: respell(t, dict(zip("٠١٢٣٤٥٦٧٨٩٫", "0123456789."))),
    "other digits": lambda t: respell(t, dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩"))),
    "Persian letters": lambda t: respell(t, {"ك": "ک", "ي": "ی"}),
    "presentation forms": lambda t: t.replace("لا", "\ufefb"),
    "decomposed": lambda t: unicodedata.normalize("NFD", t),
    "CRLF": lambda t: t.replace("\n", "\r\n"),
    "BOM": lambda t: "\ufeff" + t,
}


def spellings(p):
    names = copies_of_demo(p)[:2]
    text = (p.folder / names[1]).read_text(encoding="utf-8")
    expected = scores(compare(p, *names))
    for what, change in SPELLINGS.items():
        changed = change(text)
        expect(changed != text, what, "changes the text")
        with open(p.folder / names[1], "w", encoding="utf-8", newline="") as file:
            file.write(changed)
        found = compare(p, *names)
        different = [pair for pair in itertools.zip_longest(scores(found), expected) if pair[0] != pair[1]]
        expect(not different, what, "changes links:", different[:3])
        check_units(found, names, {n: stream((p.folder / n).read_bytes()) for n in names})
        check_links(found, {n: stream((p.folder / n).read_bytes()) for n in names})


def with_itself(p):
    for path in (*DEMO, FIXTURES / "fa.txt", FIXTURES / "he.txt", FIXTURES / "ur.txt"):
        names = [p.file(name, path.read_bytes()).name for name in ("a.txt", "b.txt")]
        found = compare(p, *names)
        mine = [u["id"] for u in found["units"] if u["kind"] == "text" and key(u["id"])[0] == 1]
        best = {i: max((li["score"] for li in found["links"] if li["a"] == i), default=0) for i in mine}
        same = {li["a"]: li for li in found["links"] if key(li["a"])[1] == key(li["b"])[1] and li["a"] in best}
        # A passage of nothing but stop words has nothing to be known by.
        expect(len(same) >= len(mine) - len(mine) // 20, path.name, "each passage is linked to itself",
               sorted(set(mine) - set(same)))
        for i, link in same.items():
            expect(link["score"] == best[i] and link["band"] == "strong", path.name, i, "is most like itself", link["score"], best[i])
        expect_equal(found["pairs"][0]["copied"][0] > 0, True, path.name, "is copied")
    done = p.run("compare", "a.txt", "a.txt", "a.txt", status=0)
    expect_equal(done.stderr, b"hashiya: a.txt is named twice\n", "one file twice is said, once")
    once = compare(p, "a.txt", "a.txt")
    expect_equal([u["file"] for u in once["units"]], ["a.txt"] * len(once["units"]), "one file twice")


def odd_files(p):
    demo = copies_of_demo(p)[0]
    text = (p.folder / demo).read_text(encoding="utf-8")
    odd = {
        "empty": b"", "blank": b"\n \n\n", "one-word": "كلمة".encode(),
        "long-line": ("كلمات كثيرة في سطر واحد 12 " * 40000).encode()[:1 << 20].decode("utf-8", "ignore").encode(),
        "one-long-word": b"a" * (1 << 20),
        "unclosed": ("قال “" + text.replace("”", "").replace("»", "")).encode(),
        "quotes": b"\"" * 20000, "stops": "؟ . ! ".encode() * 20000, "cr": text.replace("\n", "\r").encode(),
        "lines": b"a\n" * 20000,
    }
    for name, data in odd.items():
        p.file(name, data)
        found = compare(p, name, demo)
        check_units(found, sorted([name, demo]), {name: stream(data), demo: text})
        p.out("compare", name, demo)
    expect_equal([u for u in compare(p, "empty", demo)["units"] if u["file"] == "empty"], [], "an empty file has no units")
    expect_equal(compare(p, "empty", "blank")["links"], [], "and there is nothing between two")
    expect_equal(p.out("compare", "empty", "blank").splitlines()[-1], "no match found", "which is said")
    for few in ("empty", "blank", "one-word"):
        said = p.out("compare", demo, few)
        expect_equal((" *" in said, f"{few} has no text" in said), (False, few != "one-word"), few, "is in no language")
    expect(" *" in p.out("compare", demo, p.file("greek", "Η γέφυρα κατέρρευσε τη Δευτέρα το πρωί. " * 10).name),
           "a text of a language that is unknown is in another one")
    closed = scores(compare(p, "cr", demo))
    expect_equal(closed, scores(compare(p, p.file("lf", text).name, demo)) and closed, "lines that end in CR")


# --- people ---

def for_people(p):
    names = copies_of_demo(p)
    said = p.out("compare", *names)
    for word in ("says the same", "no match found", "different languages", *names):
        expect(word in said, "a comparison says", word)
    for never in ("no other article", "contradict"):
        expect(never not in said, "nobody claims", never)
    expect("\u202b" not in said and "\x1b" not in said, "no controls in a pipe")
    best = max(json.loads(p.out("compare", "--json", *names))["links"], key=lambda li: li["score"])
    expect(f"{best['a']} \u2194 {best['b']}" in said, "the strongest link is there by its ids", best["a"], best["b"])
    first = p.out("compare", "--limit", "1", *names)
    expect(first.count("\u2194") < said.count("\u2194"), "--limit shows less")
    expect(p.out("compare", "--limit", "0", *names).count("\u2194") >= said.count("\u2194"), "0 is no limit")
    wide = p.out("compare", "--width", "100", *names)
    expect("│" in wide and "│" not in said, "with a width passages stand beside each other")
    expect(all(len(line) < 200 for line in wide.splitlines() if "│" in line), "and fit")
    seen, status = p.on_terminal("compare", *names, columns=100)
    expect_equal(status, 0, "on a terminal")
    expect(b"\x1b[0;4m" in seen, "matched words are underlined on a terminal")
    p.file("x", "The stone bridge collapsed near Harbourville yesterday.\n")
    p.file("y", "Yesterday, officials said, the Harbourville stone bridge collapsed.\n")
    both, _ = p.on_terminal("compare", "x", "y", columns=100)
    words = re.findall(r"\x1b\[0;4m(.*?)\x1b\[0m", both.decode())
    expect_equal(sorted(set(map(str.lower, words))), ["bridge", "collapsed", "harbourville", "stone", "yesterday"],
                 "the words that are underlined in either passage")
    expect_equal(len(words), 10, "each in both of them")
    logical, _ = p.on_terminal("compare", "--bidi=terminal", *names, columns=100)
    expect("│" not in logical.decode(), "where the terminal orders the text nothing stands beside it")


def pair_by_pair(p):
    """What differs stands with its pair; of a copy only the words in a row; what has no match is there to be read."""
    p.file("x", "The stone bridge over the river Nahr collapsed on Monday near Harbourville, killing 12 people.\n\n"
           "Rescue workers from the northern province arrived at the scene late in the evening with heavy cranes.\n\n"
           + "".join(f"The {who} praised volunteers who brought {what}.\n\n" for who, what in
                     (("mayor", "soup"), ("bishop", "candles"))))
    p.file("y", "Officials said the stone bridge over the river Nahr collapsed near Harbourville on Monday, killing 15 people.\n\n"
           "Rescue workers from the northern province arrived at the scene early in the morning with twenty cranes.\n\n"
           "A football match was postponed until summer.\n")
    said = p.out("compare", "x", "y")
    heads = {line.split("  ")[0]: line for line in said.splitlines() if "\u2194" in line}
    expect("figures differ: 12 / 15" in heads["1:1 \u2194 2:1"], "figures that differ in a pair", heads["1:1 \u2194 2:1"])
    expect("differ" not in heads["1:2 \u2194 2:2"], "and in no other", heads["1:2 \u2194 2:2"])
    best = max(json.loads(p.out("compare", "--json", "x", "y"))["links"], key=lambda li: li["score"])
    expect(f"{best['score'] + 0.0005:.2f}" in said or f"{best['score']:.2f}" in said, "scores are rounded", best["score"])
    head, *run = said[said.index("Word for word"):said.index("Passages with no match")].split("\n")[2:5]
    expect(re.search("copied in part .* 46% of the shorter one .* 10 words in a row", head), "how much is copied", head)
    expect_equal(run, ["Rescue workers from the northern province arrived at the scene"] * 2, "and what is copied, alone")
    alone = said[said.index("Passages with no match found (3)"):]
    for unit in ("1:3  The mayor praised", "1:4  The bishop praised", "2:3  A football match"):
        expect(unit in alone, "no match was found for", unit)
    few = p.out("compare", "--limit", "1", "x", "y")
    expect("no match found (2 of 3)" in few and "1:4  " not in few and "2:3  " in few, "so many of each article", few)
    seen, _ = p.on_terminal("compare", "x", "y", columns=60)
    expect("football match" in seen.decode(), "on a terminal, too")


def refused(p):
    demo = copies_of_demo(p)[0]
    p.refuses(2, ["2 to 16", "1"], "compare", demo)
    p.refuses(2, ["2 to 16", "0"], "compare")
    p.refuses(2, ["2 to 16", "17"], "compare", *[demo] * 17)
    p.refuses(2, ["--limit takes a number from 0 on"], "compare", "--limit", "-1", demo, demo)
    p.refuses(2, ["width"], "compare", "--json", "--width", "80", demo, demo)
    p.refuses(2, ["--width"], "compare", "--width", "1", demo, demo)
    p.refuses(3, ["missing.txt", "no such file"], "compare", demo, "missing.txt")
    p.refuses(3, ["directory"], "compare", demo, ".")
    p.refuses(3, ["not a text"], "compare", demo, p.file("binary", b"a\x00b"))
    p.refuses(3, ["UTF-8", "byte 1"], "compare", demo, p.file("latin", b"a\xe9b\n"))
    p.out("compare", "--lossy", demo, "latin")
    p.refuses(3, ["too large"], "compare", demo, p.file("large", b"word " * (2 << 20)))


def no_project_is_needed_for_files(p):
    """A damaged project that nobody named is no reason not to read files; a named one is."""
    named = p.env.pop("HASHIYA_PROJECT")
    home = p.folder / "home" / ".local" / "share" / "hashiya"
    home.mkdir(parents=True)
    (home / "default.hashiya").write_bytes(b"no project")
    p.file("a", DEMO[0].read_bytes())
    p.file("b", DEMO[1].read_bytes())
    expect_equal(len(compare(p, "a", "b")["languages"]), 2, "two files are compared beside a damaged project")
    p.run("diff", "a", "a", status=0)
    p.refuses(3, ["default.hashiya"], "compare", "a", "1")
    p.refuses(3, ["named.hashiya"], "-p", p.file("named.hashiya", b"no project"), "compare", "a", "b")
    p.env["HASHIYA_PROJECT"] = named


def output_that_fails(p):
    names = copies_of_demo(p)
    for mode in (["--json"], []):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([HASHIYA, "compare", *mode, *names], stdout=full, stderr=subprocess.PIPE, env=p.env,
                                  cwd=p.folder, check=False)
        expect_equal(done.returncode, 3, mode, "a full disk is told")
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([HASHIYA, "compare", *mode, *names], stdout=write, stderr=subprocess.PIPE, env=p.env,
                              cwd=p.folder, check=False)
        os.close(write)
        expect_equal((done.returncode, done.stderr), (0, b""), mode, "nobody reads: no complaint")


def long_jobs(p):
    """On a terminal a long job says how far it is; a signal ends it, and the exit status is that of one interrupted."""
    words = ("كلمات مرتبة على سطر طويل في مقالة رقم {} عن {} شخصا. " * 4).split(" ")
    for name in "ab":
        p.file(name, "".join(f"{' '.join(words[i % 7:i % 7 + 14])} {i * 7 % 4001}.\n" for i in range(4000)))
    leader, follower = pty.openpty()
    job = subprocess.Popen([HASHIYA, "compare", "a", "b"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=follower,
                           env=p.env, cwd=p.folder)
    os.close(follower)
    seen = b""
    while not seen.endswith(b"\x1b[K"):
        seen += os.read(leader, 4096)
    expect(re.fullmatch(b"\r(comparing: [0-9]+ %)\x1b\\[K", seen), "how far it is", seen)
    job.send_signal(signal.SIGINT)
    expect_equal(job.wait(), -signal.SIGINT, "ended by the signal: 130 in a shell")
    os.close(leader)
    quiet = subprocess.run([HASHIYA, "compare", "a", "b"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=p.env,
                           cwd=p.folder, check=False)
    expect_equal(quiet.stderr, b"", "in a pipe nothing is said of it")


def hostile_quotations(p):
    """Quotations whose rarest words are said again and again in one unit take no longer than others."""
    rng = random.Random(7)
    words = "aardvark bison camel dingo elk fox run jumps walks hides".split()

    def said(n):
        return " ".join(rng.choice(words) for _ in range(n))

    p.file("one", said(12000) + ".\n")
    p.file("quotes", "".join(f'"{said(110)}".\n' for _ in range(400)))
    begun = time.monotonic()
    found = compare(p, "one", "quotes")
    expect(time.monotonic() - begun < 5, "in a moment")
    expect(len(found["units"]) > 400, "each in its unit")


for run in (shape, best_of_each, orders, articles_of_a_project, spellings, with_itself, odd_files, for_people, pair_by_pair,
            refused, no_project_is_needed_for_files, output_that_fails, long_jobs, hostile_quotations):
    with program() as prog:
        run(prog)
finish()
