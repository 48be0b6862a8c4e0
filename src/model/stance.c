/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stance.h"

#include <stdlib.h>
#include <string.h>

static void value_release(struct stance_value *value)
{
	free(value->value);
	free(value->label);
	free(value->symbol);
	free(value->colour);
	free(value->definition);
}

void stance_scheme_release(struct stance_scheme *scheme)
{
	for (size_t i = 0; i < scheme->n; i++)
		value_release(&scheme->values[i]);
	free(scheme->values);
	free(scheme->name);
	free(scheme->title);
	*scheme = (struct stance_scheme){.name = NULL};
}

const struct stance_value *stance_find(const struct stance_scheme *scheme, const char *value)
{
	for (size_t i = 0; i < scheme->n; i++)
		if (strcmp(scheme->values[i].value, value) == 0)
			return &scheme->values[i];
	return NULL;
}
