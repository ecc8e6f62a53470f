"""Make what readers load out of what developers read. Changes no rule and no statement.

Of many stylesheets one, of scripts what is no comment.
"""

import re
from functools import partial
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import FileSystemStorage

STATIC = Path(settings.BASE_DIR, "static")
CSS = STATIC / "css"
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
SCRIPTS = ("theme", "reader", "notes", "reading", "more", "search")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
AROUND_MARKS = re.compile(r"\s*([{};])\s*")
# Whole lines only: what stands behind a statement may be part of a string.
LINE_OF_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
INDENT = re.compile(r"\n\s*")


def joined():
    """Return the text of the one stylesheet: every part, without comments and idle space."""
    text = "\n".join((CSS / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
    return AROUND_MARKS.sub(r"\1", COMMENT.sub("", text))


def bare_script(name):
    """Return the text of one of the readers' scripts without lines of comment and indents."""
    text = (STATIC / "js" / f"{name}.js").read_text(encoding="utf-8")
    return INDENT.sub("\n", LINE_OF_COMMENT.sub("", text))


MADE = {NAME: joined} | {f"js/{name}.js": partial(bare_script, name) for name in SCRIPTS}


class ReadersFiles(FileSystemFinder):
    """Find our static files, those of readers as they are made: anew when a part changed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.made = FileSystemStorage(location=settings.VAR_DIR / "joined")

    def find(self, path, find_all=False, **kwargs):
        if path not in MADE:
            return super().find(path, find_all=find_all, **kwargs)
        found = self._written(path)
        return [found] if find_all or kwargs.get("all") else found

    def list(self, ignore_patterns):
        for path in MADE:
            self._written(path)
            yield path, self.made
        for path, storage in super().list(ignore_patterns):
            if path not in MADE:
                yield path, storage

    def _written(self, name):
        path = Path(self.made.path(name))
        text = MADE[name]()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_suffix(".new")
            new.write_text(text, encoding="utf-8")
            new.replace(path)
        return str(path)
