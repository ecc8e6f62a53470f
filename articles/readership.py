"""Count reads and shares without knowing readers, and rank what is read most.

No cookie, no address and no browser name is stored: only hourly numbers, and for one day a digest
whose key is thrown away with the day.
"""

import hashlib
import hmac
import uuid
from datetime import timedelta

import crawleruseragents
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models import F, Sum
from django.utils import timezone

from articles.models import Edition, ReadCount, ReadMark
from articles.tasks import task

RANKING_DAYS = 3  # «الأكثر قراءة» speaks of the last days, not of all time
RANKING_LENGTH = 5
RANKED = 20  # how long the longest ranking is that a page shows
RANKING_SECONDS = 60  # how long a ranking is served before it is counted again
SHORTEST_BROWSER = 20  # every real browser's name for itself is longer
SPANS = (1, RANKING_DAYS, 7)  # the days that readers may choose
RANKING_KEYS = [
    f"most-read-{language}-{days}" for language, _name in settings.LANGUAGES for days in SPANS
]

COUNT_ONE = """
    INSERT INTO articles_readcount (article_id, hour, reads, shares) VALUES (%s, %s, %s, %s)
    ON CONFLICT (article_id, hour) DO UPDATE
    SET reads = articles_readcount.reads + excluded.reads,
        shares = articles_readcount.shares + excluded.shares
"""


def count_read(article_id, address, agent):
    """Count one reading, unless a machine or the same reader today; return whether it counted."""
    if is_machine(agent) or not _first_today("read", article_id, address, agent):
        return False
    _add(article_id, reads=1)
    return True


def count_share(article_id, address, agent):
    """Count one share, unless a machine or the same reader today; return whether it counted."""
    if is_machine(agent) or not _first_today("share", article_id, address, agent):
        return False
    _add(article_id, shares=1)
    return True


def record_imported_shares(article, shares):
    """Keep the number of shares that an imported page showed; 0 is a number like any other."""
    if ReadCount.objects.filter(article=article).exists():
        return
    _add(article.pk, shares=shares)


def is_machine(agent):
    """Whether a browser's name is missing or belongs to a known crawler, script or preview."""
    return len(agent) < SHORTEST_BROWSER or crawleruseragents.is_crawler(agent)


def most_read(language, limit=RANKING_LENGTH, days=RANKING_DAYS):
    """Return the numbers of the editions read most in the last days, most read first.

    ``days`` is one of `SPANS`. One query at most once a minute, over the hours of those days only.
    """
    name = f"most-read-{language}-{days}"
    ranked = cache.get(name)
    if ranked is None:
        ranked = _rank(language, days)
        cache.set(name, ranked, RANKING_SECONDS)
    return ranked[:limit]


def _rank(language, days):
    since = timezone.now() - timedelta(days=days)
    editions = "article__editions"
    return list(
        ReadCount.objects.filter(
            hour__gte=since,
            **{f"{editions}__language": language, f"{editions}__withdrawn_at": None},
        )
        .values(editions)
        .annotate(total=Sum("reads"))
        .filter(total__gt=0)
        .order_by("-total", f"-{editions}")
        .values_list(editions, flat=True)[:RANKED]
    )


@task
def forget_marks():
    """Throw away the digests of past days; return how many went."""
    gone, _by_model = ReadMark.objects.filter(day__lt=timezone.localdate()).delete()
    return gone


def _first_today(what, article_id, address, agent):
    """Mark the reader for today; False when the mark was there already."""
    day = timezone.localdate()
    key = hmac.digest(settings.SECRET_KEY.encode(), f"reader:{day}".encode(), "sha256")
    told = f"{what}|{article_id}|{address}|{agent}".encode()
    digest = uuid.UUID(bytes=hmac.new(key, told, hashlib.sha256).digest()[:16])
    _marks, made = ReadMark.objects.get_or_create(digest=digest, defaults={"day": day})
    return made


def _add(article_id, reads=0, shares=0):
    """Add to the hour's row in one statement, so that two readers at once both count."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, [article_id, hour, reads, shares])
    if shares:
        Edition.objects.filter(article=article_id).update(shares=F("shares") + shares)
