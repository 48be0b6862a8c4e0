/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Results of tests that are rows of a data file, in TAP: one result a row, by its own name.
 * cmocka's unit is a function, and its 1.1.5 reports a skipped test as failed.
 */
#ifndef TESTS_UNIT_TEXT_TAP_H
#define TESTS_UNIT_TEXT_TAP_H

#include <stdbool.h>

/* One result. A failure says why on the lines after it. */
void tap_result(bool ok, const char *name);
void tap_why(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void tap_skip(const char *name, const char *reason);

/* Prints the plan; returns the exit code. A run without a single result has failed. */
int tap_end(void);

#endif
