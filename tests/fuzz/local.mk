# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += tests/fuzz/floor tests/fuzz/fuzz.py tests/fuzz/libfuzzer.c \
	tests/fuzz/corpus/decode/arabic \
	tests/fuzz/corpus/decode/ascii \
	tests/fuzz/corpus/decode/bom \
	tests/fuzz/corpus/decode/empty-lines \
	tests/fuzz/corpus/decode/line-ends \
	tests/fuzz/corpus/decode/overlong \
	tests/fuzz/corpus/decode/planes \
	tests/fuzz/corpus/decode/surrogates \
	tests/fuzz/corpus/decode/truncated \
	tests/fuzz/corpus/field/arabic \
	tests/fuzz/corpus/field/lines \
	tests/fuzz/corpus/field/marks \
	tests/fuzz/corpus/field/one-line \
	tests/fuzz/corpus/field/wide \
	tests/fuzz/corpus/input/bytes \
	tests/fuzz/corpus/input/escapes \
	tests/fuzz/corpus/input/keys \
	tests/fuzz/corpus/input/lam-alef \
	tests/fuzz/corpus/input/malformed \
	tests/fuzz/corpus/input/mouse \
	tests/fuzz/corpus/input/paste \
	tests/fuzz/corpus/input/replies \
	tests/fuzz/corpus/input/sequences \
	tests/fuzz/corpus/layout/arabic \
	tests/fuzz/corpus/layout/brackets \
	tests/fuzz/corpus/layout/controls \
	tests/fuzz/corpus/layout/embeddings \
	tests/fuzz/corpus/layout/forms \
	tests/fuzz/corpus/layout/isolate-bomb \
	tests/fuzz/corpus/layout/logical \
	tests/fuzz/corpus/layout/marks \
	tests/fuzz/corpus/layout/narrow \
	tests/fuzz/corpus/layout/scripts \
	tests/fuzz/corpus/layout/separators \
	tests/fuzz/corpus/layout/two-isolates \
	tests/fuzz/corpus/safe/arabic \
	tests/fuzz/corpus/safe/controls \
	tests/fuzz/corpus/safe/escapes \
	tests/fuzz/corpus/safe/hidden \
	tests/fuzz/corpus/safe/noncharacters \
	tests/fuzz/found/decode \
	tests/fuzz/found/field \
	tests/fuzz/found/input \
	tests/fuzz/found/layout \
	tests/fuzz/found/safe

check_PROGRAMS += tests/fuzz/replay_test
TESTS += tests/fuzz/replay_test
tests_fuzz_replay_test_SOURCES = \
	tests/fuzz/decode.c \
	tests/fuzz/field.c \
	tests/fuzz/fuzz.h \
	tests/fuzz/input.c \
	tests/fuzz/layout.c \
	tests/fuzz/replay_test.c \
	tests/fuzz/safe.c \
	tests/fuzz/targets.def \
	tests/unit/text/properties.c tests/unit/text/properties.h \
	tests/unit/text/tap.c tests/unit/text/tap.h
tests_fuzz_replay_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit -I$(top_srcdir)/tests/fuzz
tests_fuzz_replay_test_LDADD = $(TUI_LIBS)

# Each target for FUZZ_MINUTES (1), in a folder of its own; FUZZ_TARGETS: not all of them. Not part of `make check`.
fuzz:
	srcdir='$(abs_top_srcdir)' builddir='$(abs_top_builddir)' FUZZ_LIBS='$(TUI_LIBS)' FUZZ_BUILT='$(BUILT_SOURCES)' \
		FUZZ_MINUTES='$(FUZZ_MINUTES)' FUZZ_TARGETS='$(FUZZ_TARGETS)' $(PYTHON3) -B $(srcdir)/tests/fuzz/fuzz.py
.PHONY: fuzz
