"""Know the plurals that change a noun inside: وزير, وزراء. A list; it guesses nothing."""

from functools import cache
from pathlib import Path

from articles.text.fold import fold

LIST = Path(__file__).with_suffix(".txt")


def partners(folded_word):
    """List the folded forms of the noun that ``folded_word`` is a singular or a plural of.

    The word comes without ال and without what is written onto it; ة stays (as ه). The nearest
    noun's forms come first, in the order of the list; a word that is not in it has none.

        >>> partners("وزير"), partners("شهور")
        (('وزراء',), ('شهر', 'اشهر'))

    A plural of two nouns leads to both, and a spelling of two nouns to the plurals of both; but the
    plural of one never leads to the plural of the other.
    """
    return _partners().get(folded_word, ())


def nouns(text):
    """List the nouns of a text in the form of the list: of each its forms as written.

    >>> nouns("# people\\nقاض/قاضي قضاة")
    [['قاض/قاضي', 'قضاة']]
    """
    return [line.split() for line in text.splitlines() if line and line[0] != "#"]


@cache
def _partners():
    found = {}
    # Folded in one piece: a call for each of five thousand words would take ten times as long.
    for noun in nouns(fold(LIST.read_text("utf-8")).replace("/", " ")):
        for form in noun:
            found.setdefault(form, {}).update(dict.fromkeys(noun))
    return {form: tuple(other for other in known if other != form) for form, known in found.items()}
