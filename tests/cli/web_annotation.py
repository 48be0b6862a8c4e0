# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the Web Annotation Data Model (W3C Recommendation of 23 February 2017) that our export has to keep.

complaints(collection, texts) tells what is wrong; `texts` are the stored texts by the IRI of their source, so
that selectors are proved and not only looked at. Sections are those of the Recommendation.
"""
import hashlib
import re

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# 3.3.5, the motivations of the vocabulary
MOTIVATIONS = {"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking",
               "moderating", "questioning", "replying", "tagging"}
URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(#\w+)?$")
# xsd:dateTime with a zone: 3.3.1 wants UTC, "Z"
TIME = re.compile(r"\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def listed(value):
    return value if isinstance(value, list) else [value]


def text_properties(thing, where):
    """3.2.1, 3.2.4: what a text says of itself."""
    if thing.get("textDirection") not in ("ltr", "rtl", "auto"):
        yield f"{where}: textDirection"
    if thing.get("format") != "text/plain":
        yield f"{where}: format"
    if not LANGUAGE.match(thing.get("language", "und")):
        yield f"{where}: language"


def check_body(body, where):
    """3.2.4: a TextualBody has exactly one value."""
    if body.get("type") != "TextualBody":
        yield f"{where}: type"
    if not isinstance(body.get("value"), str):
        yield f"{where}: value"
    if body.get("purpose") not in MOTIVATIONS:
        yield f"{where}: purpose"
    if "id" in body and not URN.match(body["id"]):
        yield f"{where}: id"
    yield from text_properties(body, where)


def check_selector(selector, text, where):
    if selector.get("type") == "TextPositionSelector":  # 4.2.5
        start, end = selector.get("start"), selector.get("end")
        if not is_count(start) or not is_count(end) or start >= end or end > len(text):
            yield f"{where}: start, end"
    elif selector.get("type") == "TextQuoteSelector":  # 4.2.4
        exact, prefix, suffix = (selector.get(name) for name in ("exact", "prefix", "suffix"))
        if not all(isinstance(part, str) for part in (exact, prefix, suffix)) or not exact:
            yield f"{where}: exact, prefix, suffix"
        elif prefix + exact + suffix not in text:
            yield f"{where}: the quote is not in the text"
    else:
        yield f"{where}: type"


def check_agreement(selectors, text, where):
    """4.2: several selectors select the same."""
    by_type = {one.get("type"): one for one in selectors}
    place, quote = by_type.get("TextPositionSelector"), by_type.get("TextQuoteSelector")
    if place and quote and is_count(place.get("start")) and is_count(place.get("end")):
        start, end = place["start"], place["end"]
        if (text[start:end] != quote.get("exact") or not text[:start].endswith(quote.get("prefix", "\0"))
                or not text[end:].startswith(quote.get("suffix", "\0"))):
            yield f"{where}: the place is not that of the quote"
    if len(by_type) != len(selectors):
        yield f"{where}: selectors"


def check_state(state, text, where):
    """4.3.1: TimeState; the copy is named by its digest (RFC 6920)."""
    if state.get("type") != "TimeState" or not TIME.match(state.get("sourceDate", "")):
        yield f"{where}: type, sourceDate"
    if state.get("cached") != "nih:sha-256;" + hashlib.sha256(text.encode()).hexdigest():
        yield f"{where}: cached"


def check_target(target, texts, where):
    """3.2.1, 4: a text of ours, or something else by its IRI."""
    if not isinstance(target, dict):
        yield f"{where}: none"
        return
    if target.get("type") != "SpecificResource":
        if not URN.match(target.get("id", "")):
            yield f"{where}: id"
        return
    source = target.get("source")
    if not isinstance(source, dict) or source.get("id") not in texts:
        yield f"{where}: source"
        return
    text = texts[source["id"]]
    yield from text_properties(source, where + " source")
    yield from check_state(target.get("state", {}), text, where + " state")
    selectors = target.get("selector", [])
    for one in selectors:
        yield from check_selector(one, text, where + " selector")
    yield from check_agreement(selectors, text, where)


def check_annotation(annotation, texts, where):
    if not URN.match(annotation.get("id", "")):  # 3.1: exactly one IRI
        yield f"{where}: id"
    if annotation.get("type") != "Annotation":
        yield f"{where}: type"
    if annotation.get("motivation") not in MOTIVATIONS:
        yield f"{where}: motivation"
    for name in ("created", "modified"):
        if not TIME.match(annotation.get(name, "")):
            yield f"{where}: {name}"
    creator = annotation.get("creator", {})  # 3.3.1, 3.3.2
    if creator.get("type") != "Person" or not isinstance(creator.get("name"), str):
        yield f"{where}: creator"
    for i, body in enumerate(listed(annotation.get("body", []))):
        yield from check_body(body, f"{where} body {i}")
    yield from check_target(annotation.get("target"), texts, where + " target")


def check_page(page, texts):
    """5.2: an IRI, its place, its items."""
    if page.get("type") != "AnnotationPage" or not URN.match(page.get("id", "")) or page.get("startIndex") != 0:
        yield "page: type, id, startIndex"
    items = page.get("items")
    if not isinstance(items, list) or not items:
        yield "page: items"
        return
    ids = [one.get("id") for one in items]
    if len(set(ids)) != len(ids):
        yield "page: an id stands twice"
    for i, one in enumerate(items):
        yield from check_annotation(one, texts, f"item {i}")


def check_collection(collection, texts):
    """5.1: an IRI, how many, and a first page unless there are none."""
    if CONTEXT not in listed(collection.get("@context")):
        yield "@context"
    if collection.get("type") != "AnnotationCollection" or not URN.match(collection.get("id", "")):
        yield "collection: type, id"
    if not is_count(collection.get("total")):
        yield "collection: total"
    first = collection.get("first")
    if first is None:
        if collection.get("total") != 0:
            yield "collection: first"
        return
    if collection.get("total") != len(first.get("items", [])) or collection.get("last") != first.get("id"):
        yield "collection: total, last"
    yield from check_page(first, texts)


def complaints(collection, texts):
    return list(check_collection(collection, texts))
