"""Share links and the card other sites show of an article. Nobody is told who shares."""

from django.templatetags.static import static
from django.utils.encoding import iri_to_uri
from django.utils.http import urlencode
from django.utils.translation import gettext

from articles import cards
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


def image(edition, address):
    """Return the picture of a share: drawn by us, else the story's own, else the newsroom's."""
    picture = edition.picture
    if edition.card:
        return _image(address, edition.card.url, cards.SIZE, edition.title)
    if picture:
        size = picture["width"], picture["height"]
        return _image(address, picture["src"], size, picture["alt"])
    return standing(edition.language, address)


def standing(language, address):
    """Return the picture of pages that are no story; nothing where it shows another name."""
    name = cards.standing_name(language)
    if not name:
        return {}
    return _image(address, static(f"img/share-{language}.png"), cards.SIZE, name)


def _image(address, url, size, alt):
    width, height = size
    # Storage elsewhere gives whole addresses.
    url = url if "://" in url else address + url
    return {"image": url, "image_width": width, "image_height": height, "image_alt": alt}


def card(edition, address, site_name):
    """Return the values of Open Graph: absolute addresses, ISO dates."""
    return {
        "site_name": site_name,
        # A card is read by people, in a box that knows no direction; machines take JSON-LD.
        "title": isolate_runs(edition.title),
        "description": isolate_runs(edition.summary),
        "url": iri_to_uri(address + edition.get_absolute_url()),
        "type": "article",
        "locale": OPEN_GRAPH_LOCALES.get(edition.language, edition.language),
        **image(edition, address),
        "published": edition.published_at.isoformat(timespec="seconds"),
        "changed": (edition.changed_at or edition.published_at).isoformat(timespec="seconds"),
        "section": edition.section.name if edition.section_id else "",
    }
