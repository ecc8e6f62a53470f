"""Find what a query names: the other spellings of its words, and the label of what they name."""

from dataclasses import dataclass, field
from itertools import chain

from articles.models import Alias, Synonym
from articles.search.lexemes import label_of
from articles.text.fold import fold
from articles.text.stems import ARTICLE, bases, shortened
from articles.text.words import words

LONGEST_NAME = 5  # words


@dataclass
class Names:
    """What else a word of a query may be called: other ``names``, each a tuple of folded words, and
    the ``labels`` of editions that name the same thing in any spelling."""

    names: list = field(default_factory=list)
    labels: list = field(default_factory=list)


def names_in(sequence):
    """Return for each word of a query the Names of what it, or a run of words around it, names.

    >>> names_in(("واغنر",))["واغنر"].names
    [('فاغنر',), ('فاغنير',)]
    """
    spans = _spans(sequence)
    found = {}
    if spans:
        _house_spellings(_with_endings_off(spans, sequence), found)
        _entities(spans, found)
    return found


def _spans(sequence):
    """Return the words of every run that may be a name, by the ways to write the run."""
    spans = {}
    for start in range(len(sequence)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(sequence)) + 1):
            run = sequence[start:end]
            bare = " ".join(word.removeprefix(ARTICLE) for word in run)
            # "And", "by" or "for" may be written onto a name: بقسد.
            heads = chain.from_iterable(bases(run[0]))
            for span in (bare, *(" ".join([head, *run[1:]]) for head in heads)):
                spans.setdefault(span, set()).update(run)
    return spans


def _with_endings_off(spans, sequence):
    """The spans, and single words without their endings: أميركية is another spelling, too, where
    أميركي is one."""
    spans = {span: set(run) for span, run in spans.items()}
    for word in sequence:
        for form in chain.from_iterable(map(shortened, bases(word).own)):
            spans.setdefault(form, set()).add(word)
    return spans


def _keep(found, run, span, names, label=None):
    for word in run:
        held = found.setdefault(word, Names())
        held.names += [name for name in names if " ".join(name) != span and name not in held.names]
        if label and label not in held.labels:
            held.labels.append(label)


def _house_spellings(spans, found):
    rows = Synonym.objects.filter(folded__overlap=list(spans)).order_by()
    for spellings in rows.values_list("folded", flat=True):
        for span in spellings:
            _keep(found, spans.get(span, ()), span, [tuple(one.split()) for one in spellings])


def _entities(spans, found):
    """Every sure spelling of what a run names; a doubtful one (عمان) would bring in its others."""
    rows = Alias.objects.filter(folded__in=spans, entity__isnull=False).order_by()
    named = list(rows.values_list("folded", "entity"))
    if not named:
        return
    spelled = {}
    rows = Alias.objects.filter(entity__in={entity for _span, entity in named}, context="")
    for entity, folded in rows.order_by("pk").values_list("entity", "folded"):
        spelled.setdefault(entity, []).append(tuple(one.text for one in words(fold(folded))))
    for span, entity in named:
        names = spelled.get(entity, [])
        _keep(found, spans[span], span, names, label_of("entity", entity))
