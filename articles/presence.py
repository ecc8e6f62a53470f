"""Who is writing which article now, by the database's clock. Never stops anybody from writing."""

from datetime import timedelta

from django.db import connection
from django.db.models.functions import Now

from articles.models import Presence
from articles.tasks import task

FRESH = timedelta(seconds=60)  # who was last seen longer ago writes nothing
# Pages ask every twelve seconds (static/js/admin-presence.js): so a name that is gone without a
# word is gone from them within a minute.
FRESH_ON_A_PAGE = timedelta(seconds=45)
MOST_OTHERS = 12  # names that one page shows
MOST_WRITING = 100  # rows that a board shows

MARK = """
    INSERT INTO articles_presence (article_id, user_id, seen_at)
    VALUES (%s, %s, statement_timestamp())
    ON CONFLICT (article_id, user_id) DO UPDATE SET seen_at = excluded.seen_at
"""


def mark(article_id, user):
    """Say that ``user`` has the article open now; one statement, however often it is said.

    Raises IntegrityError when there is no such article.
    """
    with connection.cursor() as cursor:
        cursor.execute(MARK, [article_id, user.pk])


def leave(article_id, user):
    """Say that ``user`` closed the article; nothing happens when nobody knew of it."""
    Presence.objects.filter(article_id=article_id, user=user).delete()


def others(article_id, user):
    """Return who else has the article open, who came first standing first; at most twelve.

    >>> [person.get_full_name() for person in others(article.pk, request.user)]   # doctest: +SKIP
    ['نوال درويش']
    """
    fresh = _fresh(FRESH_ON_A_PAGE).filter(article_id=article_id).exclude(user=user).order_by("pk")
    return [one.user for one in fresh.select_related("user")[:MOST_OTHERS]]


def writing():
    """Return the freshest presences with their people and articles, newest first; one query."""
    return list(
        _fresh().select_related("user", "article").order_by("-seen_at", "-pk")[:MOST_WRITING]
    )


@task
def forget():
    """Throw away what is no longer fresh; return how many rows went."""
    gone, _by_model = Presence.objects.filter(seen_at__lte=Now() - FRESH).delete()
    return gone


def _fresh(span=FRESH):
    return Presence.objects.filter(seen_at__gt=Now() - span)
