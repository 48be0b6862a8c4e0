/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Acts in words: a project keeps the name of what was done and to what, and each who looks reads it
 * in the language of their interface.
 */
#ifndef APP_ACT_H
#define APP_ACT_H

#include <stddef.h>

#include "model/rows.h"

enum act_kind {
#define ACT(name, ...) ACT_##name,
#include "app/act.def"
#undef ACT
	N_ACT_KINDS
};

/* What a project stores for it; static. */
const char *act_name(enum act_kind kind);

/*
 * What the act did, foreign text in it isolated (app/words.h); of a kind that this program does not
 * know, its subject. The caller's.
 */
char *act_words(const struct act *act);

#endif
