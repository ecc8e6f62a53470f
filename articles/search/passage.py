"""Show where a query matches, in the writer's own letters."""

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from articles.text.fold import fold
from articles.text.words import words

BEFORE, LENGTH = 60, 230


def highlight(text, terms):
    """Return the text as safe HTML with each word that folds to a term inside <mark>."""
    return _marked(text, _hits(text, terms))


def passage(text, terms):
    """Return safe HTML of some 200 letters around the first match, cut between words."""
    hits = _hits(text, terms)
    start = max(0, hits[0][0] - BEFORE) if hits else 0
    if start:
        start = text.find(" ", start) + 1
    end = start + LENGTH
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    inside = [(a - start, b - start) for a, b in hits if a >= start and b <= end]
    cut = text[start:end].replace("\n", " ")
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return format_html("{}{}{}", before, _marked(cut, inside), after)


def _hits(text, terms):
    wanted = set(terms)
    return [(word.start, word.end) for word in words(text) if fold(word.text) in wanted]


def _marked(text, hits):
    out, at = [], 0
    for start, end in hits:
        out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*out, escape(text[at:])]))  # noqa: S308 - every part was escaped
