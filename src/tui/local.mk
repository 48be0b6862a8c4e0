# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtui.a
libtui_a_SOURCES =
libtui_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSESW_CFLAGS)
EXTRA_DIST += src/tui/README

TUI_LIBS = libtui.a $(APP_LIBS) $(NCURSESW_LIBS)
