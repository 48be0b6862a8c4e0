/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms kept once each, known by an index: in order of their first coming, so that no table's order
 * ever shows.
 */
#ifndef COMPARE_FORMS_H
#define COMPARE_FORMS_H

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "compare/form.h"

enum { FORMS_NONE = UINT32_MAX };

struct forms_item {
	uint32_t start;  /* of its letters in `letters` */
	uint32_t traits; /* the owner's to set; 0 at first */
	uint8_t n_cp;
	uint8_t tag;     /* two forms are the same if this is too */
};

/* All zero is a valid empty one. */
struct forms {
	char32_t *letters;
	size_t n_letters, cap_letters;
	struct forms_item *items;
	size_t n, cap;
	uint32_t *slots; /* index + 1 by hash; 0 is free */
	size_t n_slots;  /* a power of two */
	uint64_t seed;   /* so that no choice of words makes it slow */
};

/* The index of a form, which is added if it is new. At most UINT8_MAX code points count. */
uint32_t forms_add(struct forms *forms, uint8_t tag, const char32_t *cps, size_t n_cp);

/* The index of a form; FORMS_NONE of one that is not there. */
uint32_t forms_find(const struct forms *forms, uint8_t tag, const char32_t *cps, size_t n_cp);

static inline struct letters forms_letters(const struct forms *forms, uint32_t i)
{
	const struct forms_item *item = &forms->items[i];
	return (struct letters){forms->letters + item->start, item->n_cp};
}

/* Room for so many letters: until they are there, none of forms_letters() moves. */
void forms_reserve(struct forms *forms, size_t n_letters);

/* No more is looked for: frees what that takes, and spare room. */
void forms_close(struct forms *forms);
void forms_release(struct forms *forms);

#endif
