"""The rows of the front page's form as they were posted: put in order, moved, added, taken off.

Plain values; nothing is kept here. A row that makes no sense is left out, never an error page.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.fields import MomentField
from articles.admin.widgets import Number
from articles.front.arranging import MOST, ORDER
from articles.models import Place
from articles.text.digits import read_number

FIELDS = ("article", "place", "number", "headline", "until_0", "until_1", "was")
LONGEST_HEADLINE = 250


class SlotForm(forms.Form):
    """One story on the page. ``was``: where it stood when the page was shown, as «strip-2»."""

    article = forms.IntegerField(widget=forms.HiddenInput)
    place = forms.ChoiceField(label=_("place"), choices=Place.choices)
    number = forms.CharField(label=_("order"), required=False, widget=Number)
    headline = forms.CharField(
        label=_("headline for the front page"), required=False, max_length=LONGEST_HEADLINE
    )
    until = MomentField(label=_("stays until"), required=False)
    was = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *arguments, language="ar", **options):
        super().__init__(*arguments, **options)
        self.fields["until"].widget.be_called(_("stays until"))
        self.fields["headline"].widget.attrs["lang"] = language
        self.fields["headline"].widget.attrs["dir"] = "auto"


def rows_of_pins(pins, shown):
    """Return rows for what is kept; ``shown(moment)`` gives the two texts of its field."""
    rows = []
    for pin in pins:
        day, hour = shown(pin.until)
        row = {"article": pin.article_id, "place": pin.place.value, "headline": pin.headline}
        rows.append(row | {"number": "", "was": "", "until_0": day, "until_1": hour})
    return renumbered(rows)


def rows_of_post(posted):
    """Return the posted rows in the order that their places and numbers ask for, no story twice.

    Each also has its ``index`` in the form that was sent, by which its buttons are named.
    """
    rows, seen = [], set()
    for index in range(min(_whole(posted.get("rows", "")), MOST)):
        row = {name: posted.get(f"s{index}-{name}", "") for name in FIELDS}
        row["article"] = _whole(row["article"])
        if row["article"] and row["article"] not in seen:
            seen.add(row["article"])
            rows.append(row | {"index": index})
    return renumbered(sorted(rows, key=_turn))


def apply(rows, posted):
    """Do what a button of the form asks; return the rows and the story to look at, or None."""
    by_index = {str(row.get("index")): row for row in rows}
    for step, name in ((-1, "_up"), (1, "_down")):
        if row := by_index.get(posted.get(name)):
            return moved(rows, row, step), row["article"]
    if row := by_index.get(posted.get("_remove")):
        return renumbered([one for one in rows if one is not row]), None
    if "_add" in posted:
        article, place, first = _whole(posted["_add"]), posted.get("_into", ""), True
    else:
        article, _blank, place = posted.get("_pin", "").partition(" ")
        article, first = _whole(article), False
    if article and place in Place.values and len(rows) < MOST:
        return put(rows, article, place, first), article
    return rows, None


def moved(rows, row, step):
    """Let a row change places with the one beside it, within its place on the page."""
    at = rows.index(row)
    other = at + step
    if 0 <= other < len(rows) and rows[other]["place"] == row["place"]:
        rows[at], rows[other] = rows[other], rows[at]
    return renumbered(rows)


def put(rows, article, place, first):
    """Put a story in a place, before or behind those there; one that is on the page moves."""
    empty = dict.fromkeys(FIELDS, "")
    row = next((one for one in rows if one["article"] == article), empty) | {"place": place}
    row["article"] = article
    others = [one for one in rows if one["article"] != article]
    rows = [row, *others] if first else [*others, row]
    return renumbered(sorted(rows, key=lambda one: ORDER[one["place"]]))


def renumbered(rows):
    """Write the number of each row in its place."""
    counts = dict.fromkeys(Place.values, 0)
    for row in rows:
        counts[row["place"]] += 1
        row["number"] = str(counts[row["place"]])
        row["was"] = f"{row['place']}-{row['number']}"
    return rows


def forms_of(rows, language):
    """Return a bound form for each row."""
    return [
        SlotForm(
            {f"s{at}-{name}": row[name] for name in FIELDS}, prefix=f"s{at}", language=language
        )
        for at, row in enumerate(rows)
    ]


def _turn(row):
    """Where a row wants to stand. A number that was typed anew goes before or behind its equal."""
    place_was, _dash, number_was = row["was"].partition("-")
    if row["place"] not in Place.values:
        row["place"] = place_was if place_was in Place.values else Place.STRIP.value
    was = _whole(number_was) or MOST + 1
    typed = read_number(row["number"])
    number = was if typed is None else float(typed)
    if row["place"] != place_was or number < was:
        number -= 0.5
    elif number > was:
        number += 0.5
    return ORDER[row["place"]], number


def _whole(text):
    """A whole number as a key of ours is; 0 for anything else."""
    text = str(text)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
