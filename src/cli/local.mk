# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcli.a
libcli_a_SOURCES =
libcli_a_CPPFLAGS = $(AM_CPPFLAGS)
EXTRA_DIST += src/cli/README

CLI_LIBS = libcli.a $(APP_LIBS)
