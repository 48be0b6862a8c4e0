# SPDX-License-Identifier: GPL-3.0-or-later
"""hashiya diff: segments that are exactly both texts, kinds, exit codes, versions of a project, what is refused; for people too."""
import json
import random
import re
import shutil
import time

from program import FIXTURES, SOURCE, expect, expect_equal, finish, program

KINDS = ("same", "inserted", "deleted", "changed", "spelling", "punctuation", "space", "moved")
OLD, NEW = (str(FIXTURES / f"version-ar-{n}.txt") for n in (1, 2))


def stream(data):
    """The text that offsets count (text/document.h)."""
    return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def diff(p, old, new, status=1):
    return json.loads(p.run("diff", "--json", old, new, status=status).stdout)


def is_sound(found, old, new):
    for side, text in (("old", old), ("new", new)):
        told = "".join(text[slice(*s[side])] for s in found["segments"])
        expect(told == text, "the segments are exactly the", side, "text")
        at = 0
        for segment in found["segments"]:
            start, end = segment[side]
            expect(start == at and end >= start, "segments follow each other")
            at = end
            mark = segment.get(f"{side}_mark", segment[side])
            expect(start <= mark[0] <= mark[1] <= end, "marks are inside")
    for index, segment in enumerate(found["segments"]):
        same = old[slice(*segment["old"])] == new[slice(*segment["new"])]
        expect(same == (segment["kind"] == "same"), "same is the same", segment)
        expect(segment["kind"] in KINDS, segment["kind"])
        if segment["kind"] == "moved":
            expect_equal(found["segments"][segment["other"]]["other"], index, "a move knows its other place")
    counted = {kind: sum(s["kind"] == kind for s in found["segments"]) for kind in KINDS[1:]}
    counted["moved"] //= 2
    expect_equal({kind: found["counts"][kind] for kind in counted}, counted, "counts")
    expect_equal(found["counts"]["changes"], sum(counted.values()), "all changes")
    expect_equal(found["same"], not found["counts"]["changes"], "same")


def words(segment, text, side):
    return text[slice(*segment[side])]


def two_versions(p):
    old, new = (stream(open(path, "rb").read()) for path in (OLD, NEW))
    found = diff(p, OLD, NEW)
    is_sound(found, old, new)
    spelled = {(words(s, old, "old"), words(s, new, "new")): s["spelling"]
               for s in found["segments"] if s["kind"] == "spelling"}
    expect_equal(spelled[("أن", "ان")], ["hamza"])
    expect_equal(spelled[("ليلًا", "ليلا")], ["tashkeel"])
    expect_equal(spelled[("٣٠", "30")], ["digits"])
    changed = [(words(s, old, "old"), words(s, new, "new")) for s in found["segments"] if s["kind"] == "changed"]
    expect(("ستة", "عشرة") in changed, changed)
    moved = [words(s, old, "old") for s in found["segments"] if s["kind"] == "moved" and s["old"][0] < s["old"][1]]
    expect(len(moved) == 1 and moved[0].startswith("وكان الجسر قد بُني"), moved)
    expect_equal(p.run("diff", "--json", OLD, NEW).stdout, p.run("diff", "--json", OLD, NEW).stdout, "the same bytes")
    again = diff(p, NEW, OLD)
    is_sound(again, new, old)
    expect_equal(again["counts"]["spelling"], found["counts"]["spelling"], "from the other side")


def nothing_differs(p):
    expect_equal(p.run("diff", OLD, OLD, status=0).stdout, b"", "nothing is said")
    found = diff(p, OLD, OLD, status=0)
    expect_equal((found["same"], [s["kind"] for s in found["segments"]]), (True, ["same"]))
    one, two = p.file("one.txt", b"a\r\nb\r\n"), p.file("two.txt", b"\xef\xbb\xbfa\nb\n")
    expect_equal(diff(p, one, two, status=0)["same"], True, "line ends and marks of byte order are no text")


def versions_of_a_project(p):
    path = p.folder / "article.txt"
    for version in (OLD, NEW):
        shutil.copy(version, path)
        p.out("import", path)
    by_id = diff(p, "1", "2")
    expect_equal((by_id["old"], by_id["new"]), ("1", "2"))
    before = json.loads(p.run("diff", "2", "--json", status=1).stdout)
    expect_equal(before, by_id, "with the version before it")
    p.refuses(1, ["no version before this article"], "diff", "1")
    p.refuses(2, ["a file has no versions"], "diff", OLD)
    expect_equal(json.loads(p.run("diff", "--json", "2", OLD, status=1).stdout)["counts"]["spelling"], 8, "an article and a file")


def the_manual_has_the_members(p):
    manual = (SOURCE / "man" / "hashiya.1").read_text(encoding="utf-8")
    described = re.search(r"The members of diff[^\n]*\n(.*?)So far the members of diff", manual, re.DOTALL).group(1)
    expect_equal(re.findall(r"^\.B (\w+)$", described, re.MULTILINE), list(diff(p, OLD, NEW)), "members")


def for_people(p):
    said = p.run("diff", OLD, NEW, status=1).stdout.decode()
    for part in ("[-ستة-]{+عشرة+}", "spelling (digits)", "inserted: 2", "[~وكان الجسر", "1 paragraph unchanged"):
        expect(part in said, part, said)
    files = [p.file(name, text) for name, text in (("few", "One.\n\nThe old bridge fell.\n"),
                                                   ("more", "One.\n\nThe old stone bridge fell.\n\nThree came.\n"))]
    heads = [line for line in p.run("diff", *files, status=1).stdout.decode().splitlines() if "→" in line]
    expect_equal([head.split("  ")[1] for head in heads], ["changed: inserted", "inserted"], "a word that came, and a paragraph")
    wide = p.run("diff", OLD, NEW, "--width", "100", status=1).stdout.decode()
    expect(" │ " in wide, "beside each other")
    narrow = p.run("diff", OLD, NEW, "--width", "30", status=1).stdout.decode()
    expect(" │ " not in narrow, "below each other")
    for line in narrow.splitlines():
        if "→" not in line and not line.startswith(("---", "+++", "inserted:", "(")):
            expect(len(re.sub("[\u064b-\u0652]", "", line)) <= 30, "width", line)


def hostile(p):
    evil = b"a \x1b[2J\x1b]0;x\x07 b \xe2\x80\xae c \xe2\x81\xa6 d\x00".replace(b"\x00", b"")
    one, two = p.file("evil-1.txt", evil + b" end of it.\n"), p.file("evil-2.txt", b"other " + evil + b" end of that.\n")
    for args in ((), ("--width", "60")):
        said = p.run("diff", one, two, *args, status=1).stdout
        expect(b"\x1b" not in said and b"\x07" not in said and b"\xe2\x80\xae" not in said, "made safe", args, said)
    seen, code = p.on_terminal("diff", one, two)
    expect(code == 1 and b"\x1b]0;" not in seen and b"\x07" not in seen, "made safe for a terminal", code, seen)
    is_sound(diff(p, one, two), stream(one.read_bytes()), stream(two.read_bytes()))
    bad = p.file("bad.txt", b"a \xff b\n")
    p.refuses(3, ["not valid UTF-8"], "diff", bad, OLD)
    lossy = json.loads(p.run("diff", "--json", "--lossy", bad, OLD, status=1).stdout)
    is_sound(lossy, "a \ufffd b\n", stream(open(OLD, "rb").read()))
    large = p.file("large.txt", b"word " * (9 << 18))
    p.refuses(3, ["too large"], "diff", large, OLD)
    p.refuses(3, ["no such file"], "diff", "nowhere.txt", OLD)
    p.refuses(2, ["both are standard input"], "diff", "-", "-")
    p.refuses(2, ["--width"], "diff", OLD, NEW, "--width", "1")
    empty = p.file("empty.txt", b"")
    is_sound(diff(p, empty, OLD), "", stream(open(OLD, "rb").read()))


def a_megabyte(p):
    rng = random.Random(5)
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    vocabulary = ["".join(rng.choice(letters) for _ in range(rng.randint(2, 8))) for _ in range(5000)]
    old = [" ".join(rng.choice(vocabulary) for _ in range(20)) + "." for _ in range(5500)]
    new = list(old)
    for index in rng.sample(range(len(new)), 40):
        new[index] = new[index].replace(" ", " كلمة ", 1)
    files = [p.file(f"long-{n}.txt", "\n".join(lines).encode()) for n, lines in enumerate((old, new))]
    expect(files[0].stat().st_size > 900_000, "a megabyte")
    begun = time.monotonic()
    found = diff(p, *files)
    expect(time.monotonic() - begun < 5, "in a moment")
    is_sound(found, "\n".join(old), "\n".join(new))
    expect_equal((found["counts"]["inserted"], found["counts"]["changes"], found["coarse"]), (40, 40, False))
    begun = time.monotonic()
    other = p.file("other.txt", "\n".join(" ".join(rng.choice(letters) * 5 for _ in range(20)) for _ in range(4000)).encode())
    found = diff(p, files[0], other)
    expect(time.monotonic() - begun < 10, "wholly different ones in a moment too")
    is_sound(found, "\n".join(old), stream(other.read_bytes()))


def a_line_of_many_changes(p):
    """No line is looked through anew for each of its changes."""
    said = [f"alpha beta gamma delta epsilon zeta eta theta iota kappa {i}." for i in range(10000)]
    old = " ".join(said)
    new = " ".join(sentence.replace("gamma delta", "delta gamma").replace("zeta eta", "eta zeta") for sentence in said)
    files = [p.file(f"line-{n}.txt", text.encode()) for n, text in enumerate((old, new))]
    begun = time.monotonic()
    found = diff(p, *files)
    expect(time.monotonic() - begun < 5, "in a moment")
    is_sound(found, old, new)
    expect(found["counts"]["changes"] >= 20000, "each of its changes", found["counts"])


for case in (two_versions, nothing_differs, versions_of_a_project, the_manual_has_the_members, for_people, hostile, a_megabyte,
             a_line_of_many_changes):
    with program() as p:
        case(p)
finish()
