"""Finished editions: how one is composed, cleaned, marked and placed in lists."""

from articles.editions.beside import text_beside
from articles.editions.clean import clean
from articles.editions.make import complete_languages, link, make, remove

__all__ = ["clean", "complete_languages", "link", "make", "remove", "text_beside"]
