# SPDX-License-Identifier: GPL-3.0-or-later
dist_man_MANS += man/hashiya.1

# The page holds tables that are made from the program's own; tests/cli/manual.py looks that they still are.
check_PROGRAMS += man/tables
man_tables_SOURCES = man/tables.c
man_tables_CPPFLAGS = $(AM_CPPFLAGS)

update-manual: man/tables$(EXEEXT)
	man/tables$(EXEEXT) $(srcdir)/share/hashiya/default.keys <$(srcdir)/man/hashiya.1 >man/hashiya.1.tmp
	mv man/hashiya.1.tmp $(srcdir)/man/hashiya.1
