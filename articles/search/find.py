"""Find editions whose folded words hold every word of a query. Reads only; ranks simply for now."""

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from articles.models import Edition
from articles.text.fold import fold
from articles.text.words import words

MOST = 200  # only the newest so many matches are ranked
MOST_WORDS = 32
WEIGHTS = [0.1, 0.2, 0.4, 1.0]  # PostgreSQL's order: D, C, B, A; the title is A


def parse(text):
    """Return the folded words of what a reader typed, whatever stands between them."""
    typed = text.replace("\x00", " ")[:2000]
    found = (word.text for word in words(fold(typed)))
    return list(dict.fromkeys(found))[:MOST_WORDS]


def find(terms, language):
    """Return the editions that hold every term, the closest first; at most ``MOST``."""
    if not terms:
        return Edition.objects.none()
    query = SearchQuery(terms[0], config="simple", search_type="plain")
    for term in terms[1:]:
        query &= SearchQuery(term, config="simple", search_type="plain")
    newest = (
        Edition.objects.live()
        .filter(language=language, search=query)
        .order_by("-published_at", "-pk")
        .values("pk")[:MOST]
    )
    rank = SearchRank(F("search"), query, weights=WEIGHTS)
    return (
        Edition.objects.filter(pk__in=newest)
        .for_cards()
        .annotate(rank=rank)
        .order_by("-rank", "-published_at", "-pk")
    )
