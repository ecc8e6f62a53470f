"""Describe pages to machines as schema.org has it; dates ISO, digits ASCII, always.

Each function returns the data block of one page, safe to print inside a script element.
"""

from articles.publishing.jsonld.claim import claim_review
from articles.publishing.jsonld.pages import home, people_page, stories_page
from articles.publishing.jsonld.parts import Newsroom, named
from articles.publishing.jsonld.story import news_article

__all__ = [
    "Newsroom",
    "claim_review",
    "home",
    "named",
    "news_article",
    "people_page",
    "stories_page",
]
