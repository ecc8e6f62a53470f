"""What the descriptions of several pages share: the newsroom, the trail, names, the block."""

import json
from dataclasses import dataclass, field

from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from articles.publishing.feed import legal
from articles.publishing.items import site_url

# Inside a script element these letters could end it; as escapes they mean the same to JSON.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
ICON_SIDE = 180
# An event of schema.org must tell its day and its place, which a name in the news does not.
TYPES = {"person": "Person", "organisation": "Organization", "place": "Place"}


@dataclass(frozen=True)
class Newsroom:
    """Who publishes: its name in the page's language and the site's address, without a path.

    ``policies``: the pages where it says how it works, by schema.org's property, as far as it has
    them.
    """

    name: str
    address: str
    policies: dict = field(default_factory=dict)

    def url(self, path):
        return site_url(self.address, path)

    @property
    def reference(self):
        """The publisher, as every other node points at it."""
        return {"@id": self.url("/#newsroom")}

    @property
    def site_reference(self):
        return {"@id": self.url(f"{reverse('home')}#site")}


def publisher(newsroom):
    """Return the newsroom itself with its logo and the pages where it says how it works."""
    described = {
        "@type": "NewsMediaOrganization",
        **newsroom.reference,
        "name": newsroom.name,
        "url": newsroom.url("/"),
        "logo": {
            "@type": "ImageObject",
            "url": newsroom.url(static("img/icon-180.png")),
            "width": ICON_SIDE,
            "height": ICON_SIDE,
        },
    }
    told = {name: newsroom.url(path) for name, path in newsroom.policies.items() if path}
    return described | told


def trail(newsroom, steps):
    """Return the way from the home page; ``steps`` are (name, path), the page itself the last."""
    steps = [(gettext("Home"), reverse("home")), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": str(name),
                "item": newsroom.url(path),
            }
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def named(newsroom, entity, *spellings):
    """Return a name in the news: what it is, its page here and its addresses elsewhere."""
    described = {
        "@type": TYPES.get(entity.kind, "Thing"),
        "name": entity.name,
        "url": newsroom.url(entity.get_absolute_url()),
    }
    if entity.same_as_links:
        described["sameAs"] = entity.same_as_links
    if spellings:
        described["alternateName"] = list(spellings)
    return described


def block(*nodes):
    """Return the nodes as one graph of JSON-LD that can not end its script element."""
    graph = {"@context": "https://schema.org", "@graph": [node for node in nodes if node]}
    text = legal(json.dumps(graph, ensure_ascii=False)).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308 - nothing in it can end the element
