"""Keep former addresses working: one permanent redirect, one hop. Serves no page."""

import re
from urllib.parse import unquote

from django.db import transaction

from articles.models import Address

FEED = re.compile(r"feed/(?:\w+/)?\Z")  # a list's feeds stand below its own address


@transaction.atomic
def remember(former, present):
    """Note that what stood at ``former`` now stands at ``present`` (both paths of this site).

    Addresses that pointed to the former one point to the present one from now on, so that no
    reader is sent on twice; and an address that is in use again forgets that it had moved.
    """
    former, present = unquote(former), unquote(present)
    if former == present:
        return
    Address.objects.filter(path=present).delete()
    Address.objects.filter(target=former).update(target=present)
    Address.objects.update_or_create(path=former, defaults={"target": present})


def present(path):
    """Return the address that took the place of ``path``, decoded as in a request, or None.

    The feeds of a list moved with it, without an address of their own.

    >>> remember("/tag/الترك/", "/tag/تركيا/")
    >>> present("/tag/الترك/feed/")
    '/tag/تركيا/feed/'
    """
    feed = FEED.search(path)
    lists = {path: ""} | ({path[: feed.start()]: feed.group()} if feed else {})
    rows = Address.objects.filter(path__in=lists).order_by("-path").only("path", "target")
    row = rows.first()
    return row and row.target + lists[row.path]
