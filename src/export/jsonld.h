/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * annotations.jsonld: W3C Web Annotation (REC-annotation-model-20170223), one AnnotationCollection
 * whose first and only page stands in it.
 *
 * Each tag, link and note is an Annotation of who made it, with the UUID it has in the project, and
 * so is each highlight that has neither tag nor link:
 *
 *	tag on a highlight        motivation tagging; a TextualBody of that purpose, the tag's path
 *	link to a claim           motivation assessing; a TextualBody, purpose linking, which is the
 *	                          claim (its id, its statement), and one of purpose assessing, which
 *	                          is the stance, where it was judged. stance_scheme, attribution,
 *	                          speaker and certainty are properties of the annotation with the
 *	                          prefix JSONLD_OURS, where they are known
 *	absent                    the same with the stance "absent"; its target is the whole article
 *	note                      motivation commenting; a TextualBody of that purpose. Its target
 *	                          is a highlight, an article, a tag or a claim; notes on the
 *	                          project are left out
 *	bare highlight            motivation highlighting, no body
 *
 * The target is a SpecificResource with the highlight's UUID, the same in all annotations on that:
 * source is the stored text (the article's UUID, title as dcterms:title, address as
 * dcterms:source), state a TimeState whose `cached` names its SHA-256 (RFC 6920, "nih:sha-256;" and
 * 64 digits), selector a TextPositionSelector, which counts code points, and a TextQuoteSelector;
 * what has lost its place has only the quote.
 */
#ifndef EXPORT_JSONLD_H
#define EXPORT_JSONLD_H

#include "export/rows.h"
#include "export/sink.h"

/* The prefix of properties that are no one else's, as absolute IRIs: no context is needed. */
#define JSONLD_OURS "urn:x-hashiya:"

/* Constant memory beside the rows. */
enum status jsonld_write(const struct export_rows *rows, const struct sink *sink,
			 struct fault *f) MUST_USE;

#endif
