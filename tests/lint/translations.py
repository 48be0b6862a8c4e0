# SPDX-License-Identifier: GPL-3.0-or-later
"""Each translation compiles, keeps its format directives, and Arabic has its six plural forms."""
import subprocess

import lint

PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
}


def check(root):
    for language in " ".join(lint.lines(root / "po" / "LINGUAS")).split():
        path = root / "po" / f"{language}.po"
        if not path.exists():
            yield f"po/{language}.po: missing, though po/LINGUAS names it"
            continue
        done = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(path)],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            yield f"po/{language}.po: {done.stderr.strip()}"
        if PLURALS.get(language, "") not in path.read_text(encoding="utf-8"):
            yield f"po/{language}.po: the plural forms must be {PLURALS[language]}"


def catalogue(plurals, entry=""):
    fields = ("Project-Id-Version: x", "Language: ar", "MIME-Version: 1.0",
              "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
              "PO-Revision-Date: 2026-01-01 00:00+0000", "Last-Translator: x", "Language-Team: x",
              f"Plural-Forms: {plurals}")
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields) + entry


CLEAN = {"po/LINGUAS": "ar\n", "po/ar.po": catalogue(PLURALS["ar"])}
PLANTS = (
    ("a language that is not there", {"po/LINGUAS": "ar he\n"}),
    ("two plural forms", {"po/ar.po": catalogue("nplurals=2; plural=n != 1;")}),
    ("a lost directive", {"po/ar.po": catalogue(
        PLURALS["ar"], '\n#, c-format\nmsgid "%d of %d"\nmsgstr "%d"\n')}),
)

if __name__ == "__main__":
    lint.main(check, CLEAN, PLANTS)
