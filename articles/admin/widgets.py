"""Django's admin widgets where ours must say more: a field that finds, days, hours, numbers."""

from datetime import date, datetime, time

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import (
    AdminSplitDateTime,
    AutocompleteSelect,
    BaseAdminDateWidget,
    BaseAdminTimeWidget,
)
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _

from articles.text.dates import short_date
from articles.text.digits import write


class FindingSelect(AutocompleteSelect):
    """A field that finds while one types; empty, it says what to look for."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        wanted = _("Choose: %(name)s") % {"name": self.field.verbose_name}
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": wanted}

    @property
    def media(self):
        return super().media + forms.Media(js=[Script("js/admin-finding.js", defer=True)])


class Day(BaseAdminDateWidget):
    """A day, written as the house writes it: nobody reads «4 مايو 2024» as the fifth of April."""

    class Media:
        js = [Script("js/admin-days.js", defer=True)]

    def format_value(self, value):
        if not isinstance(value, (date, datetime)):
            return value or None
        return short_date(value, "ar", months=settings.MONTH_NAMES, digits=settings.DIGITS)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        told = context["widget"]["attrs"]
        if isinstance(value, (date, datetime)):
            # Django's calendar opens at what it reads in the field, and it reads digits only.
            told["data-day"] = f"{value:%d/%m/%Y}"
        if settings.DIGITS == "eastern":
            told["data-eastern"] = True
        return context


class Hour(BaseAdminTimeWidget):
    """An hour of the clock of 24, as the house writes it."""

    def format_value(self, value):
        if not isinstance(value, (time, datetime)):
            return value or None
        return write(f"{value:%H:%M}", settings.DIGITS)


class DayAndHour(AdminSplitDateTime):
    """A day and an hour beside it; what was typed and can not be read stays as it was typed."""

    def __init__(self, attrs=None):
        forms.MultiWidget.__init__(self, [Day, Hour], attrs)

    def be_called(self, label):
        """Name both inputs after the field, for those who hear the page."""
        for widget, part in zip(self.widgets, (_("day"), _("hour")), strict=True):
            widget.attrs["aria-label"] = f"{label}: {part}"


class Number(forms.TextInput):
    """A number as text: browsers refuse Eastern digits in a field of their kind for numbers."""

    def __init__(self, attrs=None):
        super().__init__({"class": "vIntegerField", "inputmode": "decimal", **(attrs or {})})

    def format_value(self, value):
        if value is None or isinstance(value, str):
            return value or None
        return write(str(value), settings.DIGITS)
