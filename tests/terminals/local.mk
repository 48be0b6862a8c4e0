# SPDX-License-Identifier: GPL-3.0-or-later
# `make terminals`: hashiya in real terminals, looked at. Not part of `make check`: it needs terminals and an X server.

EXTRA_DIST += tests/terminals/README tests/terminals/desk.py tests/terminals/inside.py tests/terminals/picture.py \
	tests/terminals/run.py tests/terminals/sheet.py tests/terminals/terminals.py tests/terminals/widths.txt

terminals: hashiya$(EXEEXT)
	HASHIYA_DATA='$(abs_top_srcdir)/share/hashiya' \
		$(PYTHON3) -B $(srcdir)/tests/terminals/run.py ./hashiya$(EXEEXT) $(TERMINALS_FLAGS)
.PHONY: terminals
