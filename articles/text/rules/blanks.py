"""Blanks, and the marks between words. Lines keep their ends, tables their tabs."""

import re

from articles.text.rules.page import BLANKS, INVISIBLE, LETTERS, MARKS, TATWEEL

_ANY = f"[{BLANKS}{INVISIBLE}]"
_BLANK = f"[{BLANKS}]"
_LETTER = f"[{LETTERS}{MARKS}{TATWEEL}]"
# Two blanks or more, also with zero-width marks between them, or one that does not break.
_RUN = re.compile(f"{_BLANK}(?:[{INVISIBLE}]*{_BLANK})+|\u00a0")
_BEFORE_MARK = re.compile(
    f"(?<=[{LETTERS}{MARKS}{TATWEEL}\\d»”)\\]%٪])[{INVISIBLE}]*"
    f"(?P<blank>{_BLANK}{_ANY}*)(?P<mark>[،؛؟]+)"
)
_LATIN_MARK = re.compile(
    f"(?<={_LETTER})[{INVISIBLE}]*(?P<blank>{_BLANK}{_ANY}*)?"
    # A question mark before a letter stands for one that an encoding lost.
    f"(?P<mark>,+|;+(?!-?[)(DPp])|\\?+(?![{LETTERS}]))(?![A-Za-z=&/])"
)
_OPENS = re.compile(f'[{LETTERS}\\d«“(]|"[{LETTERS}\\d]')
_ARABIC = str.maketrans(",;?", "،؛؟")
_GLUED = re.compile(f"(?<={_LETTER})[،؛؟](?=[{LETTERS}])")
_BEFORE_STOP = re.compile(
    f"(?<=[{LETTERS}{MARKS}\\d»”)\\]]){_BLANK}(?:\\.(?![.\\w])|!(?!\\w)|:(?![\\w/)(D-]))"
)


def run_of_blanks(page):
    """More than one blank, or a blank that does not break; an indent of plain blanks stays."""
    for match in page.matches(_RUN):
        run, start, end = match.group(), match.start(), match.end()
        begins_line = start == 0 or page.text[start - 1] in "\n\t"
        if begins_line and run == " " * len(run):
            continue
        if run == "\u00a0" and _is_between_digits(page.text, start, end):
            continue
        yield start, end, " "


def _is_between_digits(text, start, end):
    return text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()


def blank_before_mark(page):
    """A blank before ، ؛ ؟ goes, or stands behind the mark where that has none."""
    for match in page.matches(_BEFORE_MARK):
        yield match.start("blank"), match.end(), match["mark"] + _blank_behind(page, match.end())


def latin_mark(page):
    """, ; ? behind an Arabic letter, with the blank before it if there is one."""
    for match in page.matches(_LATIN_MARK):
        after = match["mark"].translate(_ARABIC)
        if match["blank"]:
            yield match.start("blank"), match.end(), after + _blank_behind(page, match.end())
        else:
            yield match.start("mark"), match.end(), after


def _blank_behind(page, end):
    return " " if _OPENS.match(page.view, end) else ""


def glued_mark(page):
    """No blank behind ، ؛ ؟ and a letter follows."""
    for match in page.matches(_GLUED):
        yield match.start(), match.end(), match.group() + " "


def blank_before_stop(page):
    """A blank before a full stop, a colon or an exclamation mark."""
    for match in page.matches(_BEFORE_STOP):
        yield match.start(), match.end(), match.group()[1:]
