"""Pages of a list by cursor: where the last page ended, not how many cards were passed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import Http404

from articles.models import Edition

SIZE = 20
EPOCH = datetime(1, 1, 1, tzinfo=UTC)  # so that no archive is older
MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Page:
    """Some cards of a list and where the next ones are; ``next_url`` is empty on the last page."""

    editions: list
    next_url: str = ""


def page_of(request, key, size=SIZE, without=Edition.HEAVY):
    """Return the page of this list that the request asks for, in one query.

    ``without``: the columns of the editions that it leaves in the database.
    """
    places = list(
        Edition.objects.listed(key, before=cursor(request))
        .select_related("edition__section__parent__parent")
        .defer(*(f"edition__{name}" for name in without))[: size + 1]
    )
    more = len(places) > size
    editions = [place.edition for place in places[:size]]
    return Page(editions, f"{request.path}?after={write_cursor(editions[-1])}" if more else "")


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
