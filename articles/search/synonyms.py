"""Keep the house spellings: give a fresh newsroom the starter list, tell what readers meet of them.

A query asks the table itself (articles/search/names.py), so a change counts from the next search.
"""

from articles.models import Synonym
from articles.search import vocabulary
from articles.search.lexemes import STEM
from articles.text import spellings
from articles.text.stems import ARTICLE, stem


def load():
    """Give a newsroom that has no house spellings those of the starter list; return how many.

    A list that somebody works on is left alone: what an editor removed or changed never comes back.
    """
    if Synonym.objects.exists():
        return 0
    rows = [Synonym(spellings="، ".join(group.words)) for group in spellings.groups()]
    return len(Synonym.objects.bulk_create(rows))


def occurrences(folded):
    """Return in how many editions each folded spelling stands, in any form; one query for all.

    A spelling of several words stands in no more editions than its rarest word: that is its number,
    an upper bound. None stands in an edition: 0.
    """
    stems = {one: [STEM + stem(_bare(word)) for word in one.split()] for one in folded}
    known = vocabulary.frequencies(lexeme for many in stems.values() for lexeme in many)
    return {
        one: min((known.get(lexeme, 0) for lexeme in many), default=0)
        for one, many in stems.items()
    }


def _bare(word):
    return word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 1 else word
