"""Find rows by any spelling: what is typed without hamzas, or with Persian letters, still finds.

A folded column holds ``fold`` of its text and is asked for it. A column as its writer left it is
asked with a pattern that allows every letter which folds alike; so ``fold`` stays the only judge.
"""

import re
from functools import cache

from django.db.models import Q

from articles.text.digits import western
from articles.text.fold import fold

ARABIC = range(0x0600, 0x0700)
MOST_WORDS = 10


def matching(fields, typed):
    """Return the condition that every typed word stands in some field; an empty Q for no word.

    Fields are as in ``search_fields``: ``=pk`` compares whole numbers, a name that ends in
    ``folded`` or begins with it asks a folded column, any other a column of plain text.
    """
    condition = Q()
    words = [word for word in typed.replace("\x00", " ").split() if fold(word)]
    for word in words[:MOST_WORDS]:
        anywhere = Q()
        for field in fields:
            anywhere |= _one(field, word)
        condition &= anywhere
    return condition


def any_spelling(word):
    """Return a pattern for every way to write a word: «انس» also finds «أنَس»."""
    return f"{_marks()}*".join(_letters().get(letter, re.escape(letter)) for letter in fold(word))


def _one(field, word):
    name = field.removeprefix("=")
    if name != field:
        number = western(word)
        return Q(**{name: int(number)}) if number.isdigit() and len(number) < 19 else Q(pk=None)
    if name.rpartition("__")[2].startswith("folded"):
        return Q(**{f"{name}__contains": fold(word)})
    return Q(**{f"{name}__iregex": any_spelling(word)})


@cache
def _letters():
    """Return for each folded letter the bracket of all that folds to it."""
    alike = {}
    for letter in map(chr, ARABIC):
        alike.setdefault(fold(letter), []).append(letter)
    return {
        folded: f"[{folded}{''.join(letters)}]"
        for folded, letters in alike.items()
        if len(folded) == 1 and folded.isalnum()
    }


@cache
def _marks():
    """Return the bracket of the marks that ride on letters and count for nothing."""
    return f"[{''.join(mark for mark in map(chr, ARABIC) if not fold(mark))}]"
