#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ttybench.py - measure terminal programs on a pty (Python 3 standard library, Linux).

  ttybench.py run   [options] --step NAME:N:KEYS ... -- CMD ARG...
  ttybench.py ab    [options] --a 'CMD ...' --b 'CMD ...' [--step ..] [--step-a ..] [--step-b ..]
  ttybench.py suite [options] SUITE.json [--set VAR=VALUE] [--only REGEX]

What is measured, per run
  first_ms    exec to the first byte written to the terminal
  paint_ms    exec to the last byte before the program went quiet (first complete paint)
  exit_ms     exec to exit (cases with "wait_exit")
  STEP.*      per key: time from writing the key to the LAST byte of the response
              (p50 p95 p99 max), bytes written for it, and how many keys were silent
  rss_kb      VmHWM of the program; tree_kb: the sum over it and its descendants
  cpu_ms      user+system time of the program (all threads)

"Quiet" is no byte for --quiet ms (--paint-quiet for the first paint) while the program is
not computing either: less than a tenth of that window on the CPU, and not in state R or D.
A key that draws nothing is therefore told from a key that takes two seconds to answer.

Steps   NAME:N:KEYS     N presses, each measured on its own.  NAME starting with "-" is sent
                        but not reported.
        NAME:N!:KEYS    burst: N presses as fast as the tty takes them, then wait for quiet;
                        reports total_ms and keys/s (how well input is coalesced)
        NAME:N@R:KEYS   N presses at R per second (a held key); reports lag_ms, the time
                        from the last press to the last byte
  KEYS is literal UTF-8 with <Enter> <Esc> <Tab> <Space> <BS> <Up> <Down> <Left> <Right>
  <Home> <End> <PageUp> <PageDown> <F1>..<F12> <C-x> <M-x> <lt>.  Arrows follow DECCKM.

Terminal queries (DA1-3, DSR, CPR, XTVERSION, DECRQM, DECRQSS, XTGETTCAP, OSC 4/10/11/12,
window size) are answered, unless --mute.  Runs are round-robin over the cases of a group, so
noise falls on all of them alike; a ratio is the median of the per-round ratios.
"""
import argparse, errno, fcntl, json, math, os, re, select, shlex, signal, struct, sys
import termios, time, unicodedata

NS = time.monotonic_ns

# ------------------------------------------------------------------ keys
NAMED = {"Enter": b"\r", "Esc": b"\x1b", "Tab": b"\t", "Space": b" ", "BS": b"\x7f", "lt": b"<",
         "Up": b"\x1b[A", "Down": b"\x1b[B", "Right": b"\x1b[C", "Left": b"\x1b[D",
         "Home": b"\x1b[H", "End": b"\x1b[F", "PageUp": b"\x1b[5~", "PageDown": b"\x1b[6~",
         "Delete": b"\x1b[3~", "Insert": b"\x1b[2~", "S-Tab": b"\x1b[Z",
         "M-Up": b"\x1b[1;3A", "M-Down": b"\x1b[1;3B", "S-Up": b"\x1b[1;2A", "S-Down": b"\x1b[1;2B", "C-Home": b"\x1b[1;5H", "C-End": b"\x1b[1;5F", "C-Up": b"\x1b[1;5A", "C-Down": b"\x1b[1;5B"}
for _i, _s in enumerate("OP OQ OR OS [15~ [17~ [18~ [19~ [20~ [21~ [23~ [24~".split(), 1):
    NAMED["F%d" % _i] = b"\x1b" + _s.encode()


def keys(spec, appcursor=False):
    out = b""
    for m in re.finditer(r"<((?:[CMS]-)?(?:[A-Za-z0-9]+|[^A-Za-z0-9>]))>|(.)", spec, re.S):
        n, c = m.group(1), m.group(2)
        if c is not None:
            out += c.encode("utf-8")
        elif n in NAMED:
            k = NAMED[n]
            if appcursor and len(k) == 3 and k[1:2] == b"[" and k[2:3] in b"ABCDHF":
                k = b"\x1bO" + k[2:]
            out += k
        elif n.startswith("C-") and len(n) == 3:
            out += bytes([ord(n[2].upper()) & 31])
        elif n.startswith("M-") and len(n) > 2:
            out += b"\x1b" + (NAMED[n[2:]] if n[2:] in NAMED else n[2:].encode())
        else:
            raise SystemExit("ttybench: unknown key <%s>" % n)
    return out


def parse_step(s):
    if isinstance(s, (list, tuple)):
        name, n, k = s
        n = str(n)
    else:
        try:
            name, n, k = s.split(":", 2)
        except ValueError:
            raise SystemExit("ttybench: step is NAME:N:KEYS, not " + s)
    m = re.fullmatch(r"(\d+)(?:(!)|@([\d.]+))?", n)
    if not m:
        raise SystemExit("ttybench: bad count in step " + str(s))
    return name, int(m.group(1)), "burst" if m.group(2) else "rate" if m.group(3) else "each", \
        float(m.group(3) or 0), k


# ------------------------------------------------------------------ a small screen, to see what was measured
TOK = re.compile(r"\x1b\[([0-?]*)([ -/]*)([@-~])|\x1b\].*?(?:\x07|\x1b\\)|\x1b[P^_X].*?\x1b\\|\x1b[()*+\-./].|"
                 r"\x1b([ -~])|([\x00-\x1f\x7f])|([^\x00-\x1f\x7f\x1b]+)", re.S)


def width(c):
    if c < "\u0300":
        return 1
    k = unicodedata.category(c)
    if k in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


class Screen:
    def __init__(self, rows, cols):
        self.R, self.C = rows, cols
        self.g = [[" "] * cols for _ in range(rows)]
        self.r = self.c = 0
        self.top, self.bot = 0, rows - 1
        self.saved, self.last = (0, 0), " "

    def _scroll(self, n, top=None):
        top = self.top if top is None else top
        for _ in range(min(abs(n), self.R)):
            if n > 0:
                del self.g[top]
                self.g.insert(self.bot, [" "] * self.C)
            else:
                del self.g[self.bot]
                self.g.insert(top, [" "] * self.C)

    def _lf(self):
        if self.r == self.bot:
            self._scroll(1)
        elif self.r < self.R - 1:
            self.r += 1

    def _put(self, s):
        for ch in s:
            w = width(ch)
            if w == 0:
                if self.c:
                    self.g[self.r][self.c - 1] += ch
                continue
            if self.c + w > self.C:
                self.c = 0
                self._lf()
            self.g[self.r][self.c] = ch
            if w == 2 and self.c + 1 < self.C:
                self.g[self.r][self.c + 1] = ""
            self.c += w
            self.last = ch

    def feed(self, data):
        for m in TOK.finditer(data.decode("utf-8", "replace")):
            p, _, f, esc, ctl, txt = m.groups()
            if txt:
                self._put(txt)
            elif ctl:
                if ctl == "\n" or ctl in "\x0b\x0c":
                    self._lf()
                elif ctl == "\r":
                    self.c = 0
                elif ctl == "\b":
                    self.c = max(0, min(self.c, self.C - 1) - 1)
                elif ctl == "\t":
                    self.c = min(self.C - 1, (self.c // 8 + 1) * 8)
            elif f:
                self._csi(p, f)
            elif esc == "M":
                if self.r == self.top:
                    self._scroll(-1)
                else:
                    self.r = max(0, self.r - 1)
            elif esc == "D":
                self._lf()
            elif esc == "E":
                self.c = 0
                self._lf()
            elif esc == "7":
                self.saved = self.r, self.c
            elif esc == "8":
                self.r, self.c = self.saved

    def _csi(self, p, f):
        if p[:1] in ("?", ">", "=", "<"):
            if p in ("?1049", "?47", "?1047") and f in "hl":
                self.g = [[" "] * self.C for _ in range(self.R)]
            return
        a = [int(x) if x else 0 for x in p.replace(":", ";").split(";")] if p else [0]
        n, row = max(1, a[0]), self.g[self.r]
        self.c = min(self.c, self.C - 1) if f not in "m" else self.c
        if f in "Hf":
            self.r = min(self.R, n) - 1
            self.c = min(self.C, max(1, a[1] if len(a) > 1 else 1)) - 1
        elif f == "A": self.r = max(0, self.r - n)
        elif f in "Be": self.r = min(self.R - 1, self.r + n)
        elif f in "Ca": self.c = min(self.C - 1, self.c + n)
        elif f == "D": self.c = max(0, self.c - n)
        elif f == "E": self.r, self.c = min(self.R - 1, self.r + n), 0
        elif f == "F": self.r, self.c = max(0, self.r - n), 0
        elif f in "G`": self.c = min(self.C, n) - 1
        elif f == "d": self.r = min(self.R, n) - 1
        elif f == "J":
            if a[0] == 0:
                row[self.c:] = [" "] * (self.C - self.c)
                rng = range(self.r + 1, self.R)
            elif a[0] == 1:
                row[:self.c + 1] = [" "] * (self.c + 1)
                rng = range(0, self.r)
            else:
                rng = range(self.R)
            for i in rng:
                self.g[i] = [" "] * self.C
        elif f == "K":
            if a[0] == 0: row[self.c:] = [" "] * (self.C - self.c)
            elif a[0] == 1: row[:self.c + 1] = [" "] * (self.c + 1)
            else: row[:] = [" "] * self.C
        elif f == "L" and self.top <= self.r <= self.bot: self._scroll(-n, self.r)
        elif f == "M" and self.top <= self.r <= self.bot: self._scroll(n, self.r)
        elif f == "@":
            row[self.c:self.c] = [" "] * n
            del row[self.C:]
        elif f == "P":
            del row[self.c:self.c + n]
            row += [" "] * (self.C - len(row))
        elif f == "X": row[self.c:self.c + n] = [" "] * len(row[self.c:self.c + n])
        elif f == "b": self._put(self.last * n)
        elif f == "S": self._scroll(n)
        elif f == "T": self._scroll(-n)
        elif f == "r":
            self.top, self.bot = n - 1, min(self.R, a[1] if len(a) > 1 and a[1] else self.R) - 1
            self.r = self.c = 0

    def text(self):
        return ["".join(x).rstrip() for x in self.g]


# ------------------------------------------------------------------ the program under test on its pty
QUERY = re.compile(
    rb"\x1b(?:\[(?:(0?c)|(>0?c)|(=0?c)|(5n)|(\??6n)|(>0?q)|(\?\d+\$p)|(1[4568]t)|(\?1[hl]))|"
    rb"\](1[0-2]|4;\d+);\?(?:\x07|\x1b\\)|P\+q([0-9A-Fa-f;]*)\x1b\\|P(\$q)[^\x1b]*\x1b\\)", re.S)
SEQ = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b[()].|\x1b.|[\x00-\x1f]", re.S)


class Tty:
    def __init__(self, argv, cols, rows, env=None, cwd=None, answer=True):
        self.cols, self.rows, self.answer = cols, rows, answer
        self.log, self.nbytes, self.last, self.first = [], 0, 0, 0
        self.carry, self.recent, self.appcursor, self.eof, self.hwm = b"", b"", False, False, 0
        self.queries = []
        m, s = os.openpty()
        fcntl.ioctl(s, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, cols * 8, rows * 16))
        r, w = os.pipe()
        e = dict(os.environ)
        for k in ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "LINES", "COLUMNS"):
            e.pop(k, None)
        e.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"})
        e.update(env or {})
        e = {k: v for k, v in e.items() if v is not None}
        pid = os.fork()
        if pid == 0:
            try:
                os.close(m); os.close(r)
                os.setsid()
                fcntl.ioctl(s, termios.TIOCSCTTY, 0)
                for fd in (0, 1, 2):
                    os.dup2(s, fd)
                if s > 2:
                    os.close(s)
                if cwd:
                    os.chdir(cwd)
                os.write(w, struct.pack("q", NS()))     # w is close-on-exec
                os.execvpe(argv[0], argv, e)
            except BaseException as x:
                os.write(2, ("ttybench: %s: %s\r\n" % (argv[0], x)).encode())
                os._exit(127)
        os.close(s); os.close(w)
        self.pid, self.fd = pid, m
        self.t0 = struct.unpack("q", os.read(r, 8))[0]
        os.close(r)
        os.set_blocking(m, False)
        self.poll = select.poll()
        self.poll.register(m, select.POLLIN)

    def _reply(self, m, before):
        da1, da2, da3, dsr, cpr, xtv, rqm, win, ckm, osc, tcap, rqss = m.groups()
        if ckm:
            self.appcursor = ckm.endswith(b"h")
            return
        self.queries.append(m.group(0).decode("latin-1"))
        if not self.answer:
            return
        if da1: a = b"\x1b[?62;22c"
        elif da2: a = b"\x1b[>0;276;0c"
        elif da3: a = b"\x1bP!|00000000\x1b\\"
        elif dsr: a = b"\x1b[0n"
        elif cpr:
            i, r, c = 0, 1, 1
            for x in re.finditer(rb"\x1b\[(\d*)(?:;(\d*))?H", before):
                i, r, c = x.end(), int(x.group(1) or 1), int(x.group(2) or 1)
            c += sum(width(ch) for ch in SEQ.sub("", before[i:].decode("utf-8", "ignore")))
            a = b"\x1b[%s%d;%dR" % (b"?" if cpr.startswith(b"?") else b"", r, min(c, self.cols))
        elif xtv: a = b"\x1bP>|ttybench(1)\x1b\\"
        elif rqm: a = b"\x1b[" + rqm[:-2] + b";0$y"
        elif win:
            k = int(win[:2])
            a = {14: b"\x1b[4;%d;%dt" % (self.rows * 16, self.cols * 8), 15: b"\x1b[5;1080;1920t",
                 16: b"\x1b[6;16;8t", 18: b"\x1b[8;%d;%dt" % (self.rows, self.cols)}[k]
        elif osc: a = b"\x1b]" + osc + b";rgb:" + (b"0000/0000/0000" if osc == b"11" else b"ffff/ffff/ffff") + b"\x1b\\"
        elif tcap is not None: a = b"\x1bP0+r" + tcap + b"\x1b\\"
        else: a = b"\x1bP0$r\x1b\\"
        self.write(a)

    def read(self, timeout_ms):
        """Read once; True when bytes came."""
        if self.eof:
            return False
        if not self.poll.poll(timeout_ms):
            return False
        try:
            d = os.read(self.fd, 262144)
        except OSError as x:
            if x.errno == errno.EAGAIN:
                return False
            d = b""
        t = NS()
        if not d:
            self.eof = True
            return False
        self.last = t
        self.first = self.first or t
        self.nbytes += len(d)
        self.log.append((t, d))
        buf, end = self.carry + d, 0
        for m in QUERY.finditer(buf):
            self._reply(m, self.recent[-4096:] + buf[:m.start()])
            end = m.end()
        i = buf.rfind(b"\x1b", max(end, len(buf) - 64))
        self.carry = buf[i:] if i >= 0 else b""
        self.recent = (self.recent[-4096:] + d) if len(d) < 4096 else d
        return True

    def write(self, data):
        while data:
            try:
                data = data[os.write(self.fd, data):]
            except OSError as x:
                if x.errno == errno.EAGAIN:
                    self.read(1)
                    continue
                if x.errno == errno.EIO:
                    self.eof = True
                    return
                raise

    # -- what the program is doing
    def _cpu(self):
        """(ns on the CPU over all threads, busy now?)"""
        n, busy = 0, False
        try:
            d = "/proc/%d/task/" % self.pid
            for t in os.listdir(d):
                with open(d + t + "/schedstat") as f:
                    n += int(f.read().split()[0])
                with open(d + t + "/stat") as f:
                    busy = busy or f.read().rpartition(")")[2].split()[0] in "RD"
        except (OSError, IndexError, ValueError):
            pass
        return n, busy

    def settle(self, quiet_ms, limit_s, since):
        """Read until quiet. Returns (first, last, bytes) of what came, times 0 when nothing did."""
        first = last = total = 0
        limit = since + int(limit_s * 1e9)
        q = int(quiet_ms * 1e6)
        mark = max(NS(), since)                          # begin of the quiet window
        cpu0, _ = self._cpu()
        while True:
            now = NS()
            if self.eof or now >= limit:
                break
            left = mark + q - now
            if left <= 0:
                cpu1, busy = self._cpu()
                used, win = cpu1 - cpu0, max(1, now - mark)
                if not busy and used < win // 10:
                    break
                mark, cpu0 = now, cpu1                   # it was computing: a new window
                left = q
            b = self.nbytes
            if self.read(max(1, min(left, limit - now) // 1000000)):
                first = first or self.last
                last = self.last
                total += self.nbytes - b
                mark = last
                if left < q // 2:
                    cpu0, _ = self._cpu()
        self.timed_out = not self.eof and NS() >= limit
        return first, last, total

    def hwm_kb(self, pid=None):
        try:
            with open("/proc/%d/status" % (pid or self.pid)) as f:
                for l in f:
                    if l.startswith("VmHWM:"):
                        return int(l.split()[1])
        except OSError:
            pass
        return 0

    def tree_kb(self):
        kids = {}
        for p in os.listdir("/proc"):
            if p.isdigit():
                try:
                    with open("/proc/%s/stat" % p) as f:
                        kids.setdefault(int(f.read().rpartition(")")[2].split()[1]), []).append(int(p))
                except (OSError, IndexError):
                    pass
        n, todo = 0, [self.pid]
        while todo:
            p = todo.pop()
            n += self.hwm_kb(p)
            todo += kids.get(p, [])
        return n

    def close(self, wait_exit=0):
        """End it; returns (exit status, cpu ms)."""
        end, st = NS() + int(wait_exit * 1e9), None
        while NS() < end:
            p, st, ru = os.wait4(self.pid, os.WNOHANG)
            if p:
                break
            self.read(1)
        else:
            for sig in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.kill(self.pid, sig)
                except ProcessLookupError:
                    pass
                dead = NS() + 300000000
                while NS() < dead:
                    p, st, ru = os.wait4(self.pid, os.WNOHANG)
                    if p:
                        break
                    self.read(1)
                else:
                    continue
                break
        os.close(self.fd)
        return st, (ru.ru_utime + ru.ru_stime) * 1e3


# ------------------------------------------------------------------ one run
def pct(v, p):
    s = sorted(v)
    return s[min(len(s) - 1, max(0, math.ceil(len(s) * p / 100) - 1))] if s else None


def ms(ns):
    return round(ns / 1e6, 4)


def run_once(case, o):
    cols, rows = map(int, (case.get("size") or o.size).split("x"))
    argv = case["cmd"]
    for pre in case.get("before", []):
        if os.system(pre) != 0:
            raise SystemExit("ttybench: before failed: " + pre)
    if case.get("cold", o.cold):
        os.sync()
        for a in argv[1:]:
            if os.path.isfile(a):
                fd = os.open(a, os.O_RDONLY)
                os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(fd)
    quiet, pquiet = case.get("quiet", o.quiet), case.get("paint_quiet", o.paint_quiet)
    limit = case.get("timeout", o.timeout)
    t = Tty(argv, cols, rows, case.get("env"), case.get("cwd"), not (case.get("mute") or o.mute))
    scr = Screen(rows, cols) if o.show else None
    res, samples, shown = {"load1": os.getloadavg()[0]}, {}, 0

    def show(what):
        nonlocal shown
        if scr:
            scr.feed(b"".join(d for _, d in t.log[shown:]))
            shown = len(t.log)
            print("-- screen after %s: %s" % (what, " ".join(map(shlex.quote, argv))), file=sys.stderr)
            print("\n".join("|" + x for x in scr.text()), file=sys.stderr)

    try:
        if case.get("wait_exit"):
            while not t.eof and NS() - t.t0 < limit * 1e9:
                t.read(20)
                t.hwm = max(t.hwm, t.hwm_kb()) if len(t.log) % 64 == 0 else t.hwm
            first, last, n = t.first, t.last, t.nbytes
            t.timed_out = not t.eof
        else:
            first, last, n = t.settle(pquiet, limit, t.t0)
        res["first_ms"], res["paint_ms"] = (ms(first - t.t0), ms(last - t.t0)) if n else (None, None)
        res["paint_bytes"], res["start_timeout"] = n, t.timed_out
        if t.timed_out:
            res["paint_ms"] = None
        res["start_rss_kb"] = t.hwm_kb()
        show("start")
        for spec in [] if t.timed_out and not case.get("wait_exit") else case.get("steps", []):
            name, count, mode, rate, k = parse_step(spec)
            lat, fst, byt, silent, out, late = [], [], [], 0, 0, 0
            begin = NS()
            data = keys(k, t.appcursor)
            if mode == "each":
                for _ in range(count):
                    t0 = NS()
                    t.write(data)
                    f, l, n = t.settle(quiet, limit, t0)
                    byt.append(n)
                    if t.timed_out:
                        out += 1
                        lat.append(int(limit * 1e9))
                        break
                    if not n:
                        silent += 1
                    else:
                        lat.append(l - t0)
                        fst.append(f - t0)
                    if t.eof:
                        break
                r = {"n": count, "silent": silent, "timeouts": out}
                for p in (50, 95, 99):
                    r["p%d" % p] = ms(pct(lat, p)) if lat else None
                r["max"] = ms(max(lat)) if lat else None
                r["first_p50"] = ms(pct(fst, 50)) if fst else None
                r["bytes_p50"], r["bytes_max"], r["bytes"] = pct(byt, 50), max(byt), sum(byt)
                samples[name] = [ms(x) for x in lat]
            else:
                b0, t0, nxt = t.nbytes, NS(), NS()
                for _ in range(count):
                    if mode == "rate":
                        while NS() < nxt:
                            t.read(max(0, min(5, (nxt - NS()) // 1000000)))
                        nxt += int(1e9 / rate)
                    t.write(data)
                    while t.read(0):
                        pass
                t1 = NS()
                t.settle(quiet, limit, t1)
                end = max(t.last, t1)
                r = {"n": count, "total_ms": ms(end - t0), "lag_ms": ms(end - t1), "bytes": t.nbytes - b0,
                     "keys_per_s": round(count / ((end - t0) / 1e9), 1), "timeouts": int(t.timed_out)}
            r["wall_ms"] = ms(NS() - begin)
            if not name.startswith("-"):
                res[name] = r
            show(name)
            if t.timed_out or t.eof:
                break
        res["rss_kb"] = max(t.hwm, t.hwm_kb())
        if case.get("tree") or o.tree:
            res["tree_kb"] = t.tree_kb()
        if case.get("quit"):
            t.write(keys(case["quit"], t.appcursor))
    finally:
        st, cpu = t.close(2 if case.get("quit") or t.eof else 0)
    if case.get("wait_exit"):
        res["exit_ms"] = ms(NS() - t.t0)
    res["cpu_ms"], res["status"], res["bytes"] = round(cpu, 2), st, t.nbytes
    res["queries"] = sorted(set(q.replace("\x1b", "ESC ") for q in t.queries))
    for c in case.get("after", []):
        os.system(c)
    if o.samples:
        res["samples"] = samples
    if o.typescript:
        with open(o.typescript, "wb") as f:
            f.write(b"".join(d for _, d in t.log))
    return res


# ------------------------------------------------------------------ many runs
def get(run, path):
    for p in path.split("."):
        run = run.get(p) if isinstance(run, dict) else None
    return run if isinstance(run, (int, float)) and not isinstance(run, bool) else None


def med(v):
    v = sorted(x for x in v if x is not None)
    if not v:
        return None
    h = len(v) // 2
    return v[h] if len(v) % 2 else (v[h - 1] + v[h]) / 2


def fmt(x):
    if x is None:
        return "-"
    return "%d" % x if isinstance(x, int) or abs(x) >= 1000 else "%.3g" % x if abs(x) < 10 else "%.1f" % x


def spread(v):
    v = [x for x in v if x is not None]
    return "%s [%s-%s]" % (fmt(med(v)), fmt(min(v)), fmt(max(v))) if v else "-"


def metrics(runs):
    m = ["first_ms", "paint_ms", "exit_ms", "paint_bytes", "rss_kb", "tree_kb", "cpu_ms"]
    for r in runs:
        for k, v in r.items():
            if isinstance(v, dict):
                for s in ("p50", "p95", "p99", "max", "bytes_p50", "bytes_max", "silent", "timeouts", "total_ms",
                          "lag_ms", "keys_per_s"):
                    if s in v and k + "." + s not in m:
                        m.append(k + "." + s)
    return [x for x in m if any(get(r, x) is not None for r in runs)]


def ratio(a, b, path):
    return [x / y for x, y in ((get(i, path), get(j, path)) for i, j in zip(a, b)) if x is not None and y]


def execute(suite, o):
    cases = suite["cases"]
    groups = []
    for c in cases:
        if c.get("group") not in groups:
            groups.append(c.get("group"))
    out = {c["name"]: [] for c in cases}
    for g in groups:
        mine = [c for c in cases if c.get("group") == g]
        for r in range(o.warm + max(c.get("runs", o.runs) for c in mine)):
            for c in (mine if r % 2 == 0 else mine[::-1]):
                if r >= o.warm + c.get("runs", o.runs) or (r < o.warm and c.get("runs") == 1):
                    continue
                if not o.quiet_log:
                    print("ttybench: %s, round %d" % (c["name"], r - o.warm), file=sys.stderr)
                x = run_once(c, o)
                if r >= o.warm:
                    out[c["name"]].append(x)
    return out


def report(suite, out, o):
    base = {}
    for c in suite["cases"]:
        if c.get("base"):
            base[c.get("group")] = c["name"]
    for c in suite["cases"]:
        runs = out[c["name"]]
        b = base.get(c.get("group"))
        print("\n## %s  (%d runs, load %s)" % (c["name"], len(runs), fmt(med([r["load1"] for r in runs]))))
        for m in metrics(runs):
            line = "  %-22s %s" % (m, spread([get(r, m) for r in runs]))
            if b and b != c["name"]:
                rt = ratio(runs, out[b], m)
                if rt:
                    line += "   x%s of %s" % (spread(rt), b)
            print(line)
        q = sorted({x for r in runs for x in r["queries"]})
        if q:
            print("  %-22s %s" % ("queries", " ".join(q)))
    bad = 0
    for g in suite.get("goals", []):
        rt = ratio(out.get(g["case"], []), out.get(g["base"], []), g["metric"]) if "base" in g else \
            [x for x in (get(r, g["metric"]) for r in out.get(g["case"], [])) if x is not None]
        v = med(rt)
        ok = v is not None and ("max" not in g or v <= g["max"]) and ("min" not in g or v >= g["min"])
        bad += not ok
        print("%s  %s %s%s = %s  (wanted %s)" % ("ok  " if ok else "FAIL", g["case"], g["metric"],
              " / " + g["base"] if "base" in g else "", spread(rt) if rt else "nothing measured",
              " ".join("%s %s" % (k, g[k]) for k in ("min", "max") if k in g)))
    return bad


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("mode", choices=["run", "ab", "suite"])
    ap.add_argument("file", nargs="?", help="suite file")
    ap.add_argument("--size", default="200x50", help="COLSxROWS")
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--warm", type=int, default=1, help="unreported rounds first")
    ap.add_argument("--quiet", type=float, default=25, help="ms without output that end a response")
    ap.add_argument("--paint-quiet", type=float, default=150, help="the same for the first paint")
    ap.add_argument("--timeout", type=float, default=60, help="s, for a start or one key")
    ap.add_argument("--step", action="append", default=[])
    ap.add_argument("--step-a", action="append", default=[])
    ap.add_argument("--step-b", action="append", default=[])
    ap.add_argument("--a")
    ap.add_argument("--b")
    ap.add_argument("--quit", help="keys that end the program (default: SIGTERM)")
    ap.add_argument("--wait-exit", action="store_true", help="the program ends by itself; time that")
    ap.add_argument("--env", action="append", default=[], help="VAR=VALUE, or VAR to unset it")
    ap.add_argument("--mute", action="store_true", help="a terminal that answers no query")
    ap.add_argument("--cold", action="store_true", help="drop the file arguments from the page cache first")
    ap.add_argument("--tree", action="store_true", help="memory of descendants too")
    ap.add_argument("--show", action="store_true", help="print the screen after each step (slow)")
    ap.add_argument("--samples", action="store_true", help="keep every latency in the JSON")
    ap.add_argument("--typescript", help="write what the last run sent to the terminal to this file")
    ap.add_argument("--set", action="append", default=[], help="VAR=VALUE for {VAR} in the suite")
    ap.add_argument("--only", help="run only suite cases whose name or group matches")
    ap.add_argument("--json", metavar="FILE", help="write all runs and the summary here (- for stdout, nothing else)")
    ap.add_argument("--quiet-log", action="store_true")
    argv = sys.argv[1:]
    cmd = []
    if "--" in argv:
        i = argv.index("--")
        argv, cmd = argv[:i], argv[i + 1:]
    o = ap.parse_args(argv)
    env = {e.partition("=")[0]: e.partition("=")[2] if "=" in e else None for e in o.env}
    common = {"env": env, "quit": o.quit, "wait_exit": o.wait_exit}
    if o.mode == "run":
        if not cmd:
            ap.error("run needs -- CMD")
        suite = {"cases": [dict(common, name=os.path.basename(cmd[0]), cmd=cmd, steps=o.step)]}
    elif o.mode == "ab":
        if not o.a or not o.b:
            ap.error("ab needs --a and --b")
        suite = {"cases": [dict(common, name="A", cmd=shlex.split(o.a), steps=o.step_a or o.step, group="ab"),
                           dict(common, name="B", cmd=shlex.split(o.b), steps=o.step_b or o.step, group="ab", base=True)]}
    else:
        text = open(o.file, encoding="utf-8").read()
        for s in o.set:
            k, _, v = s.partition("=")
            text = text.replace("{%s}" % k, v)
        suite = json.loads(text)
        if o.only:
            suite["cases"] = [c for c in suite["cases"] if re.search(o.only, c["name"] + " " + str(c.get("group", "")))]
            names = {c["name"] for c in suite["cases"]}
            suite["goals"] = [g for g in suite.get("goals", []) if {g["case"], g.get("base", g["case"])} <= names]
        for c in suite["cases"]:
            c["env"] = dict(suite.get("env", {}), **dict(c.get("env", {}), **env))
    out = execute(suite, o)
    if o.json:
        doc = {"host": os.uname().nodename, "kernel": os.uname().release, "cpus": os.cpu_count(), "time": time.time(),
               "size": o.size, "quiet_ms": o.quiet, "paint_quiet_ms": o.paint_quiet,
               "cases": [{"name": c["name"], "group": c.get("group"), "cmd": c["cmd"],
                          "median": {m: med([get(r, m) for r in out[c["name"]]]) for m in metrics(out[c["name"]])},
                          "runs": out[c["name"]]} for c in suite["cases"]]}
        s = json.dumps(doc, ensure_ascii=False, indent=1)
        if o.json == "-":
            print(s)
            return 0
        with open(o.json, "w", encoding="utf-8") as f:
            f.write(s + "\n")
    return 1 if report(suite, out, o) else 0


if __name__ == "__main__":
    sys.exit(main())
