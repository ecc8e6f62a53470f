"""Desks: the parts of the newsroom that own stories, and who works there."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FoldedField, Folding, FoldingQuerySet, arabic_required


class DeskQuerySet(FoldingQuerySet):
    def of(self, user):
        """The desks on which this person works."""
        return self.filter(members=user)


class Desk(Folding):
    """One desk: العالم العربي، اقتصاد … Some roles reach only the stories of one's own desks."""

    name = models.CharField(_("name"), max_length=80)
    folded = FoldedField(of="name_ar")
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="desks",
        verbose_name=_("who works there"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = DeskQuerySet.as_manager()

    class Meta:
        verbose_name = _("desk")
        verbose_name_plural = _("desks")
        ordering = ["position", "name_ar"]
        constraints = [
            models.UniqueConstraint(
                fields=["folded"],
                name="desk_name_once",
                violation_error_message=_("A desk of this name is already here."),
            ),
            models.CheckConstraint(
                condition=arabic_required("name"), name="desk_has_an_arabic_name"
            ),
        ]

    def __str__(self):
        return self.name
