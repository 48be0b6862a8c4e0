# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs as people write them, where scripts, numbers and signs meet, and now and then as nobody does."""
import random

import rows
import uax9
import ucd

ARABIC = "سلام الله أهلًا لأن الإعلام لِأَنَّ مُحَمَّدٌ القمة الرئيس قال اليوم مؤتمر آخر لا إلا الآن بلا إلى على شيء مسؤول قارئ هٰذا ذٰلك رَحْمٰن د. وبعد فلأجله كلا لألأ بـ ـة".split()
PERSIAN = "می‌خواهم کتاب‌ها گفت‌وگو رئیس‌جمهور پژوهش چگونه خانهٔ گچ ژاله نمی‌شود تهران این‌که ایران، پیِ".split()
URDU = "یہ کتاب ہے۔ ہاں پاکستان میں ٹرین ڑ ڈاک جنھیں کھڑے آؤ گئے ہؤا زندگی‌ٔ ماں لیۓ ۃ ۂ ﷺ".split()
HEBREW = "שלום שָׁלוֹם ירושלים של־ צה״ל ג׳ירפה בְּרֵאשִׁית ₪50 (כך) הַ״מֶּלֶךְ".split()
SORANI = "ئەم پەرتووکە ساڵی چاپ کراوە ڕۆژنامەکان دەڵێن ژمارەی ڵ ڤ ێک".split()
PASHTO = "ښځه ډېر ړوند ږغ ګڼ ټول څوک ځای پښتو ۍ ئ کړئ لوېدیځ".split()
SINDHI = "سنڌي ٻولي ڄاڻ ڪتاب ٿيڻ ڏينهن ڍنڍ ڀاءُ ڦل ڱ ڙ ۽ ۾ ٺهي ڳوٺ ڇو".split()
UYGHUR = "ئۇيغۇر تىلى ئۆي كۈن ۋە ئېلىپبە گېزىت ھۆججەت خەۋەر مەكتەپ قەغەز نەشرىيات".split()
LATIN = "The summit of (Anchorage) said e.g. C++ Ångström café naïve U.S. don't well-known and/or x=1".split()
GREEK_AND_MORE = "Καλημέρα мир Привет naïve\u0301 हिन्दी தமிழ் ภาษาไทย 한국어 각 Ω".split()
CJK = "中文 峰会。 日本語、 「会談」 ﾊﾝｶｸ ＡＢＣ 東京タワー ゃ々".split()
VOCABULARIES = (ARABIC, PERSIAN, URDU, HEBREW, SORANI, PASHTO, SINDHI, UYGHUR, LATIN, GREEK_AND_MORE, CJK)
LANGUAGES = (("ar", ARABIC), ("ar", ARABIC), ("fa", PERSIAN), ("ur", URDU), ("he", HEBREW), ("ku", SORANI), ("ps", PASHTO),
             ("sd", SINDHI), ("ug", UYGHUR), ("en", LATIN), ("en", LATIN))

QURANIC = ("بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ ۝ ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَـٰلَمِينَ ۝٢ مَـٰلِكِ يَوْمِ ۝٣ قُلْ هُوَ ٱللَّهُ أَحَدٌ ۝ ۞ لَّمْ يَلِدْ وَلَمْ يُولَدْ ۛ بِهِۦ لَهُۥ ٱلصَّلَوٰةَ "
           "ءَامَنُوا۟ أُو۟لَـٰٓئِكَ رَءَا ٱلْـَٔاخِرَةِ إِلَـٰهٌ ۗ وَٱلَّيْلِ ۩ لَأَا۟ذْبَحَنَّهُۥٓ").split()
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0670\u06d6\u06db\u06df\u06e1\u06e2\u06e4\u06ed\u08f0\u08f1\u08d3\u08e3\ufe20\u0610"
POINTS = "\u05b0\u05b4\u05b8\u05bc\u05c1\u0591\u05bf"
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
BRACKETS = ("()", "[]", "{}", "<>", "«»", "‹›", "﴾﴿", "“”", "‘’", "„“", '""', "''", "”“", "»«", "〈〉", "「」", "⟦⟧", "⁅⁆", "（）", "\u2329\u232a")
ENDS = (".", "،", "؛", "؟", "!", "…", ":", ",", ";", "۔", "?", "..", " –", " —", " -", "ـــ", "٬", "·", "।", "、", "。")
JOINERS = ("\u200c", "\u200d", "\u200c\u200d", "\u200d\u200c", "\u0640", "\u0640\u0640\u0640", "\u200b", "\u2060", "\u00ad", "\u034f", "\u061c", "\ufeff", "\u200f", "\u200e")
EMOJI = ("👍", "👍🏽", "👨‍👩‍👧", "👩🏽‍🚀", "❤️", "❤", "🇸🇦", "🇵🇸🇮🇷", "🇬", "1️⃣", "#️⃣", "☎", "✅", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏳️‍🌈", "😀😀", "🤦🏻‍♂️", "©️", "⚠️", "🏽")
INITIATORS = ("\u2066", "\u2067", "\u2068", "\u202a", "\u202b", "\u202d", "\u202e")
SPACES = (" ", " ", " ", " ", " ", " ", "  ", "\u00a0", "\u202f", "\t", "\u2003", "\u3000", "\u2028", "   ", "\u2009", "\u200b", "\t\t")
CURRENCIES = "$€£¥₪﷼₺%٪؉‰°№±"


def characters(*ranges):
    """Those of the ranges that Unicode 14 has, which is what the libraries know."""
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1)
                   if ucd.is_assigned(chr(code), (14, 0)))


LETTERS = "".join(char for char in characters((0x0620, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08C9))
                  if rows.JOINING[char] in "RDC")
ARABIC_BLOCKS = characters((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFBFF), (0xFDCF, 0xFDCF),
                           (0xFDF0, 0xFDFF), (0xFE70, 0xFEFF))
SCRIPTS = characters((0x0590, 0x05F4), (0x0700, 0x074F), (0x0780, 0x07B1), (0x07C0, 0x07FF), (0x0840, 0x085E),
                     (0x1E900, 0x1E95F), (0x0900, 0x097F), (0x1100, 0x1130), (0x1160, 0x1190), (0x11A8, 0x11B0),
                     (0x0E01, 0x0E5B), (0x1800, 0x180E))
SIGNS = characters((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20C0), (0x2100, 0x214F),
                   (0x2190, 0x22FF), (0x2308, 0x230B), (0x27C0, 0x27EF), (0x2980, 0x29FF), (0x3000, 0x301F),
                   (0xFE10, 0xFE6B), (0xFF01, 0xFF65))
CONTROLS = characters((0x2000, 0x200F), (0x2028, 0x2028), (0x202A, 0x202E), (0x2060, 0x2069), (0x01, 0x08), (0x0B, 0x0C),
                      (0x0E, 0x1B), (0x1F, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xFFF9, 0xFFFD), (0xFE00, 0xFE0F))


class Writer:
    def __init__(self, seed):
        self.rng = random.Random(seed)

    def pick(self, choices):
        return self.rng.choice(choices)

    def chance(self, share):
        return self.rng.random() < share

    def some(self, choices, first, last):
        return "".join(self.pick(choices) for _ in range(self.rng.randint(first, last)))

    def number(self):
        digits = self.pick(DIGITS)
        number = self.some(digits, 1, 4)
        while self.chance(.4):
            number += self.pick(".,/:-–٫٬،+*٪ \u00a0\u066b") + self.some(self.pick((digits, digits, self.pick(DIGITS))), 1, 4)
        if self.chance(.3):
            number = self.pick(("", "-", "+", "−", "~", "#")) + number + self.pick(("%", "٪", "°", "$", "€", "‰", "th", "م", "ـ", "'"))
        elif self.chance(.2):
            number = self.pick(CURRENCIES) + self.pick(("", "", " ")) + number
        return number

    def url(self):
        parts = [self.some("abcdefgh-_~", 1, 8) for _ in range(self.rng.randint(1, 4))]
        percent = "".join(f"%{self.rng.randint(0xC2, 0xDF):X}%{self.rng.randint(0x80, 0xBF):X}"
                          for _ in range(self.rng.randint(0, 12)))
        query = self.pick(("", "?q=1&e=" + percent, "#" + percent, "/" + percent + ".html", "/مقال/١٢", "?a[]=1,2;b"))
        return self.pick(("https://", "http://www.", "www.", "mailto:x@", "//")) + ".".join(parts) + "/" + "/".join(parts) + query

    def marked(self, word):
        """With vowels, up to six on a letter, shadda before or after."""
        out = ""
        for char in word:
            out += char
            if rows.JOINING[char] in "RD" and self.chance(.4):
                out += self.pick((self.pick(MARKS), self.some(MARKS, 1, 3), "\u0651" + self.pick(MARKS),
                                  self.pick(MARKS) + "\u0651", self.some(MARKS, 0, 6)))
            elif "\u05d0" <= char <= "\u05ea" and self.chance(.4):
                out += self.some(POINTS, 1, 3)
        return out

    def lam_alef(self):
        between = self.pick(("", self.some(MARKS, 1, 5), self.pick(JOINERS), self.pick(MARKS) + self.pick(JOINERS),
                             self.pick(JOINERS) + self.pick(MARKS), self.pick("\u06e5\u06dd\u08e2")))
        return self.pick(("", "", "ب", "ا", "لا", "ڵ")) + "ل" + between + self.pick("اأإآٱﺎ") + self.some(MARKS, 0, 5)

    def letters(self):
        word = self.some(LETTERS, 1, 7)
        if self.chance(.3):
            k = self.rng.randint(0, len(word))
            word = word[:k] + self.pick(JOINERS) + word[k:]
        return word

    def word(self, vocabulary):
        roll = self.rng.random()
        if roll < .70:
            word = self.pick(vocabulary)
        elif roll < .76:
            word = self.pick(self.pick(VOCABULARIES))
        elif roll < .82:
            word = self.number()
        elif roll < .86:
            word = self.lam_alef()
        elif roll < .89:
            word = self.letters()
        elif roll < .92:
            word = self.pick(QURANIC)
        elif roll < .95:
            word = self.pick(EMOJI) + (self.pick(EMOJI) if self.chance(.3) else "")
        elif roll < .96:
            word = self.url()
        elif roll < .98:
            word = self.date()
        else:
            word = self.some(ARABIC_BLOCKS, 1, 5)
        if self.chance(.08):
            word = self.marked(word)
        if self.chance(.02):
            word = word[:1] + self.pick(JOINERS) + word[1:]
        return word

    def date(self):
        digits = self.pick(DIGITS)
        separator = self.pick("/-.–")
        parts = [self.some(digits, n, n) for n in self.pick(((2, 2, 4), (4, 2, 2), (1, 1, 2)))]
        return self.pick(("", "", "(", "ه")) + separator.join(parts) + self.pick(("", "", "م", ")", "T10:30Z", "هـ"))

    def phrase(self, vocabulary, depth=0):
        parts = []
        for _ in range(self.rng.randint(1, 6)):
            roll = self.rng.random()
            if roll < .1 and depth < 4:
                parts.append(self.enclosed(vocabulary, depth))
            else:
                parts.append(self.word(vocabulary))
            if self.chance(.15):
                parts[-1] += self.pick(ENDS)
        return "".join(part + self.space() for part in parts).rstrip(" ")

    def space(self):
        return " " if self.chance(.93) else self.pick(SPACES)

    def enclosed(self, vocabulary, depth):
        """In brackets or quotes, which may be the wrong ones or not be closed, or between directional controls."""
        inner = self.pick(VOCABULARIES) if self.chance(.4) else vocabulary
        phrase = self.phrase(inner, depth + 1)
        if self.chance(.25):
            start = self.pick(INITIATORS)
            end = ("\u2069" if start >= "\u2066" else "\u202c") if self.chance(.95) else ""
            return start + phrase + end
        start, end = self.pick(BRACKETS)
        mark = self.pick(MARKS) if self.chance(.04) else ""
        return (start + mark if self.chance(.97) else "") + phrase + (end if self.chance(.95) else self.pick(BRACKETS)[1])

    def sentence(self):
        vocabulary = self.pick(LANGUAGES)[1]
        parts = [self.phrase(vocabulary) for _ in range(self.rng.randint(1, 5))]
        return self.pick(("، ", ", ", " ", "؛ ", " – ", ": ")).join(parts) + self.pick(ENDS)

    def soup(self):
        """Any character after any other."""
        pools = (LETTERS, ARABIC_BLOCKS, SCRIPTS, SIGNS, CONTROLS, MARKS, "لاأ", DIGITS[0] + DIGITS[1], "abאב ", " ()[]")
        return self.some([self.pick(self.pick(pools)) for _ in range(40)], 1, 60)

    def paragraph(self):
        if self.chance(.1):
            return self.soup()
        text = " ".join(self.sentence() for _ in range(self.pick((1, 1, 1, 2, 3))))
        if self.chance(.05):
            text = self.pick((" ", "\t", "\u064e", "\u200f", "\u2067", "• ", "- ", "1. ", "١) ", "\u200d", "\u0640")) + text
        if self.chance(.05):
            text += self.pick(("  ", "\t", "\u200d", "\u200f", "\u2028", "\u2069", "\u202c", "\u00a0", "\u064e"))
        return text


def paragraphs(seed, n):
    writer = Writer(seed)
    return [writer.paragraph() for _ in range(n)]


def letters():
    """Each letter that joins, in all its places; lam before it; with marks and joiners."""
    joining = [chr(code) for code in range(0x0600, 0x1F000)
               if rows.JOINING[chr(code)] in "RDLC" and ucd.is_assigned(chr(code), (14, 0))]
    for c in joining:
        yield f"{c} {c}ب ب{c}ب ب{c} ا{c}ب ل{c}ا {c}\u064eب\u0651{c} {c}\u200d \u200d{c} {c}\u200c{c} \u0640{c}\u0640 {c}{c}{c}"
    for char in rows.ALEFS + "\u0671\u0672":
        for n in range(6):
            marks = MARKS[:n]
            yield f"ل{marks}{char}{marks} بل{marks}{char} لل{marks}\u200c{char} ل{marks}\u200d{char} \u202eل{marks}{char}"
            yield f"\u202dبل{marks}{char} \u202cل\u202b{char} ل\u2067{char}\u2069"


def signs():
    """Each character that has a mirror image or is a bracket, where both are seen."""
    for char in sorted({*rows.MIRRORS, *uax9.BRACKETS}):
        other = rows.MIRRORS.get(char, char)
        if ucd.is_assigned(char, (14, 0)):
            yield f"א{char}ab{other}, ({char} ב 1{char}2) ab {char}\u05b0ג{other}"
            yield f"ab {char}גד{other}- (ג {char} b{other}"


def characters_in_text(first_code, end_code):
    """Each character that Unicode 14 had, after letters of either direction, before a digit, at both ends."""
    alike = ((0x3400, 0x9FFF), (0xAC00, 0xD7A3), (0xE000, 0xF8FF), (0x17000, 0x18CFF), (0x20000, 0x3FFFF),
             (0xF0000, 0x10FFFF), (0xD7FF, 0xE000))
    for code in range(first_code, end_code):
        char = chr(code)
        if any(first < code < last for first, last in alike) or rows.PARAGRAPH_END.search(char):
            continue
        if ucd.is_assigned(char, (14, 0)):
            yield f"{char}ب{char}ل{char}ا a{char}b {char}1 )ב{char}) {char}"
