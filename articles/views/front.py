"""Lay out the home page from the newest editions. No story stands on it twice."""

from django.db import connection
from django.urls import reverse

from articles.editions.placing import key
from articles.models import Kind
from articles.readership import most_read
from articles.related import related
from articles.views import shelves

NEWEST = 30
PER_SECTION = 12
STRIP, OPINIONS, BLOCK, FOLLOWUPS = 4, 4, 4, 3

# The newest places of many lists at once, each by its own range of the placement index.
NEWEST_OF_EACH = """
    SELECT wanted.list, near.edition_id
    FROM unnest(%s::text[]) WITH ORDINALITY AS wanted(list, turn)
    CROSS JOIN LATERAL (
        SELECT edition_id, published_at FROM articles_placement
        WHERE articles_placement.list = wanted.list
        ORDER BY published_at DESC, edition_id DESC LIMIT %s
    ) AS near
    ORDER BY wanted.turn, near.published_at DESC, near.edition_id DESC
"""


def plan(sections, language):
    """Return what stands where: lead, follow-ups, strip, opinion, section blocks, most read.

    Four queries beside the sections' own, whatever the size of the archive.
    """
    lists = {key(language, "section", section.pk): section for section in sections}
    newest = _newest_of([key(language, "home"), *lists])
    of_home = [pk for pk in newest.pop(key(language, "home"), [])][:NEWEST]
    read = most_read(language)
    everything = [pk for numbers in (of_home, read, *newest.values()) for pk in numbers]
    (found,) = shelves.fill(list(dict.fromkeys(everything)))
    by_pk = {edition.pk: edition for edition in found}
    opinion_lists = {name for name, section in lists.items() if section.is_opinion}
    opinions = [by_pk[pk] for name in opinion_lists for pk in newest.get(name, []) if pk in by_pk]
    used = {edition.pk for edition in opinions[:OPINIONS]}
    news = [by_pk[pk] for pk in of_home if pk in by_pk and by_pk[pk].kind != Kind.OPINION]
    lead = next((edition for edition in news if edition.picture), news[0] if news else None)
    if lead:
        used.add(lead.pk)
    strip = _take(sorted(news, key=lambda one: one.picture is None), STRIP, used)
    followups = _followups(lead, used)
    blocks = []
    for name, section in lists.items():
        if name in opinion_lists:
            continue
        editions = _take([by_pk[pk] for pk in newest.get(name, []) if pk in by_pk], BLOCK, used)
        if editions:
            blocks.append(_block(section, editions))
    return {
        "lead": lead,
        "followups": followups,
        "strip": strip,
        "opinion": opinions[:OPINIONS],
        "blocks": blocks,
        "most_read": [by_pk[pk] for pk in read if pk in by_pk],
        "feed_url": reverse("home_feed"),
    }


def _newest_of(names):
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(NEWEST_OF_EACH, [names, NEWEST])
        for name, pk in cursor.fetchall():
            found.setdefault(name, []).append(pk)
    return {
        name: numbers if name.endswith("/home") else numbers[:PER_SECTION]
        for name, numbers in found.items()
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
    """One section's block: the first story with a picture in front of the others."""
    first = next((edition for edition in editions if edition.picture), editions[0])
    rest = [edition for edition in editions if edition is not first]
    return {"category": section, "url": section.get_absolute_url(), "first": first, "rest": rest}
