"""Say of a page what machines are told of it: the card of a link to it, and its structured data."""

from django.utils.translation import get_language

from articles.publishing import jsonld, social
from articles.views.context import Site


def newsroom(request):
    """Who publishes the page, as structured data names it."""
    site = Site.of(request)
    standing = {page.slug: page.get_absolute_url() for page in site.pages}
    policies = {
        "correctionsPolicy": site.corrections_url,
        "masthead": standing.get("masthead"),
        "publishingPrinciples": standing.get("about"),
    }
    return jsonld.Newsroom(site.name, site.address, policies)


def described(request, title, steps, editions, description="", about=None):
    """Return what the head of a list's page says of it; ``steps`` lead to it as (name, path).

    render(request, "…", {"page": page, **described(request, tag.name, steps, page.editions)})
    """
    return {
        "social": social.page_card(title, description, get_language()),
        "jsonld": jsonld.stories_page(
            newsroom(request), title, steps, editions, description, about
        ),
    }
