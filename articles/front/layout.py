"""What stands where on the home page: what an editor put there, then the newest. Writes nothing.

No story stands twice in lead, follow-ups, strip, opinion and sections. What is read most is a count
and not a place: a story may stand there too.
"""

from copy import copy
from enum import Enum

from django.utils import timezone

from articles.editions.cards import fill
from articles.editions.newest import newest_of
from articles.editions.placing import key
from articles.models import ROOM, Kind, Place, Slot
from articles.readership import most_read
from articles.related import related

NEWEST = 30
PER_SECTION = 12
BLOCK = 4


class Hold(Enum):
    """Whether a story that an editor put on the page stands there, and why not."""

    STANDS = "stands"
    WAITS = "waits"  # its place is full
    ALONE = "alone"  # a follow-up without the lead that it follows
    SECTIONLESS = "sectionless"  # no section of the page holds it


class _Page:
    """The page while it is laid out: which editions are used, and how each pin fares."""

    def __init__(self, pins, editions):
        found = {edition.pk: edition for edition in editions}
        self.pins = [(pin, found[pin.edition_id]) for pin in pins if pin.edition_id in found]
        self.holds = {pin.article_id: Hold.WAITS for pin, _edition in self.pins}
        self.used = set()

    def pinned(self, place, most, section=None):
        """The first few that an editor put there, in their order and as worded for the page."""
        taken = []
        for pin, edition in self.pins:
            if pin.place != place or (section and _top(edition) != section.pk):
                continue
            if len(taken) < most and edition.pk not in self.used:
                taken.append(_worded(edition, pin.headline))
                self.used.add(edition.pk)
                self.holds[pin.article_id] = Hold.STANDS
        return taken

    def take(self, editions, most):
        """The first few that stand nowhere yet; they are used from now on."""
        taken = [edition for edition in editions if edition.pk not in self.used][: max(most, 0)]
        self.used.update(edition.pk for edition in taken)
        return taken

    def filled(self, pinned, editions, most):
        return pinned + self.take(editions, most - len(pinned))

    def miss(self, place, hold, shown=()):
        """Say why the stories of a place do not stand there; not of those of ``shown`` sections."""
        for pin, edition in self.pins:
            if pin.place == place and _top(edition) not in shown:
                self.holds[pin.article_id] = hold


def plan(sections, language, pins=None, now=None):
    """Return what stands where: lead, followups, strip, opinion, blocks, most_read; updated_at.

    ``pins``: rows with place, article_id, headline and edition_id, in their order; those that are
    kept when None. ``holds`` tells of each by its article how it fares. Six queries beside the
    sections' own, whatever the size of the archive; one less without follow-ups to find.
    """
    if pins is None:
        pins = list(Slot.objects.standing(language, now or timezone.now()))
    lists = {section: key(language, "section", section.pk) for section in sections}
    home = key(language, "home")
    newest = newest_of([home, *lists.values()], NEWEST)
    of_pins, of_home, read, *of_sections = fill(
        [pin.edition_id for pin in pins],
        newest[home],
        most_read(language),
        *(newest[name][:PER_SECTION] for name in lists.values()),
    )
    page = _Page(pins, of_pins)
    news_of = dict(zip(lists, of_sections, strict=True))
    opinions = [one for section in lists if section.is_opinion for one in news_of.pop(section)]
    news = [edition for edition in of_home if edition.kind != Kind.OPINION]
    pictured_first = sorted(news, key=lambda edition: edition.picture is None)

    # What an editor put anywhere is taken first, so that nothing else stands there with it.
    lead = page.pinned(Place.LEAD, ROOM[Place.LEAD])
    followups = page.pinned(Place.FOLLOWUP, ROOM[Place.FOLLOWUP]) if lead else []
    if not lead:
        page.miss(Place.FOLLOWUP, Hold.ALONE)
    strip = page.pinned(Place.STRIP, ROOM[Place.STRIP])
    opinion = page.pinned(Place.OPINION, ROOM[Place.OPINION])
    firsts = {section: page.pinned(Place.SECTION, 1, section) for section in news_of}
    page.miss(Place.SECTION, Hold.SECTIONLESS, {section.pk for section in news_of})

    opinion = page.filled(opinion, opinions, ROOM[Place.OPINION])
    lead = page.filled(lead, pictured_first, ROOM[Place.LEAD])
    strip = page.filled(strip, pictured_first, ROOM[Place.STRIP])
    if lead and len(followups) < ROOM[Place.FOLLOWUP]:
        wanted = ROOM[Place.FOLLOWUP]
        (near,) = fill([pk for pk in related(lead[0], limit=wanted * 3) if pk not in page.used])
        followups = page.filled(followups, near, wanted)
    blocks = [
        _block(section, firsts[section], page.filled(firsts[section], editions, BLOCK))
        for section, editions in news_of.items()
    ]
    blocks = [block for block in blocks if block]
    shown = [*lead, *followups, *strip, *opinion, *(e for block in blocks for e in block["all"])]
    return {
        "lead": lead[0] if lead else None,
        "followups": followups,
        "strip": strip,
        "opinion": opinion,
        "opinion_section": next((one for one in sections if one.is_opinion), None),
        "blocks": blocks,
        "most_read": read,
        "updated_at": max((e.changed_at or e.published_at for e in shown), default=None),
        "holds": page.holds,
    }


def _top(edition):
    """The number of the top section that holds an edition; None without one."""
    return edition.section.trail[0].pk if edition.section_id else None


def _worded(edition, headline):
    """The edition under the headline that the front page gives it; the edition itself stays."""
    if not headline:
        return edition
    edition = copy(edition)
    edition.title = headline
    return edition


def _block(section, first, editions):
    """One section's block: what an editor put first, or a story with a picture; None if empty."""
    if not editions:
        return None
    pictured = (edition for edition in editions if edition.picture)
    first = first[0] if first else next(pictured, editions[0])
    rest = [edition for edition in editions if edition is not first]
    return {"category": section, "first": first, "rest": rest, "all": editions}
