"""Find what differs between two texts, word by word, and what each difference weighs."""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from articles.text.substance.pairs import (
    DOUBT,
    WHOLE,
    alone,
    are_near,
    judge,
)
from articles.text.substance.tokens import LIGHT, WORD, tokens

QUOTATION, PASSAGE = "quotation", "passage"
# So many words in a row, put in or taken out, are a passage and told as one.
PASSAGE_WORDS = 6
# Marks around one word are a manner of writing; around three, somebody is said to have said it.
QUOTED_WORDS = 3
# Above so many pairs two stretches are two texts: nobody slipped, somebody wrote anew.
MOST_PAIRS = 4_000
# In a longer stretch the commonest words do not lead: the cost would be their square.
MOST_WORDS = 4_000
AROUND = 2  # words shown beside a difference


@dataclass(frozen=True)
class Difference:
    """One thing that changed: its kind, the words before and after, and its weight from 0 to 1.

    A passage weighs a word each. ``around`` is the place in the new text, for people to find it.
    """

    kind: str
    before: str
    after: str
    weight: float
    around: str = ""


def compare(old, new, known=None):
    """List what differs between two plain texts, in the order of the text; no slip of letters.

    ``known`` takes a set of folded words and returns those that the archive holds; it is called
    at most once, with the few words that are in doubt. Without it only the texts tell.
    """
    return _Comparison(tokens(old), tokens(new), known).differences


class _Comparison:
    """One comparison: two lists of tokens, and who knows which words exist."""

    def __init__(self, old, new, known):
        self.old, self.new, self.ask = old, new, known
        self.blocks = list(_blocks(old, new))

    @property
    def differences(self):
        found = []
        for tag, i, j, k, m in self.blocks:
            if tag == "equal":
                found += self._requoted(i, j, k)
            else:
                found += self._changed(i, j, k, m)
        return _repeated(found)

    def _changed(self, i, j, k, m):
        before, after = self.old[i:j], self.new[k:m]
        if _joined(before) == _joined(after):
            return
        if len(before) * len(after) > MOST_PAIRS:
            yield self._passage(before, after, k, m)
            return
        gone, come = [], []
        for old, new, at in _aligned(before, after, k):
            if old is not None and new is not None:
                yield from self._told(judge(old, new, self.known), old, new, at)
            elif not self._is_doubled(old, new, at):
                (gone if new is None else come).append((old or new, at))
        for rows, is_new in ((gone, False), (come, True)):
            if len(rows) >= PASSAGE_WORDS:
                words = [token for token, _at in rows]
                yield self._passage(() if is_new else words, words if is_new else (), k, m)
                continue
            for token, at in rows:
                old, new = (None, token) if is_new else (token, None)
                yield from self._told(alone(token), old, new, at)

    def _told(self, judged, old, new, at):
        """The difference that a judgement is; inside a quotation no word is small."""
        kind, weight = judged
        if not weight:
            return
        if kind != DOUBT and weight < WHOLE and any(one and one.quoted for one in (old, new)):
            kind, weight = QUOTATION, WHOLE
        yield Difference(
            kind, old.text if old else "", new.text if new else "", weight, self._around(at, at + 1)
        )

    def _passage(self, before, after, k, m):
        return Difference(
            PASSAGE,
            " ".join(one.text for one in before),
            " ".join(one.text for one in after),
            WHOLE * max(len(before), len(after)),
            self._around(k, min(m, k + PASSAGE_WORDS)),
        )

    def _requoted(self, i, j, k):
        """The runs of equal words that were quoted and no longer are, or the other way round."""
        run = []
        for at in range(i, j + 1):
            if at < j and _is_requoted(self.old[at], self.new[k + at - i]):
                run.append(self.new[k + at - i].text)
                continue
            if len(run) >= QUOTED_WORDS:
                words, ends = " ".join(run), k + at - i
                yield Difference(
                    QUOTATION, words, words, WHOLE, self._around(ends - len(run), ends)
                )
            run = []

    def _around(self, start, end):
        return " ".join(one.text for one in self.new[max(0, start - AROUND) : end + AROUND])

    def _is_doubled(self, old, new, at):
        """Whether a word was taken out, or put in, that stands there already: في في."""
        if (old or new).kind not in (WORD, LIGHT):
            return False
        after = at if new is None else at + 1
        beside = self.new[max(0, at - 1) : at] + self.new[after : after + 1]
        return any(one.key == (old or new).key for one in beside)

    @cached_property
    def known(self):
        """The words in doubt that stand elsewhere: in the unchanged text, or in the archive."""
        stands = Counter(
            one.folded
            for tag, i, j, _k, _m in self.blocks
            if tag == "equal"
            for one in self.old[i:j]
        )
        doubtful = set()
        for tag, i, j, k, m in self.blocks:
            if tag != "equal" and (j - i) * (m - k) <= MOST_PAIRS:
                doubtful |= {
                    word
                    for old in self.old[i:j]
                    for new in self.new[k:m]
                    if old.key != new.key
                    and not (old.folded[0].isdigit() or new.folded[0].isdigit())
                    and are_near(old.folded, new.folded)
                    for word in (old.folded, new.folded)
                }
        here = {word for word in doubtful if word in stands}
        asked = doubtful - here
        return here | set(self.ask(asked) if asked and self.ask else ())


def _blocks(old, new):
    """Yield (tag, i, j, k, m) as difflib does: equal, or anything else, in order.

    Words that both texts begin and end with are taken off first: that is nearly all of them.
    """
    olds, news = [one.key for one in old], [one.key for one in new]
    shortest = min(len(olds), len(news))
    head = next((n for n in range(shortest) if olds[n] != news[n]), shortest)
    tail = next(
        (n for n in range(shortest - head) if olds[-1 - n] != news[-1 - n]), shortest - head
    )
    yield "equal", 0, head, 0, head
    olds, news = olds[head : len(olds) - tail], news[head : len(news) - tail]
    middle = SequenceMatcher(None, olds, news, autojunk=len(news) > MOST_WORDS)
    for tag, i, j, k, m in middle.get_opcodes():
        yield tag, head + i, head + j, head + k, head + m
    yield "equal", len(old) - tail, len(old), len(new) - tail, len(new)


def _joined(part):
    """The letters of some words without the blanks between them: عبد الله is عبدالله."""
    return "".join(one.folded for one in part)


def _aligned(before, after, k):
    """Yield (old, new, place in the new text), None for what has no partner, the cheapest way.

    Two words that became one, or one that became two, are no difference and yield nothing.
    """
    costs = {(0, 0): (0.0, None)}
    for i in range(len(before) + 1):
        for j in range(len(after) + 1):
            ways = []
            if i:
                ways.append((costs[i - 1, j][0] + 1, (i - 1, j)))
            if j:
                ways.append((costs[i, j - 1][0] + 1, (i, j - 1)))
            if i and j:
                ways.append(
                    (costs[i - 1, j - 1][0] + _cost(before[i - 1], after[j - 1]), (i - 1, j - 1))
                )
            if i > 1 and j and _joined(before[i - 2 : i]) == after[j - 1].folded:
                ways.append((costs[i - 2, j - 1][0], (i - 2, j - 1)))
            if j > 1 and i and _joined(after[j - 2 : j]) == before[i - 1].folded:
                ways.append((costs[i - 1, j - 2][0], (i - 1, j - 2)))
            if ways:
                costs[i, j] = min(ways, key=lambda way: way[0])
    steps, here = [], (len(before), len(after))
    while (back := costs[here][1]) is not None:
        steps.append((back, here))
        here = back
    for (i, j), (to_i, to_j) in reversed(steps):
        if (to_i - i, to_j - j) in ((2, 1), (1, 2)):
            continue
        yield before[i] if to_i > i else None, after[j] if to_j > j else None, k + j


def _cost(old, new):
    """What it costs to take one word for the other, before anybody knows the archive."""
    if old.key == new.key:
        return 0.0
    if are_near(old.folded, new.folded):
        return 0.3
    return 0.9 if old.kind == new.kind else 1.2


def _is_requoted(old, new):
    return None not in (old.quoted, new.quoted) and old.quoted != new.quoted


def _repeated(found):
    """A doubtful word that changed in the same way twice is no slip: a name was wrong."""
    pairs = Counter((one.before, one.after) for one in found if one.kind == DOUBT)
    return [
        Difference(WORD, one.before, one.after, WHOLE, one.around)
        if one.kind == DOUBT and pairs[one.before, one.after] > 1
        else one
        for one in found
    ]
