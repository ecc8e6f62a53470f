"""Merge two changed versions of one text. Where both changed the same words, both stand."""

import re
from typing import NamedTuple

from articles.text.compare.aligning import ALIKE, Unit, common, likeness, pair
from articles.text.compare.blocks import is_sound, top_blocks
from articles.text.compare.tokens import cut, cut_markup

_LINE = re.compile(r"([^\r\n]*)([\r\n]*)")
PARAGRAPH_END = "\n\n"


class Agreed(NamedTuple):
    """A piece of the result on which nobody disagrees."""

    text: str


class Conflict(NamedTuple):
    """Paragraphs that both sides changed: how they were, and how each has them. "" means none."""

    base: str
    mine: str
    theirs: str


class Merged(NamedTuple):
    """The result of a merge: pieces in order, each `Agreed` or a `Conflict`."""

    parts: tuple
    end: str = ""  # what must stand between two paragraphs

    @property
    def clean(self):
        """Whether nothing is left to decide."""
        return not self.conflicts

    @property
    def conflicts(self):
        return [part for part in self.parts if isinstance(part, Conflict)]

    @property
    def text(self):
        """The whole; of what is left to decide, mine and then theirs."""
        return self.settled([])

    def settled(self, choices):
        """The whole as somebody decided: for each conflict "mine", "theirs", "base" or "both".

        >>> merge("قال أمس", "قال اليوم", "قال غدًا").settled(["theirs"])
        'قال غدًا'
        """
        pieces, choices = [], iter(choices)
        for part in self.parts:
            if isinstance(part, Agreed):
                pieces.append(part.text)
            elif (choice := next(choices, "both")) == "both":
                pieces += [part.mine, part.theirs]
            else:
                pieces.append(getattr(part, choice))
        return self._joined([piece for piece in pieces if piece])

    def _joined(self, pieces):
        """Keep paragraphs apart whose neighbour was the last one of its text and had no end."""
        if not self.end:
            return "".join(pieces)
        apart = [one if one[-1] in "\r\n" else one + self.end for one in pieces[:-1]]
        return "".join(apart + pieces[-1:])


def merge(base, mine, theirs):
    """Merge two plain texts that both come from ``base``; return a `Merged`.

    A change of one side is taken; two of different words of a paragraph too; of the same or of
    neighbouring words, the paragraph is a conflict. Nothing that a side wrote is ever lost: `text`
    then holds both paragraphs, mine first.

    >>> merge("قال الوزير أمس.", "قال الرئيس أمس.", "قال الوزير أمس في حلب.").text
    'قال الرئيس أمس في حلب.'
    >>> merge("قال أمس", "قال اليوم", "قال غدًا").conflicts
    [Conflict(base='قال أمس', mine='قال اليوم', theirs='قال غدًا')]
    """
    if decided := _by_one_side(base, mine, theirs):
        return decided
    sides = [_lines(text) for text in (base, mine, theirs)]
    end = next((lines[0][1] for lines in sides if lines and lines[0][1]), PARAGRAPH_END)
    return Merged(_merge(*sides, _merged_lines), end)


def merge_html(base, mine, theirs):
    """Merge two HTML bodies that both come from ``base``; return a `Merged`.

    As `merge`, by blocks and then by the words and tags of a block. The tags of the result are
    well-formed whenever those of the bodies are; words that can not be merged so are a conflict of
    their whole blocks. A body whose tags do not match is put right first, as a browser would.

    >>> merge_html("<p>قال إنه باق</p>", "<p>قال إنه <b>باق</b></p>", "<p>وقال إنه باق</p>").text
    '<p>وقال إنه <b>باق</b></p>'
    """
    if decided := _by_one_side(base, mine, theirs):
        return decided
    sides = [[(block, "") for block in top_blocks(one)] for one in (base, mine, theirs)]
    return Merged(_merge(*sides, _merged_blocks))


def _by_one_side(*sides):
    """The result when only one side changed anything, or both the same; else None."""
    which = _whose(*sides)
    return None if which is None else Merged((Agreed(sides[which]),))


def _whose(base, mine, theirs):
    """Which of the three is the result, by place; None when the two sides disagree."""
    if theirs in (base, mine):
        return 1
    return 2 if mine == base else None


def _lines(text):
    return [found for found in _LINE.findall(text) if any(found)]


def _merge(base, mine, theirs, merged):
    """Merge three lists of (paragraph, its end); ``merged`` merges one paragraph, or gives None."""
    units = [[Unit(text, text) for text, _end in one] for one in (base, mine, theirs)]
    to_mine = dict(pair(units[0], units[1], by_place=True))
    to_theirs = dict(pair(units[0], units[2], by_place=True))
    parts, at = [], (0, 0, 0)
    held = sorted(to_mine.keys() & to_theirs.keys())
    for here in [*((one, to_mine[one], to_theirs[one]) for one in held), None]:
        until = here or (len(base), len(mine), len(theirs))
        chunks = (one[a:b] for one, a, b in zip((base, mine, theirs), at, until, strict=True))
        parts += _settle(*chunks)
        if here:
            three = base[here[0]], mine[here[1]], theirs[here[2]]
            parts += _settle(*([one] for one in three), merged)
            at = tuple(one + 1 for one in here)
    return tuple(parts)


def _settle(base, mine, theirs, merged=None):
    """Yield the parts for some paragraphs in a row, which stand at the same place."""
    if not base:
        # Both wrote something new here: what is the same on both sides is new once.
        while mine and theirs and mine[0][0] == theirs[0][0]:
            yield Agreed(mine[0][0] + (mine[0][1] or theirs[0][1]))
            mine, theirs = mine[1:], theirs[1:]
    sides = base, mine, theirs
    which = _whose(*([text for text, _end in side] for side in sides))
    if which is not None:
        yield from _with_ends(sides, which)
    elif merged and (done := merged(*(side[0][0] for side in sides))) is not None:
        ends = [side[0][1] for side in sides]
        yield Agreed(done + ends[_whose(*ends) or 1])
    else:
        yield Conflict(*("".join(text + end for text, end in side) for side in sides))


def _with_ends(sides, which):
    """Yield the paragraphs of one side; the line breaks behind them may come from the other."""
    ends = [[end for _text, end in side] for side in sides]
    same_count = len({len(one) for one in ends}) == 1
    chosen = ends[_whose(*ends) or 1 if same_count else which]
    for (text, _end), end in zip(sides[which], chosen, strict=True):
        yield Agreed(text + end)


def _merged_lines(base, mine, theirs):
    return _merged(base, mine, theirs, cut)


def _merged_blocks(base, mine, theirs):
    done = _merged(base, mine, theirs, cut_markup)
    return done if done is not None and is_sound(done) else None


def _merged(base, mine, theirs, cut):
    """Merge three versions of a paragraph by words; None when both changed the same ones."""
    unit = Unit(base, base)
    if any(likeness(unit, Unit(one, one)) < ALIKE for one in (mine, theirs)):
        return None
    three = [cut(one) for one in (base, mine, theirs)]
    to_mine, to_theirs = dict(_solid(*three[:2])), dict(_solid(three[0], three[2]))
    pieces, at = [], (0, 0, 0)
    for one in [*sorted(to_mine.keys() & to_theirs.keys()), None]:
        last = one is None
        until = [len(side) for side in three] if last else (one, to_mine[one], to_theirs[one])
        chunks = [side[a:b] for side, a, b in zip(three, at, until, strict=True)]
        which = _whose(*chunks)
        if which is None:
            return None
        pieces += chunks[which]
        if not last:
            pieces.append(three[0][one])
        at = tuple(end + 1 for end in until)
    return "".join(token.text for token in pieces)


def _solid(old, new):
    """The pairs of equal words and signs; blanks hold nothing in its place."""
    left = [at for at, token in enumerate(old) if not token.is_blank]
    right = [at for at, token in enumerate(new) if not token.is_blank]
    pairs = common([old[at] for at in left], [new[at] for at in right])
    return [(left[i], right[j]) for i, j in pairs]
