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
LIKELY = 0.8  # as above, in a word so short that any letter makes another; or it knew the old one
SHORT = 3  # letters
LONG = 8  # from here on two letters may have slipped

_CASE = re.compile("(?<=...)(?:ون|ين|ان)$")
# What is written onto a word: those that join hardly change it, ب ك ل a little more.
_JOINS = re.compile("(?:[وف](?:ال)?|ال)(?=...)")
_ONTO = re.compile("[وف]?(?:[بكلس]|[بك]ال|لل)(?=....)")
_ARTICLE = re.compile("(?:[وف]?(?:[بك]?ال|لل))(?=...)")


def judge(old, new, known):
    """Return (kind, weight) of a token that became another; ``known`` are words of the archive.

    A slip is mended when a word that nobody knows becomes one that the archive knows, one letter
    away; in a long word two letters. When it knows both they are two words: قتل and قبل. When it
    knew the old one only, a slip was made, or a rare word was meant: both want a look.
    """
    if old.key == new.key:
        return SLIP, 0.0
    kinds = {old.kind, new.kind}
    if NEGATION in kinds:
        return NEGATION, WHOLE
    for kind in (NUMBER, DATE):
        if kind in kinds:
            return (SLIP, 0.0) if _is_mended(kind, old, new, known) else (kind, WHOLE)
    if kinds == {LIGHT}:
        return LIGHT, SMALL
    return _judge_words(old, new, known)


def alone(token):
    """Return (kind, weight) of a token that was put in or taken out."""
    return (LIGHT, SMALL) if token.kind == LIGHT else (token.kind, WHOLE)


def are_near(one, other):
    """Whether two folded words are so alike that one may be a slip for the other."""
    most = 2 if min(len(one), len(other)) >= LONG else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def _is_mended(kind, old, new, known):
    """Whether no word at all became a month or a number in letters that is one letter away."""
    has_digits = any(letter.isdigit() for letter in old.folded + new.folded)
    return (
        old.kind == WORD
        and new.kind == kind
        and not has_digits
        and old.folded not in known
        and are_near(old.folded, new.folded)
    )


def _judge_words(before, after, known):
    knew, knows = (one.kind == LIGHT or one.folded in known for one in (before, after))
    old, new = before.folded, after.folded
    if _without(_JOINS, old) == _without(_JOINS, new) or _CASE.sub("", old) == _CASE.sub("", new):
        return FORM, LEAST
    if _without(_ONTO, old) == _without(_ONTO, new):
        return FORM, SMALL
    is_form = stem(_without(_ARTICLE, old)) == stem(_without(_ARTICLE, new))
    if are_near(old, new):
        if knew and knows:
            return (FORM, SOME) if is_form else (WORD, WHOLE)
        if knows:
            return SLIP, 0.0
        return DOUBT, LIKELY if knew or min(len(old), len(new)) <= SHORT else DOUBTFUL
    return (FORM, SOME) if is_form else (WORD, WHOLE)


def _without(what, word):
    match = what.match(word)
    return word[match.end() :] if match else word
