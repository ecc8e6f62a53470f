"""Publish what is scheduled once its time has come: never early, exactly once.

What is due is read from the database and by its clock, so it does not matter which worker looks,
how many do, or for how long none did. A story that is not ready then stays scheduled and says why.
"""

import logging
from datetime import timedelta

from django.db import connection, transaction
from django.utils.translation import gettext as _

from articles import clock, states, turns, workers
from articles.models import Article, Event
from articles.states import State
from articles.tasks import PUNCTUAL, task
from articles.workflow.errors import NotReady
from articles.workflow.moving import carry_out

# Whoever has a story in hand saves it in milliseconds: worth a moment of waiting, not a minute.
PATIENCE = "5s"
# So long after its time nobody speaks of late yet: a worker looks each minute.
GRACE = timedelta(minutes=2)
PUBLISHED, HELD, LATE = "published", "held", "late"

logger = logging.getLogger(__name__)


@task(queue_name=PUNCTUAL)
def publish_on_the_minute():
    """The periodic task: publish what is due, and leave the mark that somebody does it."""
    published = publish_due()
    workers.mark_published(clock.now())
    return published


def publish_due(now=None):
    """Publish every story whose time has come, the oldest first, and return their numbers.

    ``now``: the time that counts, the database's unless given. Each story has a transaction of its
    own. One that is in other hands is tried again at the end; one that fails stops no other.
    """
    now = now or clock.now()
    numbers = list(_due(now).values_list("pk", flat=True))
    outcomes = {number: _attempt(number, now) for number in numbers}
    for number in numbers:
        if outcomes[number] == HELD:
            outcomes[number] = _attempt(number, now, wait=True)
    return [number for number in numbers if outcomes[number] == PUBLISHED]


def explain(articles):
    """Set ``why_late`` on each of these articles, in one query.

    It says why a scheduled story did not go out at its time, and is "" where nothing stood in the
    way or nobody tried yet.
    """
    scheduled = [article.pk for article in articles if article.state == State.SCHEDULED]
    told = (
        Event.objects.filter(article__in=scheduled, name__in=(LATE, "schedule"))
        .order_by("article", "-pk")
        .distinct("article")
        .values_list("article", "name", "note")
    )
    reasons = {number: note for number, name, note in told if name == LATE}
    for article in articles:
        article.why_late = reasons.get(article.pk, "")


def is_late(article, now):
    """Whether the time of a scheduled story has passed, and by more than the worker needs."""
    return article.state == State.SCHEDULED and article.scheduled_for + GRACE < now


def _due(now):
    return Article.objects.scheduled().filter(scheduled_for__lte=now)


def _attempt(number, now, wait=False):
    """Publish one story. Whatever goes wrong with it is logged and told, and is its own affair."""
    try:
        with transaction.atomic():
            article = _take(number, now, wait)
            return HELD if article is None else _publish(article, now)
    except Exception as problem:
        if not connection.is_usable():
            raise
        logger.exception("article %s was not published at its time", number)
        reason = _("Something unexpected: %(name)s. The server's log says more.")
        _tell(number, now, reason % {"name": type(problem).__name__})
        return LATE


def _take(number, now, wait):
    """Return the story, its row held; None while others hold it, or when it is due no more."""
    turns.together()
    if wait:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
    # PostgreSQL asks for state and time again once it holds the row, of the row as it is then.
    held = _due(now).select_for_update(skip_locked=not wait, of=("self",))
    return held.filter(pk=number).first()


def _publish(article, now):
    """Publish a story in the name of whoever scheduled it, whose right was examined then."""
    (step, *_others) = states.rows(State.SCHEDULED, "publish")
    given = {"moment": now, "details": {"for": article.scheduled_for.isoformat()}}
    try:
        with transaction.atomic():
            carry_out(article, step, article.scheduled_by, _("At its scheduled time."), given)
    except NotReady as refusal:
        _tell(article.pk, now, str(refusal))
        return LATE
    return PUBLISHED


def _tell(number, now, reason):
    """Write into the story's history why it is late; the same reason once for one schedule."""
    with transaction.atomic():
        turns.together()
        article = _due(now).select_for_update(of=("self",)).filter(pk=number).first()
        if article is None:
            return
        explain([article])
        if article.why_late != reason:
            details = {"for": article.scheduled_for.isoformat()}
            Event.objects.create(article=article, name=LATE, note=reason, details=details)
