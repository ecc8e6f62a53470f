"""Find editions by what readers type."""

from articles.search.find import MOST, find, parse
from articles.search.passage import highlight, passage

__all__ = ["MOST", "find", "highlight", "parse", "passage"]
