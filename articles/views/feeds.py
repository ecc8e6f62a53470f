"""Answer with some editions as a feed, in whatever format. Chooses none of them."""

import hashlib

from django.conf import settings
from django.http import Http404, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language

from articles.models import Edition, Entity
from articles.publishing.feed import NEVER, Channel, Party
from articles.publishing.formats import FORMATS
from articles.publishing.items import item, site_url
from articles.views.context import Site

FRESH_SECONDS = 60
MOST_NAMES = 5  # of each story, those it names most


def heavy():
    """The columns of an edition that no feed of this newsroom writes."""
    written = {"cited", "notices"} | ({"body"} if is_whole() else set())
    return tuple(name for name in Edition.HEAVY if name not in written)


def is_whole():
    """Whether feeds carry the whole texts."""
    return settings.FEED_CONTENT == "full"


def respond(request, form, editions, title, url, next_url=""):
    """Return the feed of a page that lies at ``url``; ``next_url`` leads to the older items."""
    address = Site.of(request).address
    names = _names(editions) if _format(form).wants_names else {}
    items = [
        item(edition, address, whole=is_whole(), names=names.get(edition.pk, ()))
        for edition in editions
    ]
    return respond_with(request, form, items, title, url, next_url)


def respond_with(request, form, items, title, url, next_url=""):
    """Return the feed of a page that lists something else than editions.

    Who holds this very feed already gets a 304, and nothing is written.
    """
    channel = _channel(request, items, title, url, next_url)
    told = f"{form} {channel!r}".encode("utf-8", "replace")
    etag = f'"{hashlib.sha256(told).hexdigest()[:32]}"'
    changed_at = channel.changed_at
    last_modified = int(changed_at.timestamp()) if changed_at > NEVER else None
    response = get_conditional_response(request, etag, last_modified)
    if response is None:
        writer = _format(form)
        content_type = f"{writer.media_type}; charset=utf-8"
        response = HttpResponse(writer.write(channel), content_type=content_type)
        if channel.next_url:
            response["Link"] = f'<{channel.next_url}>; rel="next"'
    response["ETag"] = etag
    if last_modified is not None:
        response["Last-Modified"] = http_date(last_modified)
    response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    return response


def _format(form):
    if form not in FORMATS:
        raise Http404
    return FORMATS[form]


def _channel(request, items, title, url, next_url):
    site = Site.of(request)
    query = request.GET.copy()
    query.pop("after", None)
    first = request.path + (f"?{query.urlencode()}" if query else "")
    return Channel(
        id=site_url(site.address, first),
        title=title,
        url=site_url(site.address, url),
        feed_url=site_url(site.address, request.get_full_path()),
        description=site.tagline,
        language=get_language(),
        publisher=Party(site.name, site_url(site.address, reverse("home"))),
        next_url=site_url(site.address, next_url) if next_url else "",
        icon=site_url(site.address, static("img/icon-180.png")),
        corrections_url=site_url(site.address, reverse("corrections")),
        items=tuple(items),
    )


def _names(editions):
    """The names that each edition mentions most, in one query for all of them."""
    wanted = {edition.pk: edition.entity_ids[:MOST_NAMES] for edition in editions}
    numbers = {pk for some in wanted.values() for pk in some}
    found = Entity.objects.in_bulk(numbers) if numbers else {}
    return {pk: [found[one] for one in some if one in found] for pk, some in wanted.items()}
