"""Lay out the home page from the newest editions. No story stands on it twice."""

from django.urls import reverse

from articles.editions.newest import newest_of
from articles.editions.placing import key
from articles.models import Kind
from articles.readership import most_read
from articles.related import related
from articles.views import shelves

NEWEST = 30
PER_SECTION = 12
STRIP, OPINIONS, BLOCK, FOLLOWUPS = 4, 4, 4, 3


def plan(sections, language):
    """Return what stands where: lead, follow-ups, strip, opinion, section blocks, most read.

    Five queries beside the sections' own, whatever the size of the archive.
    """
    lists = {section: key(language, "section", section.pk) for section in sections}
    newest = newest_of([key(language, "home"), *lists.values()], NEWEST)
    of_home, read, *of_sections = shelves.fill(
        newest[key(language, "home")],
        most_read(language),
        *(newest[name][:PER_SECTION] for name in lists.values()),
    )
    news_of = dict(zip(lists, of_sections, strict=True))
    opinion = [one for section in lists if section.is_opinion for one in news_of.pop(section)]
    used = set()
    opinion = _take(opinion, OPINIONS, used)
    news = [edition for edition in of_home if edition.kind != Kind.OPINION]
    pictured_first = sorted(news, key=lambda edition: edition.picture is None)
    lead = next(iter(_take(pictured_first, 1, used)), None)
    strip = _take(pictured_first, STRIP, used)
    followups = _followups(lead, used)
    blocks = [
        _block(section, _take(editions, BLOCK, used)) for section, editions in news_of.items()
    ]
    return {
        "lead": lead,
        "followups": followups,
        "strip": strip,
        "opinion": opinion,
        "blocks": [block for block in blocks if block],
        "most_read": read,
        "feed_url": reverse("home_feed"),
    }


def _take(editions, most, used):
    """The first few that stand nowhere yet; they are used from now on."""
    taken = [edition for edition in editions if edition.pk not in used][:most]
    used.update(edition.pk for edition in taken)
    return taken


def _followups(lead, used):
    if lead is None:
        return []
    (near,) = shelves.fill([pk for pk in related(lead, limit=FOLLOWUPS * 3) if pk not in used])
    return _take(near, FOLLOWUPS, used)


def _block(section, editions):
    """One section's block: the first story with a picture in front of the others; None if empty."""
    if not editions:
        return None
    first = next((edition for edition in editions if edition.picture), editions[0])
    rest = [edition for edition in editions if edition is not first]
    return {"category": section, "url": section.get_absolute_url(), "first": first, "rest": rest}
