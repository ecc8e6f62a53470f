"""Write sitemaps, with pictures and other languages, and the news sitemap, from plain values."""

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from articles.publishing.feed import legal
from articles.publishing.items import site_url

CONTENT_TYPE = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
SPACES = (
    f'{SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
NEWS = f'{SPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@dataclass(frozen=True)
class Page:
    """One address; ``languages`` maps each language, its own too, to the page's address there."""

    url: str
    changed_at: datetime | None = None
    languages: tuple = ()
    image: str = ""


@dataclass(frozen=True)
class News:
    """One story for the news sitemap, and the name of the site in its language."""

    url: str
    site_name: str
    language: str
    published_at: datetime
    title: str


def story(edition, address, addresses, first_language):
    """Return the page of an edition; ``addresses``: where it stands in the other languages."""
    languages = {edition.language: edition.get_absolute_url(), **addresses}
    return Page(
        url=site_url(address, edition.get_absolute_url()),
        changed_at=edition.changed_at or edition.published_at,
        languages=in_languages(languages, address, first_language),
        image=site_url(address, edition.picture["src"]) if edition.picture else "",
    )


def in_languages(paths, address, first_language):
    """Return (language, address) of a page that stands in several; nothing when in one only.

    The first language of the newsroom is also for whoever reads none of them.
    """
    if len(paths) < 2:
        return ()
    pairs = [(language, site_url(address, path)) for language, path in sorted(paths.items())]
    if first_language in paths:
        pairs.append(("x-default", site_url(address, paths[first_language])))
    return tuple(pairs)


def index(addresses):
    """Return the index of these sitemaps."""
    rows = "".join(f"<sitemap><loc>{escape(one)}</loc></sitemap>\n" for one in addresses)
    return f"{HEAD}<sitemapindex {SPACE}>\n{rows}</sitemapindex>\n"


def pages(rows):
    """Return one sitemap of these pages."""
    return f"{HEAD}<urlset {SPACES}>\n{''.join(map(_page, rows))}</urlset>\n"


def news(rows):
    """Return the news sitemap of these stories; a search engine takes 1,000, of two days."""
    return f"{HEAD}<urlset {NEWS}>\n{''.join(map(_news, rows))}</urlset>\n"


def _page(page):
    parts = [f"<loc>{escape(page.url)}</loc>"]
    if page.changed_at:
        parts.append(f"<lastmod>{page.changed_at.isoformat(timespec='seconds')}</lastmod>")
    parts += [
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(url)}/>'
        for language, url in page.languages
    ]
    if page.image:
        parts.append(f"<image:image><image:loc>{escape(page.image)}</image:loc></image:image>")
    return f"<url>{''.join(parts)}</url>\n"


def _news(story):
    return (
        f"<url><loc>{escape(story.url)}</loc><news:news><news:publication>"
        f"<news:name>{escape(legal(story.site_name))}</news:name>"
        f"<news:language>{story.language}</news:language></news:publication>"
        f"<news:publication_date>{story.published_at.isoformat(timespec='seconds')}"
        f"</news:publication_date><news:title>{escape(legal(story.title))}</news:title>"
        "</news:news></url>\n"
    )
