"""The rows of a page as its form sends them. A row that was deleted meanwhile blocks no save.

Django finds a row by its number in the database. Found rows are deleted and made anew with every
save of the text, so that a form may name rows that are gone; it could never be saved again.
"""

import re

from articles.admin.changes import CAPTIONS
from articles.models import Byline, Citation, Figure, Mention, Origin

MOST = 1000  # rows that are read, Django's own bound


class PostedRows:
    """Rows under one prefix. ``same_by``: the fields by which two rows are one and the same."""

    def __init__(self, article, model, prefix, fields, same_by):
        self.article, self.model, self.prefix = article, model, prefix
        self.fields, self.same_by = fields, same_by

    def read(self, posted):
        """List the rows as dicts, in the order of the form."""
        total = posted.get(f"{self.prefix}-TOTAL_FORMS", "")
        numbers = range(min(int(total), MOST)) if total.isdecimal() else ()
        rows = [{} for _number in numbers]
        for name in posted:
            found = re.fullmatch(rf"{self.prefix}-(\d{{1,4}})-(\w+)", name)
            if found and int(found[1]) < len(rows):
                rows[int(found[1])][found[2]] = posted[name]
        return rows

    def write(self, posted, rows):
        """Put rows into the form; those with a number in the database come first."""
        start = f"{self.prefix}-"
        for name in [one for one in posted if re.match(rf"{start}\d+-", one)]:
            del posted[name]
        standing = [row for row in rows if row.get("id")]
        rows = standing + [row for row in rows if not row.get("id")]
        posted[f"{start}INITIAL_FORMS"] = str(len(standing))
        posted[f"{start}TOTAL_FORMS"] = str(len(rows))
        for number, row in enumerate(rows):
            for name, value in row.items():
                posted[f"{start}{number}-{name}"] = value

    def standing(self):
        """The rows that the database has, as a form would send them."""
        found = self.model.objects.filter(article=self.article)
        return [
            {"id": str(row.pk), "article": str(self.article.pk)}
            | {name: _sent(row, name) for name in self.fields}
            for row in found
        ]

    def mend(self, posted):
        """Let rows that are gone be their twins, or new ones; those found in the text just go."""
        rows = self.read(posted)
        named = {row["id"] for row in rows if row.get("id")}
        standing = {row["id"]: row for row in self.standing()} if named else {}
        if named <= standing.keys():
            return
        twins = {self.key(row): row["id"] for row in standing.values() if row["id"] not in named}
        mended = []
        for row in rows:
            if row.get("id") and row["id"] not in standing:
                row["id"] = twins.pop(self.key(row), "")
                if not row["id"] and (row.get("origin") == Origin.FOUND or "DELETE" in row):
                    continue
            mended.append(row)
        self.write(posted, mended)

    def key(self, row):
        return tuple(row.get(name, "") for name in self.same_by)


def _sent(row, name):
    field = row._meta.get_field(name)
    value = getattr(row, field.attname)
    return "" if value is None else str(value)


def bylines_of(article):
    same_by = ("author", "role", "language")
    return PostedRows(article, Byline, "bylines", (*same_by, "position"), same_by)


def figures_of(article):
    fields = ("image", "after", "position", *CAPTIONS)
    return PostedRows(article, Figure, "figures", fields, ("image",))


def rows_of(article):
    """All rows of an article's page."""
    citation, mention = ("source", "language", "passage"), ("entity", "language")
    return (
        bylines_of(article),
        figures_of(article),
        PostedRows(article, Citation, "citations", citation, citation),
        PostedRows(article, Mention, "mentions", mention, mention),
    )
