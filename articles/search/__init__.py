"""Find texts by what people type, in whatever form they type it."""

from articles.search.find import Answer, Search
from articles.search.indexing import index_article, index_edition, index_labelled
from articles.search.lexemes import label_of
from articles.search.passage import Matcher, forms, highlight, passage

__all__ = [
    "Answer",
    "Matcher",
    "Search",
    "forms",
    "highlight",
    "index_article",
    "index_edition",
    "index_labelled",
    "label_of",
    "passage",
]
