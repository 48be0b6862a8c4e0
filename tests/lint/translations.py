# SPDX-License-Identifier: GPL-3.0-or-later
"""Each translation is whole, compiles, keeps its format directives, and Arabic has its six plural forms."""
import os
import re
import subprocess

import lint

PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
}
# What msgfmt --statistics says beside "12 translated messages".
UNFINISHED = re.compile(r"\d+ (fuzzy translation|untranslated message)")


def unwrapped(text):
    """With the strings that msgmerge broke into several lines in one."""
    return text.replace('"\n"', "")


def check(root):
    for language in " ".join(lint.lines(root / "po" / "LINGUAS")).split():
        path = root / "po" / f"{language}.po"
        if not path.exists():
            yield f"po/{language}.po: missing, though po/LINGUAS names it"
            continue
        done = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", str(path)],
                              capture_output=True, text=True, check=False, env=dict(os.environ, LC_ALL="C"))
        said = done.stderr.strip()
        if done.returncode != 0 or UNFINISHED.search(said):
            yield f"po/{language}.po: {said}"
        if PLURALS.get(language, "") not in unwrapped(path.read_text(encoding="utf-8")):
            yield f"po/{language}.po: the plural forms must be {PLURALS[language]}"


def catalogue(plurals, entry=""):
    fields = ("Project-Id-Version: x", "Language: ar", "MIME-Version: 1.0",
              "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
              "PO-Revision-Date: 2026-01-01 00:00+0000", "Last-Translator: x", "Language-Team: x",
              f"Plural-Forms: {plurals}")
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields) + entry


WORD = '\nmsgid "word"\nmsgstr "كلمة"\n'
CLEAN = {"po/LINGUAS": "ar\n", "po/ar.po": catalogue(PLURALS["ar"], WORD)}
PLANTS = (
    ("a language that is not there", {"po/LINGUAS": "ar he\n"}),
    ("two plural forms", {"po/ar.po": catalogue("nplurals=2; plural=n != 1;")}),
    ("a lost directive", {"po/ar.po": catalogue(
        PLURALS["ar"], '\n#, c-format\nmsgid "%d of %d"\nmsgstr "%d"\n')}),
    ("a message without a translation", {"po/ar.po": catalogue(
        PLURALS["ar"], WORD + '\nmsgid "end"\nmsgstr ""\n')}),
    ("a translation that msgmerge guessed", {"po/ar.po": catalogue(
        PLURALS["ar"], "\n#, fuzzy" + WORD)}),
)

if __name__ == "__main__":
    lint.main(check, CLEAN, PLANTS)
