"""Sort the lines of a page: what is about the article, what is its text, what is about others."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from articles.imports import furniture
from articles.imports.item import (
    MOST_LETTERS,
    MOST_PARAGRAPHS,
    MOST_TAGS,
    TOO_LONG,
    Remark,
    Unreadable,
    one_line,
)
from articles.text.direction import is_rtl
from articles.text.fold import fold
from articles.text.tidy import tidy

LONGEST_WRAPPED = 100
LONG_PASSAGE = 200
_ENDS_SENTENCE = re.compile(r"[.!?؟…:”\"»)]$")
_NUMBER = re.compile(r"\d[\d.,٫٬]*\s*[KkMm]?")
_LETTERS = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"[#<>{}\[\]|\\;=*/]|\d+$")


def lines_of(text):
    """List the lines of a text, tidied, none empty; what a program had wrapped is joined."""
    if len(text) > 3 * MOST_LETTERS:
        raise Unreadable(TOO_LONG)
    blocks = [block.split("\n") for block in tidy(text).split("\n\n")]
    if _is_wrapped(blocks):
        blocks = [[" ".join(block)] for block in blocks]
    return joined_counts([line for block in blocks for raw in block if (line := one_line(raw))])


def joined_counts(lines):
    """Join a share count that stands on two lines: "0", "Shares"."""
    joined = []
    for line in lines:
        if joined and _NUMBER.fullmatch(joined[-1]) and furniture.is_share_word(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _is_wrapped(blocks):
    """Whether line ends are the program's: all lines short, and inner ones end in mid-sentence."""
    inner = [line for block in blocks for line in block[:-1]]
    longest = max((len(line) for block in blocks for line in block), default=0)
    if len(inner) < 4 or longest > LONGEST_WRAPPED:
        return False
    full = sum(len(line) > longest * 0.6 and not _ENDS_SENTENCE.search(line) for line in inner)
    return full > len(inner) * 0.6


def letters_of(text):
    """The folded letters of a text without its blanks, to compare lines by."""
    return "".join(fold(text).split())


@dataclass
class Gathered:
    """What the lines around an article tell about it."""

    read_on: date | None = None
    published: date | None = None
    shares: int | None = None
    byline: tuple = ()
    tags: tuple = ()
    warnings: list = field(default_factory=list)

    def warn(self, sentence, **values):
        """Tell the editor something that the reader was not sure of."""
        self.warnings.append(Remark(sentence, **values))

    def takes(self, line, above_title=False):
        """Take in a line of the page's head; False when it is not furniture and may be text."""
        if (day := furniture.day(line)) is not None:
            # A site's header shows the day of reading; under the title stands that of publishing.
            if above_title:
                self.read_on = self.read_on or day
            else:
                self.published = self.published or day
            return True
        if (day := furniture.published(line)) is not None:
            self.published = self.published or day
            return True
        if names := furniture.credits(line):
            self.byline += tuple(name for name in names if name not in self.byline)
            return True
        return self.takes_anywhere(line) or furniture.is_change(line) or furniture.is_button(line)

    def takes_anywhere(self, line):
        """Take in a line that is furniture wherever it stands: a share count, a row of tags."""
        if (shares := furniture.shares(line)) is not None:
            if self.shares is None:
                self.shares = shares
            return True
        if (tags := furniture.tags(line)) is not None:
            self.tags = tuple(dict.fromkeys(self.tags + tags))[:MOST_TAGS]
            return True
        return False


def text_below(lines, title, gathered):
    """Return the paragraphs of the article that begins after its title, in order and whole.

    What is told on the way goes into ``gathered``; lists of other articles end the text.
    """
    if len(lines) > 2 * MOST_PARAGRAPHS:
        raise Unreadable(TOO_LONG)
    rest = list(lines)
    while rest and (_is_title(rest[0], title) or gathered.takes(rest[0])):
        rest.pop(0)
    end = _end(rest)
    _warn_of_what_follows(rest[end:], gathered)
    paragraphs, skip = [], False
    for position, line in enumerate(rest[:end]):
        if skip or _is_title(line, title):
            skip = False
            continue
        if also := furniture.see_also(line):
            skip = also == "bare" and _is_short(rest[position + 1 : end])
            left_out = rest[position + 1] if skip else line
            gathered.warn(_("Left out a link to another article: “%(line)s”."), line=left_out[:120])
            continue
        tags_before = len(gathered.tags)
        if gathered.takes_anywhere(line):
            if furniture.tags(line) == () and _is_short(rest[position + 1 : end]):
                # "الوسوم" alone: the names are on the next line.
                gathered.tags += furniture.split_tags(rest[position + 1])[: MOST_TAGS - tags_before]
                skip = True
            continue
        paragraphs.append(line)
    while paragraphs and furniture.is_button(paragraphs[-1]):
        paragraphs.pop()
    return tuple(paragraphs)


def _is_title(line, title):
    return len(line) <= len(title) * 2 and letters_of(line) == letters_of(title)


def _is_short(following):
    """Whether a line follows that can be the title of an article or a row of tags."""
    return bool(following) and len(following[0]) <= LONG_PASSAGE and not following[0].endswith(".")


def _end(lines):
    for position, line in enumerate(lines):
        if furniture.opens_others(line) or furniture.closes_page(line):
            return position
    return len(lines)


def _warn_of_what_follows(lines, gathered):
    """Lists of others are short lines. A long passage below them may have been the article's."""
    for line in lines:
        gathered.takes_anywhere(line)
    long = [line for line in lines if len(line) > LONG_PASSAGE and not furniture.closes_page(line)]
    if long:
        gathered.warn(
            _("Left out a long passage below the list of other articles: “%(line)s…”"),
            line=long[0][:80],
        )


def language_of(title, paragraphs):
    """Return "ar" or "en", or refuse a text in neither script."""
    text = " ".join((title, *paragraphs))
    letters = _LETTERS.findall(text[:100_000])
    if is_rtl(text[:100_000]):
        own = sum("\u0600" <= letter <= "\u08ff" or letter >= "\ufb50" for letter in letters)
    else:
        own = sum(letter < "\u0250" for letter in letters)
    if own * 2 < len(letters) or not letters:
        raise Unreadable(_("It is written in neither Arabic nor Latin letters."))
    return "ar" if is_rtl(text[:100_000]) else "en"


def is_prose(paragraphs, least_words):
    """Whether these paragraphs are sentences of people rather than lists, tables or code."""
    text = "".join(paragraphs)
    letters = len(_LETTERS.findall(text))
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    code = sum(_CODE.match(paragraph) is not None for paragraph in paragraphs)
    return (
        bool(paragraphs)
        and words >= least_words
        and letters >= len(text.replace(" ", "")) * 0.7
        and code <= len(paragraphs) * 0.2
        and max(len(paragraph.split()) for paragraph in paragraphs) >= 5
    )
