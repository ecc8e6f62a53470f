"""The formats that come in, in the order in which they are tried. A new one is a line here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.imports import detect, page_html, page_text
from articles.imports.item import Unreadable


@dataclass(frozen=True)
class Format:
    """How to recognise a kind of file by its text, and how to read it into an IncomingItem."""

    label: str
    recognises: Callable
    read: Callable


FORMATS = {
    page_html.NAME: Format(_("news page, HTML"), page_html.recognises, page_html.read),
    page_text.NAME: Format(_("news page, saved as text"), page_text.recognises, page_text.read),
}


def read_file(path, known):
    """Read the file at ``path`` in whatever format it proves to be.

    Raises Unreadable with one line that says why it can not become an article.
    """
    found = detect.look(path)
    for format in FORMATS.values():
        if format.recognises(found):
            return format.read(found, known)
    raise Unreadable(_("It is not a kind of file that can be imported."))
