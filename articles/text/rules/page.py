"""A text as the doctor's rules read it: its letters, its words, what must be left alone.

Presentation forms are read as the letters they are forms of, one for one, so that every rule sees
the same word and every offset stays true. Nothing here judges or changes anything.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

# Every letter an Arabic word of a careless keyboard may hold, presentation forms included.
LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u0673\u0675-\u06d3\u06d5\u06ee-\u06ef"
    "\u06fa-\u06ff\ufc00-\ufc5d\ufc64-\ufcf1\ufcf5-\ufd3d\ufd50-\ufdc7\ufef5-\ufefc"
)
MARKS = "\u064b-\u0655\u0670"
TATWEEL = "\u0640"
# Soft hyphen, zero-width blank and joiners, word joiner, byte order mark.
INVISIBLE = "\u00ad\u180e\u200b-\u200d\u2060\ufeff"
BLANKS = " \u00a0\u1680\u2000-\u200a\u202f\u3000"

# Letters that only end a word: a hidden mark behind one parts two words.
LAST_LETTERS = "ةى"

_WORD = re.compile(
    f"[{LETTERS}](?:[{LETTERS}{MARKS}{TATWEEL}]"
    f"|(?<![{LAST_LETTERS}])[{INVISIBLE}]+(?=[{LETTERS}{MARKS}{TATWEEL}]))*"
)
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_DROPPED = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]")
# How a letter of another keyboard is spelt in the word lists; final ی stays in doubt.
_SPELT = {"ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۃ": "ة", "ی": "ي"}
# Letters that Arabic words never have: their word is a foreign name and keeps its ک and ی.
# So does one with ی before a non-joiner, as Persian writes it.
_FOREIGN = re.compile(f"[پچژگێېۍۆۇۋڵڕڑړٹټڈډڎڼںےۓښڅ]|ە(?=[{LETTERS}])")
_PERSIAN_JOINT = re.compile(f"ی[{INVISIBLE}]*\u200c")
# Isolated vowel marks are not words; ﷲ ﷺ ﷼ are symbols that somebody chose.
_FORMS = re.compile(
    "[\ufb50-\ufbb1\ufbd3-\ufbe9\ufbfc-\ufc5d\ufc64-\ufcf1\ufcf5-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]"
)


def _letter_of(form):
    """The letters of a presentation form; of an isolated or joined vowel mark the mark alone."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKC", form) if letter not in f" {TATWEEL}"
    )


FORMS = {
    form: letters
    for code in (*range(0xFB50, 0xFDF0), *range(0xFE70, 0xFEFD))
    if _FORMS.match(form := chr(code)) and (letters := _letter_of(form)) not in ("", form)
    if len(letters) == 1 or _PLAIN.fullmatch(letters)
}
_ONE_LETTER = {ord(form): letter for form, letter in FORMS.items() if len(letter) == 1}


class Word(NamedTuple):
    """A word, where it stands, and how it is spelt without marks, tatweel and joiners.

    ``text[start + places[i]]`` is the letter ``spelt[i]``; ``places`` is None where nothing was
    left out. A final ی stays ی in ``spelt``: whether it is ي or ى is for the rules to find out.
    """

    spelt: str
    start: int
    end: int
    places: tuple | None = None
    foreign: bool = False

    def place(self, index):
        """Where the letter ``spelt[index]`` stands in the text; ``index`` may be negative."""
        index %= len(self.spelt)
        return self.start + (index if self.places is None else self.places[index])


@dataclass
class Page:
    """What a rule is given. ``left`` has a 1 for each letter that no rule may touch."""

    text: str
    left: bytearray

    @cached_property
    def view(self):
        """The text with each presentation form of one letter as that letter; offsets are equal."""
        return self.text.translate(_ONE_LETTER) if _FORMS.search(self.text) else self.text

    @cached_property
    def words(self):
        """The words that are not left alone, in order."""
        found = []
        for match in _WORD.finditer(self.view):
            start, end = match.span()
            if self.is_free(start, end):
                found.append(_word(match.group(), start, end))
        return found

    @cached_property
    def odd_words(self):
        """The words with more than the letters of an Arabic keyboard in them; few in most texts."""
        return [word for word in self.words if word.places is not None]

    def are_beside(self, number):
        """Whether nothing but blanks stands between word ``number`` and the next one."""
        gap = self.view[self.words[number].end : self.words[number + 1].start]
        return not gap.strip(BLANKS + INVISIBLE)

    def is_free(self, start, end):
        """Whether a rule may touch ``text[start:end]``."""
        return self.left.find(1, start, end) < 0

    def matches(self, pattern):
        """Every match of the pattern in the view whose text is free."""
        return (one for one in pattern.finditer(self.view) if self.is_free(*one.span()))


def _word(written, start, end):
    if _PLAIN.fullmatch(written):
        return Word(written, start, end)
    spelt, places = [], []
    for place, letter in enumerate(written):
        if not _DROPPED.match(letter):
            letters = FORMS.get(letter, letter)
            spelt.extend(letters)
            places.extend([place] * len(letters))
    last = spelt[-1]
    spelt = [_SPELT.get(letter, letter) for letter in spelt]
    # With a tatweel behind it ی has its dots, and is ي.
    if last == "ی" and not _ends_stretched(written):
        spelt[-1] = "ی"
    foreign = (
        _FOREIGN.search(_DROPPED.sub("", written)) is not None
        or _PERSIAN_JOINT.search(written) is not None
    )
    return Word("".join(spelt), start, end, tuple(places), foreign)


def _ends_stretched(written):
    return TATWEEL in written[written.rfind("ی") :]
