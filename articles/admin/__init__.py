"""The newsroom's own pages. Rules live below; the admin only asks and shows."""

from articles.admin import (
    accounts,
    articles,
    background,
    desks,
    front,
    names,
    pages,
    pictures,
    records,
    spellings,
    taxonomy,
)

__all__ = [
    "accounts",
    "articles",
    "background",
    "desks",
    "front",
    "names",
    "pages",
    "pictures",
    "records",
    "spellings",
    "taxonomy",
]
