"""Make the entry of a feed from an edition, whatever format it will be written in."""

from urllib.parse import urljoin

from django.utils import translation
from django.utils.encoding import iri_to_uri

from articles.publishing.feed import Item, Note, Party, Picture, legal

AUTHORS = ("writer", "translator")  # whose the text is; a byline names others too


def item(edition, address, whole=False, names=()):
    """Return one edition as an entry; ``address`` is the site's own, without a path.

    ``whole`` gives the text too. ``names``: the entities it mentions, the most named first.
    """
    with translation.override(edition.language):
        return Item(
            id=address + edition.short_url,
            url=site_url(address, edition.get_absolute_url()),
            language=edition.language,
            title=plain_title(edition.title),
            summary=legal(edition.summary),
            published_at=edition.published_at,
            changed_at=edition.changed_at or edition.published_at,
            body=edition.body if whole else "",
            kind=edition.kind,
            kind_label=str(edition.get_kind_display()),
            version=edition.number,
            dateline=legal(edition.dateline),
            section=edition.section.name if edition.section_id else "",
            tags=tuple(legal(tag["name"]) for tag in edition.tagged),
            authors=_authors(edition, address),
            picture=_picture(edition.picture, address),
            notes=tuple(_note(one) for one in edition.told),
            sources=_sources(edition, address),
            names=tuple(_party(one, one.get_absolute_url(), address, one.kind) for one in names),
        )


def plain_title(title):
    """Return a title as the feeds write it, where no markup is: the one place that decides."""
    return legal(title)


def site_url(address, path):
    """Return an absolute address in ASCII; ``path`` may be one already."""
    return iri_to_uri(urljoin(f"{address}/", path))


def _party(one, path, address, kind=""):
    return Party(legal(one.name), site_url(address, path), kind)


def _authors(edition, address):
    """Whose the text is; all whom the byline names where it names neither writer nor translator."""
    people = edition.byline
    writing = [person for person in people if person["role"] in AUTHORS]
    return tuple(
        Party(legal(person["name"]), site_url(address, person["url"]), "person")
        for person in writing or people
    )


def _sources(edition, address):
    """The outlets it rests on, each once, in the order of the text."""
    found = {one["slug"]: one for one in edition.citations}
    return tuple(Party(legal(one["name"]), site_url(address, one["url"])) for one in found.values())


def _picture(picture, address):
    return picture and Picture(
        url=site_url(address, picture["src"]),
        width=picture["width"],
        height=picture["height"],
        alt=legal(picture["alt"]),
        caption=legal(picture["caption"]),
        credit=legal(picture["credit"]),
    )


def _note(one):
    return Note(one["kind"], str(one["label"]), legal(one["sentence"]), one["at"])
