"""Work out what a word of a query may stand as in the index, from the likeliest to the slip.

Nothing is decided that the archive can decide: a reading that takes a clitic off is kept when what
remains is the commoner word there.
"""

from dataclasses import dataclass
from itertools import chain
from math import log

from articles.search import clauses, rank, vocabulary
from articles.search.lexemes import LABEL, STEM
from articles.search.names import Names, names_in
from articles.text.languages import PROFILES
from articles.text.plurals import partners
from articles.text.stems import ARTICLE, bases, stem, stems

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
        """What else names the same: plurals, house spellings, other names, the name's label.

        Of a name of several words all have to be there; only in the title one after the other,
        since the order of words in a whole text would have to be fetched.
        """
        if weight:
            named = [clauses.phrase(name, weight) for name in self.names]
        else:
            named = [clauses.every(clauses.stem(_plain_stem(one)) for one in n) for n in self.names]
            named += [clauses.label(label) for label in self.labels]
        return clauses.either([*(clauses.stem(one, weight) for one in self.kin_stems), *named])

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
    names = names_in(query.words)
    found = {term: bases(term.words[0]) for term in terms if not term.is_phrase}
    asked = {LABEL}
    for term in terms:
        asked.update(term.words)
    for one in found.values():
        for base in one.own + one.doubtful:
            asked |= {base, ARTICLE + base, STEM + stem(base)}
            asked |= {STEM + kin for kin in _plurals(base)}
    for other in names.values():
        asked |= {STEM + _plain_stem(word) for name in other.names for word in name}
        asked |= {LABEL + label for label in other.labels}
    known = vocabulary.frequencies(asked)
    total = known.get(LABEL, 0)
    made = {
        term: _phrase(term, known)
        if term.is_phrase
        else _meaning(term, found[term], known, names.get(term.words[0], Names()))
        for term in terms
    }
    groups = [[made[term] for term in group] for group in query.groups]
    _let_common_words_go(groups, total)
    return groups, total


def known_texts(words):
    """Return those of the texts of which at least half the words stand in the archive in some form,
    the best known first: the others may be house spellings of what stands there.

    ``words``: the folded words of each text.
    """
    forms = {one: {STEM + form for form in stems(one)} for many in words.values() for one in many}
    known = vocabulary.frequencies(set().union(*forms.values())) if forms else {}
    shares = {
        text: sum(1 for one in many if forms[one] & known.keys()) / len(many)
        for text, many in words.items()
        if many
    }
    return sorted((text for text in shares if shares[text] >= 0.5), key=lambda text: -shares[text])


def _phrase(term, known):
    least = min(known.get(word, 0) for word in term.words)
    return Meaning(term.words, is_phrase=True, frequency=least)


def _meaning(term, found, known, other):
    def commonness(base):
        return known.get(base, 0) + known.get(ARTICLE + base, 0)

    own = list(found.own)
    likely = max(commonness(base) for base in own)
    own += [base for base in found.doubtful if commonness(base) > likely or not likely]
    stems = tuple(dict.fromkeys(stem(base) for base in own))
    kin = {one for base in own for one in _plurals(base)}
    kin |= {stem(base) for name in other.names if len(name) == 1 for base in bases(name[0]).own}
    kin -= set(stems)
    several = [name for name in other.names if len(name) > 1]
    frequency = (
        max(known.get(STEM + one, 0) for one in stems)
        + sum(known.get(STEM + one, 0) for one in kin)
        + sum(min(known.get(STEM + _plain_stem(one), 0) for one in name) for name in several)
        + sum(known.get(LABEL + label, 0) for label in other.labels)
    )
    return Meaning(
        typed=term.words,
        stems=stems,
        kin_stems=tuple(sorted(kin)),
        names=tuple(several),
        labels=tuple(other.labels),
        frequency=frequency,
        is_optional=term.words[0] in STOP_WORDS,
    )


def _plurals(base):
    """The stems of a noun's other numbers, as far as they are no ending: وزراء of وزير."""
    return {stem(other) for form in _forms(base) for other in partners(form)}


def _forms(base):
    """A noun as a list of plurals has it: without a pronoun behind it."""
    yield base
    for ending in PRONOUNS:
        if base.endswith(ending) and len(base) - len(ending) > 1:
            yield base.removesuffix(ending)


def _plain_stem(word):
    """The stem of a word that is known to have no doubtful clitic: one of a registered name."""
    return stem(bases(word).own[-1])


def _let_common_words_go(groups, total):
    """Make words optional that nearly every text has, as long as one that tells more remains."""
    every = [meaning for group in groups for meaning in group]
    for meaning in every:
        if total > 100 and meaning.frequency > rank.TOO_COMMON * total:
            meaning.is_optional = True
    if all(meaning.is_optional for meaning in every):
        for meaning in every:
            meaning.is_optional = False


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
