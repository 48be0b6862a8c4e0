# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs in a terminal and does there what it is told over a socket: print bytes, start a program, tell the size.

Requests and answers are lines of JSON. Every answer to `print` says where the cursor is, which a terminal tells only
after it has read what came before: so nobody has to wait for time to pass.
"""
import base64
import json
import os
import re
import signal
import socket
import sys
import termios
import tty

REPORT = re.compile(rb"\x1b\[(\d+);(\d+)R")


def cursor():
    """(row, column) from 0, as the terminal says."""
    before, got = termios.tcgetattr(0), b""
    tty.setraw(0)
    try:
        os.write(1, b"\x1b[6n")
        while not REPORT.search(got):
            got += os.read(0, 100)
    finally:
        termios.tcsetattr(0, termios.TCSANOW, before)
    return [int(n) - 1 for n in REPORT.search(got).groups()]


def put(request):
    data = base64.b64decode(request["bytes"])
    while data:
        data = data[os.write(1, data):]
    return {"cursor": cursor()}


def foreground(group):
    os.tcsetpgrp(0, group)


def start(argv, env):
    pid = os.fork()
    if pid == 0:
        os.setpgid(0, 0)
        foreground(os.getpgid(0))
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execvpe(argv[0], argv, dict(os.environ, **env))
    os.setpgid(pid, pid)
    foreground(pid)
    return pid


def wait(pid):
    """What became of the program: the terminal is ours again."""
    _, status = os.waitpid(pid, os.WUNTRACED)
    foreground(os.getpgrp())
    if os.WIFSTOPPED(status):
        return {"stopped": True}
    return {"exit": os.waitstatus_to_exitcode(status)}


def main(path):
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    sock = socket.socket(socket.AF_UNIX)
    sock.connect(path)
    stream = sock.makefile("rw")
    pid, before = 0, termios.tcgetattr(0)
    for line in stream:
        request = json.loads(line)
        if request["do"] == "print":
            answer = put(request)
        elif request["do"] == "start":
            pid = start(request["argv"], request["env"])
            answer = {"pid": pid}
        elif request["do"] == "continue":
            foreground(pid)
            os.killpg(pid, signal.SIGCONT)
            answer = {"pid": pid}
        elif request["do"] == "wait":
            answer = wait(pid)
        elif request["do"] == "look":
            answer = {"size": list(os.get_terminal_size(0)), "sane": termios.tcgetattr(0) == before}
        stream.write(json.dumps(answer) + "\n")
        stream.flush()


main(sys.argv[1])
