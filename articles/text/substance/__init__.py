"""How much a change of a text changes: a slip of letters, or the substance of a story.

    >>> [(one.kind, one.before, one.after) for one in compare("وصل 18 وفدا", "وصل 16 وفدا")]
    [('number', '18', '16')]
    >>> compare("ذکرت مواقع امريكية", "ذكرت  مواقع أمريكية،")
    []

It judges words, not truth. A number, a negation and a date count however short they are. Letters
that `fold` equals, punctuation, blanks and vowel signs never do; so it does not see that عُمان
became عَمّان, nor that a verb became passive.
"""

from articles.text.substance.compare import PASSAGE, QUOTATION, Difference, compare
from articles.text.substance.measure import THRESHOLD, is_substance, weight
from articles.text.substance.pairs import DOUBT, FORM
from articles.text.substance.tokens import DATE, LIGHT, NEGATION, NUMBER, WORD

__all__ = [
    "DATE",
    "DOUBT",
    "FORM",
    "LIGHT",
    "NEGATION",
    "NUMBER",
    "PASSAGE",
    "QUOTATION",
    "THRESHOLD",
    "WORD",
    "Difference",
    "compare",
    "is_substance",
    "weight",
]
