"""Read a phrase that describes who speaks: how far it reaches, and whether it ends in a name.

مسؤول عسكري أمريكي, شاهد عيان, مصدر في الوفد: described. وزير الاقتصاد نديم الصيرفي: a name.
"""

from typing import NamedTuple

from articles.recognition import cues, voices
from articles.text.clitics import peel

_OPENERS = tuple("“«\"„‹('")
_LONGEST_NAME = 4
_DAYS = frozenset("الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت اليوم الوقت".split())


class Described(NamedTuple):
    """Tokens ``first`` to ``after``, ``peeled`` letters into the first word."""

    first: int
    after: int
    peeled: int


class Titled(NamedTuple):
    """The same, and ``name_at`` is where a name begins among them, which ends with them.

    ``is_tight``: whether what is said follows at once, so that the words are hardly its object.
    """

    first: int
    after: int
    peeled: int
    name_at: int
    is_tight: bool


def described(tokens):
    """List (Described, Titled or None) for each possible speaker of one sentence, in order."""
    found, at = [], 0
    while at < len(tokens):
        peeled = _noun(tokens[at].word)
        if peeled is not None:
            found.append(_phrase(tokens, at, peeled))
        at = found[-1][0].after if peeled is not None else at + 1
    return found


def outlets(tokens):
    """List Titled for each name behind the noun of an outlet: صحيفة «الغد», راديو موزاييك.

    Only where the noun says it: an adjective behind the noun is none (موقع إخباري محلي).
    """
    found = []
    for at, token in enumerate(tokens):
        noun = next((one for one in peel(token.word) if one.word in voices.OUTLETS), None)
        if noun and (named := _name(tokens, at + 1, shortest=1, is_outlet=True)):
            after, is_tight = named
            if is_tight:
                found.append(Titled(at, after, noun.length, at + 1, is_tight))
    return found


def _noun(word):
    """How many letters stand before a noun of ``voices`` in the word, or None."""
    return next((one.length for one in peel(word) if one.word in voices.NOUNS), None)


def _phrase(tokens, first, peeled):
    noun = tokens[first].word[peeled:]
    # للمتحدث: peeling leaves the noun without its article.
    is_definite = noun.startswith("ال") or tokens[first].word[:peeled].endswith("لل")
    at = _over_complement(tokens, first + 1, noun, is_definite)
    is_definite = is_definite or (at > first + 1 and tokens[at - 1].word.startswith("ال"))
    at = _over_adjectives(tokens, at, is_definite)
    at, says_for = _over_office(tokens, at)
    titled = None
    named = _name(tokens, at) or _name_between_commas(tokens, at)
    if named and (is_definite or says_for):
        titled = Titled(first, named[0], peeled, at, named[1])
    return Described(first, _over_another(tokens, _over_place(tokens, at)), peeled), titled


def _over_complement(tokens, at, noun, is_definite):
    """شاهد عيان, وزير الاقتصاد, رئيس بلدية المرسى, طبيب الفريق."""
    if is_definite or not _continues(tokens, at):
        return at
    if tokens[at].word in voices.COMPLEMENTS:
        return at + 1
    steps = 3 if noun in voices.OFFICES else 1
    for step in range(steps):
        if not _continues(tokens, at + step) or tokens[at + step].word in voices.ENDS:
            return at
        word = tokens[at + step].word
        if word.startswith("ال") and not _is_adjective(word, True):
            return _over_joined(tokens, at + step + 1)
        if _is_adjective(word, False):
            return at
    return at


def _over_joined(tokens, at):
    """وزير الصناعة والتجارة: what else the office is for."""
    while _continues(tokens, at) and tokens[at].word.startswith("وال"):
        at = _over_adjectives(tokens, at + 1, True)
    return at


def _over_adjectives(tokens, at, is_definite):
    while _continues(tokens, at) and _is_adjective(tokens[at].word, is_definite):
        at += 1
    return at


def _over_office(tokens, at):
    """Go over "in the name of the ministry" and a rank: باسم الوزارة, باسمها العميد."""
    says_for = False
    if _continues(tokens, at) and tokens[at].word.startswith("باسم"):
        bare = tokens[at].word == "باسم"
        at += 1
        says_for = True
        while bare and _continues(tokens, at) and tokens[at].word not in voices.ENDS:
            at += 1
            if tokens[at - 1].word.startswith("ال"):
                break
        at = _over_adjectives(tokens, at, True)
    while _continues(tokens, at) and tokens[at].word in voices.TITLES:
        at += 1
        says_for = True
    return at, says_for


def _over_place(tokens, at):
    """مصدر في الوفد السوري, تجار في المدينة, مسؤولون من التحالف."""
    if (
        _continues(tokens, at + 1)
        and tokens[at].continues_name
        and tokens[at].word in ("في", "من")
        and tokens[at + 1].word.startswith("ال")
        and tokens[at + 1].word not in _DAYS
    ):
        return _over_adjectives(tokens, at + 2, True)
    return at


def _over_another(tokens, at):
    """وسائل إعلام وصفحات إخبارية: two that speak together are one phrase."""
    while _continues(tokens, at) and tokens[at].word.startswith("و"):
        other = tokens[at].word[1:]
        if other not in voices.GROUPS:
            break
        after = at + 1
        if _continues(tokens, after) and tokens[after].word in voices.COMPLEMENTS:
            after += 1
        at = _over_adjectives(tokens, after, False)
    return at


def _name_between_commas(tokens, at):
    """وزير الصحة، سعيد القاسم، أن"""
    if at < len(tokens) and tokens[at].gap.strip() in tuple("،,"):
        named = _name([*tokens[:at], tokens[at]._replace(gap=" "), *tokens[at + 1 :]], at)
        if named and named[1]:
            return named
    return None


def _name(tokens, at, shortest=2, is_outlet=False):
    """Where the name that begins at ``at`` ends, and whether tightly; None when there is none."""
    if at >= len(tokens) or not tokens[at].continues_phrase:
        return None
    after = at + 1
    if tokens[at].gap.endswith(_OPENERS):
        while after < len(tokens) and tokens[after].continues_name:
            after += 1
        return (after, True) if after - at <= _LONGEST_NAME else None
    if not tokens[at].continues_name or tokens[at].word in voices.ENDS:
        return None
    if tokens[at].word in cues.BETWEEN:
        return None
    if not is_outlet and tokens[at].word.startswith(("ال", "وال")):
        return None
    after = at
    while _continues(tokens, after) and after - at <= _LONGEST_NAME:
        word = tokens[after].word
        if word in voices.ENDS or word.startswith(("لل", "بال", "باسم")):
            break
        # Behind an office هاني is a name: an adjective would agree with it and be definite.
        if is_outlet and _is_adjective(word, after > at):
            break
        after += 1
    if not shortest <= after - at <= _LONGEST_NAME or after == len(tokens):
        return None
    ending = tokens[after]
    told = is_outlet and (ending.word == "عن" or _is_adjective(ending.word, True))
    is_tight = not ending.continues_name or told or ending.word in voices.TIGHT
    return (after, is_tight) if is_tight or ending.word in voices.ENDS else None


def _continues(tokens, at):
    return at < len(tokens) and tokens[at].continues_name


def _is_adjective(word, is_definite):
    """محلي, أمريكية, محليون; with an article the same: المحلي. Some without an ending too."""
    if is_definite:
        if not word.startswith("ال"):
            return False
        word = word[2:]
    elif word.startswith("ال"):
        return False
    if word in voices.ADJECTIVES:
        return True
    return len(word) > 3 and word.endswith(("ي", "يه", "يون", "يين", "يات"))
