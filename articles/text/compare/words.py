"""What changed between two texts: paragraphs first, then the words of those that changed."""

import re
from enum import StrEnum
from typing import NamedTuple

from articles.text.compare.aligning import Unit, common, pair
from articles.text.compare.blocks import leaves
from articles.text.compare.tokens import cut

_PARAGRAPH = re.compile(r"[^\r\n]+[\r\n]*|[\r\n]+")


class Kind(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"  # of a paragraph only: some of its words


class Run(NamedTuple):
    """Some words in a row that were all kept, all removed or all added.

    ``dress``: the inline tags around them, outermost first, with attributes ("a href=/n/1/").
    Of HTML the text is plain, entities decoded; it is as hostile as its author: escape it.
    """

    kind: Kind
    text: str
    dress: tuple = ()


class Paragraph(NamedTuple):
    """A paragraph of either side. ``was``, ``now``: its blocks, as ("ul", "li"); None: absent."""

    runs: tuple
    was: tuple | None = ()
    now: tuple | None = ()

    @property
    def kind(self):
        """Whether it is new, gone, changed or as it was (but for the blanks behind it)."""
        if self.was is None or self.now is None:
            return Kind.ADDED if self.was is None else Kind.REMOVED
        changed = any(run.kind != Kind.KEPT and run.text.strip("\r\n") for run in self.runs)
        return Kind.CHANGED if changed or self.was != self.now else Kind.KEPT

    @property
    def old(self):
        """The text before."""
        return "".join(run.text for run in self.runs if run.kind != Kind.ADDED)

    @property
    def new(self):
        """The text after."""
        return "".join(run.text for run in self.runs if run.kind != Kind.REMOVED)


def compare(old, new):
    """List the paragraphs of two plain texts with what was kept, removed and added.

    Joined, the paragraphs' ``old`` is ``old`` and their ``new`` is ``new``, blanks and all. Every
    difference of letters counts, one of marks too. Bounded: 10,000 words a side take tenths of a
    second; of much longer paragraphs no words are compared: they stand as removed and added whole.

    >>> for run in compare("قال الوزير أمس", "قال رئيس الوزراء أمس")[0].runs:
    ...     print(run.kind.value, repr(run.text))
    kept 'قال '
    removed 'الوزير'
    added 'رئيس الوزراء'
    kept ' أمس'
    """
    return _compare(_lines(old), _lines(new))


def compare_html(old, new):
    """List the paragraphs of two HTML bodies with what was kept, removed and added.

    As `compare`, for what readers see: blanks are those of HTML, a paragraph knows its blocks and a
    run its inline tags. Words that became a link or bold are removed and added with another dress.

    >>> compare_html("<p>خبر</p>", "<h2>خبر</h2>")[0][1:]
    (('p',), ('h2',))
    """
    return _compare(leaves(old), leaves(new))


def _lines(text):
    """The paragraphs of a plain text in the form of leaves: no blocks, the tokens of each."""
    return [((), tuple(cut(part))) for part in _PARAGRAPH.findall(text)]


def _compare(old, new):
    result, at_old, at_new = [], 0, 0
    pairs = pair([_unit(one) for one in old], [_unit(one) for one in new])
    for i, j in [*pairs, (len(old), len(new))]:
        for block, tokens in old[at_old:i]:
            result.append(Paragraph(_runs([(Kind.REMOVED, tokens)]), block, None))
        for block, tokens in new[at_new:j]:
            result.append(Paragraph(_runs([(Kind.ADDED, tokens)]), None, block))
        at_old, at_new = i + 1, j + 1
        if i < len(old):
            (was, before), (now, after) = old[i], new[j]
            kept = before == after
            pieces = [(Kind.KEPT, before)] if kept else _differ(before, after)
            result.append(Paragraph(_runs(pieces), was, now))
    return result


def _unit(leaf):
    _block, tokens = leaf
    text = "".join(token.text for token in tokens)
    return Unit((leaf[0], tuple(_without_end(tokens))), text)


def _without_end(tokens):
    """The line breaks behind a paragraph do not make it another one."""
    return tokens[:-1] if tokens and not tokens[-1].text.strip("\r\n") else tokens


def _runs(pieces):
    """Join neighbours of one kind and one dress."""
    runs = []
    for kind, tokens in pieces:
        for token in tokens:
            if runs and runs[-1][0] == kind and runs[-1][2] == token.dress:
                runs[-1][1].append(token.text)
            else:
                runs.append((kind, [token.text], token.dress))
    return tuple(Run(kind, "".join(texts), dress) for kind, texts, dress in runs)


def _differ(old, new):
    """Yield pieces as (kind, tokens). Words and signs decide; blanks go with their neighbours."""
    steps = _calm(_steps(old, new))
    for kept, gone, come in steps:
        yield Kind.KEPT, kept
        # A blank that both sides begin or end with was not changed.
        head = 0
        while head < min(len(gone), len(come)) and _same_blank(gone[head], come[head]):
            head += 1
        tail = 0
        while tail < min(len(gone), len(come)) - head and _same_blank(
            gone[-1 - tail], come[-1 - tail]
        ):
            tail += 1
        yield Kind.KEPT, gone[:head]
        yield Kind.REMOVED, gone[head : len(gone) - tail]
        yield Kind.ADDED, come[head : len(come) - tail]
        yield Kind.KEPT, gone[len(gone) - tail :]


def _same_blank(one, other):
    return one.is_blank and one == other


def _steps(old, new):
    """List (kept, removed, added) in order, each a list of tokens."""
    solid_old = [at for at, token in enumerate(old) if not token.is_blank]
    solid_new = [at for at, token in enumerate(new) if not token.is_blank]
    pairs = common([old[at] for at in solid_old], [new[at] for at in solid_new])
    steps, kept, at_old, at_new = [], [], 0, 0
    for i, j in [*((solid_old[i], solid_new[j]) for i, j in pairs), (len(old), len(new))]:
        gone, come = list(old[at_old:i]), list(new[at_new:j])
        if gone == come:
            kept += gone
        else:
            steps.append((kept, gone, come))
            kept = []
        if i < len(old):
            kept.append(old[i])
        at_old, at_new = i + 1, j + 1
    if kept:
        steps.append((kept, [], []))
    return steps


def _calm(steps):
    """Let no lone «في» stand between two changes that are longer than it: nobody kept it."""
    calm, sizes = [], []
    for step in steps:
        calm.append(step)
        sizes.append(tuple(map(_letters, step)))
        while len(calm) > 1 and _is_chance(*sizes[-2:]):
            (kept, gone, come), (chance, more_gone, more_come) = calm[-2:]
            gone += chance + more_gone
            come += chance + more_come
            calm[-2:] = [(kept, gone, come)]
            (kept, gone, come), (chance, more_gone, more_come) = sizes[-2:]
            sizes[-2:] = [(kept, gone + chance + more_gone, come + chance + more_come)]
    return calm


def _is_chance(before, after):
    """Whether what was kept between two changes is no longer than either."""
    return after[0] <= min(max(before[1:]), max(after[1:])) and any(before[1:]) and any(after[1:])


def _letters(tokens):
    return sum(len(token.text) for token in tokens if not token.is_blank)
