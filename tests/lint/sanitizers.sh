#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The control of the sanitizer run: each planted bug, built with the flags of this build, must end it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# must_die NAME EXPECTED-WORDS, the program on stdin
must_die() {
	cat >"$work/$1.c"
	# shellcheck disable=SC2086 # CC and flags are lists of words
	$CC $HASHIYA_CFLAGS -w -O0 "$work/$1.c" -o "$work/$1"
	if "$work/$1" >"$work/$1.out" 2>&1; then
		echo "$1: planted, not seen"
		exit 1
	fi
	grep -q "$2" "$work/$1.out" || {
		echo "$1: died of something else:"
		cat "$work/$1.out"
		exit 1
	}
}

must_die leak LeakSanitizer <<'END'
#include <stdlib.h>
void *p;
int main(void) { p = malloc(7); p = 0; return 0; }
END
must_die overflow heap-buffer-overflow <<'END'
#include <stdlib.h>
int main(void) { volatile char *p = malloc(7); p[7] = 1; return 0; }
END
must_die undefined 'signed integer overflow' <<'END'
int main(int n, char **a) { int i = 2147483647; i += n; return i == 5; }
END
