"""Send readers on from former, wrong and mistyped addresses: for good, and in one hop.

What stands behind the question mark goes along: a campaign's marks, the place in a list.
"""

import re
from urllib.parse import unquote

from django.conf import settings
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.encoding import escape_uri_path, iri_to_uri
from django.utils.translation import get_language_from_path

from articles import addresses

SLASHES = re.compile("/{2,}")
LONGEST = 1_000  # letters; no address of ours is longer


def sent_on(request, target):
    """Redirect to ``target``, an escaped path of this site, with the query of the request."""
    query = iri_to_uri(request.META.get("QUERY_STRING", ""))
    return HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)


def meant(request):
    """Return the path, escaped, that an address without a page leads to, or None.

    A former address is looked up; of a mistyped one (no slash at its end, two where one belongs,
    escaped twice) the page itself says whether it is there and where it stands now.
    """
    asked = request.path
    tidy = SLASHES.sub("/", unquote(asked)).rstrip("/") + "/"
    if "\x00" in tidy or len(tidy) > LONGEST:
        return None
    present = addresses.present(tidy)
    if not present and tidy == asked:
        return None
    return _settled(request, present or tidy, is_former=bool(present))


def _settled(request, path, is_former):
    """The address of the page at ``path``, or None where there is no page.

    What ``remember`` noted is up to date but for articles, whose address follows their title.
    """
    language = get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            match = resolve(path)
            if match.url_name in ("article", "article_short"):
                match = resolve(reverse("article_short", args=[match.kwargs["pk"]]))
            elif is_former:
                return escape_uri_path(path)
            elif match.app_name:  # the newsroom's own doors are not readers'
                return None
            answer = match.func(request, *match.args, **match.kwargs)
        except (Resolver404, Http404):
            return escape_uri_path(path) if is_former else None
    if answer.status_code == 301:
        return answer.headers["Location"].partition("?")[0]
    return escape_uri_path(path)
