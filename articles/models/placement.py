"""The lists that editions stand in, and how long each is. What belongs where: editions.placing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Listing(models.Model):
    """One list of editions (a section, a tag, a name, in one language) and how long it is."""

    key = models.CharField(max_length=80, primary_key=True)
    size = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("list")
        verbose_name_plural = _("lists")

    def __str__(self):
        return f"{self.key} ({self.size})"


class Placement(models.Model):
    """One edition in one list. Every list page of the site is one range of this index."""

    list = models.CharField(max_length=80)
    edition = models.ForeignKey(
        "articles.Edition", on_delete=models.CASCADE, related_name="placements"
    )
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = _("place in a list")
        verbose_name_plural = _("places in lists")
        indexes = [
            models.Index(fields=["list", "-published_at", "-edition"], name="placement_list_idx"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["list", "edition"], name="placement_once_per_list"),
        ]

    def __str__(self):
        return f"{self.list} ← {self.edition_id}"
