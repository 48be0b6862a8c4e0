# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's list of letters that have no joined forms is what the database says; GENERATE=1 writes it."""
import os
import re
import sys

import ucd

if ucd.why_not():
    print(ucd.why_not())
    sys.exit(77)

import rows

PAGE = os.path.join(os.environ.get("srcdir", "."), "man", "hashiya.1")
SECTION = re.compile(r'(?<=letters.py \(GENERATE=1\)\.\n).*?(?=^\.\\" To here\.$)', re.MULTILINE | re.DOTALL)

# The letters that each is written with.
ALPHABETS = {
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىٱ",
    "Persian": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءآأؤئةۀ",
    "Urdu": "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےآأؤئۂۃۓ",
    "Kurdish (Sorani)": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهھەیێ",
    "Pashto": "ابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼهویېيۍئءآأؤة",
    "Sindhi": "ابٻپڀتٿٽٺثجڄڃچڇحخدڌڏڊڍذرڙزسشصضطظعغفڦقڪکگڳڱلمنڻوھهءيآئ",
    "Uyghur": "اەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيئ",
}


def lacks(letter):
    """The forms that its joining type asks for and the database has not."""
    wanted = {"D": rows.FORMS, "R": ("isolated", "final")}.get(rows.JOINING[letter], ())
    return [form for form in wanted if (letter, form) not in rows.FORM]


def entry(letter):
    missing = lacks(letter)
    has = [form for form in rows.FORMS if (letter, form) in rows.FORM]
    only = f" (has {' and '.join(has)})" if has else ""
    return f"\\[u{ord(letter):04X}] U+{ord(letter):04X}{only}" if missing else None


def section():
    lines = []
    for language, alphabet in ALPHABETS.items():
        entries = [words for words in map(entry, sorted(alphabet)) if words]
        lines += [".TP", language, *[f"{words}," for words in entries[:-1]], *(entries[-1:] or ["none"])]
    return "".join(f"{line}\n" for line in lines)


def main():
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    made = SECTION.sub(lambda _: section(), page)
    if os.environ.get("GENERATE"):
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(made)
    written = SECTION.findall(page)
    if made != page or not written:
        print("man/hashiya.1: the letters without joined forms are:\n" + section())
    without = {language: "".join(filter(lacks, alphabet)) for language, alphabet in ALPHABETS.items()}
    for language, letters in without.items():
        print(f"{language}: {letters or 'all have forms'}")
    sys.exit(made != page or not written or bool(without["Arabic"] + without["Persian"]))


main()
