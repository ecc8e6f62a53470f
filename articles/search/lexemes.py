"""Say what an index holds for a text: its lexemes, their marks and their places.

    w    a folded word as it stands, with its positions (those of the title weigh A)
    ~s   a stem of a word, whatever stood before or behind it
    ^s   the same for the words of the title
    @…   a label: @s12 a section, @o5 a source, @e7 a name, @a3 an author, @t4 a tag,
         @y2024 a year, @m2024-05 a month, and @ alone, which every text has

Only this module and ``clauses`` know the marks.
"""

from typing import NamedTuple

from articles.text.fold import fold
from articles.text.stems import LONGEST, stems
from articles.text.words import words

STEM, TITLE, LABEL = "~", "^", "@"
LETTERS = {"section": "s", "source": "o", "entity": "e", "author": "a", "tag": "t"}
# Raise it whenever fold, stems or this module make other lexemes: ``reindex`` then knows.
VERSION = 1
MOST_WORDS = 20_000  # PostgreSQL counts positions to 16,383 and holds one megabyte
HEAD_TITLE, HEAD_LEAD = 40, 15  # words; the head has to stay in its row
# Beyond the end of a title a phrase must not go on into the text.
GAP = 10
LONGEST_KEY = 250


class Vectors(NamedTuple):
    """The two vectors of a row, in PostgreSQL's notation, and the title as it is compared."""

    head: str
    lexemes: str
    title_key: str


def title_key(title):
    """Return a title's folded words: equal titles have equal keys, whatever the punctuation."""
    return " ".join(cut(title))[:LONGEST_KEY]


def vectors(title, lead, text, labels=()):
    """Return what the index holds for a text with these ``labels`` (without their mark)."""
    return of_words(cut(title), cut(lead), cut(text), labels)


def of_words(named, opening, body, labels=()):
    """Return the vectors of words that were cut before: of a title, a lead and a text."""
    body = body[:MOST_WORDS]
    head, found = {}, {}
    for position, word in enumerate(named, start=1):
        found.setdefault(word, []).append(f"{position}A")
        for one in stems(word):
            found[STEM + one] = found[TITLE + one] = None
        if position <= HEAD_TITLE:
            for one in (word, *(STEM + one for one in stems(word))):
                head.setdefault(one, []).append(f"{position}A")
    start = len(named) + GAP
    for position, word in enumerate(opening + body, start=start):
        found.setdefault(word, []).append(str(position))
        for one in stems(word):
            found.setdefault(STEM + one, None)
    for position, word in enumerate(opening[:HEAD_LEAD] or body[:HEAD_LEAD], start=start):
        for one in stems(word):
            head.setdefault(STEM + one, []).append(f"{position}B")
    found |= dict.fromkeys(LABEL + label for label in ("", *labels))
    return Vectors(_written(head), _written(found), " ".join(named)[:LONGEST_KEY])


def cut(text):
    """Return the folded words of a text, as the index has them."""
    return [word.text[:LONGEST] for word in words(fold(text))]


def _written(found):
    return " ".join(
        f"'{lexeme.replace(chr(39), chr(39) * 2)}'" + (f":{','.join(at[:200])}" if at else "")
        for lexeme, at in found.items()
    )


def label_of(kind, pk):
    """Name the label of a thing: ``label_of("source", 5)`` is ``o5``."""
    return f"{LETTERS[kind]}{pk}"


def month(day):
    """Name the label of a month: ``m2024-05``."""
    return f"m{day:%Y-%m}"


def year(day):
    """Name the label of a year: ``y2024``."""
    return f"y{day:%Y}"
