"""The only entrance for a change of the front page: whole, counted, never over another's unseen."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from articles.models import Front, Place, Slot

MOST = 60  # stories that an editor may hold on one front page
ORDER = {place: turn for turn, place in enumerate(Place)}


class Overtaken(Exception):
    """Somebody else changed it since it was looked at; ``now`` is the row as it is now."""

    def __init__(self, now):
        super().__init__()
        self.now = now


@dataclass(frozen=True)
class Pin:
    """One story in one place, before it is kept; ``edition_id`` is None where readers have none."""

    place: Place
    article_id: int
    headline: str = ""
    until: datetime | None = None
    edition_id: int | None = None


def front_of(language):
    """Return the front page of a language; each language has one from its first use on."""
    front, _made = Front.objects.select_related("changed_by").get_or_create(language=language)
    return front


def kept(front):
    """Return what an editor put on the page, as Pins in the order of the page, ended ones too."""
    rows = sorted(front.slots.all(), key=lambda slot: (ORDER[slot.place], slot.number, slot.pk))
    return [Pin(Place(row.place), row.article_id, row.headline, row.until) for row in rows]


@transaction.atomic
def arrange(language, pins, by, seen):
    """Put these stories on the page in place of those before; return the Pins before and now.

    ``pins`` stand in the order of the page, no story twice. ``seen``: the version that was looked
    at. Raises Overtaken, having changed nothing, when there is a later one.
    """
    front_of(language)
    front = Front.objects.select_for_update(of=("self",)).get(language=language)
    if front.version != seen:
        raise Overtaken(front)
    before = kept(front)
    front.slots.all().delete()
    ordered = sorted(pins, key=lambda pin: ORDER[pin.place])
    Slot.objects.bulk_create(
        Slot(
            front=front,
            place=place,
            number=number,
            article_id=pin.article_id,
            headline=pin.headline,
            until=pin.until,
        )
        for place, group in groupby(ordered, key=lambda pin: pin.place)
        for number, pin in enumerate(group, start=1)
    )
    front.version += 1
    front.changed_at, front.changed_by = timezone.now(), by
    front.save(update_fields=["version", "changed_at", "changed_by"])
    return before, kept(front)
