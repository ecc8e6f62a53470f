"""Find texts by what somebody typed: tiers of closeness, each one bounded question to PostgreSQL.

All words first; with too few such texts, words one slip away too; then all words but one; then any
word of the title. Reads only.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import combinations

from django.utils import timezone

from articles.search import asking, clauses, filters, rank, windows
from articles.search.meaning import add_near, known_texts, understand
from articles.search.query import Query, parse
from articles.text.fold import fold
from articles.text.keyboard import LAYOUTS, latin_readings, to_arabic
from articles.text.stems import bases, stem
from articles.text.words import words

# How a text was found: by all words, with a slip, by some of the words.
ALL, NEAR, SOME = "all", "near", "some"
IN_TITLE = 8  # of so many texts with a word one has it in the title
DROPPABLE = 6  # with more words, only so many of the rarest are asked when one may be missing


@dataclass
class Answer:
    """What was found: the ``ids`` of at most SHOWN texts, the best first, and how."""

    query: Query
    ids: list = field(default_factory=list)
    tiers: dict = field(default_factory=dict)  # tier by id, for those not found by all words
    total: int = 0  # texts with all words, of those looked at
    is_more: bool = False  # not all of the archive was looked at
    sections: dict = field(default_factory=dict)
    sources: dict = field(default_factory=dict)
    years: dict = field(default_factory=dict)
    groups: list = field(default_factory=list, repr=False)
    unknown: list = field(default_factory=list)  # filters that name nothing: (kind, name)
    meant: str = ""  # what was probably meant, to offer
    read_as: str = ""  # what was searched instead: the keyboard was on another language

    def tiers_of(self, tier):
        """Count the texts that were found so."""
        return sum(1 for one in self.tiers.values() if one == tier)


@dataclass(frozen=True)
class Search:
    """A search to be run: where, in which order, and what is demanded beside the words.

    ``narrow``: labels that every text must have: ``s12`` a section, ``y2024`` a year. ``since`` and
    ``until``: days beside those in the query. ``as_typed``: read the letters as they are, whatever
    the keyboard may have been on. ``today``: the moment from which freshness counts.
    """

    languages: tuple = ("ar",)
    index: asking.Index = asking.EDITIONS
    newest_first: bool = False
    narrow: tuple = ()
    since: date | None = None
    until: date | None = None
    as_typed: bool = False
    today: datetime | None = None

    def find(self, text):
        """Return the Answer to what somebody typed."""
        query = parse(text)
        run = _Run(self, query)
        answer = run.exactly()
        if not (answer.ids or self.as_typed) and (other := self._other_keyboard(query)):
            return other
        if len(answer.ids) < rank.ENOUGH:
            run.more_loosely(answer)
        return answer

    def _other_keyboard(self, query):
        """Read the query as if the keyboard had been on the other language, when that finds."""
        texts = [to_arabic(query.text, layout) for layout in LAYOUTS]
        texts += latin_readings(query.text)
        readings = {text: parse(text) for text in texts if text != query.text}
        likely = known_texts({text: one.words for text, one in readings.items()})
        for text in likely[: rank.GUESSES]:
            answer = _Run(self, readings[text]).exactly()
            if answer.ids:
                answer.read_as = text
                return answer
        return None


class _Run:
    """One query on its way through the tiers."""

    def __init__(self, search, query):
        self.search, self.query = search, query
        self.since = max(filter(None, (query.since, search.since)), default=None)
        self.until = min(filter(None, (query.until, search.until)), default=None)
        self.labels, self.unknown = filters.resolve(query.filters)
        self.labels += [clauses.label(label) for label in search.narrow]
        self.groups, self.total = understand(query)
        self.required = [
            group for group in self.groups if not all(one.is_optional for one in group)
        ]
        self.wanted, self.plenty, self.steps = rank.CANDIDATES, rank.SHOWN, None
        if any(term.is_phrase for term in query.terms):
            self.wanted, self.plenty = rank.PHRASE_CANDIDATES, rank.PLENTY_OF_PHRASES
            self.steps = rank.PHRASE_STEPS
        self.excluded = [clauses.phrase(term.words) for term in query.excluded]

    def exactly(self):
        """Find the texts that have all words, in any of their forms."""
        answer = Answer(self.query, groups=self.groups, unknown=self.unknown)
        if not self.required and not self.labels and not self._dates():
            return answer
        found, is_more = self._every()
        self._take(answer, found, ALL)
        _count(answer, found, is_more)
        return answer

    def more_loosely(self, answer):
        """Add texts with a word one slip away, then those that lack one of the words."""
        if not self.required:
            return
        add_near(self.required)
        ways = self._ways_to_slip()
        if ways:
            found, is_more = self._every(ways, with_slips=True)
            if not answer.ids:
                _count(answer, found, is_more)
            self._take(answer, found, NEAR)
        if answer.tiers_of(ALL) < rank.FEW:
            answer.meant = self._meant(answer)
        if len(answer.ids) < rank.ENOUGH:
            self._take(answer, self._some_words(answer.ids), SOME)

    def _ways_to_slip(self):
        """List the choices of groups that are asked with slips: all of unknown words at once, or
        each of the known ones alone, since few people slip twice in one query."""
        slippery = [group for group in self.required if any(one.near for one in group)]
        unknown = [group for group in slippery if not any(one.frequency for one in group)]
        return [unknown] if unknown else [[group] for group in slippery]

    def _take(self, answer, found, tier):
        new = [one for one in found.ids if one not in answer.tiers]
        answer.tiers |= dict.fromkeys(new, tier)
        answer.ids = (answer.ids + new)[: rank.SHOWN]

    def _every(self, ways=((),), with_slips=False):
        """Ask for texts with a word of every group, in one of the ``ways``: choices of the groups
        whose words may have slips. Returns what was found and whether there is more."""
        wanted = [
            clauses.every(self._any(group, group in slipping) for group in self.required)
            for slipping in ways
        ]
        matches = sum(
            windows.expected(
                [_frequency(one, one in slipping) for one in self.required], self.total
            )
            for slipping in ways
        )
        widened = 0
        while True:
            window = self._window(matches)
            found = self._ask(wanted, window, with_slips)
            if found.is_cut and not widened and matches < self.total:
                # More than believed, and the oldest of them: look less far back.
                matches *= 4
            elif window.is_whole or found.is_cut or found.total >= self.plenty:
                return found, found.is_cut or not window.is_whole
            elif widened == self.steps:
                return found, True
            else:
                # Fewer than believed: look further back, in larger steps.
                matches, widened = matches / 8, widened + 1

    def _window(self, matches, wanted=None):
        wanted = wanted or self.wanted
        return windows.choose(matches, self.total, self.since, self.until, wanted)

    def _ask(self, wanted, window, with_slips):
        ways = [clauses.every([one, window.clause]) for one in wanted]
        if not window.is_whole and self.required:
            # Beside the newest texts, the newest of those that say it in their title.
            titled = [clauses.either(one.in_title() for one in group) for group in self.required]
            matches = windows.expected(map(_frequency, self.required), self.total) / IN_TITLE
            ways.append(clauses.every([*titled, self._window(matches, self.wanted // 2).clause]))
        question = self._question(ways, with_slips)
        return asking.ask(self.search.index, replace(question, take_title=not window.is_whole))

    def _question(self, ways, with_slips=False, leave=()):
        """Make the question, every way of it narrowed by the labels and what is excluded."""
        since, until = self._dates() or (None, None)
        return asking.Question(
            ways=[
                clauses.but_not(
                    clauses.every([way, *self.labels]) or clauses.label(""), self.excluded
                )
                for way in ways
            ],
            groups=self.groups,
            total=self.total,
            languages=self.search.languages,
            since=since,
            until=until,
            title_key=self.query.title_key,
            with_slips=with_slips,
            newest_first=self.search.newest_first,
            today=self.search.today or timezone.now(),
            leave=tuple(leave),
        )

    def _meant(self, answer):
        """Return the query with its rarest word put right, if that finds many more texts."""
        doubted = [group[0] for group in self.required if len(group) == 1 and group[0].near]
        enough = rank.TIMES_MORE * answer.tiers_of(ALL) or 1
        for meaning in sorted(doubted, key=lambda one: one.frequency)[:1]:
            others = [self._any(group) for group in self.required if group != [meaning]]
            for word in meaning.near[: rank.GUESSES]:
                right = clauses.either(clauses.stem(stem(base)) for base in bases(word).own)
                way = clauses.every([right, *others])
                question = replace(self._question([way]), most=enough, groups=[])
                if asking.ask(self.search.index, question).total >= enough:
                    return _with(self.query.text, meaning.typed[0], word)
        return ""

    def _some_words(self, leave):
        """Texts that lack one of the words; of one or two words, those with one in the title."""
        rarest = sorted(self.required, key=lambda group: min(one.frequency for one in group))
        rarest = rarest[:DROPPABLE]
        if len(rarest) > 2:
            kept = list(combinations(rarest, len(rarest) - 1))
            wanted = [clauses.every(map(self._any, groups)) for groups in kept]
            matches = sum(windows.expected(map(_frequency, groups), self.total) for groups in kept)
        else:
            wanted = [one.in_title() for group in rarest for one in group]
            matches = sum(map(_frequency, rarest)) / IN_TITLE
        window = self._window(matches, rank.LOOSE_CANDIDATES)
        ways = [clauses.every([one, window.clause]) for one in wanted]
        question = self._question(ways, leave=leave)
        return asking.ask(self.search.index, replace(question, most=2 * rank.LOOSE_CANDIDATES))

    def _any(self, group, with_slips=False):
        return clauses.either(one.anywhere(with_slips) for one in group)

    def _dates(self):
        """The range of days of the newsroom as moments: where the first begins, the last ends."""
        since, until = self.since, self.until
        if not since and not until:
            return None
        zone = timezone.get_default_timezone()
        # The last day there is has no day after it, and ends nothing.
        until = None if until == date.max else until
        return (
            since and datetime.combine(since, time(), zone),
            until and datetime.combine(until + timedelta(days=1), time(), zone),
        )


def _frequency(group, with_slips=False):
    """In how many texts a word of the group stands, at most."""
    return sum(one.frequency + (one.near_frequency if with_slips else 0) for one in group)


def _count(answer, found, is_more):
    answer.total, answer.is_more = found.total, is_more
    answer.sections, answer.sources, answer.years = found.sections, found.sources, found.years


def _with(text, typed, word):
    """Put ``word`` in the place of the folded word ``typed``, the rest as it stands."""
    out, at = [], 0
    for one in words(text):
        if fold(one.text) == typed:
            out += [text[at : one.start], word]
            at = one.end
    return "".join([*out, text[at:]])


def as_written(folded, texts):
    """Give folded words the letters in which the texts write them: الامطار becomes الأمطار.

    For a correction that is offered: readers do not type folded letters, and should not see them.
    """
    wanted = {word.text for word in words(folded) if not word.text.isascii()}
    spelled = {}
    for text in texts:
        for word in words(text):
            form = fold(word.text)
            if form in wanted:
                spelled.setdefault(form, word.text)
    for form, word in spelled.items():
        folded = _with(folded, form, word)
    return folded
