"""Say in a few words what differs between two texts. For people; decides nothing."""

from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext_lazy

from articles.text import substance

LONGEST = 70

KINDS = {
    substance.NUMBER: pgettext_lazy("what differs", "a number"),
    substance.NEGATION: pgettext_lazy("what differs", "a negation"),
    substance.DATE: pgettext_lazy("what differs", "a date"),
    substance.QUOTATION: pgettext_lazy("what differs", "a quotation"),
    substance.WORD: pgettext_lazy("what differs", "a word"),
    substance.PASSAGE: pgettext_lazy("what differs", "a passage"),
    substance.FORM: pgettext_lazy("what differs", "the form of a word"),
    substance.LIGHT: pgettext_lazy("what differs", "a small word"),
    substance.DOUBT: pgettext_lazy("what differs", "a word that may be another"),
}


def in_words(difference):
    """Say one difference: «رقم: «18» صار «16»»."""
    values = {
        "kind": KINDS[difference.kind],
        "before": _short(difference.before),
        "after": _short(difference.after),
        "around": _short(difference.around),
    }
    if difference.before == difference.after:
        text = gettext("%(kind)s: its marks, “%(after)s”")
    elif not difference.before:
        text = gettext("%(kind)s: “%(after)s” was put in, “%(around)s”")
    elif not difference.after:
        text = gettext("%(kind)s: “%(before)s” was taken out, “%(around)s”")
    else:
        text = gettext("%(kind)s: “%(before)s” became “%(after)s”")
    return text % values


def _short(text):
    return Truncator(text).chars(LONGEST, truncate="…")
