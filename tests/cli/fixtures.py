# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixtures still hold what the tests that read them count on.

An editor that ends a last line, drops a control or turns a quotation mark makes those tests pass for
nothing; and hostile.txt must be what its script writes, or nobody knows what is in it.
"""
import os
import re
import subprocess
import sys
import tempfile

FIXTURES = os.path.join(os.environ.get("srcdir", "."), "tests", "fixtures")
GENERATED = ["hostile.txt", "hostile-bytes.txt", "binary.dat"]

# file: patterns that its text has to match somewhere
HOLDS = {
    "ar-report.txt": [
        r"\ANawrat\n\n[^\n]+\.\. ", "أهلًا", "لِأَنَّ", "\n  • ", "\n  ▪ ", "\n1\\. ", "\n– ", " ــ ",
        "بـ”[^“]+“", r"\[1\]", r"\(2\)", r"https://[!-~]{250,}", r"%D8%", "أكتوبر2024", "…",
        r"\n\[1\] [A-Z][^\n]+https://", "\nاقرأ أيضًا\n", r"Scroll to Top\Z",
    ],
    "ar-second.txt": [r"\A[\u0621-\u064a][^\n]+\n\n", "بأنه ”", "[0-9]", "[٠-٩]", r"\n\Z"],
    "crlf.txt": [r"\A\ufeff", "\r\n\r\n", "[^\r\n]\r[^\r\n]", "\r\r\n", "[^\r]\n", r"\r\Z"],
    "en.txt": ["“[^”]+”", '"[^"]+"', r"Dr\. ", r"Nov\. ", r"\.\.\. ", r"\$4\.50"],
    "fa.txt": ["\u200c", "[۰-۹]", "٫", "٪", "ۀ|هٔ", "[پچژگ]", "ک", "ی"],
    "he.txt": ["[\u05d0-\u05ea][\u05b0-\u05bc]", "״", "׳", "־", r"\("],
    "mixed.txt": [
        r"C\+\+", "10-20", r"50\$", r"\(John \(Jr\.\)\)", "\t", "\u200d", "[\U0001f1e6-\U0001f1ff]{2}",
        "\ufe0f", "\U0001f3fd", "[\u4e00-\u9fff]", "[\uac00-\ud7a3]", "[ێۆڕڵ]", "[ښځډړ]", "[\u05d0-\u05ea]",
    ],
    "ur.txt": ["[ٹڈڑ]", "[ہھے]", "۔", "[۰-۹]", "٬", "’’[^‘]+‘‘"],
    "hostile.txt": ["\n[^\n ]{5000}\n", "\u202e", "\n\u064e"],
}

faults = []


def expect(truth, *words):
    if not truth:
        faults.append(" ".join(str(word) for word in words))


def read(name):
    with open(os.path.join(FIXTURES, name), "rb") as file:
        return file.read()


def check_generated():
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(FIXTURES, "make-hostile.py")
        subprocess.run([sys.executable, "-B", script, folder], check=True)
        for name in GENERATED:
            with open(os.path.join(folder, name), "rb") as file:
                expect(file.read() == read(name), name, "is not what make-hostile.py writes")


def check_hostile():
    text = read("hostile.txt").decode("utf-8")
    wanted = [*range(1, 0x20), 0x7F, *range(0x80, 0xA0), 0x61C, 0x200E, 0x200F, 0x2028, 0x2029,
              *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xAD, 0xFEFF, *range(0x600, 0x606), 0x6DD,
              0x3164, 0x115F, 0xFFA0, 0x2800, 0xFDFA, 0xFDFD, 0xE0041, 0xFE0F, 0xFFFF, 0x10FFFF]
    for cp in wanted:
        expect(chr(cp) in text, "hostile.txt lacks U+%04X" % cp)
    expect("\0" not in text, "hostile.txt has a NUL and would be refused as binary")
    expect(re.search("[\u064b-\u065f\u0610-\u061a\u06d6-\u06dc\u0670]{40}", text), "no stack of 40 marks")
    for name in ("\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"):
        expect(name * 130 in text, "U+%04X is not nested 130 deep" % ord(name))


def check_bytes():
    raw = read("hostile-bytes.txt")
    expect(b"\0" not in raw, "hostile-bytes.txt has a NUL")
    for bad in (b"\x9b2J", b"\xc0\xaf", b"\xe0\x80\x9b", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff"):
        expect(bad in raw, "hostile-bytes.txt lacks", bad)
    expect(raw.endswith(b"\xd8"), "hostile-bytes.txt does not end in half a letter")
    expect(b"\0" in read("binary.dat"), "binary.dat has no NUL")
    try:
        raw.decode("utf-8")
        expect(False, "hostile-bytes.txt is valid UTF-8")
    except UnicodeDecodeError:
        pass


def main():
    for name, patterns in HOLDS.items():
        text = read(name).decode("utf-8")
        for pattern in patterns:
            expect(re.search(pattern, text), name, "no longer holds", ascii(pattern))
    check_generated()
    check_hostile()
    check_bytes()
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
