"""Pages of a list by cursor: where the last page ended, not how many cards were passed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import Http404

from articles.models import Edition

SIZE = 20
EPOCH = datetime(1, 1, 1, tzinfo=UTC)  # so that no archive is older
MICROSECOND = timedelta(microseconds=1)
OLDEST_FIRST = "order=old"  # how an address asks for it


@dataclass(frozen=True)
class Page:
    """Some cards of a list and where the next ones are; ``next_url`` is empty on the last page."""

    editions: list
    next_url: str = ""
    oldest_first: bool = False


def page_of(request, key, size=SIZE, oldest_first=False, without=Edition.HEAVY, **computed):
    """Return the page of this list that the request asks for, in one query.

    ``oldest_first``: from its other end. ``without``: the columns of the editions that it leaves
    in the database. ``computed``: what the database works out of each edition, by the name under
    which the edition then has it.

        page_of(request, "ar/entity/7", sources=SourceCount("edition__cited"))
    """
    places = list(
        Edition.objects.listed(key, before=cursor(request), oldest_first=oldest_first)
        .annotate(**computed)
        .select_related("edition__section__parent__parent")
        .defer(*(f"edition__{name}" for name in without))[: size + 1]
    )
    more = len(places) > size
    editions = [place.edition for place in places[:size]]
    for place in places[:size]:
        for name in computed:
            setattr(place.edition, name, getattr(place, name))
    order = f"{OLDEST_FIRST}&" if oldest_first else ""
    more_url = f"{request.path}?{order}after={write_cursor(editions[-1])}" if more else ""
    return Page(editions, more_url, oldest_first)


def cursor(request):
    """Read the place where the page above ended; None at the top of the list, 404 when garbled."""
    text = request.GET.get("after", "")
    if not text:
        return None
    try:
        at, pk = text.split("-")
        return EPOCH + int(at, 36) * MICROSECOND, int(pk, 36) % 2**63
    except (ValueError, OverflowError):
        raise Http404 from None


def write_cursor(edition):
    """Write the place of an edition in a list as a short word for an address."""
    return write_place(edition.published_at, edition.pk)


def write_place(at, pk):
    """Write a place in any list that is ordered by a time and a number, the newest first."""
    return f"{_base36((at - EPOCH) // MICROSECOND)}-{_base36(pk)}"


def _base36(number):
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits
