"""Work out what a word of a query may stand as in the index, from the likeliest to the slip.

Nothing is decided that the archive can decide: a reading that takes a clitic off is kept when what
remains is the commoner word there.
"""

from dataclasses import dataclass
from itertools import chain
from math import log

from articles.models import Alias, Synonym
from articles.search import clauses, rank, vocabulary
from articles.search.lexemes import LABEL, STEM, TITLE, label_of
from articles.text.fold import fold
from articles.text.languages import PROFILES
from articles.text.plurals import partners
from articles.text.stems import ARTICLE, bases, stem
from articles.text.words import words

LONGEST_NAME = 5  # words
PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه", "ي")
STOP_WORDS = frozenset().union(*(PROFILES[code].stop_words for code in ("ar", "en")))


@dataclass
class Meaning:
    """One term of a query as lexemes: ``exact`` words, ``stems`` of its own, ``kin``, ``near``."""

    typed: tuple
    is_phrase: bool = False
    stems: tuple = ()
    kin_stems: tuple = ()
    names: tuple = ()  # other spellings, each a tuple of words
    labels: tuple = ()
    near: tuple = ()
    frequency: int = 0
    is_optional: bool = False
    near_stems: tuple = ()
    near_frequency: int = 0

    @property
    def word(self):
        return " ".join(self.typed)

    def rarity(self, total):
        return log(1 + max(total, 1) / max(self.frequency, 1))

    def exact(self, weight=""):
        if self.is_phrase:
            return clauses.phrase(self.typed, weight)
        return clauses.word(self.typed[0], weight)

    def own(self, weight=""):
        return clauses.either(clauses.stem(one, weight) for one in self.stems)

    def kin(self, weight=""):
        """What else names the same: plurals, house spellings, other names, the name's label."""
        return clauses.either(
            [
                *(clauses.stem(one, weight) for one in self.kin_stems),
                *(clauses.phrase(name, weight) for name in self.names),
                *(() if weight else map(clauses.label, self.labels)),
            ]
        )

    def slip(self, weight=""):
        return clauses.either(
            [
                *(clauses.word(one, weight) for one in self.near),
                *(clauses.stem(one, weight) for one in self.near_stems),
            ]
        )

    def anywhere(self, with_slips=False):
        """The clause that finds it in the whole text."""
        if self.is_phrase:
            return self.exact()
        found = [self.own() or self.exact(), self.kin()]
        return clauses.either([*found, self.slip()] if with_slips else found)

    def in_title(self):
        if self.is_phrase:
            return self.exact("A")
        return clauses.either(clauses.title_stem(one) for one in (*self.stems, *self.kin_stems))


def understand(query):
    """Return the meanings of a query, group by group, and the number of editions there are."""
    terms = list(dict.fromkeys(query.terms))
    names = _names_in(query)
    candidates = {term: _candidates(term) for term in terms if not term.is_phrase}
    asked = {LABEL}
    for term in terms:
        asked.update(term.words)
    for found in candidates.values():
        for base in found.own + found.doubtful:
            asked |= {base, ARTICLE + base, STEM + stem(base), TITLE + stem(base)}
    known = vocabulary.frequencies(asked)
    total = known.get(LABEL, 0)
    made = {}
    for term in terms:
        if term.is_phrase:
            least = min(known.get(word, 0) for word in term.words)
            made[term] = Meaning(term.words, is_phrase=True, frequency=least)
        else:
            made[term] = _meaning(term, candidates[term], known, names)
    groups = [[made[term] for term in group] for group in query.groups]
    _let_common_words_go(groups, total)
    return groups, total


def add_near(groups):
    """Give every word the words of the archive one slip away from it."""
    single = [one for group in groups for one in group if not (one.is_phrase or one.is_optional)]
    forms = {one.typed[0]: (one.typed[0], bases(one.typed[0]).own[-1]) for one in single}
    found = vocabulary.near(set(chain.from_iterable(forms.values())))
    for meaning in single:
        close = dict(chain.from_iterable(found[form] for form in forms[meaning.typed[0]]))
        close = dict(list(close.items())[: rank.NEAR_WORDS])
        meaning.near = tuple(close)
        own = {stem(bases(one).own[-1]) for one in meaning.near[: rank.NEAR_STEMS]}
        meaning.near_stems = tuple(sorted(own - set(meaning.stems)))
        meaning.near_frequency = sum(close.values())


def _candidates(term):
    return bases(term.words[0])


def _meaning(term, found, known, names):
    word = term.words[0]

    def commonness(base):
        return known.get(base, 0) + known.get(ARTICLE + base, 0)

    own = list(found.own)
    likely = max(commonness(base) for base in own)
    own += [base for base in found.doubtful if commonness(base) > likely or not likely]
    stems = tuple(dict.fromkeys(stem(base) for base in own))
    kin = {stem(other) for base in own for form in _forms(base) for other in partners(form)}
    spelled, labels = names.get(word, ((), ()))
    for name in spelled:
        if len(name) == 1:
            kin.update(stem(base) for base in bases(name[0]).own)
    frequency = max((known.get(STEM + one, 0) for one in stems), default=0)
    return Meaning(
        typed=term.words,
        stems=stems,
        kin_stems=tuple(sorted(kin - set(stems))),
        names=tuple(name for name in spelled if len(name) > 1),
        labels=labels,
        frequency=frequency,
        is_optional=word in STOP_WORDS,
    )


def _forms(base):
    """A noun as a list of plurals has it: without a pronoun behind it."""
    yield base
    for ending in PRONOUNS:
        if base.endswith(ending) and len(base) - len(ending) > 1:
            yield base.removesuffix(ending)


def _let_common_words_go(groups, total):
    """Make words optional that nearly every text has, as long as one that tells more remains."""
    for group in groups:
        for meaning in group:
            if total > 100 and meaning.frequency > rank.TOO_COMMON * total:
                meaning.is_optional = True
    if all(meaning.is_optional for group in groups for meaning in group):
        for group in groups:
            for meaning in group:
                meaning.is_optional = False


def _names_in(query):
    """Return for each word of the query the other names of what it, or a run around it, names."""
    spans = {}
    sequence = query.words
    for start in range(len(sequence)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(sequence)) + 1):
            part = sequence[start:end]
            spans.setdefault(" ".join(word.removeprefix(ARTICLE) for word in part), set()).update(
                part
            )
            # "And", "by" or "for" may be written onto a name: بقسد.
            for first in chain.from_iterable(bases(part[0])):
                spans.setdefault(" ".join([first, *part[1:]]), set()).update(part)
    if not spans:
        return {}
    found = {}

    def keep(span, names, label=None):
        for word in spans.get(span, ()):
            spelled, labels = found.setdefault(word, ([], []))
            spelled += [name for name in names if " ".join(name) != span]
            if label:
                labels.append(label)

    for spellings in Synonym.objects.filter(folded__overlap=list(spans)).values_list(
        "folded", flat=True
    ):
        for span in spellings:
            keep(span, [tuple(one.split()) for one in spellings])
    rows = Alias.objects.filter(folded__in=spans).values_list("folded", "entity", "source")
    named = [(span, entity, source) for span, entity, source in rows]
    entities = [entity for _span, entity, _source in named if entity]
    if entities:
        spelled = {}
        for entity, text in Alias.objects.filter(entity__in=entities).values_list(
            "entity", "folded"
        ):
            spelled.setdefault(entity, []).append(_cut(text))
        for span, entity, _source in named:
            if entity:
                keep(span, spelled[entity], label_of("entity", entity))
    return {word: (tuple(names), tuple(labels)) for word, (names, labels) in found.items()}


def _cut(text):
    return tuple(word.text for word in words(fold(text)))
