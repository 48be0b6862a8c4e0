# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	src/tui/colour.c src/tui/colour.h \
	src/tui/input.c src/tui/input.h \
	src/tui/loop.c src/tui/tui.h \
	src/tui/screen.c src/tui/screen.h \
	src/tui/scroll.c src/tui/scroll.h \
	src/tui/sequence.c src/tui/sequence.h \
	src/tui/signals.c src/tui/signals.h \
	src/tui/terminal.c src/tui/terminal.h \
	src/tui/terminfo.c src/tui/terminfo.h
libtui_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSESW_CFLAGS)
EXTRA_DIST += src/tui/README

TUI_LIBS = libtui.a $(APP_LIBS) $(NCURSESW_LIBS)
