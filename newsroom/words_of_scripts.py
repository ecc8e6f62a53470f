"""The words of Django's own scripts in the newsroom: calendar, clock, lists. Draws no page.

Django's Arabic catalogue for scripts counts without plurals («3 ساعة») and knows one set of month
names. Ours says these sentences through the newsroom's catalogue, days and months through CLDR.
"""

from babel.dates import get_day_names
from django.conf import settings
from django.utils.translation import get_language, gettext, gettext_noop, ngettext
from django.views.i18n import JavaScriptCatalog

from articles.text.dates import month_name
from articles.text.weeks import first_weekday


def ngettext_noop(one, many):
    """Mark a counted sentence for ``make messages``; Django has no such function."""
    return one, many


SENTENCES = (
    gettext_noop("Choose a Time"),
    gettext_noop("Choose a time"),
    gettext_noop("Choose a Date"),
    gettext_noop("Now"),
    gettext_noop("Midnight"),
    gettext_noop("6 a.m."),
    gettext_noop("Noon"),
    gettext_noop("6 p.m."),
    gettext_noop("Yesterday"),
    gettext_noop("Today"),
    gettext_noop("Tomorrow"),
    gettext_noop("Cancel"),
    gettext_noop("Show"),
    gettext_noop("Hide"),
)
# Django's sentence, and ours with a named number: a form of ours may say it in words (ساعتين).
COUNTED = {
    "Note: You are %s hour ahead of server time.": ngettext_noop(
        "Write by the newsroom's clock: yours is %(hours)s hour ahead.",
        "Write by the newsroom's clock: yours is %(hours)s hours ahead.",
    ),
    "Note: You are %s hour behind server time.": ngettext_noop(
        "Write by the newsroom's clock: yours is %(hours)s hour behind.",
        "Write by the newsroom's clock: yours is %(hours)s hours behind.",
    ),
    "%(sel)s of %(cnt)s selected": ngettext_noop(
        "%(sel)s of %(cnt)s selected", "%(sel)s of %(cnt)s selected"
    ),
}
# One number for each of the six forms, in the order of the catalogue.
SIX = (0, 1, 2, 3, 11, 100)
MONTHS = (
    "January February March April May June July August September October November December"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class WordsOfScripts(JavaScriptCatalog):
    """Django's catalogue for scripts with the newsroom's words in place of some."""

    packages = ["django.contrib.admin"]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        # Scripts count the days from Sunday, Python from Monday.
        context["formats"]["FIRST_DAY_OF_WEEK"] = (first_weekday(settings.TIME_ZONE) + 1) % 7
        return context

    def get_catalog(self):
        catalog = super().get_catalog()
        if get_language() != "ar":
            return catalog
        for number, name in enumerate(MONTHS, start=1):
            month = month_name(number, settings.MONTH_NAMES)
            catalog |= {name: month, f"abbrev. month {name}\x04{name[:3]}": month}
        initials = get_day_names("narrow", "stand-alone", locale="ar")
        for number, name in enumerate(DAYS):
            catalog[f"one letter {name}\x04{name[0]}"] = initials[number]
        catalog |= {sentence: gettext(sentence) for sentence in SENTENCES}
        for sentence, (one, many) in COUNTED.items():
            forms = [ngettext(one, many, number) for number in SIX]
            catalog[sentence] = [form.replace("%(hours)s", "%s") for form in forms]
        return catalog
