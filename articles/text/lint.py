"""The text doctor: find what is wrong in an Arabic text, and put right what is accepted.

    >>> text = "ذکرت مواقع امريكية"
    >>> lint(text)
    [Finding(rule='keheh', start=1, end=2, before='ک', after='ك'),
     Finding(rule='hamza', start=11, end=12, before='ا', after='أ')]
    >>> apply(text, lint(text))
    'ذكرت مواقع امريكية'

It proposes; nothing is rewritten before somebody says so.
"""

from dataclasses import dataclass
from operator import attrgetter

from articles.text import leave as what_to_leave
from articles.text.rules import BY_NAME, RULES, SAFE
from articles.text.rules.page import Page


@dataclass(frozen=True)
class Finding:
    """One place: the rule's name, ``text[start:end]``, which is ``before``, and what it should be.

    Offsets count code points.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str

    @property
    def is_safe(self):
        """Whether the rule changes no correct word, so that one stroke may accept it."""
        return BY_NAME[self.rule].kind is SAFE


def lint(text, leave=(), house=False):
    """List what the rules find in a text, by place; no two findings overlap.

    ``leave`` are spans (start, end) that the caller knows to be none of the doctor's business, such
    as words marked as foreign. Addresses, code and passages in other languages are left anyway
    (`leave.spans`). ``house`` adds the rules that are a matter of the house's style. A suggestion
    for a letter that a safe rule changes waits until that is done.
    """
    left = bytearray(len(text))
    for start, end in (*leave, *what_to_leave.spans(text)):
        left[start:end] = b"\1" * len(left[start:end])
    page, taken, found = Page(text, left), bytearray(len(text)), []
    for rule in (*_of(SAFE, house), *_of(None, house)):
        for start, end, after in rule.find(page):
            if taken.find(1, start, end) < 0 and page.is_free(start, end):
                taken[start:end] = b"\1" * (end - start)
                found.append(Finding(rule.name, start, end, text[start:end], after))
    return sorted(found, key=attrgetter("start"))


def apply(text, findings, suggestions=False):
    """Return the text with the safe ones of the findings put right; with ``suggestions`` all.

    Raises ValueError, having changed nothing, when the findings are of another text.
    """
    parts, at = [], 0
    for one in sorted(findings, key=attrgetter("start")):
        if text[one.start : one.end] != one.before:
            raise ValueError(f"the text has no {one.before!r} at {one.start}")
        if one.start < at or not (suggestions or one.is_safe):
            continue
        parts += text[at : one.start], one.after
        at = one.end
    return "".join(parts) + text[at:]


def _of(kind, house):
    """The safe rules, or the others; those of the house only when they are asked for."""
    return [
        rule
        for rule in RULES
        if (rule.kind is SAFE) == (kind is SAFE) and (house or not rule.house)
    ]
