/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A link between a passage and a claim while a person is asked about it: the stance in one key, and,
 * for who wants to say more, who speaks, by name, and how sure.
 *
 * Each question is a view of its own that copies the link, so that Esc at any of them leaves no
 * trace; what comes of the last is one act.
 */
#ifndef APP_CLAIM_LINK_H
#define APP_CLAIM_LINK_H

#include <stdbool.h>

#include "app/pane.h"
#include "model/rows.h"

struct app;

struct claim_link {
	struct pane *pane;       /* where there is no highlight yet: compared before it is used */
	struct cp_range range;   /* what is to be highlighted there */
	char highlight[ID_SIZE]; /* "" */
	char claim[ID_SIZE];     /* "": `statement` is to be a new claim's */
	char *statement;         /* the claim's */
	char *lang;              /* of a new claim */
	char *stance, *attribution, *speaker, *certainty; /* "" not said */
};

/* Its strings are copied, and are "" where NULL. */
struct claim_link *claim_link_new(const struct claim_link *link);
void claim_link_free(struct claim_link *link);
/* What is said in `mention`, in place of what the link had. */
void claim_link_take_mention(struct claim_link *link, const struct mention *mention);

/* Asks for the stance, and saves; `link` is copied. */
void claim_link_ask_stance(struct app *app, const struct claim_link *link);
/* Asks who speaks and how sure, and saves. */
void claim_link_ask_details(struct app *app, const struct claim_link *link);

/* Saves it in one act, and says what came of it. */
bool claim_link_save(struct app *app, const struct claim_link *link);
/* What repeat-tag links to from here on: its claim, with its stance. */
void claim_link_remember(struct app *app, const struct claim_link *link);

#endif
