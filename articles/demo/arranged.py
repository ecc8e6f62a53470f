"""Arrange the demo's home pages and begin its breaking lines, where nobody ever did."""

import tomllib
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from articles import front
from articles.demo.fill import key_of
from articles.demo.story import FOLDER
from articles.models import Breaking, IntakeItem, Place
from articles.models.intake import DEMO

EDITOR = "managing-editor"


def fill():
    """Arrange each front that has never been changed; return how many were."""
    told = tomllib.loads((FOLDER / "front.toml").read_text("utf-8"))
    editor = get_user_model().objects.filter(username=EDITOR).first()
    articles = dict(IntakeItem.objects.filter(format=DEMO).values_list("key", "article"))
    return sum(
        _arrange(language, front_told, articles, editor) for language, front_told in told.items()
    )


def _arrange(language, told, articles, editor):
    page = front.front_of(language)
    if page.version or Breaking.objects.filter(language=language).exists():
        return False
    now = timezone.now()
    pins = [
        front.Pin(
            Place(row["place"]),
            articles[key_of(row["story"])],
            row.get("headline", ""),
            now + timedelta(hours=row["hours"]) if "hours" in row else None,
        )
        for row in told["slot"]
        if articles.get(key_of(row["story"]))
    ]
    if not pins:
        return False
    front.arrange(language, pins, editor, page.version)
    if story := articles.get(key_of(told["breaking"])):
        front.announce(
            language,
            editor,
            sentence=told.get("sentence", ""),
            article_id=story,
            now=now - timedelta(minutes=told["minutes_ago"]),
        )
    return True
