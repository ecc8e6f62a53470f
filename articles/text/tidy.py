"""Tidy the blanks of a text. It never touches a letter, a mark or a word."""

import re

from articles.text.fold import INVISIBLE

_CONTROLS = {
    code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\x85"
}
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_ROUND_BREAKS = re.compile(r" ?\n ?")
_WIDE_GAPS = re.compile(r"\n{3,}")
_EDGES = "".join(sorted(INVISIBLE)) + " \n"


def tidy(text):
    """Make every run of blanks one blank, at most one empty line, and trim invisible ends.

    No-break blanks become plain ones. Control characters, which databases and XML refuse, go.
    """
    text = _BREAKS.sub("\n", text).translate(_CONTROLS)
    text = _BLANKS.sub(" ", text)
    text = _ROUND_BREAKS.sub("\n", text)
    return _WIDE_GAPS.sub("\n\n", text).strip(_EDGES)
