"""Which outside item became which article, so that every import can be repeated."""

from django.db import models
from django.utils.translation import gettext_lazy as _

DEMO = "demo"  # the format of our own invented stories, which came from nowhere


class IntakeItemQuerySet(models.QuerySet):
    def from_outside(self):
        """What somebody else published first."""
        return self.exclude(format=DEMO)


class IntakeItem(models.Model):
    """One outside page, feed entry or file that we have taken in."""

    key = models.CharField(_("key"), max_length=250, unique=True)
    format = models.CharField(_("format"), max_length=30)
    digest = models.CharField(_("digest"), max_length=64)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="intake_items"
    )
    revision = models.ForeignKey(
        "articles.Revision", on_delete=models.CASCADE, null=True, related_name="+"
    )
    address = models.CharField(_("outside address"), max_length=500, blank=True)
    read_on = models.DateField(_("read on"), null=True, blank=True)
    taken_at = models.DateTimeField(_("taken in"), auto_now_add=True)
    seen_at = models.DateTimeField(_("last seen"), auto_now=True)

    objects = IntakeItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported item")
        verbose_name_plural = _("imported items")
        ordering = ["-taken_at", "-pk"]

    def __str__(self):
        return self.key
