"""Former addresses, so that no link to us ever breaks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Address(models.Model):
    """An address that was ours once, and the one that took its place."""

    path = models.CharField(_("former address"), max_length=500, unique=True)
    target = models.CharField(_("present address"), max_length=500)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["path"]
        indexes = [
            # When an address moves again, all that point at it move too: one hop, always.
            models.Index(fields=["target"], name="address_target_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(path=models.F("target")), name="address_not_to_itself"
            ),
            # Both are paths of this site: an open redirect can not be stored.
            models.CheckConstraint(
                condition=models.Q(path__startswith="/")
                & models.Q(target__startswith="/")
                & ~models.Q(target__startswith="//"),
                name="address_within_the_site",
                violation_error_message=_("Both addresses begin with / and lie on this site."),
            ),
        ]

    def __str__(self):
        return self.path
