"""Recognise names and cited sources in a text, and keep an article's rows of them up to date."""

from articles.recognition.attribution import Attribution, cited
from articles.recognition.candidates import Candidate, candidates, register
from articles.recognition.gazetteer import Found, Gazetteer, Spelling, find
from articles.recognition.register import known_names
from articles.recognition.rows import refresh

__all__ = [
    "Attribution",
    "Candidate",
    "Found",
    "Gazetteer",
    "Spelling",
    "candidates",
    "cited",
    "find",
    "known_names",
    "refresh",
    "register",
]
