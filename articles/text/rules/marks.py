"""What rides on letters or hides between them: tatweel, vowels, zero-width marks. Safe rules."""

import re

from articles.text.rules.page import BLANKS, INVISIBLE, LAST_LETTERS, LETTERS, MARKS, TATWEEL

_TATWEEL = re.compile(f"{TATWEEL}+")
_MARKED = re.compile(f"[{MARKS}][{MARKS}{TATWEEL}{INVISIBLE}]*[{MARKS}]")
_HIDDEN = re.compile(f"[{INVISIBLE}]+")
# Beside these a zero-width mark serves nothing; in other scripts and in emoji it may.
_OURS = re.compile(
    f"[{LETTERS}{MARKS}{TATWEEL}{BLANKS}\n\\d،؛؟.,:;!?…()\\[\\]«»“”\"'/–—-]"
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_GOES_ON = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]*[{LETTERS}]")
_JOINS = re.compile(f"[{MARKS}{INVISIBLE}]*[{TATWEEL}{LETTERS}]")
# What Arabic writes onto a word in one letter; behind it a tatweel may part it from a name.
_CLITICS = re.compile("[وف]?[بكلف]?")


def inner_tatweel(page):
    """A tatweel between two letters of a word, also a run of them."""
    for word in page.odd_words:
        last_letter = word.place(-1)
        for match in _TATWEEL.finditer(page.view, word.start, last_letter):
            if not _parts_words(page.view, word, match):
                yield match.start(), match.end(), ""


def _parts_words(view, word, match):
    """Whether the tatweel stands for a dash, السوريـالتركي, or keeps ل and ال apart, لـالعربية."""
    before, after = view[word.start : match.start()], view[match.end() : word.end]
    if not after.startswith("ال") or TATWEEL in before + after:
        return False
    if _CLITICS.fullmatch(before):
        return before.endswith("ل")
    return len(before) > 3 and len(after) > 4


def repeated_marks(page):
    """The same vowel mark twice on one letter."""
    for match in page.matches(_MARKED):
        seen = set()
        for place, mark in enumerate(match.group(), match.start()):
            if mark in seen and re.match(f"[{MARKS}]", mark):
                yield place, place + 1, ""
            seen.add(mark)


def zero_width(page):
    """Zero-width blanks, joiners and soft hyphens in Arabic text; not in emoji or other scripts."""
    text = page.view
    for match in page.matches(_HIDDEN):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if (before and not _OURS.match(before)) or (after and not _OURS.match(after)):
            continue
        goes_on = _GOES_ON.match(text, match.end()) is not None
        # 1445ه‍ : the joiner gives the letter its shape, as a tatweel would.
        if before == "ه" and _JOINER in match.group() and not goes_on:
            continue
        # The shape of ی, and with it what it stands for, hangs on the mark behind it.
        if before == "ی" and _NON_JOINER in match.group() and _JOINS.match(text, match.end()):
            continue
        ends_word = before in LAST_LETTERS and goes_on
        yield match.start(), match.end(), " " if before and ends_word else ""
