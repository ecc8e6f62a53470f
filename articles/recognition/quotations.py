"""Where speech stands between quotation marks in a text. Names in quotation marks are no speech."""

import re

from articles.text.words import words

PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", '"': '"', "”": "”"}
# A word or two in marks is a term held at arm's length, not speech.
FEWEST_WORDS = 3
_OPENERS = re.compile("[" + "".join(PAIRS) + "\n]")


class Quotations:
    """The quotations of one text, found once and asked often."""

    def __init__(self, text, found):
        self.text = text
        self.spans = list(_spans(text))
        names = [(one.start, one.end) for one in found]
        self.speech = [span for span in self.spans if _is_speech(text, span, names)]

    def speak(self, start, end):
        """Say whether somebody is quoted word for word between ``start`` and ``end``."""
        return any(first < end and last > start for first, last in self.speech)

    def whole(self, start, end):
        """Widen a sentence so that it does not begin or end within a quotation."""
        for first, last in self.spans:
            if first < start < last:
                start = first
            if first < end < last:
                end = last
        lead = len(self.text[start:end]) - len(self.text[start:end].lstrip())
        return start + lead, end


def _spans(text):
    """Yield (start, end) of each quotation, marks included; a quotation ends with its paragraph."""
    at, never_closed = 0, set()
    while opener := _OPENERS.search(text, at):
        at, mark = opener.end(), opener.group()
        if mark == "\n":
            never_closed.clear()
        elif mark not in never_closed:
            closes = re.compile(f"[{PAIRS[mark]}\n]").search(text, at)
            if closes and closes.group() != "\n":
                yield opener.start(), closes.end()
                at = closes.end()
            else:
                never_closed.add(mark)


def _is_speech(text, span, names):
    """Whether enough words between the marks belong to no name."""
    inside = [name for name in names if span[0] <= name[0] < span[1]]
    free = [
        word
        for word in words(text[slice(*span)])
        if not any(first <= span[0] + word.start < last for first, last in inside)
    ]
    return len(free) >= FEWEST_WORDS
