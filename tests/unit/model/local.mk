# SPDX-License-Identifier: GPL-3.0-or-later
MODEL_TESTS = \
	tests/unit/model/anchor_test \
	tests/unit/model/approx_test \
	tests/unit/model/coverage_test \
	tests/unit/model/fields_test \
	tests/unit/model/id_test \
	tests/unit/model/lineage_test \
	tests/unit/model/proof_test \
	tests/unit/model/instant_test \
	tests/unit/model/reanchor_test \
	tests/unit/model/rows_test \
	tests/unit/model/lookup_test \
	tests/unit/model/statement_test \
	tests/unit/model/tagpath_test \
	tests/unit/model/vocabulary_test
check_PROGRAMS += $(MODEL_TESTS)
TESTS += $(MODEL_TESTS)
tests_unit_model_anchor_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_coverage_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_approx_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_fields_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_id_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_lineage_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_proof_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_instant_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_reanchor_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_rows_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_tagpath_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_vocabulary_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_lookup_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
tests_unit_model_statement_test_LDADD = $(MODEL_LIBS) $(TEST_LIBS)
