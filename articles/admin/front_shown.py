"""What the front's page shows of an arrangement: stories, how each fares, what fills the rest."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import front
from articles.admin import front_rows
from articles.editions.placing import key
from articles.models import ROOM, Article, Category, Edition, Place
from articles.search import Search
from articles.search.unfinished import find_begun

MOST = 8  # stories that a search offers
LONGEST = 200  # letters of a query that are read
SHORTEST = 2

HELPS = {
    Place.LEAD: gettext_lazy("One story. The others here wait until it ends or is taken off."),
    Place.FOLLOWUP: gettext_lazy("Up to three lines, only under a lead that is put here."),
    Place.STRIP: gettext_lazy("Four stories in one row."),
    Place.OPINION: gettext_lazy("Four pieces."),
    Place.SECTION: gettext_lazy("Each opens the block of the section that it belongs to."),
}
HOLDS = {
    front.Hold.STANDS: "",
    front.Hold.WAITS: gettext_lazy("Waits: the place is full."),
    front.Hold.ALONE: gettext_lazy("Waits for a lead that is put here."),
    front.Hold.SECTIONLESS: gettext_lazy("Its section has no block on this page."),
}


@dataclass
class Shown:
    """An arrangement as it is typed, kept or not: forms, pins, and the page that comes of it."""

    page: object
    rows: list
    forms: list = field(init=False)

    def __post_init__(self):
        self.forms = front_rows.forms_of(self.rows, self.page.language)
        for form in self.forms:
            form.full_clean()
            self._check(form)

    def _check(self, form):
        number, until = form.cleaned_data.get("article"), form.cleaned_data.get("until")
        before = self.kept.get(number)
        if until and until <= timezone.now() and not (before and _same(before.until, until)):
            form.add_error("until", _("This time has passed already."))
        if number not in self.live and before is None:
            form.add_error(None, _("Readers do not have this story in this language."))

    @cached_property
    def kept(self):
        return {pin.article_id: pin for pin in front.kept(self.page)}

    @cached_property
    def editions(self):
        """The editions in the language of the page by their articles, withdrawn ones too."""
        numbers = [row["article"] for row in self.rows]
        rows = Edition.objects.filter(article__in=numbers, language=self.page.language)
        return {edition.article_id: edition for edition in rows.for_cards()}

    @cached_property
    def live(self):
        return {number for number, one in self.editions.items() if not one.withdrawn_at}

    @cached_property
    def titles(self):
        titles = {number: edition.title for number, edition in self.editions.items()}
        missing = [row["article"] for row in self.rows if row["article"] not in titles]
        return titles | {one.pk: one.title for one in Article.objects.filter(pk__in=missing)}

    @property
    def is_valid(self):
        return all(form.is_valid() for form in self.forms)

    @cached_property
    def pins(self):
        """What the forms say, as far as they can be read, in the order of the page."""
        return [self._pin(form.cleaned_data) for form in self.forms]

    def _pin(self, said):
        number = said["article"]
        until = said.get("until")
        # A field shows no seconds: whoever leaves it alone changes nothing.
        if (before := self.kept.get(number)) and _same(before.until, until):
            until = before.until
        edition_id = self.editions[number].pk if number in self.live else None
        headline = " ".join(said.get("headline", "").split())
        return front.Pin(Place(said["place"]), number, headline, until, edition_id)

    @property
    def differs(self):
        """Whether it is something else than what is kept."""
        return not self.is_valid or [_without_edition(pin) for pin in self.pins] != list(
            self.kept.values()
        )

    @cached_property
    def plan(self):
        now = timezone.now()
        pins = [pin for pin in self.pins if pin.edition_id and not (pin.until and pin.until <= now)]
        language = self.page.language
        tops = Category.objects.filter(parent=None).written_in(language).order_by("position")
        return front.plan(list(tops), language, pins)

    def fares(self, pin):
        """Say how a story fares on the page; empty when readers see it there."""
        edition = self.editions.get(pin.article_id)
        if edition is None:
            return _("Not published in this language: the place fills itself.")
        if edition.withdrawn_at:
            return _("Withdrawn: readers do not see it, the place fills itself.")
        if pin.until and pin.until <= timezone.now():
            return _("Its time has ended: the place fills itself.")
        return str(HOLDS[self.plan["holds"][pin.article_id]])


def groups(shown, looked_at=None, pressed=""):
    """Yield each place of the page: its name, its rows, and the stories that fill the rest.

    ``looked_at``: the story that was just moved or put in; the button ``pressed`` keeps the focus
    as long as it still leads anywhere.
    """
    automatic = {
        Place.LEAD: [shown.plan["lead"]] if shown.plan["lead"] else [],
        Place.FOLLOWUP: shown.plan["followups"],
        Place.STRIP: shown.plan["strip"],
        Place.OPINION: shown.plan["opinion"],
        Place.SECTION: [],
    }
    held = {pin.article_id for pin in shown.pins}
    every = list(zip(shown.forms, shown.pins, strict=True))
    for place in Place:
        mine = [(form, pin) for form, pin in every if pin.place == place]
        yield {
            "place": place.value,
            "label": place.label,
            "help": HELPS[place],
            "room": ROOM.get(place),
            "rows": [
                {
                    "form": form,
                    "index": shown.forms.index(form),
                    "article": pin.article_id,
                    "title": shown.titles.get(pin.article_id, f"#{pin.article_id}"),
                    "edition": shown.editions.get(pin.article_id),
                    "fares": shown.fares(pin),
                    "is_first": at == 0,
                    "is_last": at == len(mine) - 1,
                    "focus": pin.article_id == looked_at and _focus(at, len(mine), pressed),
                }
                for at, (form, pin) in enumerate(mine)
            ],
            "fill": [one for one in automatic[place] if one.article_id not in held],
        }


def _focus(at, count, pressed):
    """Which button of a row goes on from the one that was pressed."""
    open_ones = [name for name, is_open in (("_up", at > 0), ("_down", at < count - 1)) if is_open]
    if not open_ones:
        return "_remove"
    return pressed if pressed in open_ones else open_ones[-1]


def told(shown, article):
    """Say where a story that was just moved or put in stands now; empty without one."""
    row = next((row for row in shown.rows if row["article"] == article), None)
    if row is None:
        return ""
    return _("“%(title)s”: %(place)s, %(number)s.") % {
        "title": shown.titles.get(article, ""),
        "place": Place(row["place"]).label,
        "number": row["number"],
    }


def found(language, typed):
    """Return live editions of a language for what is typed, the nearest first; or the newest."""
    typed = typed.replace("\x00", "")[:LONGEST].strip()
    if len(typed) < SHORTEST:
        newest = Edition.objects.listed(key(language, "home"))[:MOST]
        ids = list(newest.values_list("edition", flat=True))
    else:
        ids = find_begun(Search((language,)), typed, enough=MOST + 1).ids[: 2 * MOST]
    rows = Edition.objects.live().filter(pk__in=ids).for_cards()
    return sorted(rows, key=lambda edition: ids.index(edition.pk))[:MOST]


def _same(one, other):
    """Whether two moments, or two missing ones, are the same minute."""
    if one is None or other is None:
        return one is other
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)


def _without_edition(pin):
    return front.Pin(pin.place, pin.article_id, pin.headline, pin.until)
