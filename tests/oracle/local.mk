# SPDX-License-Identifier: GPL-3.0-or-later
# What every row must show, by rules written down from the standards. `make check` looks at a small slice of
# what the generator writes; `make oracle PARAGRAPHS=100000 SEED=1` at all of it, and at every character.
TESTS += tests/oracle/check.py tests/oracle/letters.py
EXTRA_DIST += \
	tests/oracle/README \
	tests/oracle/check.py \
	tests/oracle/letters.py \
	tests/oracle/oracle.py \
	tests/oracle/rows.py \
	tests/oracle/uax14.py \
	tests/oracle/uax29.py \
	tests/oracle/uax9.py \
	tests/oracle/ucd.py \
	tests/oracle/writer.py

PARAGRAPHS = 100000
SEED = 1
oracle: hashiya$(EXEEXT) tests/unit/text/properties_test$(EXEEXT)
	HASHIYA=./hashiya$(EXEEXT) $(PYTHON3) -B $(srcdir)/tests/oracle/oracle.py $(PARAGRAPHS) $(SEED)
.PHONY: oracle
