/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the JSON of a comparison share. Only compare-json*.c include it. */
#ifndef CLI_COMPARE_JSON_INTERNAL_H
#define CLI_COMPARE_JSON_INTERNAL_H

#include "base/json.h"
#include "cli/compared.h"
#include "compare/link.h"

struct writer {
	struct compared *all;
	struct out *out;
	struct str json;        /* what was not yet handed on */
	struct link_list links; /* of two articles */
	struct match_list why;
};

/* Hands on what was written, once it is enough to be worth it. */
void writer_hand_on(struct writer *writer);
/* Opens a member of the object under way: an array, or an object. */
void writer_open(struct writer *writer, const char *name, char bracket);

/* "2:7": the seventh unit of the second article; as a value, and as a member. */
void json_ref(struct str *json, struct unit_ref ref);
void json_ref_member(struct str *json, const char *name, struct unit_ref ref);
void json_range_member(struct str *json, const char *name, struct cp_range range);
/* `parts` of COMPARE_ONE, with three decimals: no floating point, no locale. */
void json_parts_member(struct str *json, const char *name, unsigned parts);

/* The members behind "units" and "links"; the survey is there. */
void compare_json_survey(struct writer *writer);

#endif
