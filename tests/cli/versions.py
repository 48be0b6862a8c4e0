# SPDX-License-Identifier: GPL-3.0-or-later
"""A changed article that is imported again is a version: highlights are carried over, and none is lost."""
import shutil

from program import FIXTURES, expect, expect_equal, finish, program

# What is marked in the first version; where it is in the second: "exact", the text there, or None for nowhere.
ENGLISH = [
    ("Water board shuts the Hollin sluice", "exact"),
    ("a crack as long as a rowing boat", "moved"),
    ("The board declined to say how long the work would take.", "moved"),
    ('"Nobody downstream needs to worry," said the chief engineer',
     '"Nobody downstream need worry," said the chief engineer'),
    ("The board declined to say whether it had any of the three.", None),
    ("The repairs are to cost 2.4 million", "The repairs are to cost 3.1 million"),
    ("An earlier plan, to replace both gates at once, was dropped in the winter for want of money.", None),
    ("a queue of two days. 🚤", "moved"),
    ("Residents can read the divers' report", "moved"),
]
ARABIC = [
    ("إغلاق جسر المرجان", "exact"),
    ("بعد أن أظهر فحصٌ أُجري ليلًا شقًّا في الدعامة الثالثة", "بعد ان اظهر فحص اجري ليلا شقا في الدعامة الثالثة"),
    ("ولم تُحدّد البلدية موعدًا لإعادة فتحه.", "moved"),
    ("ولم تُحدّد البلدية موعدًا للرد عليهم.", None),
    ("٤ عبّارات بين الضفتين، تنقل كلٌّ منها ٣٠ راكبًا", "4 عبّارات بين الضفتين، تنقل كلٌّ منها 30 راكبًا"),
    ("وسُمّي باسم بائعة أسماك تبرّعت بخاتمها", "moved"),
    ("ويُنشر تقرير الفحص كاملًا", None),
]


def mark_all(p, article, cases):
    return [p.out("highlight", article, "--quote", quote, "--tag", f"t/{number % 3}", "--note", f"note {number}").strip()
            for number, (quote, _) in enumerate(cases)]


def proves(p):
    """Every row of an export stands where it says, on both versions."""
    for row in p.rows():
        text = p.run("text", row["document_id"], status=0).stdout.decode()
        expect_equal(text[int(row["start"]):int(row["end"])], row["content"], "content")
        expect(row["anchor_state"] in ("exact", "moved"), "a row of an export has a place")
    expect_equal(p.json("check", "--json")["failed"], 0, "check")


def carries(p, language, cases):
    path = p.folder / f"{language}.txt"
    shutil.copy(FIXTURES / f"version-{language}-1.txt", path)
    first = p.json("import", path, "--json")[0]
    expect_equal((first["existing"], first["version_of"]), (False, ""), "the first time")
    ids = mark_all(p, first["number"], cases)
    before = p.json("highlight", "list", first["number"], "--json")
    p.out("--coder", "second", "tag", "on", ids[0], "of/another")
    claim = p.out("claim", "add", f"A claim of {language}").strip()
    p.out("--coder", "second", "claim", "link", claim, ids[1], "--stance", "disagree", "--speaker", "ن. قائل")
    other = p.out("claim", "add", f"Another claim of {language}").strip()
    p.out("claim", "absent", other, first["number"])
    expect_equal(p.json("import", path, "--json")[0]["existing"], True, "the same text again")

    shutil.copy(FIXTURES / f"version-{language}-2.txt", path)
    version = p.json("import", path, "--json")[0]
    expect_equal((version["existing"], version["version_of"]), (False, first["id"]), "another text")
    wanted = {kind: [quote for quote, now in cases if now == kind] for kind in ("exact", "moved", None)}
    n_changed = len(cases) - sum(map(len, wanted.values()))
    expect_equal(version["exact"], len(wanted["exact"]), "exact", language)
    expect_equal(version["moved"], len(wanted["moved"]) + n_changed, "moved", language)
    expect_equal(version["n_highlights"], version["exact"] + version["moved"], "highlights", language)
    expect_equal(sorted(o["exact"] for o in version["orphans"]), sorted(wanted[None]), "orphans", language)

    now = p.json("highlight", "list", version["number"], "--json")
    expect_equal(sorted(h["exact"] for h in now),
                 sorted(quote if kind in ("exact", "moved") else kind for quote, kind in cases if kind), "the copies")
    for copy in now:
        expect_equal(len(copy["notes"]), 1, "its note came along")
        expect(copy["tags"], "its tags came along")
        expect_equal(copy["created_at"], next(h["created_at"] for h in before if h["notes"] == copy["notes"]), "its time")
    expect_equal([tag["coder"] for copy in now for tag in copy["tags"] if tag["tag"] == "of/another"], ["second"],
                 "what another coder did")
    mentions = p.json("claim", "show", claim, "--json")["mentions"]
    expect_equal(sorted((m["article"], m["coder"], m["stance"], m["speaker"]) for m in mentions),
                 sorted((a["id"], "second", "disagree", "ن. قائل") for a in (first, version)), "mentions came along")
    expect_equal([a["article"] for a in p.json("claim", "show", other, "--json")["absent"]], [first["id"]],
                 "what was looked for in the older text was not looked for in the new one")
    kept = p.json("highlight", "list", first["number"], "--json")
    expect_equal([(h["id"], h["exact"], h["anchor_state"]) for h in kept],
                 [(h["id"], h["exact"], "exact") for h in before], "the older version stays as it was")
    proves(p)
    return first["number"], version


def undoes(p, version):
    listing, review = p.json("highlight", "list", "--json"), p.json("review", "--json")
    p.out("undo")
    expect(all(row["number"] != version["number"] for row in p.json("list", "--json")), "one undo takes it back")
    expect(all(item["number"] != version["number"] for item in p.json("review", "--json")), "with its orphans")
    p.out("redo")
    expect_equal(p.json("highlight", "list", "--json"), listing, "and one redo brings all of it back")
    expect_equal(p.json("review", "--json"), review, "orphans too")


def is_reviewed(p, version):
    number = version["number"]
    items = p.json("review", number, "--json")
    moved = [item for item in items if item["state"] == "moved"]
    orphans = [item for item in items if item["state"] == "orphan"]
    expect_equal((len(moved), len(orphans)), (version["moved"], len(version["orphans"])), "what is left")
    for item in moved:
        expect_equal(item["score"] == 1, item["old"]["exact"] == item["now"]["exact"] and item["score"] > .99, "score")
        expect(0 < item["score"] <= 1, "a score is in 0..1")
    p.refuses(2, ["place"], "review", "--accept", orphans[0]["id"])
    p.refuses(1, ["nothing was found"], "review", "--accept", "0123456789")
    p.refuses(2, ["--start"], "review", "--place", orphans[0]["id"])
    p.out("review", "--accept", moved[0]["id"], "--reject", moved[1]["id"][:13])
    expect_equal(len(p.json("review", number, "--json")), len(items) - 2, "two are decided")
    states = {h["id"]: h["anchor_state"] for h in p.json("highlight", "list", number, "--json")}
    expect_equal(states[moved[0]["id"]], "exact", "what is accepted")
    expect(moved[1]["id"] not in states, "what is rejected is gone")
    p.out("undo"), p.out("undo")
    expect_equal(p.json("review", number, "--json"), items, "both can be undone")

    p.out("review", number, "--accept", "all", "--least", "99")
    left = p.json("review", number, "--json")
    expect(left and all(item["score"] < .99 for item in left), "only the unsure ones are left")
    p.out("review", "--place", orphans[0]["id"], "--start", "3", "--end", "9")
    placed = [h for h in p.json("highlight", "list", number, "--json") if h["id"] == orphans[0]["id"]]
    text = p.run("text", number, status=0).stdout.decode()
    expect_equal([(h["exact"], h["anchor_state"], len(h["notes"])) for h in placed], [(text[3:9], "exact", 1)], "an orphan")
    p.out("review", "--reject", orphans[1]["id"])
    p.out("review", number, "--accept", "all")
    ids = [item["id"] for item in p.json("review", number, "--json")]
    expect_equal(ids, [o["id"] for o in orphans[2:]], "orphans stay until somebody decides")
    proves(p)


def goes_on_to_a_third(p, language, second):
    """What had no place in the second version may have one in the third."""
    path = p.folder / f"{language}.txt"
    first_text = (FIXTURES / f"version-{language}-1.txt").read_text()
    path.write_text(first_text + "One more line.\n")
    third = p.json("import", path, "--json")[0]
    expect_equal(third["version_of"], second["id"], "a version of the latest")
    expect_equal(third["orphans"], [], "the orphan has its place again")
    rows = {row["number"]: (row["version"], row["versions"]) for row in p.json("list", "--json")}
    expect_equal(rows[third["number"]], (3, 3), "it is the third of three")
    proves(p)


def is_told(p):
    """By path, by address, by --version-of; or not, where somebody says so."""
    p.file("told.txt", "One thing is told here.\n")
    p.file("elsewhere.txt", "One thing is told here, and another.\n")
    first = p.json("import", "told.txt", "--url", "https://told.example/1", "--outlet", "The Teller", "--json")[0]
    p.out("highlight", first["number"], "--quote", "One thing")
    by_url = p.json("import", "elsewhere.txt", "--url", "https://told.example/1", "--json")[0]
    expect_equal((by_url["version_of"], by_url["exact"]), (first["id"], 1), "by address")
    expect_equal([a["outlet"] for a in p.json("list", "--json") if a["number"] == by_url["number"]], ["The Teller"],
                 "what nobody said anew holds")
    p.file("told.txt", "One thing is told here again.\n")
    alone = p.json("import", "told.txt", "--new", "--json")[0]
    expect_equal(alone["version_of"], "", "--new")
    p.file("third.txt", "One thing was told there.\n")
    bare = p.json("import", "third.txt", "--version-of", by_url["number"], "--no-carry", "--json")[0]
    expect_equal((bare["version_of"], bare["exact"], bare["moved"], bare["orphans"]), (by_url["id"], 0, 0, []),
                 "--version-of, --no-carry")
    p.file("of-nothing.txt", "A version of nothing.\n")
    p.refuses(1, ["nothing was found"], "import", "of-nothing.txt", "--version-of", "99")
    p.out("import", "-", stdin=b"From a pipe.\n")
    expect("version" not in p.out("import", "-", stdin=b"From another pipe.\n"), "standard input is no path")
    said = p.out("import", "third.txt")
    expect("already there" in said, "the same text is said to be there")


def loses_nothing_with_its_first(p):
    """The first version is removed: the others stay, and find their place."""
    rows = p.json("list", "--json")
    root = next(row["number"] for row in rows if row["versions"] == 3 and row["version"] == 1)
    p.out("remove", root)
    left = [row for row in p.json("list", "--json") if row["versions"] == 2]
    expect(len(left) >= 2, "the later versions are still versions")
    p.out("review")
    proves(p)


with program() as p:
    p.file("en.txt", "Not imported.\n")
    _, english = carries(p, "en", ENGLISH)
    _, arabic = carries(p, "ar", ARABIC)
    undoes(p, arabic)
    is_reviewed(p, english)
    is_reviewed(p, arabic)
    goes_on_to_a_third(p, "en", english)
    is_told(p)
    loses_nothing_with_its_first(p)

finish()
