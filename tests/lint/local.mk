# SPDX-License-Identifier: GPL-3.0-or-later
# Each lint proves on planted violations that it can go red, then judges the tree.
LINTS = \
	tests/lint/archives.py \
	tests/lint/layers.py \
	tests/lint/potfiles.py \
	tests/lint/scripts.py \
	tests/lint/sources.py \
	tests/lint/translations.py
TESTS += $(LINTS)
EXTRA_DIST += $(LINTS) tests/lint/lint.py

# That the sanitizers see is proved only where they are built in.
EXTRA_DIST += tests/lint/sanitizers.sh
if SANITIZERS
TESTS += tests/lint/sanitizers.sh
endif
