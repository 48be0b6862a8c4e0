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
	tests/fuzz/corpus/doccano/empty \
	tests/fuzz/corpus/doccano/entities \
	tests/fuzz/corpus/doccano/lists \
	tests/fuzz/corpus/doccano/ranges \
	tests/fuzz/corpus/doccano/types \
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
	tests/fuzz/corpus/jsonl/all \
	tests/fuzz/corpus/jsonl/article \
	tests/fuzz/corpus/jsonl/claim \
	tests/fuzz/corpus/jsonl/coder \
	tests/fuzz/corpus/jsonl/coding \
	tests/fuzz/corpus/jsonl/coverage \
	tests/fuzz/corpus/jsonl/deep \
	tests/fuzz/corpus/jsonl/highlight \
	tests/fuzz/corpus/jsonl/mention \
	tests/fuzz/corpus/jsonl/note \
	tests/fuzz/corpus/jsonl/nul \
	tests/fuzz/corpus/jsonl/numbers \
	tests/fuzz/corpus/jsonl/project \
	tests/fuzz/corpus/jsonl/relation \
	tests/fuzz/corpus/jsonl/surrogate \
	tests/fuzz/corpus/jsonl/tag \
	tests/fuzz/corpus/jsonl/twice \
	tests/fuzz/corpus/jsonl/types \
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
	tests/fuzz/corpus/tables/annotations \
	tests/fuzz/corpus/tables/behind \
	tests/fuzz/corpus/tables/claims \
	tests/fuzz/corpus/tables/codebook \
	tests/fuzz/corpus/tables/documents \
	tests/fuzz/corpus/tables/hypothesis \
	tests/fuzz/corpus/tables/mentions \
	tests/fuzz/corpus/tables/notes \
	tests/fuzz/corpus/tables/open \
	tests/fuzz/corpus/tables/spreadsheet \
	tests/fuzz/corpus/tables/tabs \
	tests/fuzz/corpus/tables/taguette \
	tests/fuzz/corpus/webanno/annotation \
	tests/fuzz/corpus/webanno/array \
	tests/fuzz/corpus/webanno/bodies \
	tests/fuzz/corpus/webanno/collection \
	tests/fuzz/corpus/webanno/creators \
	tests/fuzz/corpus/webanno/graph \
	tests/fuzz/corpus/webanno/refined \
	tests/fuzz/corpus/webanno/refined-deep \
	tests/fuzz/corpus/webanno/targets \
	tests/fuzz/corpus/webanno/types \
	tests/fuzz/found/decode \
	tests/fuzz/found/doccano \
	tests/fuzz/found/field \
	tests/fuzz/found/input \
	tests/fuzz/found/jsonl \
	tests/fuzz/found/layout \
	tests/fuzz/found/safe \
	tests/fuzz/found/tables \
	tests/fuzz/found/webanno

check_PROGRAMS += tests/fuzz/replay_test
TESTS += tests/fuzz/replay_test
tests_fuzz_replay_test_SOURCES = \
	tests/fuzz/annotations.c \
	tests/fuzz/annotations.h \
	tests/fuzz/decode.c \
	tests/fuzz/doccano.c \
	tests/fuzz/field.c \
	tests/fuzz/fuzz.h \
	tests/fuzz/input.c \
	tests/fuzz/jsonl.c \
	tests/fuzz/layout.c \
	tests/fuzz/replay_test.c \
	tests/fuzz/safe.c \
	tests/fuzz/tables.c \
	tests/fuzz/targets.def \
	tests/fuzz/webanno.c \
	tests/unit/text/properties.c tests/unit/text/properties.h \
	tests/unit/text/tap.c tests/unit/text/tap.h
tests_fuzz_replay_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit -I$(top_srcdir)/tests/fuzz
tests_fuzz_replay_test_LDADD = $(TUI_LIBS)

# Each target for FUZZ_MINUTES (1), in a folder of its own; FUZZ_TARGETS: not all of them. Not part of `make check`.
fuzz:
	srcdir='$(abs_top_srcdir)' builddir='$(abs_top_builddir)' FUZZ_LIBS='$(TUI_LIBS)' FUZZ_BUILT='$(BUILT_SOURCES)' \
		FUZZ_MINUTES='$(FUZZ_MINUTES)' FUZZ_TARGETS='$(FUZZ_TARGETS)' $(PYTHON3) -B $(srcdir)/tests/fuzz/fuzz.py
.PHONY: fuzz
