/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"

#include "app/i18n.h"

const char *interface_language(void)
{
	/* TRANSLATORS: the tag (BCP 47) of the language that this is translated into: ar, fa, he */
	return _("en");
}
