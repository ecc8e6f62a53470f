"""Recognise names and cited sources in a text, and keep an article's rows of them up to date."""

from articles.recognition.attribution import Attribution, cited
from articles.recognition.gazetteer import Found, Gazetteer, find
from articles.recognition.rows import known_names, refresh

__all__ = ["Attribution", "Found", "Gazetteer", "cited", "find", "known_names", "refresh"]
