# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libapp.a
libapp_a_SOURCES = \
	src/app/app.h \
	src/app/command-reader.def \
	src/app/command.def \
	src/app/command.h \
	src/app/field.h \
	src/app/frame.h \
	src/app/i18n.h \
	src/app/key.h \
	src/app/keymap.h \
	src/app/list.h \
	src/app/options.h \
	src/app/picker.h \
	src/app/project.h \
	src/app/reader.h \
	src/app/state.h \
	src/app/theme.h \
	src/app/view.h
libapp_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/app/README

APP_LIBS = libapp.a libexport.a libimport.a libterm.a $(STORE_LIBS)
