"""Find by a word that was only begun: who is still typing, who knows a part. Reads only."""

from articles.models import Lexeme
from articles.search import rank
from articles.search.find import ALL, SOME
from articles.text.fold import fold
from articles.text.stems import ARTICLE
from articles.text.words import words

SHORTEST = 2  # letters, without the article; what begins with one letter is anything
MOST = 8


def find_begun(search, typed, enough=1):
    """Return the Answer of a Search; with fewer than ``enough`` sure texts the last word may go on.

    What this adds stands behind the texts that have all words and before those with a slip:
    ``find_begun(Search(), "انتخابات الجا")`` finds انتخابات الجامعة.
    """
    answer = search.find(typed)
    sure = [pk for pk in answer.ids if answer.tiers.get(pk) == ALL]
    if len(sure) >= enough or (longer := open_ended(typed)) == typed:
        return answer
    more = search.find(longer).ids
    answer.ids = list(dict.fromkeys([*sure, *more, *answer.ids]))[: rank.SHOWN]
    answer.tiers = dict.fromkeys(more, SOME) | answer.tiers
    return answer


def open_ended(text):
    """Return the query with its last word left open: «رئيس الجام» also asks for الجامعة.

    The commonest continuations are asked for. As long as the word says nothing («رئيس ال») it is
    left out. A word is finished when a blank follows it; then the query stays as it is.
    """
    found = words(text)
    if not found or found[-1].end != len(text):
        return text
    start, begun = found[-1].start, fold(found[-1].text)
    # What follows a sign is the name of a filter, a word to leave out, a part of a phrase.
    follows_sign = start > 0 and not text[start - 1].isspace()
    if follows_sign or begun.isdecimal():
        return text
    if len(begun.removeprefix(ARTICLE)) < SHORTEST:
        return text[:start]
    longer = Lexeme.objects.filter(text__startswith=begun, frequency__gt=0).exclude(text=begun)
    likely = longer.order_by("-frequency", "text").values_list("text", flat=True)[:MOST]
    return " OR ".join([text, *likely])
