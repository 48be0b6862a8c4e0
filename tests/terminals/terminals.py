# SPDX-License-Identifier: GPL-3.0-or-later
"""The terminals that are looked at: how each is started with a size and a font, and what it is known to do."""
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess

FONT = "DejaVu Sans Mono"
POINTS = 11


@dataclasses.dataclass
class Kind:
    name: str
    package: str
    start: list            # {cols}, {rows}; the command to run is appended
    version: list          # a command that tells it
    reorders: bool         # shows text in another order than it came in, unless it is told not to
    files: dict = dataclasses.field(default_factory=dict)   # in the home folder
    told: tuple = ("", "")  # what the reference sheet says first, and last
    switch: bool = True    # hashiya can keep it from reordering
    marks: bool = True     # LRM+LRO alone do
    hint: bool = False     # hashiya says something of this terminal in its last row but one


GTK = {".config/gtk-3.0/settings.ini": "[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n"}
LXTERMINAL = f"""[general]
fontname={FONT} {POINTS}
hidescrollbar=true
hidemenubar=true
cursorblinks=false
hidepointer=true
"""
XFCE = f"""[Configuration]
FontName={FONT} {POINTS}
MiscMenubarDefault=FALSE
MiscToolbarDefault=FALSE
MiscBordersDefault=FALSE
ScrollingBar=TERMINAL_SCROLLBAR_NONE
MiscCursorBlinks=FALSE
"""
KONSOLE = f"""[Appearance]
Font={FONT},{POINTS},-1,5,50,0,0,0,0,0
[General]
Name=looked
Parent=FALLBACK/
TerminalColumns={{cols}}
TerminalRows={{rows}}
[Scrolling]
ScrollBarPosition=2
"""
KONSOLE_RC = "[Desktop Entry]\nDefaultProfile=looked.profile\n[KonsoleWindow]\nRememberWindowSize=false\n" \
             "[MainWindow]\nMenuBar=Disabled\nToolBarsMovable=Disabled\n"
MLTERM = "fontsize = 15\nuse_anti_alias = true\nscrollbar_mode = none\ntype_engine = cairo\n"

KITTY = ["kitty", "--config", "NONE", "-o", "remember_window_size=no", "-o", "initial_window_width={cols}c", "-o",
         "initial_window_height={rows}c", "-o", f"font_family={FONT}", "-o", f"font_size={POINTS}", "-o",
         "cursor_blink_interval=0", "-o", "window_padding_width=0", "-o", "narrow_symbols=U+2400-U+2426 1"]

KINDS = [
    Kind("xterm", "xterm", ["xterm", "-geometry", "{cols}x{rows}", "-tn", "xterm-256color", "-fa", FONT, "-fs", str(POINTS),
                            "+bc", "-u8", "-e"], ["xterm", "-version"], reorders=False),
    Kind("urxvt", "rxvt-unicode", ["urxvt", "-geometry", "{cols}x{rows}", "+sb", "+bc", "-fn",
                                   f"xft:{FONT}:size={POINTS}", "-e"], ["dpkg", "rxvt-unicode"], reorders=False),
    Kind("alacritty", "alacritty", ["alacritty", "-o", "window.dimensions.columns={cols}", "-o",
                                    "window.dimensions.lines={rows}", "-o", f"font.normal.family='{FONT}'", "-o",
                                    f"font.size={POINTS}", "-e"], ["alacritty", "--version"], reorders=False),
    Kind("st", "stterm", ["stterm", "-g", "{cols}x{rows}", "-f", f"{FONT}:size={POINTS}", "-e"], ["dpkg", "stterm"],
         reorders=False),
    Kind("lxterminal", "lxterminal", ["dbus-run-session", "--", "lxterminal", "--no-remote",
                                      "--geometry={cols}x{rows}", "-e"],
         ["dpkg", "libvte-2.91-0"], reorders=True, files={**GTK, ".config/lxterminal/lxterminal.conf": LXTERMINAL}),
    Kind("xfce4-terminal", "xfce4-terminal", ["dbus-run-session", "--", "xfce4-terminal", "--disable-server",
                                              "--geometry={cols}x{rows}", "-x"],
         ["dpkg", "libvte-2.91-0"], reorders=True, files={**GTK, ".config/xfce4/terminal/terminalrc": XFCE}),
    Kind("konsole", "konsole", ["dbus-run-session", "--", "konsole", "--separate", "--hide-menubar",
                                "--hide-tabbar", "-e"],
         ["dpkg", "konsole"], reorders=True, marks=False,
         told=("\033]50;BidiRenderingEnabled=false\a", "\033]50;BidiRenderingEnabled=true\a"),
         files={".local/share/konsole/looked.profile": KONSOLE, ".config/konsolerc": KONSOLE_RC}),
    Kind("mlterm", "mlterm", ["mlterm", "-g", "{cols}x{rows}", "-e"], ["dpkg", "mlterm"], reorders=True, marks=False,
         told=("\033]5379;use_ctl=false\a", "\033]5379;use_ctl=true\a"),
         files={".mlterm/main": MLTERM, ".mlterm/aafont": f"DEFAULT = {FONT}\nISO10646_UCS4_1 = {FONT}\n"}),
    Kind("kitty", "kitty", KITTY, ["kitty", "--version"], reorders=True, switch=False, hint=True),
    Kind("kitty-ltr", "kitty", [*KITTY, "-o", "force_ltr=yes"], ["kitty", "--version"], reorders=False, hint=True),
    Kind("pterm", "pterm", ["pterm", "-geometry", "{cols}x{rows}", "-fn", f"client:{FONT} {POINTS}", "-e"],
         ["dpkg", "pterm"], reorders=True, switch=False),
]


def available():
    return [kind for kind in KINDS if all(shutil.which(word) for word in kind.start if word in PROGRAMS)]


PROGRAMS = {"dbus-run-session"} | {"stterm" if kind.name == "st" else kind.name.split("-ltr")[0] for kind in KINDS}


def version(kind):
    if kind.version[0] == "dpkg":
        command = ["dpkg-query", "-W", "-f", "${Package} ${Version}", kind.version[1]]
    else:
        command = kind.version
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = re.search(r".*\d+.*", done.stdout + done.stderr)
    return said.group().strip() if said else "?"


def prepare(kind, home, cols, rows):
    """The command that starts it, and the environment it is started in: nothing of the caller's terminal."""
    fields = {"cols": cols, "rows": rows}
    for name, text in kind.files.items():
        path = pathlib.Path(home, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("{cols}", str(cols)).replace("{rows}", str(rows)), encoding="utf-8")
    runtime = pathlib.Path(home, "runtime")
    runtime.mkdir(mode=0o700, exist_ok=True)
    env = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(runtime),
           "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1", "LOGNAME": "reader", "USER": "reader"}
    return [word.format(**fields) for word in kind.start], env
