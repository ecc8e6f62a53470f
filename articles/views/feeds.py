"""Answer with some editions as a feed. Chooses none of them."""

from django.http import HttpResponse
from django.utils.translation import get_language

from articles.publishing import rss
from articles.views.context import Site


def respond(request, editions, title, url, feed_path):
    """Return the feed of a page that lies at ``url``; ``feed_path`` is the feed's own address."""
    address = Site(request).address
    items = [rss.item(edition, address) for edition in editions]
    return respond_with(request, items, title, url, feed_path)


def respond_with(request, items, title, url, feed_path):
    """Return the feed of a page that lists something else than editions."""
    site = Site(request)
    channel = rss.Channel(
        title=title,
        url=site.address + url,
        feed_url=site.address + feed_path,
        description=site.tagline,
        language=get_language(),
    )
    return HttpResponse(rss.write(channel, items), content_type=rss.CONTENT_TYPE)
