"""The breaking line: one line, one story, one time, which ends by itself. Nothing moves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from articles.front.arranging import Overtaken, front_of
from articles.models import Breaking, Front

LASTS = timedelta(hours=2)


@dataclass(frozen=True)
class Line:
    """What readers see: the words, where they lead (nowhere when empty), and since when."""

    words: str
    url: str
    at: datetime


def running(language, now=None):
    """Return the Line that readers of a language see now, or None. One query, one row.

    A line whose story is withdrawn is silent, its own sentence too: it may be what had to go.
    """
    found = Breaking.objects.running(language, now or timezone.now()).with_edition(language)
    row = found.first()
    if row is None or (row.article_id and not row.edition):
        return None
    if not row.article_id:
        return Line(row.sentence, "", row.began_at)
    (edition,) = row.edition
    with translation.override(language):
        url = reverse("article", args=[row.article_id, edition["slug"]])
    return Line(row.sentence or edition["title"], url, row.began_at)


@transaction.atomic
def announce(language, by, *, sentence="", article_id=None, seen=None, lasts=LASTS, now=None):
    """Begin a breaking line and end the one before it; return the new row.

    ``seen``: the number of the line that was looked at, None for none. Raises Overtaken, having
    changed nothing, when another runs meanwhile; its ``now`` is that row, or None.
    """
    now = now or timezone.now()
    _end_what_was_seen(language, seen, now)
    return Breaking.objects.create(
        language=language,
        sentence=sentence,
        article_id=article_id,
        began_at=now,
        ends_at=now + lasts,
        by=by,
    )


@transaction.atomic
def end(language, seen, now=None):
    """End the line that was looked at; return it, or None when it had ended by itself.

    Raises Overtaken, having changed nothing, when another runs meanwhile.
    """
    return _end_what_was_seen(language, seen, now or timezone.now())


def _end_what_was_seen(language, seen, now):
    # The front's row is the queue: of two editors at once the second sees the first one's line.
    front_of(language)
    Front.objects.select_for_update(of=("self",)).get(language=language)
    row = Breaking.objects.running(language, now).first()
    if row is None:
        return None
    if row.pk != seen:
        raise Overtaken(row)
    row.ends_at = now
    row.save(update_fields=["ends_at"])
    return row
