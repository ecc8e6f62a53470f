"""Describe the pages that list stories: the home page, a section, a name, an outlet, a person."""

from django.urls import reverse
from django.utils.translation import get_language

from articles.publishing.jsonld.parts import block, publisher, trail


def home(newsroom):
    """Return the data block of the home page: the site, how to search it, who publishes it."""
    url = newsroom.url(reverse("home"))
    site = {
        "@type": "WebSite",
        **newsroom.site_reference,
        "url": url,
        "name": newsroom.name,
        "inLanguage": get_language(),
        "publisher": newsroom.reference,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": newsroom.url(reverse("search")) + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }
    return block(site, publisher(newsroom))


def stories_page(newsroom, title, steps, editions, description="", about=None):
    """Return the data block of a list of stories; ``steps`` lead to it as (name, path)."""
    page = _page(newsroom, "CollectionPage", title, steps, description)
    if about:
        page["about"] = about
    page["mainEntity"] = _stories(newsroom, editions)
    return block(page, trail(newsroom, steps), publisher(newsroom))


def people_page(newsroom, author, editions):
    """Return the data block of an author's page: the person, and what they wrote."""
    steps = [(author.name, author.get_absolute_url())]
    page = _page(newsroom, "ProfilePage", author.name, steps, "")
    person = {
        "@type": "Person",
        "name": author.name,
        "url": page["url"],
        "description": author.bio,
        "worksFor": newsroom.reference,
    }
    page["mainEntity"] = {name: value for name, value in person.items() if value}
    page["hasPart"] = _stories(newsroom, editions)
    return block(page, trail(newsroom, steps), publisher(newsroom))


def _page(newsroom, kind, title, steps, description):
    url = newsroom.url(steps[-1][1])
    page = {
        "@type": kind,
        "@id": url,
        "url": url,
        "name": title,
        "description": description,
        "inLanguage": get_language(),
        "isPartOf": newsroom.site_reference,
    }
    return {name: value for name, value in page.items() if value}


def _stories(newsroom, editions):
    return {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "url": newsroom.url(edition.get_absolute_url()),
                "name": edition.title,
            }
            for position, edition in enumerate(editions, start=1)
        ],
    }
