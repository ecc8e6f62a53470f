"""What a text should do in one way throughout: digits, tanwin, quotation marks. Suggestions only.

A text that keeps to one way of its own is left in peace: the rules speak where it mixes two, and
propose the commoner one.
"""

import re

from articles.text.rules.page import LETTERS, MARKS, TATWEEL

_WESTERN, _EASTERN = "0123456789", "٠١٢٣٤٥٦٧٨٩"
_NUMBER = re.compile(
    f"(?<![A-Za-z_\\d.,٫٬/:-])(?:[0-9][0-9.,]*|[{_EASTERN}][{_EASTERN}٫٬]*)(?![\\w/:-])"
)
_TO_WESTERN = str.maketrans(_EASTERN + "٫٬", _WESTERN + ".,")
_TO_EASTERN = str.maketrans(_WESTERN + ".,", _EASTERN + "٫٬")

_TANWIN = re.compile("(?<=[\u0621-\u064a\u0651])(?:\u064bا|ا\u064b)(?![\u0621-\u064a])")
_QUOTED = re.compile("[“”]")
_GUILLEMETS = re.compile("[«»]")
_AS_GUILLEMETS = {"“": "«", "”": "»"}
_AS_ENGLISH = {"«": "“", "»": "”"}

_LAST_TATWEEL = re.compile(
    f"(?<![{LETTERS}{MARKS}])(?P<word>[{LETTERS}{MARKS}]+){TATWEEL}+(?![{LETTERS}{MARKS}{TATWEEL}])"
)
# لـ، بـ، الـ، للـ، وبالـ before a name, a number or a quotation; هـ behind the year.
_MAY_STRETCH = re.compile("[وف]?(?:[بكلفسه]|[بكل]?ال|لل)?$")

_EMBEDDING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NEEDLESS = re.compile(
    "(?<=[\u0620-\u064a])[\u061c\u200e\u200f]+(?=[\u0620-\u064a])|(?<=[\u061c\u200e\u200f])[\u061c\u200e\u200f]+"
)


def mixed_digits(page):
    """Western and Eastern digits in one text: the rarer become like the others."""
    numbers = list(page.matches(_NUMBER))
    eastern = [match for match in numbers if match.group()[0] in _EASTERN]
    western = [match for match in numbers if match.group()[0] in _WESTERN]
    if len(eastern) > len(western):
        rarer, table = western, _TO_EASTERN
    else:
        rarer, table = eastern, _TO_WESTERN
    if len(rarer) < len(numbers):
        for match in rarer:
            number = match.group().rstrip(".,")
            yield match.start(), match.start() + len(number), number.translate(table)


def mixed_tanwin(page):
    """اً and ًا in one text: the rarer become like the others."""
    before = list(page.matches(_TANWIN))
    on_alef = [match for match in before if match.group().startswith("ا")]
    on_letter = [match for match in before if not match.group().startswith("ا")]
    rarer = on_letter if len(on_alef) >= len(on_letter) else on_alef
    if len(rarer) < len(before):
        for match in rarer:
            yield match.start(), match.end(), match.group()[::-1]


def mixed_quotes(page):
    """“ ” and « » in one text: the rarer become like the others."""
    english, arabic = list(page.matches(_QUOTED)), list(page.matches(_GUILLEMETS))
    if english and arabic:
        rarer, table = (english, _AS_GUILLEMETS)
        if len(arabic) < len(english):
            rarer, table = (arabic, _AS_ENGLISH)
        for match in rarer:
            yield match.start(), match.end(), table[match.group()]


def house_quotes(page):
    """“ ” where the house writes « »."""
    for match in page.matches(_QUOTED):
        yield match.start(), match.end(), _AS_GUILLEMETS[match.group()]


def last_tatweel(page):
    """A tatweel at the end of a word that is more than a clitic."""
    for match in page.matches(_LAST_TATWEEL):
        if not _MAY_STRETCH.match(match["word"]):
            yield match.end("word"), match.end(), ""


def direction_marks(page):
    """Marks that force a direction, and direction marks between letters that have one anyway."""
    for pattern in (_EMBEDDING, _NEEDLESS):
        for match in page.matches(pattern):
            yield match.start(), match.end(), ""
