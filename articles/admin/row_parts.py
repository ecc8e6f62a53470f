"""The parts of an article that are rows of its form: who signs it, its further pictures.

As `parts` has them: each reads its value from a form and puts one into it, in the shape that a
version keeps.
"""

from articles.admin.changes import CAPTIONS, name_of_place
from articles.admin.posted_rows import bylines_of, figures_of
from articles.models import Author, Image, Role
from articles.text.digits import read_number

NOTHING = "—"


class Part:
    """What all parts have. ``is_text``: it is shown word by word."""

    is_text = False

    def same(self, one, other):
        return one == other

    def join(self, was, mine, theirs):
        """Both changes in one, where nobody need be asked; None otherwise."""

    def stand(self, posted):
        """Make mine fit to be saved while somebody is asked."""


class RowsPart(Part):
    """Rows in their order. ``rows``: how the form sends them; ``leads``: what every row names."""

    def read_rows(self, posted):
        """The rows that name something and stay, as the form sends them, in their order."""
        rows = [row for row in self.rows.read(posted) if row.get(self.leads, "").isdecimal()]
        rows = [row for row in rows if "DELETE" not in row]
        return sorted(rows, key=lambda row: whole(row.get("position")) or 0)

    def put(self, posted, value):
        """Theirs is what the database has, whose row is held."""
        self.rows.write(posted, self.rows.standing())

    def stand(self, posted):
        """Mine in place of theirs: rows of theirs that mine lacks are marked to go."""
        mine = [row for row in self.rows.read(posted) if row.get(self.leads)]
        by_id = {row["id"]: row for row in mine if row.get("id")}
        by_key = {self.rows.key(row): row for row in mine}
        rows = []
        for theirs in self.rows.standing():
            row = by_id.get(theirs["id"]) or by_key.get(self.rows.key(theirs))
            if row is None or any(row is one for one in rows):
                rows.append(theirs | {"DELETE": "on"})
            else:
                row["id"] = theirs["id"]
                rows.append(row)
        left = [row for row in mine if not any(row is one for one in rows)]
        self.rows.write(posted, rows + [row | {"id": ""} for row in left if "DELETE" not in row])


class BylinesPart(RowsPart):
    """Who signs, in which order."""

    name, leads = "bylines", "author"

    def __init__(self, article, label):
        self.rows, self.label = bylines_of(article), label

    def read(self, posted):
        return [
            [int(row["author"]), row.get("role", ""), row.get("language", "")]
            for row in self.read_rows(posted)
        ]

    def shown(self, value):
        names = Author.objects.in_bulk([author for author, *_rest in value])
        roles = dict(Role.choices)
        return [
            f"{names.get(author, NOTHING)} ({roles.get(role, role)})"
            for author, role, _language in value
        ]


class FiguresPart(RowsPart):
    """The further pictures: which, where, and what is said under each."""

    name, leads = "figures", "image"

    def __init__(self, article, label):
        self.rows, self.label = figures_of(article), label

    def read(self, posted):
        return [
            {"image": int(row["image"]), "after": whole(row.get("after"))}
            | {caption: plain(row.get(caption)) for caption in CAPTIONS}
            for row in self.read_rows(posted)
        ]

    def shown(self, value):
        images = Image.objects.in_bulk([one["image"] for one in value])
        return [
            f"{images.get(one['image'], NOTHING)} ({name_of_place(one['after'])})" for one in value
        ]


def whole(typed):
    """The number that is typed, in any digits; None where there is none."""
    number = read_number(str(typed or ""))
    return None if number is None else int(number)


def plain(text):
    """A text without what a form adds to it: its line ends, blanks around it."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()
