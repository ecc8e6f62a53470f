"""Show where a query matches, in the writer's own letters."""

from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from articles.text.fold import fold
from articles.text.stems import stems
from articles.text.words import words

BEFORE, LENGTH = 60, 230
# Longer texts are searched for the best passage only so far: a reader waits for twenty of them.
MOST_LETTERS = 20_000


@dataclass(frozen=True)
class Matcher:
    """Knows which words of a text a query matched: the words themselves and stems of others."""

    exact: dict
    stems: dict

    @classmethod
    def of(cls, groups):
        """Make it of the meanings of a query, as an Answer has them."""
        exact, forms = {}, {}
        for number, meaning in enumerate(one for group in groups for one in group):
            if not meaning.is_phrase:
                forms |= dict.fromkeys((*meaning.stems, *meaning.kin_stems), number)
            for word in (
                *meaning.typed,
                *meaning.near,
                *(w for name in meaning.names for w in name),
            ):
                exact[word] = number
        return cls(exact, forms)

    def hits(self, text):
        """List (start, end, number of the term) for every word of the text that matched."""
        found = []
        for word in words(text[:MOST_LETTERS]):
            folded = fold(word.text)
            number = self.exact.get(folded)
            if number is None:
                number = next((self.stems[s] for s in stems(folded) if s in self.stems), None)
            if number is not None:
                found.append((word.start, word.end, number))
        return found


def highlight(text, matcher):
    """Return the text as safe HTML with each word that matched inside <mark>."""
    return _marked(text, matcher.hits(text))


def passage(text, matcher):
    """Return safe HTML of some 200 letters where most of the query stands, cut between words."""
    hits = matcher.hits(text)
    start = max(0, _best(hits) - BEFORE)
    if start:
        start = text.find(" ", start) + 1
    end = start + LENGTH
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    inside = [(a - start, b - start, n) for a, b, n in hits if a >= start and b <= end]
    cut = text[start:end].replace("\n", " ")
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return format_html("{}{}{}", before, _marked(cut, inside), after)


def _best(hits):
    """Return where the passage with most different terms begins; of equal ones the first."""
    best, most = 0, 0
    for at, (start, _end, _number) in enumerate(hits):
        inside = {n for a, b, n in hits[at : at + 40] if b <= start + LENGTH - BEFORE}
        if len(inside) > most:
            best, most = start, len(inside)
    return best


def _marked(text, hits):
    out, at = [], 0
    for start, end, _number in hits:
        out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*out, escape(text[at:])]))  # noqa: S308 - every part was escaped
