"""Cut a text into the words and numbers whose change could matter. Judges no change.

What no reader takes for a change is the same here: punctuation, blanks, vowel signs, spellings
that `fold` equals, and the figures of one number (2,140 and ٢١٤٠, five and 5).
"""

import re
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from babel.dates import get_month_names

from articles.text.clitics import readings
from articles.text.digits import read_number, western
from articles.text.fold import INVISIBLE, MARKS, fold
from articles.text.stems import ARTICLE

NUMBER, NEGATION, DATE, LIGHT, WORD = "number", "negation", "date", "light", "word"
LOCALES = ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR", "en")
AND = ("و", "ف")
LONGEST_QUOTATION = 3_000

_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
_marks = "".join(sorted(MARKS))
_DIGIT = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_LETTER = rf"[^\W\d_{_marks}]"
_TOKEN = re.compile(
    rf"(?P<number>{_DIGIT}+(?:[.,،:/٫٬]{_DIGIT}+)*)"
    r"|(?P<percent>[%٪]|(?:في|ب)\s?ال(?:مئة|مائة)(?!\w)|per\s?cent\b)"
    r"|(?P<not>\b[A-Za-z]+n['’]t\b)"
    rf"|(?P<word>{_LETTER}(?:{_LETTER}|[{_marks}])*)"
)
_QUOTED = re.compile(
    rf"«[^«»\n]{{1,{LONGEST_QUOTATION}}}»|“[^“”\n]{{1,{LONGEST_QUOTATION}}}”"
    rf"|\"[^\"\n]{{1,{LONGEST_QUOTATION}}}\""
)
_MARK = re.compile('[«»“”"]')


class Token(NamedTuple):
    """One word or number: as written, folded, as it is compared, what it is, whether it is quoted.

    ``quoted`` is None where the marks of its paragraph do not pair, so that nobody knows.
    """

    text: str
    folded: str
    key: str
    kind: str
    quoted: bool | None


def tokens(text):
    """List the tokens of a plain text; a paragraph is a line.

    >>> [(one.key, one.kind) for one in tokens("لم يصل ٢٬١٤٠ منهم")]
    [('لم', 'negation'), ('يصل', 'word'), ('2140', 'number'), ('منهم', 'word')]
    """
    found = []
    for line in text.translate(_UNSEEN).split("\n"):
        quoted = _quotations(line)
        for match in _TOKEN.finditer(line):
            inside = quoted and any(start <= match.start() < end for start, end in quoted)
            inside = None if quoted is None else bool(inside)
            found += (
                Token(text, fold(text), key, kind, inside) for text, key, kind in _read(match)
            )
    return found


def _quotations(line):
    """Where the quotations of a paragraph stand; None when a mark has no partner."""
    spans = [match.span() for match in _QUOTED.finditer(line)]
    marks = sum(1 for _one in _MARK.finditer(line))
    inside = sum(len(_MARK.findall(line[start:end])) for start, end in spans)
    return spans if marks == inside else None


def _read(match):
    """Yield (text, key, kind) of what a match holds."""
    text = match.group()
    match match.lastgroup:
        case "number":
            value = read_number(text)
            yield text, western(text) if value is None else _plain(value), NUMBER
        case "percent":
            yield text, "%", NUMBER
        case "not":
            yield text[:-3], fold(text[:-3]), WORD
            yield text[-3:], "not", NEGATION
        case _:
            yield text, *_known(fold(text))


def _plain(value):
    """One writing for one number: 2.50 is 2.5."""
    return f"{Decimal(value).normalize():f}"


@lru_cache(maxsize=100_000)
def _known(word):
    """Return what a folded word is compared by, and its kind."""
    lists = _lists()
    for reading in readings(word):
        for base in (reading, reading.removeprefix(ARTICLE)):
            key, kind = lists.get(base, (word, WORD))
            taken = word.removesuffix(base)
            if kind in (NUMBER, DATE) or (not taken and kind != WORD):
                return key, kind
            # ولم denies as لم does; but بما is not ما.
            if kind == NEGATION and taken in AND:
                return key, kind
    return word, WORD


@cache
def _lists():
    """Every listed word by its fold: what it is compared by, and its kind."""
    found, heading = {}, ""
    for line in Path(__file__).with_name("words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            continue
        for word in () if line.startswith("#") else line.split():
            value, _equals, name = word.rpartition("=")
            base = fold(name)
            kind = {"negations": NEGATION, "days": DATE, "light": LIGHT}.get(heading, NUMBER)
            found.setdefault(base, (value or base, kind))
    for locale in LOCALES:
        for number, name in get_month_names("wide", locale=locale).items():
            if " " not in name:
                found.setdefault(fold(name), (f"month {number}", DATE))
    return found
