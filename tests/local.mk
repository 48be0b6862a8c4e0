# SPDX-License-Identifier: GPL-3.0-or-later
# A test without an extension is a program that speaks TAP (cmocka does, told so below), one result a
# test function. A .sh, .py or .term test is one result: 0 passed, 77 skipped, else failed.

TEST_EXTENSIONS = .sh .py .term
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
PY_LOG_COMPILER = $(PYTHON3) -B
SH_LOG_COMPILER = $(SHELL)
TERM_LOG_COMPILER = tests/term/drive
# No test may touch the person's files, whatever it forgets to set.
AM_TESTS_ENVIRONMENT = \
	CMOCKA_MESSAGE_OUTPUT=TAP; LC_ALL=C.UTF-8; TZ=UTC; \
	HOME='$(abs_top_builddir)/tests/no-home'; \
	srcdir='$(abs_top_srcdir)'; builddir='$(abs_top_builddir)'; \
	ASAN_OPTIONS="detect_leaks=1:strict_string_checks=1:allocator_may_return_null=1:$$ASAN_OPTIONS"; \
	UBSAN_OPTIONS="print_stacktrace=1:$$UBSAN_OPTIONS"; \
	CC='$(CC)'; HASHIYA_CFLAGS='$(HASHIYA_CFLAGS)'; HASHIYA='$(abs_top_builddir)/hashiya'; HASHIYA_DATA='$(abs_top_srcdir)/share/hashiya'; \
	export CC HASHIYA_CFLAGS ASAN_OPTIONS UBSAN_OPTIONS CMOCKA_MESSAGE_OUTPUT LC_ALL TZ HOME srcdir builddir HASHIYA HASHIYA_DATA; \
	unset LANGUAGE XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME HASHIYA_PROJECT HASHIYA_CODER \
		NO_COLOR;
TEST_LIBS = $(CMOCKA_LIBS)

# What a test works in is called so, and stays where the test was cut short.
mostlyclean-local:
	rm -rf *.tmp *_test.??????

if HAVE_TESTS
include tests/unit/base/local.mk
include tests/unit/text/local.mk
include tests/unit/model/local.mk
include tests/unit/store/local.mk
include tests/unit/import/local.mk
include tests/unit/compare/local.mk
include tests/unit/export/local.mk
include tests/unit/term/local.mk
include tests/unit/app/local.mk
include tests/unit/tui/local.mk
include tests/unit/cli/local.mk
include tests/fixtures/local.mk
include tests/oracle/local.mk
include tests/frame/local.mk
include tests/term/local.mk
include tests/cli/local.mk
include tests/fuzz/local.mk
include tests/lint/local.mk
include tests/events/local.mk
include tests/bench/local.mk
include tests/terminals/local.mk
else
if WANT_TESTS
check-local:
	@echo "make check: the tests need libcmocka-dev, libvterm-dev and python3 (Debian names);" \
		"configure found them wanting" >&2; exit 1
endif
endif
