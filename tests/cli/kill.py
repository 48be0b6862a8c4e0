# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 in the middle of annotating, a hundred times: what was acknowledged is there, and nothing is torn."""
import random
import re
import subprocess
import time

from program import HASHIYA, expect, expect_equal, finish, program

# The leak checker looks from a process of its own, which may find the one that it looks at killed, and says so.
TRACER = re.compile(rb"^==\d+==(?!ERROR).*\n", re.MULTILINE)
KILLS = 100
WORDS = 1000


def mark(p, number):
    """Starts a command that highlights word `number` with a tag and a note."""
    return subprocess.Popen([HASHIYA, "highlight", "1", "--quote", f"w{number:04}", "--tag", f"t/{number % 7}",
                             "--note", str(number)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=p.env)


def typical_time(p):
    started = time.monotonic()
    mark(p, 0).communicate()
    return time.monotonic() - started


with program() as prog:
    prog.out("import", "-", "--title", "words", stdin=" ".join(f"w{n:04}" for n in range(WORDS)).encode())
    dice = random.Random(2)
    span = 1.2 * typical_time(prog)
    acknowledged, killed = {}, 0
    number = 1
    while killed < KILLS and number < WORDS:
        process = mark(prog, number)
        shot = False
        try:
            process.wait(dice.random() * span)
        except subprocess.TimeoutExpired:
            process.kill()
            shot = True
        killed += shot
        span *= 1.1 if shot else 0.9  # about as many live as die, however busy the machine becomes
        said, complaint = process.communicate()
        if shot:
            complaint = TRACER.sub(b"", complaint)
        said = said.decode().strip()
        expect_equal(complaint, b"", "no command has anything to complain of")
        if len(said) == 36:
            acknowledged[said] = number
        number += 1
    expect_equal(killed, KILLS, "kills")
    expect(len(acknowledged) > KILLS // 10, "too few were acknowledged to prove anything:", len(acknowledged))
    listed = {h["id"]: h for h in prog.json("highlight", "list", "--json")}
    for identity, number in acknowledged.items():
        expect(identity in listed, "acknowledged and lost: word", number)
    for highlight in listed.values():
        number = int(highlight["exact"][1:])
        expect_equal([t["tag"] for t in highlight["tags"]], [f"t/{number % 7}"], "all of an act or nothing")
        expect_equal([n["text"] for n in highlight["notes"]], [str(number)], "its note, too")
    expect("failed 0" in prog.out("check"), "check")
    expect(len(listed) <= 1 + len(acknowledged) + KILLS, "nothing is doubled")
finish()
