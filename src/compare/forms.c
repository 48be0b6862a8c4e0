/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/forms.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/vec.h"
#include "base/xalloc.h"

enum { FIRST_SLOTS = 256 };

/* Each half of a product of 64 bits depends on all bits of both factors. */
static uint64_t mix(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128)a * b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t hash(const struct forms *forms, uint8_t tag, const char32_t *cps, size_t n_cp)
{
	static const uint64_t odd = 0x9E3779B97F4A7C15, other = 0xD6E8FEB86659FD93;
	uint64_t h = forms->seed ^ tag;
	for (size_t i = 0; i < n_cp; i++)
		h = mix(h ^ cps[i] ^ odd, other ^ forms->seed);
	return mix(h ^ n_cp, odd);
}

static bool is_item(const struct forms *forms, uint32_t i, uint8_t tag, const char32_t *cps,
		    size_t n_cp)
{
	const struct forms_item *item = &forms->items[i];
	return item->tag == tag && item->n_cp == n_cp &&
	       memcmp(forms->letters + item->start, cps, n_cp * sizeof *cps) == 0;
}

/* The slot that holds a form, or the free one where it belongs. */
static size_t find_slot(const struct forms *forms, uint8_t tag, const char32_t *cps, size_t n_cp)
{
	size_t slot = hash(forms, tag, cps, n_cp) & (forms->n_slots - 1);
	while (forms->slots[slot] && !is_item(forms, forms->slots[slot] - 1, tag, cps, n_cp))
		slot = (slot + 1) & (forms->n_slots - 1);
	return slot;
}

static void grow(struct forms *forms)
{
	if (forms->n_slots == 0 && getentropy(&forms->seed, sizeof forms->seed) != 0)
		forms->seed = 0; /* as good, but against those who know it */
	free(forms->slots);
	forms->n_slots = forms->n_slots ? forms->n_slots * 2 : FIRST_SLOTS;
	forms->slots = xcalloc(forms->n_slots, sizeof *forms->slots);
	for (uint32_t i = 0; i < forms->n; i++) {
		struct letters letters = forms_letters(forms, i);
		size_t slot = find_slot(forms, forms->items[i].tag, letters.cps, letters.n_cp);
		forms->slots[slot] = i + 1;
	}
}

uint32_t forms_add(struct forms *forms, uint8_t tag, const char32_t *cps, size_t n_cp)
{
	if (n_cp > UINT8_MAX)
		n_cp = UINT8_MAX;
	if (forms->n * 2 >= forms->n_slots)
		grow(forms);
	size_t slot = find_slot(forms, tag, cps, n_cp);
	if (forms->slots[slot])
		return forms->slots[slot] - 1;
	struct forms_item item = {.start = (uint32_t)forms->n_letters, .n_cp = (uint8_t)n_cp,
				  .tag = tag};
	forms_reserve(forms, n_cp);
	memcpy(forms->letters + forms->n_letters, cps, n_cp * sizeof *cps);
	forms->n_letters += n_cp;
	VEC_PUSH(forms->items, forms->n, forms->cap, item);
	forms->slots[slot] = (uint32_t)forms->n;
	return (uint32_t)forms->n - 1;
}

uint32_t forms_find(const struct forms *forms, uint8_t tag, const char32_t *cps, size_t n_cp)
{
	if (forms->n_slots == 0)
		return FORMS_NONE;
	uint32_t found = forms->slots[find_slot(forms, tag, cps, n_cp)];
	return found ? found - 1 : FORMS_NONE;
}

void forms_reserve(struct forms *forms, size_t n_letters)
{
	forms->letters = vec_reserve(forms->letters, &forms->cap_letters,
				     forms->n_letters + n_letters, sizeof *forms->letters);
}

void forms_close(struct forms *forms)
{
	free(forms->slots);
	forms->slots = NULL;
	forms->n_slots = 0;
	if (forms->n == 0)
		return;
	forms->items = xrealloc(forms->items, forms->n, sizeof *forms->items);
	forms->letters = xrealloc(forms->letters, forms->n_letters + 1, sizeof *forms->letters);
	forms->cap = forms->n;
	forms->cap_letters = forms->n_letters + 1;
}

void forms_release(struct forms *forms)
{
	free(forms->letters);
	free(forms->items);
	free(forms->slots);
	*forms = (struct forms){.letters = NULL};
}
