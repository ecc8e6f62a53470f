"""Fill a newsroom with the demo, through the same entrance that people use. Adds nothing twice."""

import hashlib
import json
import secrets
from datetime import timedelta

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from articles import readership, roles, workflow
from articles.demo import cast
from articles.demo.story import (
    LANGUAGES,
    body_html,
    standing_pages,
    stories,
    versions,
    world,
)
from articles.models import Citation, IntakeItem, ReadCount
from articles.models.intake import DEMO
from articles.recognition import starter
from articles.search import synonyms, vocabulary

TRANSLATED_INTO = {"translator": "en"}  # the demo is written in Arabic
READ_HOURS = 36  # the demo's readings lie within these last hours


def fill(tell):
    """Bring all that is missing and return how many stories; ``tell(line)`` hears of it."""
    country = world()
    roles.repair()
    starter.load(apps)
    synonyms.load()
    tell("Sections, names and sources …")
    with transaction.atomic():
        sections = cast.sections(country["category"])
        sources = cast.sources(country["source"])
        cast.entities(country["entity"])
        authors = cast.authors(country["author"])
        cast.tags(country["tag"])
        cast.pages(standing_pages(), timezone.now())
    images = cast.images(
        country["picture"], lambda number, of: tell(f"Drawing pictures {number}/{of} …")
    )
    held = set(IntakeItem.objects.filter(format=DEMO).values_list("key", flat=True))
    missing = [(name, story) for name, story in stories() if key_of(name) not in held]
    # The oldest first, so that numbers follow time as they do in a newsroom.
    missing.sort(key=lambda pair: -pair[1]["hours_ago"])
    now = timezone.now()
    for number, (name, story) in enumerate(missing, start=1):
        if number % 8 == 1 or number == len(missing):
            tell(f"Writing and publishing stories {number}/{len(missing)} …")
        take(name, story, sections, sources, authors, images, now)
    # A worker would do it within a minute; whoever tries the demo searches at once.
    vocabulary.catch_up()
    return len(missing)


@transaction.atomic
def take(name, story, sections, sources, authors, images, now):
    """Write, publish and count one story."""
    values = {
        "kind": story["kind"],
        "category": sections[story["category"]],
        "image": images.get(story.get("picture")),
        "published_at": now - timedelta(hours=story["hours_ago"]),
        "bylines": [
            (authors[key], role, TRANSLATED_INTO.get(role, "")) for key, role in story["authors"]
        ],
        "tags": story["tags"],
        "citations": _citations(story, sources),
        "figures": _figures(story, images),
        **_checked(story, now),
    }
    first, *later = versions(story)
    for language in LANGUAGES:
        values |= _written(first, language)
    article = workflow.create(values)
    workflow.publish(article, moment=values["published_at"])
    for version, change in zip(later, story.get("change", []), strict=True):
        texts = {
            f"body_{one}": body_html(version[one]["body"]) for one in LANGUAGES if version.get(one)
        }
        workflow.edit(article, texts)
        sentences = {one: change.get(f"sentence_{one}", "") for one in LANGUAGES}
        at = now - timedelta(hours=change["hours_ago"])
        workflow.publish(article, act=change["act"], sentences=sentences, moment=at)
    _count(article, story, now)
    digest = hashlib.sha256(json.dumps(story, sort_keys=True).encode()).hexdigest()
    IntakeItem.objects.create(key=key_of(name), format=DEMO, digest=digest, article=article)


def key_of(name):
    return f"{DEMO}:{name}"


def people(passwords):
    """Make one login for each role and return {login: (role, password)} of all that are the demo's.

    ``passwords`` holds those of earlier starts; a login that exists keeps its password.
    """
    users = get_user_model().objects
    logins = {}
    for role in roles.ROLES:
        name = role.key.replace("_", "-")
        user, new = users.get_or_create(
            username=name, defaults={"is_staff": True, "is_superuser": role.is_superuser}
        )
        if new or name not in passwords:
            passwords[name] = secrets.token_urlsafe(9)
            user.set_password(passwords[name])
            user.save(update_fields=["password"])
        user.groups.add(Group.objects.get(name=role.key))
        logins[name] = (role.label, passwords[name])
    return logins


def _written(story, language):
    text = story.get(language, {})
    return {
        f"title_{language}": text.get("title", ""),
        f"lead_{language}": text.get("lead", ""),
        f"body_{language}": body_html(text.get("body", "")),
        f"dateline_{language}": story.get(f"dateline_{language}", "") if text else "",
        f"box_title_{language}": text.get("box_title", ""),
        f"box_{language}": body_html(text.get("box", "")),
        f"claim_{language}": text.get("claim", ""),
        f"claimant_{language}": text.get("claimant", ""),
        f"verdict_sentence_{language}": text.get("verdict_sentence", ""),
        f"caption_{language}": story.get(f"caption_{language}", "") if text else "",
    }


def _citations(story, sources):
    return [
        {
            "source": sources[one["source"]],
            "language": language,
            "passage": one[f"passage_{language}"],
            "how": Citation.How(one["how"]),
            "url": one.get("url", ""),
            "note": one.get(f"note_{language}", ""),
        }
        for one in story.get("citation", [])
        for language in ("ar", "en")
        if one.get(f"passage_{language}") and story.get(language)
    ]


def _figures(story, images):
    return [
        {
            "image": images[one["picture"]],
            "after": one.get("after"),
            "caption_ar": one.get("caption_ar", ""),
            "caption_en": one.get("caption_en", ""),
        }
        for one in story.get("figure", [])
        if one["picture"] in images
    ]


def _checked(story, now):
    """What a fact check says of its claim beside the texts."""
    if "check" not in story:
        return {}
    check = story["check"]
    day = timezone.localtime(now).date() - timedelta(days=check["days_ago"])
    return {"verdict": check["verdict"], "claim_at": day, "claim_url": check["url"]}


def _count(article, story, now):
    """Spread a story's readings over the last hours, more of them lately."""
    readership.record_imported_shares(article, story.get("shares", 0))
    hours = [
        now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=h)
        for h in range(READ_HOURS)
    ]
    whole = sum(range(1, READ_HOURS + 1))
    counts = [
        ReadCount(
            article=article, hour=hour, reads=story.get("reads", 0) * (READ_HOURS - h) // whole
        )
        for h, hour in enumerate(hours[1:], start=1)
    ]
    ReadCount.objects.bulk_create(count for count in counts if count.reads)
