# SPDX-License-Identifier: GPL-3.0-or-later
"""The program in a folder of its own, for the tests beside this file.

Nothing of the person who runs the tests is read or written: HOME and the XDG folders are inside.
"""
import contextlib
import csv
import fcntl
import io
import json
import os
import pathlib
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios

HASHIYA = os.environ["HASHIYA"]
SOURCE = pathlib.Path(os.environ["srcdir"])
FIXTURES = SOURCE / "tests" / "fixtures"
faults = []


def expect(truth, *words):
    """Notes a fault and goes on, so that one run tells all of them."""
    if not truth:
        faults.append(" ".join(str(word) for word in words))


def expect_equal(got, wanted, *words):
    expect(got == wanted, *words, "- got", repr(got), "wanted", repr(wanted))


def finish():
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


class Program:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.env = dict(os.environ, HOME=str(self.folder / "home"), TMPDIR=str(self.folder))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            self.env.pop(name, None)
        self.env["HASHIYA_PROJECT"] = str(self.folder / "project.hashiya")

    def run(self, *args, stdin=b"", status=None, **options):
        """Runs it with pipes; standard output and error are bytes. Another exit code than `status` is a fault."""
        done = subprocess.run([HASHIYA, *map(str, args)], input=stdin, capture_output=True,
                              env=self.env, cwd=self.folder, timeout=120, check=False, **options)
        if status is not None:
            expect(done.returncode == status, args, "ended with", done.returncode, "not", status,
                   done.stderr.decode(errors="replace"))
        return done

    def out(self, *args, **options):
        """The standard output, exactly, of a command that must go well, and complain of nothing."""
        done = self.run(*args, status=0, **options)
        expect(b"nothing was found" not in done.stderr, args, "went well and complains:", done.stderr.decode())
        return done.stdout.decode("utf-8")

    def refuses(self, status, words, *args, **options):
        """The command ends with `status`, and says all of `words` on standard error."""
        said = self.run(*args, status=status, **options).stderr.decode("utf-8")
        for word in words:
            expect(word in said, args, "does not say", repr(word), "but", repr(said))
        return said

    def json(self, *args):
        return json.loads(self.out(*args))

    def rows(self, *args):
        """The rows of an export, by Python's own reader of CSV."""
        return list(csv.DictReader(io.StringIO(self.out("export", *args), newline="")))

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def on_terminal(self, *args, rows=24, columns=80, term="xterm-256color"):
        """Runs it on a terminal; returns all the bytes that arrive there, and the exit code."""
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        attributes = termios.tcgetattr(follower)
        attributes[1] &= ~termios.OPOST
        termios.tcsetattr(follower, termios.TCSANOW, attributes)
        process = subprocess.Popen([HASHIYA, *map(str, args)], stdin=subprocess.DEVNULL, stdout=follower,
                                   stderr=follower, env=dict(self.env, TERM=term), cwd=self.folder)
        os.close(follower)
        seen = bytearray()
        while True:
            select.select([leader], [], [])
            try:
                some = os.read(leader, 65536)
            except OSError:  # the last one who had the terminal open is gone
                break
            if not some:
                break
            seen += some
        os.close(leader)
        return bytes(seen), process.wait()


@contextlib.contextmanager
def program():
    with tempfile.TemporaryDirectory() as folder:
        yield Program(folder)
