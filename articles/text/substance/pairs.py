"""Judge one word that stands where another stood. Knows no text around it.

What a pair weighs: 1 is a word that counts, 0 a slip of letters.
"""

import re

from rapidfuzz.distance import OSA

from articles.text.stems import stem
from articles.text.substance.tokens import DATE, LIGHT, NEGATION, NUMBER, WORD

SLIP, DOUBT, FORM = "slip", "doubt", "form"

WHOLE = 1.0  # another word, number, negation, date
SOME = 0.6  # another form of the word: one official, or several
SMALL = 0.3  # a word that joins others
LEAST = 0.15  # grammar: a case, an article, a letter written onto the word
DOUBTFUL = 0.5  # one letter, and the archive knows neither spelling
DOUBTFUL_SHORT = 0.8  # as above, in a word so short that any letter makes another
SHORT = 3  # letters
LONG = 8  # from here on two letters may have slipped

_CASE = re.compile("(?<=...)(?:ون|ين|ان)$")
# What is written onto a word: those that join hardly change it, ب ك ل a little more.
_JOINS = re.compile("(?:[وف](?:ال)?|ال)(?=...)")
_ONTO = re.compile("[وف]?(?:[بكلس]|[بك]ال|لل)(?=....)")
_ARTICLE = re.compile("(?:[وف]?(?:[بك]?ال|لل))(?=...)")


def judge(old, new, known):
    """Return (kind, weight) of a token that became another; ``known`` are words of the archive.

    A slip is a word one letter away of which the archive knows only one spelling; in a long word
    two letters. When it knows both they are two words: قتل and قبل.
    """
    if old.key == new.key:
        return SLIP, 0.0
    kinds = {old.kind, new.kind}
    if NEGATION in kinds:
        return NEGATION, WHOLE
    for kind in (NUMBER, DATE):
        if kind in kinds:
            return (SLIP, 0.0) if _is_slip_for(kind, old, new, known) else (kind, WHOLE)
    if kinds == {LIGHT}:
        return LIGHT, SMALL
    return _judge_words(old.folded, new.folded, known, LIGHT in kinds)


def alone(token):
    """Return (kind, weight) of a token that was put in or taken out."""
    return (LIGHT, SMALL) if token.kind == LIGHT else (token.kind, WHOLE)


def are_near(one, other):
    """Whether two folded words are so alike that one may be a slip for the other."""
    most = 2 if min(len(one), len(other)) >= LONG else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def _is_slip_for(kind, old, new, known):
    """Whether one is a month or a number in letters, and the other no word at all."""
    other = new if old.kind == kind else old
    has_digits = any(letter.isdigit() for letter in old.folded + new.folded)
    return (
        other.kind == WORD
        and not has_digits
        and other.folded not in known
        and are_near(old.folded, new.folded)
    )


def _judge_words(old, new, known, is_light):
    if _without(_JOINS, old) == _without(_JOINS, new) or _CASE.sub("", old) == _CASE.sub("", new):
        return FORM, LEAST
    if _without(_ONTO, old) == _without(_ONTO, new):
        return FORM, SMALL
    is_form = stem(_without(_ARTICLE, old)) == stem(_without(_ARTICLE, new))
    if are_near(old, new):
        knows = (old in known) + (new in known)
        if knows == 1 or is_light:
            return SLIP, 0.0
        if knows == 2:
            return (FORM, SOME) if is_form else (WORD, WHOLE)
        return DOUBT, DOUBTFUL if min(len(old), len(new)) > SHORT else DOUBTFUL_SHORT
    return (FORM, SOME) if is_form else (WORD, WHOLE)


def _without(what, word):
    match = what.match(word)
    return word[match.end() :] if match else word
