"""How often articles are read and shared, by hour; and nothing about who did."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadCountQuerySet(models.QuerySet):
    def shares_of(self, article):
        """How often the article was shared since it exists."""
        return self.filter(article=article).aggregate(all=models.Sum("shares"))["all"] or 0


class ReadCount(models.Model):
    """Reads and shares of one article in one hour."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="read_counts"
    )
    hour = models.DateTimeField(_("hour"))
    reads = models.PositiveIntegerField(_("reads"), default=0)
    shares = models.PositiveIntegerField(_("shares"), default=0)

    objects = ReadCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("read count")
        verbose_name_plural = _("read counts")
        ordering = ["-hour", "article"]
        indexes = [
            # Most read: the hours of the last days and nothing older.
            models.Index(fields=["hour"], include=["article", "reads"], name="readcount_hour_idx"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "hour"], name="readcount_once_per_hour"),
        ]

    def __str__(self):
        return f"{self.article_id} {self.hour:%Y-%m-%d %H}"


class ReadMark(models.Model):
    """That some reader has been counted today; the digest's key changes daily and is not kept.

    It exists so that a second reading does not count, and names nobody: without the day's key
    the digest can not be made again from an address.
    """

    digest = models.UUIDField(primary_key=True)
    day = models.DateField(_("day"))

    class Meta:
        verbose_name = _("read mark")
        verbose_name_plural = _("read marks")
        indexes = [
            # Yesterday's marks are thrown away by day.
            models.Index(fields=["day"], name="readmark_day_idx"),
        ]

    def __str__(self):
        return str(self.digest)
