"""Share links and the card other sites show of an article. Nobody is told who shares."""

from django.utils.http import urlencode
from django.utils.translation import gettext

from articles.publishing.items import AUTHORS, site_url
from articles.text.direction import isolate_runs

OPEN_GRAPH_LOCALES = {"ar": "ar_AR", "en": "en_GB"}


def share_links(edition, address):
    """Return where a reader can share the edition: key, label and a link that needs no script."""
    url = address + edition.short_url
    title = isolate_runs(edition.title)
    text = f"{title}\n{url}"
    targets = (
        ("whatsapp", gettext("WhatsApp"), "https://wa.me/?", {"text": text}),
        (
            "telegram",
            gettext("Telegram"),
            "https://t.me/share/url?",
            {"url": url, "text": title},
        ),
        ("x", gettext("X"), "https://x.com/intent/post?", {"url": url, "text": title}),
        (
            "facebook",
            gettext("Facebook"),
            "https://www.facebook.com/sharer/sharer.php?",
            {"u": url},
        ),
        ("email", gettext("E-mail"), "mailto:?", {"subject": title, "body": text}),
    )
    return [
        {"key": key, "label": label, "url": base + urlencode(values).replace("+", "%20")}
        for key, label, base, values in targets
    ]


def card(edition, address):
    """Return the values of a story's Open Graph: absolute addresses, ISO dates."""
    return {
        # A card is read by people, in a box that knows no direction; machines take JSON-LD.
        "title": isolate_runs(edition.title),
        "description": isolate_runs(edition.summary),
        "url": site_url(address, edition.get_absolute_url()),
        "type": "article",
        "locale": locale(edition.language),
        "published": edition.published_at.isoformat(timespec="seconds"),
        "changed": (edition.changed_at or edition.published_at).isoformat(timespec="seconds"),
        "section": edition.section.name if edition.section_id else "",
        "authors": [
            site_url(address, person["url"])
            for person in edition.byline
            if person["role"] in AUTHORS
        ],
        "tags": [tag["name"] for tag in edition.tagged],
        **image_of(edition, address),
    }


def image_of(edition, address):
    """Return the picture that other sites show beside a link: the one place that decides."""
    picture = edition.picture or {}
    return {
        "image": site_url(address, picture["src"]) if picture else "",
        "image_width": picture.get("width", ""),
        "image_height": picture.get("height", ""),
        "image_alt": picture.get("alt", ""),
    }


def page_card(title, description, language):
    """Return the values of the Open Graph of a list; its address is the page's own."""
    return {"title": title, "description": description, "locale": locale(language)}


def locale(language):
    """Name a language and a territory, as Open Graph wants it."""
    return OPEN_GRAPH_LOCALES.get(language, language)
