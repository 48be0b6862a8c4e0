# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen that nobody sees, a terminal on it, and what can be done to them."""
import base64
import json
import os
import pathlib
import socket
import subprocess
import sys
import time

import picture

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 20  # for anything that is waited for
DIRT = 500    # pixels


class Lost(Exception):
    """The terminal did not do what it had to."""


def until(what, condition):
    """The first true value of the condition, which is asked again and again."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
    raise Lost(f"waited {SECONDS} s for {what}")


class Screen:
    """An X server of our own."""

    def __init__(self, width=2000, height=1200):
        reading, writing = os.pipe()
        self.size = width * height
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = ":" + told.readline().strip()
        self.env = {"DISPLAY": self.display}

    def run(self, *command):
        return subprocess.run(command, env=dict(os.environ, **self.env), capture_output=True, check=False,
                              timeout=SECONDS)

    def picture(self):
        return picture.from_xwd(self.run("xwd", "-root", "-silent").stdout)

    def close(self):
        self.server.terminate()
        self.server.wait()


class Terminal:
    """One terminal with inside.py in it."""

    def __init__(self, screen, argv, env, tmp):
        self.screen, self.grid, self.size, self.sock = screen, None, None, None
        path = os.path.join(tmp, "inside.socket")
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(path)
        listening.listen(1)
        listening.settimeout(SECONDS)
        self.log = open(os.path.join(tmp, "terminal.log"), "wb")
        self.process = subprocess.Popen([*argv, sys.executable, "-B", str(HERE / "inside.py"), path],
                                        env=dict(env, **screen.env), stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log)
        try:
            self.sock, _ = listening.accept()
        except TimeoutError as error:
            self.close()
            raise Lost("it did not start what it was given") from error
        finally:
            listening.close()
        self.sock.settimeout(SECONDS)
        self.stream = self.sock.makefile("rw")
        self.measure()

    def close(self):
        """What runs in a terminal ends first, then the terminal by itself."""
        if self.sock:
            self.stream.close()
            self.sock.close()
        try:
            self.process.wait(SECONDS if self.sock else 0)
        except subprocess.TimeoutExpired:
            self.process.terminate()
            self.process.wait()
        self.log.close()

    def ask(self, **request):
        try:
            self.stream.write(json.dumps(request) + "\n")
            self.stream.flush()
            return json.loads(self.stream.readline() or "{}")
        except TimeoutError as error:
            raise Lost(f"no answer to {request['do']}") from error

    def put(self, text):
        """Prints; the cursor's (row, column) afterwards."""
        return self.ask(do="print", bytes=base64.b64encode(text.encode()).decode())["cursor"]

    def look(self):
        answer = self.ask(do="look")
        self.size = tuple(answer["size"])
        return answer

    def measure(self):
        """Where the cells are: the corners, painted in a colour that nothing else has."""
        cols, rows = self.look()["size"]

        def corners():
            """A window may still be growing to its size."""
            nonlocal cols, rows
            cols, rows = self.look()["size"]
            self.put(f"\x1b[?25l\x1b[0m\x1b[2J\x1b[H\x1b[48;2;255;0;255m \x1b[48;2;0;255;0m\x1b[{rows};{cols}H \x1b[0m")
            shot = self.settled()
            first, last = picture.block(shot, b"\xff\x00\xff"), picture.block(shot, b"\x00\xff\x00")
            if not first or not last or self.look()["size"] != [cols, rows]:
                return None
            x, y, _, _ = first
            width, height = (last[0] - x) / (cols - 1), (last[1] - y) / (rows - 1)
            return (x, y, int(width), int(height)) if width == int(width) and height == int(height) else None

        self.grid = picture.Grid(*until("the corners of the terminal", corners))
        self.put("\x1b[?25h\x1b[2J\x1b[H")
        self.window = until("its window", self.find_window)
        self.screen.run("xdotool", "windowfocus", "--sync", self.window)

    def shot(self):
        return self.screen.picture()

    def settled(self, after=None):
        """A picture that no longer changes, and is not `after`."""
        last = [self.shot()]

        def still():
            now = [self.shot() for _ in range(3)]
            same, last[0] = all(shot == last[0] for shot in now), now[-1]
            return last[0] if same and last[0] != after else None

        return until("a picture that stands still", still)

    def empty(self):
        """Nothing is on it, not even what a terminal itself lays over it for a while; it may leave some dirt."""
        self.put("\x1b[?25l\x1b[0m\x1b[2J\x1b[H")
        until("an empty screen", lambda: self.area(self.shot()).ink() < DIRT)
        self.put("\x1b[?25h")

    def area(self, shot):
        return self.grid.area(shot, *self.size)

    def find_window(self):
        """The largest window but for the screen itself."""
        windows = self.screen.run("xdotool", "search", "--onlyvisible", "--maxdepth", "1", "--name", "").stdout.split()
        sizes = {}
        for window in (w.decode() for w in windows):
            said = self.screen.run("xdotool", "getwindowgeometry", "--shell", window).stdout.decode()
            fields = dict(line.split("=") for line in said.split() if "=" in line)
            if "HEIGHT" in fields:  # it is still there
                sizes[int(fields["WIDTH"]) * int(fields["HEIGHT"])] = window
        return sizes.get(max((size for size in sizes if size < self.screen.size), default=None))

    def keys(self, *names):
        self.screen.run("xdotool", "key", "--clearmodifiers", *names)

    def resize(self, width, height):
        """In pixels of the whole window, which is what a person's mouse does."""
        before = self.size
        self.screen.run("xdotool", "windowsize", self.window, str(width), str(height))
        until("another size", lambda: tuple(self.look()["size"]) != before)
