#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes lexicon-data.c from the lists in lexicon/, beside this script: lexicon-data.py > lexicon-data.c

A list begins with its name in brackets. Its entries are parted by white space, the words of one
entry by _. Those of numbers and dates stand behind what they mean and a colon; a ? after the meaning
says that such a word is mostly another. # begins a comment. Words are written as people write them;
what folds to the same form is one entry.
"""
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
LANGUAGES = ("ar", "fa", "ur", "he", "en", "fr", "ru", "de", "es", "tr")  # as in language.def
LISTS = ("stop", "connective", "saying", "title", "time", "source",
         "more", "less", "about", "part", "measure", "numbered", "clock",
         "half", "amount", "counted", "dated", "event")  # as in lexicon.h
WHOLE = "whole"
PHRASE_BEGINS = 1 << len(LISTS)
KINDS = ("number", "scale", "ordinal", "dual", "month", "weekday", "percent", "and",
         "pair", "thousands", "fraction")  # as in lexicon-data.h
RARE = 1 << 15
VALUE_BITS = 11
MOST_WORDS = 4  # LEXICON_PHRASE

LETTERS = dict(zip("آأإٱؤئىیےۓکڪہھۂۃۀەةںڤګۇۆۋךםןףץё",
                   "ااااويييييككهههههههنفگوووכמנפצе"))


def fold(word):
    """As form_of() folds it."""
    word = unicodedata.normalize("NFC", word.lower().replace("i\u0307", "i"))
    return "".join(LETTERS.get(c, c) for c in word
                   if c not in "\u0640\u200c\u200d\"'״׳" and unicodedata.category(c) != "Mn")


def split(path):
    """(list, meaning or None, entry) of all in a file."""
    section = None
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            section = line.strip("[]")
            continue
        meaning, colon, rest = line.rpartition(":")
        for entry in rest.split():
            yield section, meaning.strip() if colon else None, entry


def add(table, key, bits):
    table[key] = table.get(key, 0) | bits


def duals(noun):
    """ساعة: ساعتان ساعتين; their number is 1 where the noun ends in ة, else 0."""
    base = noun[:-1] + "ت" if noun.endswith("ة") else noun
    return base + "ان", base + "ين"


def read(language):
    words, numbers = {}, {}
    for section, meaning, entry in split(HERE / "lexicon" / f"{language}.txt"):
        form = fold(entry)
        if form.count("_") >= MOST_WORDS:
            sys.exit(f"{language}: {entry} has too many words")
        if section == "pair":
            # Of a noun with the ending ون in the plural, ين mostly is that: مدنيين
            for dual in duals(entry)[:1] if meaning == "?" else duals(entry):
                numbers.setdefault(fold(dual), KINDS.index(section) << VALUE_BITS | entry.endswith("ة"))
            continue
        if section in KINDS:
            rare = RARE if meaning and meaning.endswith("?") else 0
            code = KINDS.index(section) << VALUE_BITS | int((meaning or "0").rstrip("?")) | rare
            if numbers.setdefault(form, code) != code:
                sys.exit(f"{language}: {entry} means two things")
            continue
        bits = 0 if section == WHOLE else 1 << LISTS.index(section)
        add(words, form, bits | (section == "connective"))
        if "_" in form:
            add(words, form.split("_")[0], PHRASE_BEGINS)
    for phrase in [form for form in numbers if "_" in form]:
        numbers.setdefault(phrase.split("_")[0], len(KINDS) << VALUE_BITS)
    return words, numbers


def array(kind, name, items):
    print(f"\nstatic const {kind} {name}[] = {{")
    line = ""
    for item in items:
        if len(line) + len(item) > 91:
            print("\t" + line)
            line = ""
        line += item + ","
    print("\t" + line + "\n};")


def letters(name, words):
    print(f"\nstatic const char16_t {name}[] =")
    line = ""
    for word in words:
        if len(line) + len(word) > 86:
            print(f'\tu"{line}"')
            line = ""
        line += word
    print(f'\tu"{line}";')


def table(name, entries):
    if not entries:
        return "{0}"
    words = sorted(entries)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    letters(f"{name}_letters", words)
    array("uint16_t", f"{name}_starts", [str(start) for start in starts])
    array("uint32_t", f"{name}_meanings", [f"{entries[word]:#x}" for word in words])
    return f"{{{name}_letters, {name}_starts, {name}_meanings, {len(words)}}}"


def main():
    print("/* SPDX-License-Identifier: GPL-3.0-or-later */")
    print("/* Written by lexicon-data.py from the lists in lexicon/. */")
    print('#include "compare/lexicon-data.h"')
    rows = []
    for language in LANGUAGES:
        words, numbers = read(language)
        rows.append((table(f"{language}_words", words), table(f"{language}_numbers", numbers)))
    print("\nconst struct lexicon_data lexicon_data[LANGUAGE_COUNT] = {\n\t[LANGUAGE_OTHER] = {{0}, {0}},")
    for row in rows:
        print(f"\t{{{row[0]},\n\t {row[1]}}},")
    print("};")


if __name__ == "__main__":
    main()
