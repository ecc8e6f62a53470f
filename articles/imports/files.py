"""Walk the files and folders an operator names. It opens none and follows no link to a folder."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from articles.imports.item import Unreadable

PAGES = (".html", ".htm", ".xhtml")
# Browsers keep a saved page's pictures and scripts beside it: "page.html" and "page_files".
PARTS = ("_files", "_الملفات", "_ملفات")


def find(paths):
    """Yield (path, None) for every file below ``paths``, sorted; else (path, Unreadable)."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from _below(path)
        else:
            yield path, None


def _below(folder):
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        yield folder, Unreadable(_("The folder can not be read: %(why)s."), why=problem.strerror)
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith(".") or _is_part_of_a_page(entry, names):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
        elif entry.is_dir():
            # It may lead back up, and round and round.
            yield Path(entry.path), Unreadable(_("It is a link to a folder and was not followed."))
        else:
            yield Path(entry.path), None


def _is_part_of_a_page(entry, names):
    for ending in PARTS:
        if entry.name.endswith(ending):
            return any(entry.name.removesuffix(ending) + page in names for page in PAGES)
    return False
