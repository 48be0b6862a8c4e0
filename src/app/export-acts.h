/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person chose of the exports that the interface offers, until the end of the session. */
#ifndef APP_EXPORT_ACTS_H
#define APP_EXPORT_ACTS_H

enum { ONLY_ARTICLES, ONLY_TAG, ONLY_CLAIM, ONLY_CODER, ONLY_SINCE, N_EXPORT_ONLY };

/* What an export is limited to, as it was typed; NULL or "" is no limit. */
struct export_only {
	char *texts[N_EXPORT_ONLY];
};

void export_only_release(struct export_only *only);

#endif
