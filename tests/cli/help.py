# SPDX-License-Identifier: GPL-3.0-or-later
"""The help fits a small terminal, tells of everything, and its examples are commands that exist."""
import re

from program import expect, expect_equal, finish, program

with program() as p:
    shown = p.out("--help").splitlines()
    expect(len(shown) <= 24 and max(map(len, shown)) <= 80, "the help does not fit 80x24:", len(shown), "rows,",
           max(map(len, shown)), "columns")
    examples = [line for line in shown[shown.index("Examples:"):] if line.startswith("  hashiya")]
    expect_equal(len(examples), 3, "examples")
    start = next(i for i, line in enumerate(shown) if line.startswith("Subcommands"))
    names = []
    for line in shown[start + 1:]:
        if not line:
            break
        for entry in filter(None, map(str.strip, line.split(","))):
            first, _, rest = entry.partition(" ")
            told = p.out(first, "--help")
            alone = told.startswith("Usage: ")
            names += [[first]] if alone else []
            also = re.search(rf"^Also: hashiya {first} (.*)$", told, re.MULTILINE)
            group = also.group(1).split("|") if also else [] if alone else re.findall(rf"^hashiya {first} (\w+)", told,
                                                                                   re.MULTILINE)
            expect_equal(bool(group), rest == "...", first, "is a group")
            names += [[first, second] for second in group]
    expect(len(names) > 40, "too few subcommands", names)
    for words in names:
        told = p.out(*words, "--help")
        expect(told.startswith(f"Usage: hashiya {' '.join(words)} "), words, "--help says", told[:60])
        expect(max(map(len, told.splitlines())) <= 100, words, "--help is too wide")
    group = p.out("tag", "--help")
    expect("hashiya tag add PATH..." in group and "hashiya tag off" in group, "the help of a group says", group)
    for words in (["--help"], ["--version"], ["list", "--help"]):
        seen, status = p.on_terminal(*words)
        told = p.run(*words).stdout.split(b"\n")[0]
        expect(status == 0 and told in seen, words, "on a terminal ended with", status, "and said", seen[:200])
    expect_equal(p.run("-h").stdout, p.run("--help").stdout, "-h")
    expect_equal(p.run("list", "--help", "--no-such").returncode, 2, "an unknown option beside --help")
finish()
