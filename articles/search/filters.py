"""Turn the names in a query's filters into labels of the index. An unknown name is said so."""

from django.db.models import Q

from articles.models import Alias, Author, Category, Tag
from articles.search import clauses
from articles.search.lexemes import label_of
from articles.text.fold import fold
from articles.text.stems import ARTICLE


def resolve(filters):
    """Return (labels, unknown): a label clause for each known filter, and the pairs of the others.

    Names are compared folded, in either language: ``قسم:اقتصاد``, ``section:economy``.
    """
    labels, unknown = [], []
    for kind, name in filters:
        folded = fold(name)
        found = [
            clauses.label(label_of(of, pk))
            for of, find in FINDERS[kind].items()
            for pk in sorted(set(find(folded)))
        ]
        if found:
            labels.append(clauses.either(found))
        else:
            unknown.append((kind, name))
    return labels, unknown


def _sections(folded):
    rows = Category.objects.values_list("pk", "folded", "name_en", "slug")
    return {pk for pk, *names in rows if any(_same(name, folded) for name in names if name)}


def _sources(folded):
    return Alias.objects.filter(folded=folded, source__isnull=False).values_list(
        "source", flat=True
    )


def _entities(folded):
    return Alias.objects.filter(folded=folded, entity__isnull=False).values_list(
        "entity", flat=True
    )


def _tags(folded):
    spelled = Alias.objects.filter(folded=folded, tag__isnull=False).values_list("tag", flat=True)
    return {*Tag.objects.filter(folded=folded).values_list("pk", flat=True), *spelled}


def _authors(folded):
    """Authors are found by their Arabic name, an index away, or by the English one as it stands."""
    rows = Author.objects.filter(Q(folded=folded) | Q(name_en__iexact=folded))
    return rows.values_list("pk", flat=True)


def _same(name, folded):
    """Whether a name is meant: written so, or with its articles or without."""
    return _bare(fold(name)) == _bare(folded)


def _bare(folded):
    return " ".join(word.removeprefix(ARTICLE) for word in folded.split())


FINDERS = {
    "section": {"section": _sections},
    "source": {"source": _sources},
    "topic": {"entity": _entities, "tag": _tags},
    "author": {"author": _authors},
}
