# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo works with every subcommand, writes nothing to $HOME and leaves nothing behind."""
import os
import pty
import shutil
import signal
import subprocess

from program import HASHIYA, expect, expect_equal, finish, program


def leftovers(p):
    return sorted(f.name for f in p.folder.iterdir())


def read_until(terminal, what):
    """Reads until `what` came, or to the end."""
    seen = b""
    while what is None or what not in seen:
        try:
            some = os.read(terminal, 65536)
        except OSError:  # nobody has the other end any more
            break
        if not some:
            break
        seen += some


with program() as p:
    del p.env["HASHIYA_PROJECT"]
    home = p.folder / "home"
    home.mkdir()
    articles = p.json("--demo", "list", "--json")
    expect_equal([a["lang"] for a in articles], ["ar", "ar", "en"], "two reports in Arabic, one in English")
    expect(all(a["n_highlights"] for a in articles), "each is marked", articles)
    shown = p.out("--demo", "show", "1", "2", "3", "--width", "120")
    expect_equal({len(line) > 100 for line in shown.splitlines()}, {True}, "side by side")
    expect(len(p.rows("--demo")) >= 10, "its table")
    for command in (["text", "1"], ["highlight", "list"], ["tag", "list"], ["check"], ["history"], ["doctor"],
                    ["edit", "1", "--title", "x"], ["remove", "2"], ["note", "1", "--text", "x"], ["tag", "add", "y"],
                    ["highlight", "3", "--quote", "water", "--nth", "1"], ["export", "--table", "codebook"]):
        p.out("--demo", *command)
    p.refuses(1, ["undo"], "--demo", "undo")
    expect_equal(list(home.rglob("*")), [], "nothing is written to $HOME")
    expect_equal(leftovers(p), ["home"], "nothing is left")

    # A deadly signal takes the demo away, too: it waits for standard input inside of it.
    process = subprocess.Popen([HASHIYA, "--demo", "import", "-"], stdin=subprocess.PIPE, env=p.env,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while process.poll() is None and not any(name.startswith("hashiya-demo.") for name in leftovers(p)):
        os.sched_yield()
    process.send_signal(signal.SIGTERM)
    process.communicate()
    expect_equal(process.returncode, -signal.SIGTERM, "SIGTERM")
    expect_equal(leftovers(p), ["home"], "nothing is left after SIGTERM")

    # A program that was moved, or built in a folder of its source, finds what came with it.
    (p.folder / "bin").mkdir()
    (p.folder / "share").mkdir()
    moved = shutil.copy(HASHIYA, p.folder / "bin")
    shutil.copytree(os.environ["HASHIYA_DATA"], p.folder / "share" / "hashiya")
    env = {name: value for name, value in p.env.items() if name != "HASHIYA_DATA"}
    done = subprocess.run([moved, "--demo", "check"], env=env, capture_output=True, check=False)
    expect_equal(done.returncode, 0, "the data beside the program", done.stderr)

    # A demo in which something was done outlives a hangup of the interface; one that was only looked at does not.
    for keys, left in ((b"j", 0), (b"d", 1)):
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(HASHIYA, [HASHIYA, "--demo"], dict(p.env, TERM="xterm-256color"))
        read_until(terminal, b"1,150")
        os.write(terminal, keys)
        read_until(terminal, b"removed" if left else b"\x1b")
        os.kill(pid, signal.SIGTERM)
        read_until(terminal, None)
        os.waitpid(pid, 0)
        os.close(terminal)
        expect_equal(sum(name.startswith("hashiya-demo.") for name in leftovers(p)), left, "left after", keys)
    expect_equal(list(home.rglob("*")), [], "nothing is written to $HOME by a hangup")
finish()
