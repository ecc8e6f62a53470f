"""Find working copies and editions by the search that readers have, drafts too.

Names, sources and tags are found by any spelling of a part of them: articles/admin/search.py.
"""

from functools import partial

from django.conf import settings
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, Q, Value
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.search import matching
from articles.search import Search, asking, find, indexing, label_of, query, rank
from articles.search.unfinished import find_begun
from articles.text.digits import western

LANGUAGES = tuple(language for language, _name in settings.LANGUAGES)
LARGEST = 2**63 - 1
UNKNOWN = {
    "section": _("There is no section “%(name)s”."),
    "source": _("There is no source “%(name)s”."),
    "topic": _("There is no name or tag “%(name)s”."),
    "author": _("There is no author “%(name)s”."),
}
# The filters of the list as labels of the index, so that the best are chosen among what they leave.
NARROWING = {
    "state__exact": indexing.in_state,
    "kind__exact": indexing.of_kind,
    "category__id__exact": partial(label_of, "section"),
    "person": indexing.of_person,
}


def asks_nothing(typed):
    """Whether no word, filter or date was typed: signs alone leave a list whole."""
    asked = query.parse(typed)
    return not (asked.groups or asked.excluded or asked.filters or asked.since or asked.until)


def nearest_first(queryset, ids):
    """Order rows as their numbers stand in ``ids``; the others come last."""
    listed = Value(list(ids), output_field=ArrayField(BigIntegerField()))
    return queryset.order_by(Func(listed, F("pk"), function="array_position"), "-pk")


class FoundList(ChangeList):
    """A list in the order of closeness while something is looked for, until a column is chosen."""

    answer = None

    def get_queryset(self, request, exclude_parameters=None):
        queryset = super().get_queryset(request, exclude_parameters)
        self.answer = getattr(request, "answer", None)
        return queryset

    def get_ordering_field_columns(self):
        """No column is the one that rows are sorted by while the nearest stand first."""
        nearest = self.answer and ORDER_VAR not in self.params
        return {} if nearest else super().get_ordering_field_columns()

    @property
    def orders(self):
        """The two orders that matter while one searches: name, address, whether it is this one."""
        if not self.answer or self.result_count < 2:
            return []
        newest = f"-{self.list_display.index(self.model_admin.newest_column)}"
        chosen = self.params.get(ORDER_VAR)
        return [
            (_("Nearest first"), self.get_query_string(remove=[ORDER_VAR]), chosen is None),
            (_("Newest first"), self.get_query_string({ORDER_VAR: newest}), chosen == newest),
        ]

    @property
    def notes(self):
        """What has to be said about the answer, as sentences."""
        if not self.answer:
            return []
        titles = [str(row) for row in self.result_list]
        meant = find.as_written(self.answer.meant, titles)
        return list(notes(self.answer, meant and (meant, self.get_query_string({"q": meant}))))


class SearchedList:
    """A list that the search serves. ``newest_column`` is what «newest first» sorts by."""

    search_fields = ("title",)  # opens the field; what is typed asks the index
    search_help_text = _("Words, or section: source: author:")
    newest_column = "published_at"

    def get_changelist(self, request, **kwargs):
        return FoundList

    def get_search_results(self, request, queryset, search_term):
        if asks_nothing(search_term):
            return queryset, False
        request.answer = self.look_for(request, search_term)
        found = queryset.filter(self.found(request.answer.ids, search_term))
        if ORDER_VAR not in request.GET:
            found = nearest_first(found, request.answer.ids)
        return found, False

    def found(self, ids, typed):
        return Q(pk__in=ids)


class FindsArticles(SearchedList):
    search_help_text = _("Words, a number, or section: source: author:")
    newest_column = "changed_at"

    def look_for(self, request, typed):
        """Return the Answer for working copies; a number also finds the article that has it."""
        search = Search(LANGUAGES, asking.ARTICLES, narrow=tuple(self.narrowing(request)))
        answer = find_begun(search, typed)
        number = western(typed.strip())
        if number.isdecimal() and int(number) <= LARGEST:
            answer.ids = list(dict.fromkeys([int(number), *answer.ids]))
        return answer

    def narrowing(self, request):
        """The filters that were chosen, as labels."""
        for name, label in NARROWING.items():
            chosen = request.GET.get(name, "")
            if chosen.isalnum():
                yield label(chosen)
        if request.GET.get("whose") == "mine":
            yield indexing.of_person(request.user.pk)


class FindsEditions(SearchedList):
    """Finds what readers have by their search, and what was withdrawn by its title."""

    def look_for(self, request, typed):
        return find_begun(Search(LANGUAGES), typed)

    def found(self, ids, typed):
        return Q(pk__in=ids) | Q(withdrawn_at__isnull=False) & matching(("title",), typed)


def notes(answer, meant=()):
    """Yield what an editor should know about an answer: doubts, limits, a better query.

    ``meant``: that query and its address.
    """
    for kind, name in answer.unknown:
        yield UNKNOWN[kind] % {"name": name}
    if answer.read_as:
        yield _("The keyboard was on another language: this is what “%(text)s” finds.") % {
            "text": answer.read_as
        }
    if meant:
        yield format_html('{} <a href="{}">{}</a>', _("Did you mean:"), meant[1], meant[0])
    if answer.ids and answer.tiers and find.ALL not in answer.tiers.values():
        yield _("Nothing has all of these words; this comes closest.")
    if len(answer.ids) >= rank.SHOWN:
        yield _(
            "Only the %(count)s that come closest are listed. Another word narrows the search."
        ) % {"count": rank.SHOWN}
