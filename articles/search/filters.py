"""Turn the names in a query's filters into labels of the index. An unknown name is said so."""

from articles.models import Alias, Author, Category, Tag
from articles.search import clauses
from articles.text.fold import fold
from articles.text.stems import ARTICLE


def resolve(filters):
    """Return (labels, unknown): a label clause for each known filter, and the pairs of the others.

    Names are compared folded, in either language: ``قسم:اقتصاد``, ``section:economy``.
    """
    labels, unknown = [], []
    for kind, name in filters:
        found = FINDERS[kind](fold(name))
        if found:
            labels.append(clauses.either(clauses.label(label) for label in sorted(found)))
        else:
            unknown.append((kind, name))
    return labels, unknown


def _sections(folded):
    rows = Category.objects.values_list("pk", "folded", "name_en", "slug")
    return {f"s{pk}" for pk, *names in rows if any(_same(name, folded) for name in names if name)}


def _sources(folded):
    rows = Alias.objects.filter(folded=folded, source__isnull=False)
    return {f"o{pk}" for pk in rows.values_list("source", flat=True)}


def _topics(folded):
    names = Alias.objects.filter(folded=folded, entity__isnull=False)
    found = {f"e{pk}" for pk in names.values_list("entity", flat=True)}
    return found | {
        f"t{pk}" for pk in Tag.objects.filter(folded=folded).values_list("pk", flat=True)
    }


def _authors(folded):
    rows = Author.objects.values_list("pk", "name_ar", "name_en")
    return {f"a{pk}" for pk, *names in rows if any(_same(name, folded) for name in names if name)}


def _same(name, folded):
    """Whether a name is meant: written so, or with its articles or without."""
    return _bare(fold(name)) == _bare(folded)


def _bare(folded):
    return " ".join(word.removeprefix(ARTICLE) for word in folded.split())


FINDERS = {"section": _sections, "source": _sources, "topic": _topics, "author": _authors}
