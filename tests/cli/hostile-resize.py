# SPDX-License-Identifier: GPL-3.0-or-later
"""A thousand sizes of the terminal, 1x1 to 500x300, under hostile texts: it lives, sends nothing of theirs, and leaves a clean line."""
import os
import pathlib
import random
import subprocess

from hostile_cases import all_cases
from hostile_project import Project, fits_body, harmless, sent
from program import expect, finish, program

DRIVE = pathlib.Path(os.environ["builddir"]) / "tests" / "term" / "drive"
RESIZES = 1000
# Curses, where rows between others only moved: of that there is more or less as sizes meet the work. No hostile number is in these.
SCROLLING = {"ESC 7", "ESC 8", "ESC M", "CSI S", "CSI T", "CSI L", "CSI M", "CSI r", "control 08", "control 0a"}
KEYS = ("\\e[B" * 9, " ", "\\e[6~", "\\e[18~", "\\t", "l", "h", "?", ":", "\\eOS", "g", "z", "/c01", "\\e[20~", "!", "!2", "!3", "!4")
CORNERS = ((1, 1), (1, 500), (300, 1), (300, 500), (2, 2), (3, 9), (1, 80), (24, 1))


def sizes(dice):
    """Mostly small ones, where little fits; a few as large as they come."""
    for n in range(RESIZES):
        if n < len(CORNERS):
            yield CORNERS[n]
        elif n % 25 == 0:
            yield dice.randint(1, 300), dice.randint(1, 500)
        else:
            yield dice.randint(1, 40), dice.randint(1, 120)


def script(project, folder):
    dice = random.Random(3)
    lines = ["terminal xterm", "size 24 80", f"run hashiya -p {project.path} 2 1", "settle"]
    for n, (rows, columns) in enumerate(sizes(dice)):
        lines.append(f"resize {rows} {columns}")
        if n % 3 == 0:  # the others come while it is at work
            lines.append("settle")
        if n % 7 == 0:
            lines += ["type " + dice.choice(KEYS), "settle"]
        if n % 21 == 0:
            lines += ["key Esc", "settle"]
    lines += ["resize 24 80", "settle"] + ["key Esc", "settle"] * 4 + [
        "has -2 saved", f"bytes {folder}/{project.path.parent.name}.bytes", "mark", "key F10", "exit 0", "sent \\e[?1049l",
        "sent \\e[?2004l", "restored"]
    return "\n".join(lines) + "\n"


def play(project, folder):
    name = folder / f"{project.path.parent.name}.script"
    name.write_text(script(project, folder))
    done = subprocess.run([DRIVE, name], env=project.program.env, cwd=folder, capture_output=True, check=False)
    said = done.stderr.decode(errors="replace")
    expect(done.returncode == 0, project.path.parent.name, said[:500], "...", said[-3000:])
    return sent(name.with_suffix(".bytes").read_bytes()) if done.returncode == 0 else set()


with program() as p:
    cases = all_cases()
    in_body = [n for n, case in enumerate(cases) if fits_body(case)]
    got = play(Project(p, "hostile", cases, in_body), p.folder)
    control = play(Project(p, "harmless", list(map(harmless, cases)), in_body), p.folder)
    expect(not got - control - SCROLLING, "sent under hostile texts only:", sorted(got - control - SCROLLING))
finish()
