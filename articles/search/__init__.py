"""Find texts by what people type, in whatever form they type it."""

from articles.search.find import Answer, Search
from articles.search.indexing import index_article, index_edition
from articles.search.passage import Matcher, forms, highlight, passage

__all__ = [
    "Answer",
    "Matcher",
    "Search",
    "forms",
    "highlight",
    "index_article",
    "index_edition",
    "passage",
]
