/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the articles of an export compare with each other, for its report. */
#ifndef APP_EXPORT_LIKENESS_H
#define APP_EXPORT_LIKENESS_H

#include "app/export-rows.h"
#include "export/likeness.h"

/*
 * With EXPORT_COMPARE_AUTO only where the articles are so short that nobody waits for it. An article
 * of more than COMPARE_BYTES is left out. Release it in any case.
 */
enum status export_likeness(struct export_load *load, enum export_compare when,
			    struct likeness *out, struct fault *f) MUST_USE;
void export_likeness_release(struct likeness *likeness);

#endif
