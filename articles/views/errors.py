"""What a reader sees when something is not there or does not work."""

import re
from urllib.parse import unquote

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from articles.views import moved
from articles.views.asked import Asked

BETWEEN_WORDS = re.compile(r"[\W_]+")
# What addresses are built of, ours and other newsrooms', and nobody looks for.
BUILDING = set(
    "n en ar section topic tag source author feed atom rss json search corrections archive "
    "category news article articles post index amp html htm php asp aspx www http https".split()
)
MOST_WORDS = 8
LONGEST_WORD = 30  # letters; what is longer is a machine's
LOOKED_AT = 400  # letters of an address


def not_found(request, exception=None):
    """Send former and mistyped addresses on; for all others offer a search for their words."""
    if target := moved.meant(request):
        return moved.sent_on(request, target)
    return render(request, "404.html", {"query": words_of(request.path)}, status=404)


def words_of(path):
    """Return what an address seems to be about, as a query.

    >>> words_of("/2019/03/طريق-الميناء-يفتح.html")
    'طريق الميناء يفتح'
    """
    text = Asked.of({"q": unquote(path[-LOOKED_AT:])}).text
    words = [
        word
        for word in BETWEEN_WORDS.split(text)
        if 1 < len(word) <= LONGEST_WORD and not word.isdecimal() and word.lower() not in BUILDING
    ]
    return " ".join(words[-MOST_WORDS:])


def server_error(request):
    """Needs neither database nor context: it must work when they do not."""
    return HttpResponse(get_template("500.html").render(), status=500)
