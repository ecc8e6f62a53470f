"""Finished editions: how one is composed, cleaned, marked and placed in lists."""

from articles.editions.make import complete_languages, link, make, remove

__all__ = ["complete_languages", "link", "make", "remove"]
