# SPDX-License-Identifier: GPL-3.0-or-later
# `make bench`: speed and memory, beside peers. Not part of `make check`.

EXTRA_DIST += tests/bench/README tests/bench/bench.el tests/bench/compare.py tests/bench/export.py tests/bench/goals.py tests/bench/mkcorpus.py \
	tests/bench/ttybench.py

EXTRA_PROGRAMS = tests/bench/micro/compare tests/bench/micro/grid tests/bench/micro/hello_all tests/bench/micro/layout \
	tests/bench/micro/panes tests/bench/micro/saved
tests_bench_micro_compare_LDADD = $(COMPARE_LIBS)
tests_bench_micro_grid_LDADD = $(APP_LIBS)
tests_bench_micro_hello_all_CFLAGS = -O2
tests_bench_micro_hello_all_LDADD = $(NCURSESW_LIBS) $(FRIBIDI_LIBS) $(SQLITE3_LIBS)
tests_bench_micro_hello_all_CPPFLAGS = $(FRIBIDI_CFLAGS)
tests_bench_micro_layout_CPPFLAGS = $(AM_CPPFLAGS) $(FRIBIDI_CFLAGS)
tests_bench_micro_layout_LDADD = $(TEXT_LIBS)
tests_bench_micro_panes_CFLAGS = -O2
tests_bench_micro_saved_LDADD = $(APP_LIBS)
tests_bench_micro_panes_LDADD = $(NCURSESW_LIBS)
CLEANFILES += $(EXTRA_PROGRAMS) bench-goals.json

bench: hashiya$(EXEEXT) $(EXTRA_PROGRAMS)
	seeds='$(BENCH_SEEDS)'; \
	test -n "$$seeds" || seeds='$(top_srcdir)/../shared/articles'; \
	test -d "$$seeds" || seeds='$(top_srcdir)/tests/fixtures'; \
	$(PYTHON3) $(srcdir)/tests/bench/goals.py ./hashiya$(EXEEXT) tests/bench/micro --seeds "$$seeds" $(BENCH_FLAGS)

bench-export: hashiya$(EXEEXT)
	$(PYTHON3) $(srcdir)/tests/bench/export.py ./hashiya$(EXEEXT) $(BENCH_FLAGS)

bench-compare: tests/bench/micro/compare$(EXEEXT)
	seeds='$(BENCH_SEEDS)'; \
	test -n "$$seeds" || seeds='$(top_srcdir)/../shared/articles'; \
	test -d "$$seeds" || seeds='$(top_srcdir)/tests/fixtures/events/ar-1'; \
	$(PYTHON3) $(srcdir)/tests/bench/compare.py tests/bench/micro --seeds "$$seeds" $(BENCH_FLAGS)
.PHONY: bench bench-compare bench-export

clean-local:
	rm -rf bench-corpus fuzz-build
