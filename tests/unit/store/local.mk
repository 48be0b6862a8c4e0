# SPDX-License-Identifier: GPL-3.0-or-later
STORE_TESTS = \
	tests/unit/store/annotation_test \
	tests/unit/store/article_test \
	tests/unit/store/claim_test \
	tests/unit/store/crash_test \
	tests/unit/store/fault_test \
	tests/unit/store/history_test \
	tests/unit/store/migrate_test \
	tests/unit/store/open_test \
	tests/unit/store/plan_test \
	tests/unit/store/put_test \
	tests/unit/store/random_test \
	tests/unit/store/version1_test \
	tests/unit/store/walk_test
check_PROGRAMS += $(STORE_TESTS)
TESTS += $(STORE_TESTS)

STORE_TEST_SUPPORT = tests/unit/store/support.c tests/unit/store/support.h
STORE_TEST_DISK = tests/unit/store/disk.c tests/unit/store/disk.h
STORE_TEST_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit $(SQLITE3_CFLAGS)
STORE_TEST_LDADD = $(STORE_LIBS) $(TEST_LIBS)
tests_unit_store_annotation_test_SOURCES = tests/unit/store/annotation_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_annotation_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_annotation_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_article_test_SOURCES = tests/unit/store/article_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_article_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_article_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_crash_test_SOURCES = tests/unit/store/crash_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_crash_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_crash_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_fault_test_SOURCES = tests/unit/store/fault_test.c $(STORE_TEST_SUPPORT) $(STORE_TEST_DISK)
tests_unit_store_fault_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_fault_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_history_test_SOURCES = tests/unit/store/history_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_history_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_history_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_migrate_test_SOURCES = tests/unit/store/migrate_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_migrate_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_migrate_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_open_test_SOURCES = tests/unit/store/open_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_open_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_open_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_plan_test_SOURCES = tests/unit/store/plan_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_plan_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_plan_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_claim_test_SOURCES = tests/unit/store/claim_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_claim_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_claim_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_put_test_SOURCES = tests/unit/store/put_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_put_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_put_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_random_test_SOURCES = tests/unit/store/random_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_random_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_random_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_version1_test_SOURCES = tests/unit/store/version1_test.c $(STORE_TEST_SUPPORT) $(STORE_TEST_DISK)
tests_unit_store_version1_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_version1_test_LDADD = $(STORE_TEST_LDADD)
tests_unit_store_walk_test_SOURCES = tests/unit/store/walk_test.c $(STORE_TEST_SUPPORT)
tests_unit_store_walk_test_CPPFLAGS = $(STORE_TEST_CPPFLAGS)
tests_unit_store_walk_test_LDADD = $(STORE_TEST_LDADD)
