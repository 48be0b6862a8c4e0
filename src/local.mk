# SPDX-License-Identifier: GPL-3.0-or-later
bin_PROGRAMS += hashiya
hashiya_SOURCES = src/main.c
hashiya_LDADD = libcli.a $(TUI_LIBS)
