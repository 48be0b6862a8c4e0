/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One target, without end: see HACKING.md. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

#ifndef FUZZ_TARGET
#error "-DFUZZ_TARGET=fuzz_NAME says which"
#endif

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	return setlocale(LC_ALL, "C.UTF-8") == NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const char *wrong = FUZZ_TARGET(bytes, n);
	if (wrong) {
		fprintf(stderr, "%s\n", wrong);
		abort();
	}
	return 0;
}
