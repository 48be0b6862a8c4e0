/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the report looks: one sheet for both directions, for screens of any width and for paper.
 *
 * Sides are logical (start, end), so that a page in Arabic is mirrored without a rule of its own.
 * On paper backgrounds are left out by most printers: signs, words and borders stay.
 */
#include <string.h>

#include "export/report-internal.h"

/* Okabe and Ito's palette, by the names of app/theme, and what is readable on each. */
#define COLOURS(COLOUR)                                                            \
	COLOUR("orange", "#e69f00", "#000")                                         \
	COLOUR("sky", "#56b4e9", "#000")                                            \
	COLOUR("green", "#009e73", "#000")                                          \
	COLOUR("yellow", "#f0e442", "#000")                                         \
	COLOUR("blue", "#0072b2", "#fff")                                           \
	COLOUR("vermilion", "#d55e00", "#000")                                      \
	COLOUR("purple", "#cc79a7", "#000")                                         \
	COLOUR("grey", "#bbbbbb", "#000")

#define RULE(name, fill, text)                                                     \
	".k-" name "{background:" fill ";color:" text "}\n"                         \
	".k-" name " a{color:" text "}\n"

const char REPORT_STYLE[] =
	":root{color-scheme:light}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0 auto;max-width:78rem;padding:1rem 1.25rem 4rem;background:#fff;color:#111;"
	"font:16px/1.6 system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",\"Noto Sans Arabic\","
	"\"Noto Naskh Arabic\",\"Geeza Pro\",Tahoma,Arial,sans-serif}\n"
	"h1,h2,h3,h4{line-height:1.35;margin:0 0 .5rem;overflow-wrap:anywhere}\n"
	"h1{font-size:1.7rem}\n"
	"h2{font-size:1.35rem;margin-top:2.5rem;padding-bottom:.3rem;border-bottom:2px solid #111}\n"
	"h3{font-size:1.15rem}\n"
	"h4{font-size:1rem}\n"
	"p{margin:0 0 .5rem}\n"
	"a{color:#00508a;text-underline-offset:.15em}\n"
	"bdi,p,blockquote,.name,dd{overflow-wrap:anywhere}\n"
	/* Each line of a text of several has a direction of its own, as in the program. */
	"blockquote,.note p,td p{white-space:pre-wrap;unicode-bidi:plaintext;text-align:start}\n"
	"nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:1rem 0;padding:0}\n"
	".number{display:inline-block;min-width:1.6em;font-weight:700;font-variant-numeric:tabular-nums}\n"
	".facts{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;margin:0 0 .6rem}\n"
	".facts div{display:flex;gap:.5rem;min-width:0}\n"
	".facts dt,.by{color:#555}\n"
	".facts dd{margin:0;min-width:0}\n"
	".by{font-weight:400;font-size:.9rem}\n"
	/* The grid scrolls by itself where it is wider than the page; its claims stay in sight. */
	".scroll{overflow-x:auto;max-width:100%}\n"
	"table{border-collapse:collapse;background:#fff}\n"
	"caption{text-align:start;color:#555;padding-bottom:.4rem}\n"
	"th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:start;vertical-align:top}\n"
	"thead th{background:#eee;vertical-align:bottom}\n"
	".grid tbody th{position:sticky;inset-inline-start:0;background:#fff;font-weight:400;"
	"min-width:11rem;max-width:24rem}\n"
	".grid tbody th a{color:inherit;text-decoration:none}\n"
	".grid td{text-align:center;vertical-align:middle;min-width:5.5rem}\n"
	".grid td a{display:block}\n"
	".grid .name{font-weight:400;font-size:.85rem;line-height:1.3;max-width:11rem;max-height:3.9em;"
	"overflow:hidden}\n"
	".narrow th,.narrow td{padding:.15rem .3rem}\n"
	".narrow td{min-width:0}\n"
	".unread{color:#595959}\n"
	".times{font-size:.85em}\n"
	".legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.5rem 1.5rem;"
	"margin:1rem 0}\n"
	".legend dt{display:inline-block;border:1px solid #767676;padding:0 .5rem}\n"
	".legend dd{margin:.15rem 0 0;font-size:.9rem;color:#444}\n"
	/* What is far from the screen is not laid out: a page may have 20,000 passages. */
	".claim,.pair,article{content-visibility:auto;contain-intrinsic-size:auto 20rem}\n"
	".claim{margin:0 0 2.25rem;padding-top:.5rem}\n"
	".claim h4{margin-top:1rem}\n"
	".passage{max-width:52rem;margin:0 0 1rem;padding-inline-start:1rem;border-inline-start:4px solid #bbb}\n"
	"blockquote{margin:0 0 .4rem;font-size:1.05rem}\n"
	".sign{display:inline-block;min-width:1.5em;padding:0 .25em;text-align:center;"
	"border:1px solid #767676}\n"
	".chips{display:flex;flex-wrap:wrap;gap:.3rem;list-style:none;margin:0 0 .5rem;padding:0}\n"
	".chips li{border:1px solid #767676;padding-inline-end:.5rem;font-size:.9rem}\n"
	".chips a{color:inherit;text-decoration:none}\n"
	".note{margin:0 0 .5rem;padding:.4rem .75rem;background:#f3f3f3;border:1px solid #ccc}\n"
	".note p{margin:0}\n"
	"#compared h3{margin-top:1.75rem}\n"
	".shares td{text-align:center;min-width:3.5rem}\n"
	".shares td.count{text-align:end}\n"
	".shares th,.figures th{font-weight:400;min-width:0}\n"
	".shares tbody th,.figures tbody th{min-width:9rem}\n"
	".pair{margin:0 0 1.25rem;padding-top:.35rem;border-top:1px solid #ccc}\n"
	".pair strong{color:#111}\n"
	/* Beside each other where both have room for a line; else one under the other. */
	".sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));"
	"gap:.25rem 2rem}\n"
	".sides p,.alone p{padding-inline-start:.75rem;border-inline-start:4px solid #bbb;white-space:pre-wrap;"
	"unicode-bidi:plaintext;text-align:start}\n"
	".alone summary{cursor:pointer}\n"
	"mark{background:#fff3b0;color:inherit;text-decoration:underline;text-underline-offset:.2em}\n"
	".codebook th{font-weight:400;min-width:9rem}\n"
	".codebook thead th{font-weight:700;min-width:0}\n"
	".codebook td:nth-child(2){min-width:14rem}\n"
	".count{text-align:end;font-variant-numeric:tabular-nums}\n"
	"article{margin:0 0 1.5rem}\n"
	"svg{display:block;max-width:46rem;overflow:visible}\n"
	"svg text{font-size:14px;fill:#111;unicode-bidi:isolate}\n"
	"svg .rtl{direction:rtl}\n"
	"svg .ltr{direction:ltr}\n"
	"svg rect{stroke:#333;stroke-width:1}\n"
	":target{outline:3px solid #0072b2;outline-offset:3px}\n"
	COLOURS(RULE)
	"@media print{\n"
	"@page{margin:15mm}\n"
	"body{max-width:none;padding:0;font-size:10.5pt}\n"
	"nav{display:none}\n"
	"a{color:inherit;text-decoration:none}\n"
	"h2,h3,h4{break-after:avoid}\n"
	"h2{margin-top:1.5rem}\n"
	".claim,.pair,article{content-visibility:visible}\n"
	"tr,.passage,.pair,.note,.legend div,article{break-inside:avoid}\n"
	"thead{display:table-header-group}\n"
	".scroll{overflow:visible}\n"
	".grid{font-size:8.5pt}\n"
	".grid tbody th{position:static;min-width:0}\n"
	".grid td{min-width:0}\n"
	"th,td,.legend dt,.sign,.chips li{border-color:#000}\n"
	":target{outline:none}\n"
	"}\n";

static const char NO_FILL[] = "#ddd";

const char *report_fill(const char *colour)
{
#define FILL(name, fill, text) {name, fill},
	static const struct {
		const char *name, *fill;
	} fills[] = {COLOURS(FILL)};
#undef FILL
	for (size_t i = 0; i < sizeof fills / sizeof *fills; i++)
		if (strcmp(fills[i].name, colour) == 0)
			return fills[i].fill;
	return NO_FILL;
}

/* Only a known name becomes one of a class: the others are somebody's text. */
void report_put_colour(struct report *report, const char *class, const char *colour)
{
	bool known = strcmp(report_fill(colour), NO_FILL) != 0;
	if (!*class && !known)
		return;
	html_put(&report->html, " class=\"");
	html_put(&report->html, class);
	html_put(&report->html, *class && known ? " k-" : known ? "k-" : "");
	html_put(&report->html, known ? colour : "");
	html_put(&report->html, "\"");
}
