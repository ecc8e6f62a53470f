"""Which pages are judged: one of each kind in each language. Judges nothing.

Kinds are found, not listed: whatever address a page of the site names is looked up in the table of
addresses, so a new sort of page is judged as soon as something links to it. What no link leads to,
and what one address shows in several looks, stands in ``special``.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.http import urlencode

from articles.models import Category, Edition
from newsroom.middleware import language_of
from tests import crawl

MOST = 3_000
# A word that stands in many stories of the demo, one that stands in none.
SEARCHES = {"ar": ("المرسى", "ديناصور"), "en": ("port", "dinosaur")}


@dataclass(frozen=True)
class Page:
    """One page to judge: what it is called in reports, its address, what it must answer."""

    name: str
    language: str
    path: str
    status: int = 200

    @property
    def label(self):
        return f"{self.name} ({self.language})"

    @property
    def file_name(self):
        return re.sub(r"[^a-z0-9]+", "-", self.label).strip("-")


def walk_site(client, origin):
    """Follow every link of the site once, searches from search pages aside: those never end."""

    def may_follow(path, on):
        if path.startswith(("/admin/", "/count/", "/en/count/")):
            return False
        return not (view_of(path) == "search" and view_of(on) == "search")

    starts = ["/", "/en/", "/robots.txt", "/sitemap.xml", *(page.path for page in special())]
    return crawl.walk(client.get, list(dict.fromkeys(starts)), origin, may_follow, MOST)


def pages(walked):
    """Return every page to judge, each once, in a fixed order."""
    chosen = {page.path: page for page in special()}
    taken = {(page.name, page.language) for page in chosen.values()}
    for path in walked.pages:
        name = view_of(path)
        if not name:
            continue
        if urlsplit(path).query:
            name += ", further"
        if (name, language_of(path)) not in taken and path not in chosen:
            taken.add((name, language_of(path)))
            chosen[path] = Page(name, language_of(path), path)
    return sorted(chosen.values(), key=lambda page: (page.name, page.language))


def special():
    """The pages that must be judged whatever links there are."""
    found = []
    for language, (word, unknown) in SEARCHES.items():
        with translation.override(language):
            search = reverse("search")
            found += [
                Page("home", language, reverse("home")),
                Page("search, start", language, search),
                Page("search", language, f"{search}?{urlencode({'q': word})}"),
                Page("search, nothing", language, f"{search}?{urlencode({'q': unknown})}"),
                Page("not found", language, reverse("article", args=[0, word]), 404),
                *_articles(language),
                *_sections(language),
            ]
    return found


def view_of(path):
    """The name of the view behind a path, or an empty text."""
    try:
        with translation.override(language_of(path)):
            return resolve(unquote(urlsplit(path).path)).url_name or ""
    except Resolver404:
        return ""


def _articles(language):
    """The newest story of each kind, the longest told of changes, and a withdrawn one."""
    editions = Edition.objects.filter(language=language)
    of_kinds = editions.live().order_by("kind", "-published_at").distinct("kind")
    for edition in of_kinds:
        yield Page(f"article, {edition.kind}", language, edition.get_absolute_url())
    told = editions.live().exclude(notices=[]).first()
    if told:
        yield Page("article, corrected", language, told.get_absolute_url())
    gone = editions.exclude(withdrawn_at=None).first()
    if gone:
        yield Page("article, withdrawn", language, gone.get_absolute_url(), 410)


def _sections(language):
    for category in Category.objects.in_tree_order().written_in(language):
        if category.children.written_in(language).exists():
            yield Page("section with sections", language, category.get_absolute_url())
            break
