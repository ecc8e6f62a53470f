"""Django's admin widgets where ours must say more: a field that finds, a day with its hour."""

from django.contrib.admin.widgets import AdminSplitDateTime, AutocompleteSelect
from django.utils.translation import gettext_lazy as _

from articles.text.digits import western


class FindingSelect(AutocompleteSelect):
    """A field that finds while one types; empty, it says what to look for."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        wanted = _("Choose: %(name)s") % {"name": self.field.verbose_name}
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": wanted}


class DayAndHour(AdminSplitDateTime):
    """A day and an hour, in the digits of whatever keyboard."""

    def value_from_datadict(self, data, files, name):
        parts = super().value_from_datadict(data, files, name)
        return [part and western(part) for part in parts]

    def be_called(self, label):
        """Name both inputs after the field, for those who hear the page."""
        for widget, part in zip(self.widgets, (_("day"), _("hour")), strict=True):
            widget.attrs["aria-label"] = f"{label}: {part}"
