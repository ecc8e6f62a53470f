"""Help who is still typing: the words that the last one may become. Asks only the vocabulary."""

from articles.models import Lexeme
from articles.text.fold import fold
from articles.text.stems import ARTICLE
from articles.text.words import words

SHORTEST = 2  # letters, without the article; what begins with one letter is anything
MOST = 8


def open_ended(text):
    """Return the query with its last word left open: «رئيس الجام» also asks for الجامعة.

    The commonest continuations are asked for. As long as the word says nothing («رئيس ال») it is
    left out. A word is finished when a blank follows it; then the query stays as it is.
    """
    found = words(text)
    if not found or found[-1].end != len(text):
        return text
    begun = fold(found[-1].text)
    if begun.isdecimal():
        return text
    if len(begun.removeprefix(ARTICLE)) < SHORTEST:
        return text[: found[-1].start]
    longer = Lexeme.objects.filter(text__startswith=begun, frequency__gt=0).exclude(text=begun)
    likely = longer.order_by("-frequency", "text").values_list("text", flat=True)[:MOST]
    return " OR ".join([text, *likely])
