"""What the list of articles is narrowed by beside its columns: the questions of the board.

Each names its parameter as the board does, so that a link from there leads to the same articles.
"""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import board, roles


class NumberFilter(admin.SimpleListFilter):
    """Narrows by a row that is named in the address by its number; anything else is no filter."""

    def queryset(self, request, queryset):
        chosen = board.number(self.value())
        return queryset.filter(self.condition(chosen)) if chosen else queryset


class DeskFilter(NumberFilter):
    title = _("desk")
    parameter_name = "desk"

    def lookups(self, request, model_admin):
        return [(desk.pk, desk.name) for desk in board.desks()]

    def condition(self, chosen):
        return board.of_desk(chosen)


class MineFilter(admin.SimpleListFilter):
    """One's own stories, by one press; anybody else's are a person's in the list."""

    title = _("whose")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("Mine"))]

    def queryset(self, request, queryset):
        return queryset.filter(board.own(request.user.pk)) if self.value() == "mine" else queryset


class PersonFilter(NumberFilter):
    title = _("whose story")
    parameter_name = "person"
    template = "admin/filter_select.html"

    def lookups(self, request, model_admin):
        return [(one.pk, one.get_full_name() or one.get_username()) for one in board.people()]

    def condition(self, chosen):
        return board.own(chosen)

    def choices(self, changelist):
        """Give each answer its value, and say what else a form has to send along."""
        self.others = [
            (name, value)
            for name, values in changelist.filter_params.items()
            for value in values
            if name != self.parameter_name
        ]
        yield from (
            choice | {"value": value}
            for choice, value in zip(
                super().choices(changelist),
                ["", *(value for value, _name in self.lookup_choices)],
                strict=True,
            )
        )


class QuestionFilter(admin.SimpleListFilter):
    """One question of the board, asked or not."""

    template = "admin/filter_question.html"

    def lookups(self, request, model_admin):
        return [("1", self.asked)]

    def queryset(self, request, queryset):
        return queryset.filter(self.condition(request)) if self.value() == "1" else queryset


class WaitingFilter(QuestionFilter):
    title = _("whose turn")
    parameter_name = "waiting"
    asked = _("Waits for me")

    def condition(self, request):
        return board.waits_for(roles.rights_of(request.user))


class LateFilter(QuestionFilter):
    title = _("late")
    parameter_name = "late"
    asked = _("Late only")

    def condition(self, request):
        return board.late(timezone.now())


class PendingFilter(QuestionFilter):
    title = _("changes")
    parameter_name = "pending"
    asked = _("Changes not public")

    def condition(self, request):
        return board.pending()


class FreshFilter(QuestionFilter):
    title = _("publication")
    parameter_name = "fresh"
    asked = _("Published in the last day")

    def condition(self, request):
        return board.fresh(timezone.now())


QUESTIONS = (
    DeskFilter,
    MineFilter,
    PersonFilter,
    WaitingFilter,
    LateFilter,
    PendingFilter,
    FreshFilter,
)
