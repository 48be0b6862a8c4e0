# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libexport.a
libexport_a_SOURCES =
libexport_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/export/README

EXPORT_LIBS = libexport.a $(MODEL_LIBS)
