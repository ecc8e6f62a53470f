"""What changed in a story from one edition to the next, as readers had them, the newest first."""

from dataclasses import dataclass, field

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.differences import counted, draw
from articles.editions.former import words_of
from articles.models import Edition
from articles.text.compare import compare, compare_html
from articles.views import moved, pages, shelves
from articles.views.paging import Page

SIZE = 8  # editions on a page
MOST_COMPARED = 400_000  # letters of both sides that one page compares: a second at the worst
LONGEST_NUMBER = 9  # digits of an edition's number
LABELS = {"title": _("Title"), "lead": pgettext_lazy("part of a story", "Lead"), "body": _("Text")}
PLAIN = ("title", "lead")


@dataclass(frozen=True)
class Text:
    """One text of an edition, compared with the one before."""

    name: str
    label: str
    stretches: list
    added: int
    removed: int


@dataclass
class Step:
    """One edition in the list: when readers got it, what it was told as, how it differs.

    ``texts`` is empty where nothing is compared: there is none before, one of the two is hidden
    (``is_closed``), or the page has compared enough (``is_too_long``).
    """

    number: int
    at: object
    kind: str = ""
    label: str = ""
    told: list = field(default_factory=list)
    texts: list = field(default_factory=list)
    is_live: bool = False
    is_hidden: bool = False
    is_closed: bool = False
    is_first: bool = False
    is_too_long: bool = False

    @property
    def added(self):
        return sum(text.added for text in self.texts)

    @property
    def removed(self):
        return sum(text.removed for text in self.texts)


def page(request, pk, slug):
    stories = Edition.objects.select_related("section__parent__parent")
    edition = get_object_or_404(stories, article=pk, language=get_language())
    if edition.withdrawn_at:
        return pages.article(request, pk, slug)
    if slug != edition.slug:
        return moved.sent_on(request, edition.changes_url)
    steps, next_url = _steps(edition, _place(request), request.path)
    context = {
        "edition": edition,
        "trail": edition.section.trail if edition.section_id else [],
        "page": Page(steps, next_url),
        "translation": _translation(edition),
    }
    return render(request, "articles/changes.html", context)


def _place(request):
    """The number of the last edition of the page above; None on the first page, 404 if garbled."""
    text = request.GET.get("after", "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER):
        raise Http404
    return int(text)


def _steps(edition, before, path):
    """The steps of one page and where the older ones are; three queries however many there are."""
    kept = list(edition.former.listed(edition, before)[: SIZE + 1])
    versions = kept if before is not None else [edition, *kept]
    shown, further = versions[:SIZE], versions[SIZE:]
    steps, budget = [], MOST_COMPARED
    below = further[0] if further else None
    for one, older in zip(shown, [*shown[1:], below], strict=False):
        step = _step(one, older, edition)
        if older is not None and not step.is_closed:
            budget -= _compare(step, one, older, budget)
        steps.append(step)
    _tell(steps, edition, below.number if below else 0)
    return steps, f"{path}?after={shown[-1].number}" if below else ""


def _step(one, older, edition):
    is_live = one is edition
    step = Step(one.number, one.since or edition.changed_at or edition.published_at)
    if older is None:
        step.is_first = True
        if one.number == 1:
            step.at = min(step.at, edition.published_at)
    else:
        step.kind, step.label = older.replaced_as, older.get_replaced_as_display()
    step.is_live, step.is_hidden = is_live, not is_live and one.is_hidden
    step.is_closed = step.is_hidden or (older is not None and older.is_hidden)
    return step


def _compare(step, one, older, budget):
    """Compare two editions and return how many letters that took, none when beyond the budget."""
    new, old = words_of(one), words_of(older)
    names = [name for name in LABELS if new[name] != old[name]]
    letters = sum(len(new[name]) + len(old[name]) for name in names)
    if letters > budget:
        step.is_too_long = True
        return 0
    for name in names:
        found = (compare if name in PLAIN else compare_html)(old[name], new[name])
        step.texts.append(Text(name, LABELS[name], draw(found), *counted(found)))
    return letters


def _tell(steps, edition, below):
    """Put what readers were told of a change beside it; ``below``: the next older number."""
    if not steps:
        return
    told = edition.corrections.filter(number__gt=below, number__lte=steps[0].number).exclude(
        sentence=""
    )
    for row in told.order_by("-at", "-pk"):
        # Editions between two that are kept had the same words.
        step = next(one for one in reversed(steps) if row.number <= one.number)
        step.told.append(row)


def _translation(edition):
    """The same page of the story in another language."""
    other = next(iter(shelves.translations(edition)), None)
    return other and other | {"url": f"{other['url']}changes/"}
