"""A source's name among the words of its sentence, as "the news agency X". Judges nothing."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from articles.recognition import cues
from articles.recognition.tokens import Cover, read
from articles.text.clitics import readings

COVERED = "·"
# How far ahead a rule looks at most; a sentence may be as long as a page.
SIGHT = 20
_OPENERS = "\"“„«‹'‘(["
_CLOSERS = "\"”»›'’)]"


@dataclass(frozen=True)
class Phrase:
    """Words ``first`` to ``after`` of ``tokens`` name the sources ``pks``.

    ``head`` is where the phrase begins: at "agency" in "agency Reuters". ``prefix`` is what is
    written onto its first word. ``start`` and ``end`` are places of the name in the whole text.
    """

    tokens: list
    pks: tuple
    first: int
    after: int
    head: int
    prefix: str
    start: int
    end: int
    tail: str
    offset: int

    @property
    def has_outlet(self):
        return self.head < self.first

    @property
    def is_wrapped(self):
        """Whether quotation marks or brackets stand round the name itself."""
        before, behind = self.tokens[self.first].gap.rstrip(), self.gap_after.lstrip()
        return before[-1:] in tuple(_OPENERS) and behind[:1] in tuple(_CLOSERS)

    @property
    def is_ordinary(self):
        """Whether the name is an ordinary word, with nothing near it to say that it is a name."""
        bare = self.words
        forms = {bare, (f"ال{bare[0]}", *bare[1:])}
        return not self.is_marked and not forms.isdisjoint(cues.ORDINARY_NAMES)

    @property
    def is_too_short(self):
        """Whether the name is so short that it needs a mark: واس alone, but (واس), وكالة واس."""
        return not self.is_marked and len(self.words) == 1 and self.words[0] in cues.SHORT_NAMES

    @property
    def is_marked(self):
        """Whether the text itself says that this is an outlet's name."""
        return self.has_outlet or self.is_wrapped

    @property
    def words(self):
        """The folded words of the name, without what is written onto the first."""
        words = [token.word for token in self.tokens[self.first : self.after]]
        offsets = self.tokens[self.first].offsets
        peeled = sum(place + self.offset < self.start for place in offsets)
        return (words[0][peeled:], *words[1:])

    @property
    def is_alone(self):
        """Whether the sentence says nothing else: a credit at the end of a story."""
        return len(self.tokens) == self.after - self.first

    @property
    def gap_after(self):
        return self.tokens[self.after].gap if self.after < len(self.tokens) else self.tail

    @property
    def joins_before(self):
        """Whether no stop parts the phrase from the word before it."""
        return self.head > 0 and self.tokens[self.head].continues_phrase

    def before(self, steps=1):
        """The readings of the word so many steps before the phrase."""
        at = self.head - steps
        return readings(self.tokens[at].word) if at >= 0 else ()

    def behind(self):
        """The next words after the name and its adjectives: (word, gap before it)."""
        at = self.after
        while at < len(self.tokens) and self.tokens[at].continues_phrase:
            if not _qualifies(self.tokens[at].word):
                break
            at += 1
        return [(token.word, token.gap) for token in self.tokens[at : at + SIGHT]]


def phrases(text, sentence, sources):
    """List the phrases of one sentence of ``text`` that name one of the sources found in it."""
    spans = {}
    for one in sources:
        spans.setdefault((one.start, one.end), []).append(one.pk)
    if not spans:
        return []
    tokens = masked(read(sentence.text), Cover(sentence.end, spans), sentence.start)
    ends = [token.end + sentence.start for token in tokens]
    tail = text[ends[-1] : sentence.end]
    listed = []
    for (start, end), pks in sorted(spans.items()):
        first = bisect_right(ends, start)
        after = min(bisect_left(ends, end) + 1, len(tokens))
        peeled = sum(place + sentence.start < start for place in tokens[first].offsets)
        prefix = tokens[first].word[:peeled]
        head = first
        if not prefix:
            head, prefix = _head(tokens, first)
        place = (first, after, head, prefix, start, end, tail, sentence.start)
        listed.append(Phrase(tokens, tuple(pks), *place))
    return listed


def grouped(sentences, found):
    """Yield each sentence with what was found in it; both in the order of the text."""
    at = 0
    for sentence in sentences:
        while at < len(found) and found[at].start < sentence.start:
            at += 1
        first = at
        while at < len(found) and found[at].start < sentence.end:
            at += 1
        yield sentence, found[first:at]


def masked(tokens, cover, offset):
    """The tokens with the "that" of names covered: the إن of «سي إن إن» opens no statement."""
    return [
        token._replace(word=COVERED)
        if token.word in cues.THAT and cover.touches(token.start + offset, token.end + offset)
        else token
        for token in tokens
    ]


def _head(tokens, first):
    """Go back over "the news agency": where the phrase begins, and what is written onto it."""
    head, prefix = first, ""
    for at in range(first - 1, max(first - 5, 0) - 1, -1):
        word = tokens[at].word
        if not tokens[at + 1].continues_phrase:
            break
        outlet = next((one for one in readings(word) if one in cues.OUTLETS), None)
        if outlet:
            head, prefix = at, word[: len(word) - len(outlet)] if word.endswith(outlet) else "لل"
            if prefix:
                break
        elif word not in cues.BETWEEN and not _is_adjective(word):
            break
    return head, prefix


def _qualifies(word):
    return _is_adjective(word) or word in ("للانباء", "للاخبار", "الاخباريه", "الانباء")


def _is_adjective(word):
    """الأمريكية, البريطاني: a definite word with the ending of origin."""
    return word.startswith("ال") and word.endswith(("ي", "يه")) and len(word) > 4
