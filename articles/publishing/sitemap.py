"""Write sitemaps from plain values."""

from xml.sax.saxutils import escape

from django.utils.encoding import iri_to_uri

CONTENT_TYPE = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def index(addresses):
    """Return the index of these sitemaps."""
    rows = "".join(f"<sitemap><loc>{_loc(address)}</loc></sitemap>\n" for address in addresses)
    return f"{HEAD}<sitemapindex {SPACE}>\n{rows}</sitemapindex>\n"


def pages(rows):
    """Return one sitemap of (address, last change)."""
    urls = "".join(
        f"<url><loc>{_loc(address)}</loc><lastmod>{at.isoformat(timespec='seconds')}</lastmod></url>\n"
        for address, at in rows
    )
    return f"{HEAD}<urlset {SPACE}>\n{urls}</urlset>\n"


def _loc(address):
    return escape(iri_to_uri(address))
