"""Cut a text into words, blanks and signs, so that joined again they are the text."""

import re
from typing import NamedTuple

from articles.text.lint_html import TOKEN
from articles.text.words import words

# What stands between the digits of one number: 12.5, ٣٬٠٠٠, 20:30, 24/11.
_IN_A_NUMBER = frozenset(".,:/٫٬")
_PER_CENT = frozenset("%٪")
_SIGNS = re.compile(r"\s+|\S", re.DOTALL)


class Token(NamedTuple):
    """A word, a run of blanks or a sign as written, and the inline tags around it.

    Two tokens are equal when both are: a word that became bold is another one. Letters are not
    folded, so that a change of one harakah is a change.
    """

    text: str
    dress: tuple = ()

    @property
    def is_blank(self):
        return self.text.isspace()


def cut(text, dress=()):
    """List the tokens of a plain text.

    >>> [token.text for token in cut("ارتفع 12.5%، بحسب")]
    ['ارتفع', ' ', '12.5%', '،', ' ', 'بحسب']
    """
    pieces, at = [], 0
    for word in words(text):
        between = text[at : word.start]
        if between in _IN_A_NUMBER and pieces and _is_number(pieces[-1], word.text):
            pieces[-1] += between + word.text
        else:
            _add_signs(pieces, between)
            pieces.append(word.text)
        at = word.end
    _add_signs(pieces, text[at:])
    return [Token(piece, dress) for piece in pieces]


def _add_signs(pieces, between):
    """A per cent sign belongs to its number: alone it would stand on the other side of it."""
    signs = _SIGNS.findall(between)
    if signs and signs[0] in _PER_CENT and pieces and pieces[-1][-1].isdigit():
        pieces[-1] += signs.pop(0)
    pieces += signs


def cut_markup(markup):
    """List the tokens of HTML source: tags, comments and entities stay whole.

    >>> [token.text for token in cut_markup('<a href="/n/1/">خبر&nbsp;جديد</a>')]
    ['<a href="/n/1/">', 'خبر', '&nbsp;', 'جديد', '</a>']
    """
    tokens, at = [], 0
    for found in TOKEN.finditer(markup):
        tokens += cut(markup[at : found.start()])
        tokens.append(Token(found.group()))
        at = found.end()
    return tokens + cut(markup[at:])


def _is_number(before, after):
    return before[-1].isdigit() and after[0].isdigit()
