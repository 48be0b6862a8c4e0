# SPDX-License-Identifier: GPL-3.0-or-later
# Each lint proves on planted violations that it can go red, then judges the tree.
LINTS = \
	tests/lint/archives.py \
	tests/lint/layers.py \
	tests/lint/potfiles.py \
	tests/lint/rooms.py \
	tests/lint/scripts.py \
	tests/lint/sinks.py \
	tests/lint/sources.py \
	tests/lint/translations.py
TESTS += $(LINTS)
EXTRA_DIST += $(LINTS) tests/lint/lint.py

# A build has the sanitizers, or the hardening that gets in their way.
EXTRA_DIST += tests/lint/hardening.py tests/lint/sanitizers.sh
if SANITIZERS
TESTS += tests/lint/sanitizers.sh
endif
if HARDENED
TESTS += tests/lint/hardening.py
endif
