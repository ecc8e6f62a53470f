"""Join the readers' stylesheets into the one that a page loads. Changes no rule; drops comments.

Developers read one file for each subject, readers fetch one for the whole site.
"""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

CSS = Path(settings.BASE_DIR, "static", "css")
# In the order in which they join: later rules of one layer win. The tokens name the layers.
PARTS = (
    "tokens",
    "site/base",
    "site/parts",
    "site/front",
    "site/article",
    "site/inset",
    "site/lists",
    "site/archive",
    "site/changes",
    "site/reading",
    "site/names",
    "site/print",
)
NAME = "css/site.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\n\s*")


def joined():
    """Return the text of the one stylesheet: every part, without comments and indents."""
    text = "\n".join((CSS / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
    return INDENT.sub("\n", COMMENT.sub("", text))


class JoinedStylesheet(BaseFinder):
    """Offer the joined sheet to staticfiles as a file; it is written anew when a part changed."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "joined")

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != NAME:
            return []
        found = self._written()
        return [found] if find_all or kwargs.get("all") else found

    def list(self, ignore_patterns):
        self._written()
        yield NAME, self.storage

    def _written(self):
        path = Path(self.storage.path(NAME))
        text = joined()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_suffix(".new")
            new.write_text(text, encoding="utf-8")
            new.replace(path)
        return str(path)
