"""Form fields that take days, hours and numbers as Arabs type them; every admin page has them.

What they show follows the house (`MONTH_NAMES`, `DIGITS`). What they can not read stays in its
field as it was typed, with a sentence that shows how it may be written.
"""

from datetime import date, datetime, time
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.widgets import Day, DayAndHour, Hour, Number
from articles.text.digits import read_number
from articles.text.moments import either_half, is_no_day, read_day, read_hour

DAYS = {"example": "26/4/2024", "other": "26 أبريل 2024"}
HOURS = {"example": "14:05", "other": "2:05 م"}


class DayField(forms.DateField):
    """A day: 26/4/2024, ٢٦/٤/٢٠٢٤, 26 نيسان 2024, 2024-04-26, اليوم, غدًا."""

    widget = Day
    default_error_messages = {
        "invalid": _(
            "“%(typed)s” is not read as a date. Write for example %(example)s or %(other)s."
        ),
        "no_day": _("There is no such day: “%(typed)s”. Look at the number of days in that month."),
    }

    def to_python(self, value):
        if isinstance(value, (date, datetime)) or value in self.empty_values:
            return super().to_python(value)
        typed = str(value).strip()
        day = read_day(typed, timezone.localdate()) if typed else None
        if typed and day is None:
            code = "no_day" if is_no_day(typed) else "invalid"
            raise ValidationError(self.error_messages[code], code, DAYS | {"typed": typed})
        return day


class HourField(forms.TimeField):
    """An hour: 14:05, ١٤:٠٥, 2:05 م, ٧ مساءً."""

    widget = Hour
    default_error_messages = {
        "invalid": _(
            "“%(typed)s” is not read as an hour. Write for example %(example)s or %(other)s."
        ),
        "either": _(
            "“%(typed)s” in the morning or in the evening? Write %(morning)s or %(evening)s."
        ),
    }

    def to_python(self, value):
        if isinstance(value, time) or value in self.empty_values:
            return super().to_python(value)
        typed = str(value).strip()
        hour = read_hour(typed) if typed else None
        if typed and hour is None:
            params = HOURS | {"typed": typed}
            if both := either_half(typed):
                morning, evening = (f"{one:%H:%M}" for one in both)
                params |= {"morning": morning, "evening": evening}
            code = "either" if both else "invalid"
            raise ValidationError(self.error_messages[code], code, params)
        return hour

    def has_changed(self, initial, data):
        """Seconds are not shown, so whoever leaves a field alone does not change them."""
        shown = initial.replace(second=0, microsecond=0) if isinstance(initial, time) else initial
        return super().has_changed(shown, data)


class MomentField(forms.MultiValueField):
    """A day and an hour of the newsroom's time zone, both or neither."""

    widget = DayAndHour
    hidden_widget = forms.SplitHiddenDateTimeWidget
    default_error_messages = {
        "no_day_given": _("The day is missing. Write for example %(example)s."),
        "no_hour_given": _("The hour is missing. Write for example %(example)s."),
    }

    def __init__(self, **options):
        super().__init__([DayField(), HourField()], **options)

    def compress(self, data_list):
        day, hour = data_list or (None, None)
        if day is None and hour is None:
            if self.required:
                raise ValidationError(self.error_messages["required"], "required")
            return None
        for part, code, examples in (
            (day, "no_day_given", DAYS),
            (hour, "no_hour_given", HOURS),
        ):
            if part is None:
                raise ValidationError(self.error_messages[code], code, examples)
        return from_current_timezone(datetime.combine(day, hour))


class ReadsNumber:
    """A number in the digits of any keyboard, with any of the separators people write."""

    widget = Number
    default_error_messages = {
        "invalid": _("“%(typed)s” is not read as a number. Write for example %(example)s."),
    }
    example = "1500"

    def to_python(self, value):
        if value in self.empty_values or not str(value).strip():
            return None
        number = value if isinstance(value, (int, float, Decimal)) else read_number(str(value))
        number = number if number is None else self.of_kind(number)
        if number is None:
            params = {"typed": str(value).strip(), "example": self.example}
            raise ValidationError(self.error_messages["invalid"], "invalid", params)
        return number


class WholeField(ReadsNumber, forms.IntegerField):
    def of_kind(self, number):
        return int(number) if number == int(number) else None


class DecimalField(ReadsNumber, forms.DecimalField):
    example = "12.5"

    def of_kind(self, number):
        return Decimal(str(number))


class FloatField(ReadsNumber, forms.FloatField):
    example = "12.5"
    of_kind = float


# The first row that a model's field belongs to counts; a moment is a day to Django.
TYPED = (
    (models.DateTimeField, MomentField, DayAndHour),
    (models.DateField, DayField, Day),
    (models.TimeField, HourField, Hour),
    (models.IntegerField, WholeField, Number),
    (models.DecimalField, DecimalField, Number),
    (models.FloatField, FloatField, Number),
)


class TypedFields:
    """An admin page or its rows: whatever is a day, an hour or a number is read as people type."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        for kind, field_class, widget in TYPED:
            if isinstance(db_field, kind) and not db_field.choices:
                kwargs = {"form_class": field_class, "widget": widget} | kwargs
                break
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, DayAndHour):
            field.widget.be_called(capfirst(field.label))
        return field

    def save_form(self, request, form, change):
        """A moment that nobody touched keeps the seconds that its field does not show."""
        for name, field in form.fields.items():
            if isinstance(field, MomentField) and change and name not in form.changed_data:
                setattr(form.instance, name, form.initial.get(name))
        return super().save_form(request, form, change)
