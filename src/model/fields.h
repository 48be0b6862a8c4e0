/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forms that an article's fields have to have, whoever fills them in.
 *
 * Only forms are looked at: no list says which languages there are, nobody asks whether an address
 * leads anywhere.
 */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include "base/fault.h"
#include "model/rows.h"

enum article_field { FIELD_DATE, FIELD_URL, FIELD_LANG };

/*
 * INVALID, with the forms that are allowed as detail, unless
 * - published_at is YYYY, YYYY-MM or YYYY-MM-DD, the last perhaps with "T" or a space and a time;
 * - url is a scheme, ":" and something without white space;
 * - lang has the shape of a language tag (BCP 47): "ar", "en-GB", "zh-Hant-TW".
 * NULL and "" are not known, and fine. `*bad` (may be NULL) is the first field that is refused.
 */
enum status fields_check(const struct article *fields, enum article_field *bad,
			 struct fault *f) MUST_USE;

#endif
