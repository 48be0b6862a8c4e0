# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs hashiya in the terminals that are installed, on a screen of its own, and looks at the pictures: see README."""
import argparse
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import desk
import sheet
import terminals

SRCDIR = pathlib.Path(__file__).resolve().parent.parent.parent
FIXTURES = SRCDIR / "tests" / "fixtures"
COLS, ROWS = 100, 30
PATIENCE = 5  # seconds, for a picture that is not as it should be
LOGICAL = "\x1b[2J\x1b[Hقال John (7): نعم، 50% من الكتب │ بعد السطر abc\r\n"
FRAMES = {
    "beside": ["{fixtures}/ar-report.txt", "{fixtures}/en.txt"],
    "mixed": ["{fixtures}/mixed.txt", "{fixtures}/he.txt"],
    "widths": ["{terminals}/widths.txt", "{fixtures}/fa.txt"],
    "hostile": ["{fixtures}/hostile.txt", "{fixtures}/ur.txt"],
}


class Looker:
    """One terminal, and what is asked of it; each question gives words for the table and says whether they are good."""

    def __init__(self, options, screen, kind, tmp):
        self.options, self.kind, self.tmp = options, kind, pathlib.Path(tmp)
        self.runs = 0
        argv, env = terminals.prepare(kind, tmp, COLS, ROWS)
        self.terminal = desk.Terminal(screen, argv, env, tmp)
        self.sheets = {}
        self.bad = 0

    def say(self, what, figure, good):
        self.bad += not good
        print(f"  {'ok ' if good else 'BAD'} {what}: {figure}", flush=True)

    def save(self, name, shot):
        if self.options.pictures:
            self.terminal.area(shot).save(os.path.join(self.options.pictures, f"{self.kind.name}-{name}.png"))

    def arguments(self, frame, *more):
        """Each run has a project of its own: positions are kept in it."""
        self.runs += 1
        folder = self.tmp / f"run{self.runs}"
        folder.mkdir()
        files = [word.format(fixtures=FIXTURES, terminals=SRCDIR / "tests" / "terminals") for word in FRAMES[frame]]
        return [self.options.binary, "-p", str(folder / "p.hashiya"), *more, *files]

    def frame(self, name, keys=""):
        """What the program means to show after these keys, at the terminal's size."""
        cols, rows = self.terminal.size
        script = self.tmp / "keys"
        script.write_text("@idle\n" + keys, encoding="utf-8")
        env = {"PATH": os.environ["PATH"], "HOME": str(self.tmp), "LC_ALL": "C.UTF-8", "USER": "reader",
               "LOGNAME": "reader", "HASHIYA_DATA": os.environ.get("HASHIYA_DATA", "")}
        done = subprocess.run([*self.arguments(name), "--keys", str(script), "--size", f"{cols}x{rows}",
                               "--dump-frame"], capture_output=True, text=True, check=True, env=env)
        return sheet.Frame(done.stdout)

    def run(self, argv):
        """The picture of what has been started, on a screen that was empty before."""
        self.terminal.put("\x1b[2J\x1b[H")
        before = self.terminal.settled()
        self.terminal.ask(do="start", argv=argv, env={})
        return self.terminal.settled(after=before)

    def start(self, name, *more):
        return self.run(self.arguments(name, *more))

    def quit(self):
        self.terminal.keys("q")
        return self.terminal.ask(do="wait")

    def prompt(self):
        """A line in logical order, as the terminal shows it by itself; where it leaves dirt below is its own affair."""
        self.terminal.put(LOGICAL)
        return self.terminal.grid.area(self.terminal.settled(), self.terminal.size[0], 1)

    def sheet(self, name, frame):
        key = name, self.terminal.size
        if key not in self.sheets:
            texts = [text for _, _, text, _ in frame.cells(self.terminal.size[0])]
            self.sheets[key] = sheet.Sheet(self.terminal, self.kind.told, texts)
        return self.sheets[key]

    def widths(self, name):
        """Where the terminal's cursor is after each row of the frame, and after each of its glyphs."""
        frame = self.frame(name)
        texts = sorted({text for _, _, text, _ in frame.cells(self.terminal.size[0])})
        for what, lines in (("rows", [row.rstrip() for row in frame.rows]), ("glyphs", texts)):
            wrong = []
            for line in lines:
                w = sum(w for _, _, w in sheet.cells(line))
                _, col = self.terminal.put("\x1b[0m\x1b[2J\x1b[H" + line)
                if col != min(w, self.terminal.size[0] - 1):
                    wrong.append((line, w, col))
            self.say(f"widths of {what} of {name}", f"{len(wrong)} of {len(lines)} are not as wcwidth says", not wrong)
            for line, w, col in wrong[:self.options.show]:
                print(f"      {w} columns here, {col} there: {spelled(line) if what == 'glyphs' else line}")

    def judge(self, what, name, frame, shot, red=False):
        """`red`: it is a control, and has to be found wrong."""
        known = self.sheet(name, frame)
        if self.kind.hint and not red:
            frame.rows[-2:] = []
        frame.first_col = frame.border() if name == "widths" else 0
        wrong, n = known.wrong(frame, shot)
        end = time.monotonic() + PATIENCE
        while wrong and not red and time.monotonic() < end:  # a terminal may lay words of its own over them for a moment
            shot = self.terminal.settled()
            wrong, n = known.wrong(frame, shot)
        self.save(what.replace(" ", "-"), shot)
        self.say(what, f"{n - len(wrong)} of {n} cells are right" + (", as they must not be" if red else ""),
                 len(wrong) > n / 20 if red else not wrong)
        if not red:
            for row, col, text, seems in wrong[:self.options.show]:
                print(f"      row {row} column {col}: {spelled(text)} looks like {spelled(seems)}")

    def reader(self, name):
        """A frame, and what the terminal does with the same line before it and after."""
        frame = self.frame(name)
        self.sheet(name, frame)
        before = self.prompt()
        self.judge(f"frame {name}", name, frame, self.start(name))
        ended = self.quit()
        after = self.prompt()
        differing = after.differing(before)
        self.say(f"after {name}", f"exit {ended.get('exit')}, {differing} pixels of the prompt differ",
                 ended.get("exit") == 0 and differing == 0 and self.terminal.look()["sane"])

    def control(self, name):
        """The same cells, printed by something that knows nothing of terminals."""
        frame = self.frame(name)
        self.sheet(name, frame)
        rows = frame.rows[:self.terminal.size[1] - 1]
        self.terminal.put("\x1b[2J\x1b[H" + "\r\n".join(rows))
        frame.rows, frame.cursor = rows, None
        self.terminal.put("\x1b[?25l")
        self.judge(f"{name} unguarded", name, frame, self.terminal.settled(), red=self.kind.reorders)
        self.terminal.put("\x1b[?25h")

    def text(self, shot):
        """All but the last two rows, in which the program speaks."""
        cols, rows = self.terminal.size
        return self.terminal.grid.area(shot, cols, rows - 2)

    def same(self, what, pictures):
        first, *others = pictures
        differing = [self.text(shot).differing(self.text(first)) for shot in others]
        self.say(what, f"{differing} pixels differ", not any(differing))
        for i, shot in enumerate(pictures if any(differing) else []):
            self.save(f"mode-{i}", shot)

    def modes(self, name):
        """Explicit mode alone, with queries, and marks alone, which is what tmux has, must give one picture."""
        pictures = []
        for more in (("--bidi", "app"), ()):
            pictures.append(self.start(name, *more))
            self.quit()
        pictures.append(self.start_in_tmux(name))
        self.quit()
        self.same("explicit mode, auto, marks alone", pictures)

    def start_in_tmux(self, name):
        conf = self.tmp / "tmux.conf"
        conf.write_text("set -g status off\nset -g default-terminal tmux-256color\nset -s escape-time 0\n"
                        "set -g assume-paste-time 0\n", encoding="utf-8")
        return self.run(["tmux", "-S", str(self.tmp / "tmux"), "-f", str(conf), "new-session", *self.arguments(name)])

    def multiplexer(self, name):
        """tmux, without its status line: the same frame."""
        frame = self.frame(name)
        self.sheet(name, frame)
        self.judge(f"{name} in tmux", name, frame, self.start_in_tmux(name), red=not self.kind.marks)
        self.quit()

    def scrolled(self, name):
        """Two pages and three lines down: rows that the terminal was told to move."""
        frame = self.frame(name, "PageDown PageDown Down Down Down\n")
        frame.rows[-2:] = []
        self.sheet(name + " scrolled", frame)
        before = self.start(name)
        self.terminal.keys("Next", "Next", "Down", "Down", "Down")
        self.judge(name + " scrolled", name + " scrolled", frame, self.terminal.settled(after=before))
        self.quit()

    def suspended(self, name):
        """Stopped, the terminal is as before; continued, the frame is back."""
        frame = self.frame(name)
        self.sheet(name, frame)
        before = self.prompt()
        self.start(name)
        self.terminal.keys("ctrl+z")
        stopped = self.terminal.ask(do="wait").get("stopped", False)
        differing = self.prompt().differing(before)
        shot = self.terminal.shot()
        self.say("stopped", f"{differing} pixels of the prompt differ", stopped and differing == 0)
        self.terminal.ask(do="continue")
        frame.rows[-2:] = []  # it says other things by then
        self.judge("continued", name, frame, self.terminal.settled(after=shot))
        self.quit()

    def resized(self, name):
        """A smaller window while it runs; what it will show there is asked before, which needs the screen."""
        grid, (cols, rows) = self.terminal.grid, self.terminal.size
        small, large = ((grid.x * 2 + c * grid.cell_width, grid.y * 2 + r * grid.cell_height)
                        for c, r in ((80, 24), (cols, rows)))
        self.terminal.resize(*small)
        frame = self.frame(name)
        self.sheet(name, frame)
        self.terminal.resize(*large)
        before = self.start(name)
        self.terminal.resize(*small)
        self.judge(f"{name} resized to {self.terminal.size[0]}x{self.terminal.size[1]}", name, frame,
                   self.terminal.settled(after=before))
        self.quit()
        self.terminal.resize(*large)

    def all(self):
        self.control("beside")
        if not self.kind.switch:
            self.save("as-it-is", self.start("beside"))
            self.quit()
            return
        for name in FRAMES:
            self.reader(name)
        self.widths("widths")
        if shutil.which("tmux"):
            self.multiplexer("beside")
            if self.kind.marks and self.kind.reorders:
                self.modes("beside")
        self.scrolled("beside")
        self.suspended("beside")
        self.resized("beside")


def spelled(text):
    return f"{text.strip() or 'blank'} ({' '.join(f'{ord(c):04X}' for c in text)})"


def look(options, screen, kind):
    print(f"{kind.name}: {terminals.version(kind)}", flush=True)
    with tempfile.TemporaryDirectory() as tmp:
        looker = None
        try:
            looker = Looker(options, screen, kind, tmp)
            looker.all()
            return looker.bad
        except desk.Lost as error:
            print(f"  BAD {error}")
            if options.pictures:
                screen.picture().save(os.path.join(options.pictures, f"{kind.name}-lost.png"))
            return 1
        finally:
            if looker:
                looker.terminal.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=os.path.abspath)
    parser.add_argument("--only", nargs="*", help="names of terminals")
    parser.add_argument("--pictures", metavar="FOLDER", help="keep the pictures here")
    parser.add_argument("--show", type=int, default=10, metavar="N", help="wrong cells to name, at most")
    options = parser.parse_args()
    if options.pictures:
        os.makedirs(options.pictures, exist_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    kinds = [kind for kind in terminals.available() if not options.only or kind.name in options.only]
    screen = desk.Screen()
    try:
        bad = sum(look(options, screen, kind) for kind in kinds)
    finally:
        screen.close()
    print(f"{len(kinds)} terminals, {bad} findings")
    return 1 if bad or not kinds else 0


if __name__ == "__main__":
    sys.exit(main())
