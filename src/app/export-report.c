/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTML report of a project, as the interface would show it. */
#include "export/report.h"

#include <stdlib.h>

#include "app/export-likeness.h"
#include "app/export-write.h"
#include "app/i18n.h"
#include "app/language.h"
#include "app/mirror.h"
#include "app/stances.h"
#include "app/theme.h"
#include "base/xalloc.h"

static const char *translate(const char *msgid)
{
	return gettext(msgid);
}

static struct report_tag_look *looks_of(const struct tag_list *tags)
{
	struct report_tag_look *looks = xcalloc(tags->n ? tags->n : 1, sizeof *looks);
	for (size_t i = 0; i < tags->n; i++)
		theme_tag_names(tags, i, &looks[i].symbol, &looks[i].colour);
	return looks;
}

static enum status write_report(struct export_load *load, const char *title,
				const struct stance_scheme *scheme,
				const struct likeness *likeness, const struct sink *sink,
				struct fault *f)
{
	struct report_tag_look *looks = looks_of(&load->tags);
	const struct report_options options = {.title = title,
					       .scheme = scheme,
					       .tag_looks = looks,
					       .likeness = likeness,
					       .lang = interface_language(),
					       .rtl = mirror_is_on(),
					       .translate = translate};
	enum status status = report_html(&load->rows, &options, sink, f);
	free(looks);
	return status;
}

enum status export_report(struct export_load *load, const struct export_request *request,
			  const struct sink *sink, struct fault *f)
{
	struct stance_scheme scheme;
	struct likeness likeness = {.state = LIKENESS_NOT};
	enum status status = stances_of_project(load->project, &scheme, f);
	if (status == STATUS_OK)
		status = export_likeness(load, request->compare, &likeness, f);
	if (status == STATUS_OK)
		status = write_report(load, request->title, &scheme, &likeness, sink, f);
	export_likeness_release(&likeness);
	stance_scheme_release(&scheme);
	return status;
}
