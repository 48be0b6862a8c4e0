/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The review: the highlights of new versions that moved or have no place, one by one; what each was
 * beside what it is now, and keys to decide.
 */
#ifndef APP_REVIEW_H
#define APP_REVIEW_H

#include "app/versions.h"
#include "app/view.h"

/*
 * Says what came of an import of a new version: how many highlights were carried over, and which
 * key leads to those that have to be looked at.
 */
void review_tell(struct app *app, const struct article *article,
		 const struct import_outcome *outcome);

#endif
