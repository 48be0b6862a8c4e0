# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile texts, made by rule: what a stranger may put into an article, a title, a tag, a note, a path.

Each is bytes, on one line, without NUL and slash, so that it can stand in every sink. Sequences carry MARK where they take a
number, so that one that gets through is told from the program's own.
"""
MARK = "7777"
ESC, BEL = b"\x1b", b"\x07"


def u(*cps):
    """Code points as UTF-8, surrogates too."""
    return "".join(map(chr, cps)).encode("utf-8", "surrogatepass")


def in_words(what):
    """In a Latin and in an Arabic word: the two take different ways through the bidi code."""
    return [b"x" + what + b"y", "سل".encode() + what + "ام".encode()]


def controls():
    for c in [*range(1, 0x20), 0x7F]:
        if c != 0x0A:  # a body has lines; elsewhere below
            yield from in_words(bytes([c]))
            yield bytes([c]) * 3
    for c in range(0x80, 0xA0):
        yield from in_words(u(c))
        yield from in_words(bytes([c]))


# A control string, ended in each way or not at all.
STRINGS = [f"]{n};{MARK}" for n in (0, 1, 2, 4, 7, 8, 9, 10, 11, 12, 13, 22, 50, 52, 104, 110, 133, 633, 697, 701, 777, 1337,
                                     5379)] + [
    f"]50;BidiRenderingEnabled=true{MARK}", f"]52;c;{MARK}", "]52;c;?", f"]1337;File=inline=1:{MARK}",
    f"]8;;https:evil{MARK}", f"P$q{MARK}m", f"P+q544e{MARK}", f"Pq#0;2;0;0;0#{MARK}~~", f"Ptmux;{MARK}", f"P>|{MARK}",
    f"_G{MARK}=24;AAAA", f"^{MARK}", f"X{MARK}"]
PREFIXES = ("", "?", ">", "=", "<")
INTERMEDIATES = ("", " ", "$", "!", "'", "\"", "*", "#")
SINGLE = "cDEHMNOVWXZ6789=>|}~no<"
SPECIAL = (" F", " G", " L", "#3", "#8", "%@", "%G", "(0", "(A", ")0", "*0", "+0", "-A", "$)B", "%!0")
PRIVATE_MODES = (1, 3, 5, 6, 7, 9, 12, 25, 45, 47, 66, 69, 80, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1015, 1016, 1034, 1036,
                 1042, 1047, 1048, 1049, 1243, 2004, 2026, 2027, 2031, 2500, 2501, 9001, 77096)


def eight_bit(sequence):
    """ESC X as its C1 control: a raw byte, and a code point."""
    c1 = sequence[0] + 0x40
    return [bytes([c1]) + sequence[1:], u(c1) + sequence[1:]]


def sequences():
    for n, text in enumerate(STRINGS):
        ends = [BEL, ESC + b"\\", u(0x9C), b"\x9c", b""]
        for end in ends:
            yield ESC + text.encode() + end
        for introduced in eight_bit(text.encode()):
            yield introduced + ends[n % len(ends)]
    for final in range(0x40, 0x7F):
        for prefix in PREFIXES:
            yield ESC + f"[{prefix}{MARK}{chr(final)}".encode()
        for intermediate in INTERMEDIATES[1 + final % 4::4]:
            yield ESC + f"[{MARK}{intermediate}{chr(final)}".encode()
        yield from eight_bit(f"[{MARK}{chr(final)}".encode())
        yield "سلام".encode() + ESC + f"[{MARK}{chr(final)}".encode() + "سلام".encode()
    for mode in PRIVATE_MODES:
        for final in "hl":
            yield ESC + f"[?{mode};{MARK}{final}".encode()
    for single in SINGLE:
        yield b"x" + ESC + single.encode() + b"y"
    for special in SPECIAL:
        yield b"x" + ESC + special.encode() + b"y"
    for query in ("[c", "[0c", "[>c", "[=c", "[5n", "[6n", "[?6n", "[>0q", "[?2004$p", "[8$p", "[18t", "[21t", "[x", "[?1$r", "[8h", "[8l",
                  "[1 k", "[2 k", "[20h", "[4h", "[!p", "[?1049h", "[?1049l", "[2J", "[3J", "[H", "[r", "[s", "[u", "[0m", "[31m"):
        yield ESC + query.encode()
        yield ESC + ESC + query.encode()


def overlong(cp):
    return [bytes([0xC0 | cp >> 6, 0x80 | cp & 0x3F]), bytes([0xE0, 0x80 | cp >> 6, 0x80 | cp & 0x3F]),
            bytes([0xF0, 0x80, 0x80 | cp >> 6, 0x80 | cp & 0x3F])]


def ill_formed():
    for cp in (0, 7, 8, 9, 0x0A, 0x0D, 0x0E, 0x1B, 0x2F, 0x41, 0x7F):
        for form in overlong(cp):
            yield b"x" + form + b"[" + MARK.encode() + b"m"
    for first in range(0xD800, 0xE000, 0x100):
        yield b"x" + u(first) + b"y"
    yield b"x" + u(0xD83D) + u(0xDE00) + b"y"  # CESU-8
    for lead in (0xC0, 0xC1, *range(0xF5, 0x100)):
        yield bytes([0x78, lead, 0x80, 0x80, 0x80, 0x79])
    yield b"x\xf4\x90\x80\x80y"
    for cut in (b"\xc2", b"\xe2", b"\xe2\x80", b"\xf0", b"\xf0\x9f", b"\xf0\x9f\x98"):
        yield b"x" + cut
        yield b"x" + cut + ESC + f"[{MARK}m".encode()
        yield b"x" + cut + b"\x9b" + f"{MARK}m".encode()
    for lone in range(0x80, 0xC0, 5):
        yield bytes([0x78, lone, lone, 0x79])


MARKS = (0x200E, 0x200F, 0x061C)
EMBEDDINGS = (0x202A, 0x202B, 0x202D, 0x202E)
ISOLATES = (0x2066, 0x2067, 0x2068)
CLOSERS = (0x202C, 0x2069)
BIDI = (*MARKS, *EMBEDDINGS, *ISOLATES, *CLOSERS)


def bidi():
    for cp in BIDI:
        yield from in_words(u(cp))
        yield u(cp) + "abc שלום 12".encode()
        yield "abc שלום 12".encode() + u(cp)
        yield u(*[cp] * 130) + b"x" + "ש".encode()
    for one in BIDI:
        for two in BIDI:
            yield u(one) + "ab שלום".encode() + u(two) + "12 سلام".encode()
    for opener in (*EMBEDDINGS, *ISOLATES):
        for closer in CLOSERS:
            yield u(opener) + b"a(" + u(closer, closer) + "ש)".encode()


def invisible():
    every = [0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x2060, 0x2070),
             0x2800, 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFFC), *range(0x1BCA0, 0x1BCA4),
             *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0), 0xE0FFF,
             *range(0x13430, 0x13440), 0x1D159, 0x3000, 0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x1680]
    for cp in every:
        yield from in_words(u(cp))
        if cp < 0xE0000:
            yield u(cp) + b"x" + u(cp, cp)
    for cp in (0x200B, 0x2060, 0xFEFF, 0x200D, 0xE0041, 0x034F, 0x3164):
        yield b"x" + u(*[cp] * 300) + b"y"
    yield u(0x1F3F4, *range(0xE0061, 0xE007B), 0xE007F)


def lines_and_marks():
    for cp in (0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029):
        yield from in_words(u(cp))
        yield u(cp) * 5
    for mark in (0x300, 0x20E3, 0x64B, 0x651, 0x5B0, 0x0E47, 0x1DC0, 0x20D0, 0xFE20, 0x0489):
        for count in (1, 5, 200):
            yield b"a" + u(*[mark] * count)
        yield u(mark) * 3 + b"x"  # with nothing to sit on


def nonsense():
    for plane in range(17):
        for low in (0xFFFE, 0xFFFF):
            yield b"x" + u(plane << 16 | low) + b"y"
    for cp in range(0xFDD0, 0xFDF0, 3):
        yield b"x" + u(cp) + b"y"
    for cp in (0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0x0378, 0x2FE0, 0x1FFFD, 0xEFFFD):
        yield from in_words(u(cp))


def widths():
    for text in ("中文字", "ｆｕｌｌ", "ﷺ﷽", "한글", "각", "①②±§", "👨‍👩‍👧‍👦", "👍🏽", "🏽", "🇵🇸🇯🇴", "1️⃣", "❤️", "क्षि", "กำ", "ၮ႖", "۝١٢", "؀٣",
                 "لا لَا ل‍ا", "ـــــ", "𝒜𝔘", "𐎠𐎡", "a\u3099", "\u1100\u1161\u11a8" * 9):
        yield text.encode()
        yield ("سلام " + text).encode()


def all_cases():
    """Each once, in an order that stays."""
    made = [*controls(), *sequences(), *ill_formed(), *bidi(), *invisible(), *lines_and_marks(), *nonsense(), *widths()]
    return list(dict.fromkeys(case for case in made if b"\0" not in case and b"/" not in case and b"\n" not in case))
