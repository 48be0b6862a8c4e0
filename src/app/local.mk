# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libapp.a
libapp_a_SOURCES =
libapp_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/app/README

APP_LIBS = libapp.a libexport.a libimport.a libterm.a $(STORE_LIBS)
