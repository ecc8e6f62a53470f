"""What an article rests on and whom it names: rows found in its text or set by an editor."""

from django.conf import settings
from django.db import models
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """Who put the row there. What an editor set or rejected, recognition leaves alone."""

    FOUND = "found", _("Found in the text")
    EDITOR = "editor", _("Set by an editor")
    REJECTED = "rejected", _("Rejected by an editor")


class ReferenceQuerySet(models.QuerySet):
    def standing(self):
        """Rows that an edition may show."""
        return self.exclude(origin=Origin.REJECTED)


class Citation(models.Model):
    """One passage of one article that rests on one source."""

    class How(models.TextChoices):
        QUOTED = "quoted", _("Quoted")
        PARAPHRASED = "paraphrased", _("Paraphrased")

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="citations"
    )
    source = models.ForeignKey(
        "articles.Source",
        on_delete=models.PROTECT,
        related_name="citations",
        verbose_name=_("source"),
    )
    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    passage = models.TextField(
        _("passage"), help_text=_("The words of the article that rest on the source.")
    )
    how = models.CharField(_("how"), max_length=15, choices=How, default=How.PARAPHRASED)
    url = models.URLField(_("link"), max_length=500, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)
    position = models.PositiveIntegerField(_("order"), default=0)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.EDITOR)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["language", "position", "pk"]
        constraints = [
            # By digest: a passage may be longer than an index entry can be.
            models.UniqueConstraint(
                "article", "language", "source", MD5("passage"), name="citation_once_per_passage"
            ),
        ]

    def __str__(self):
        return f"{self.source}: {self.passage[:60]}"


class Mention(models.Model):
    """One entity that one article names, with the spelling it uses first."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="mentions"
    )
    entity = models.ForeignKey(
        "articles.Entity",
        on_delete=models.PROTECT,
        related_name="mentions",
        verbose_name=_("name in the news"),
    )
    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    spelling = models.CharField(_("as written"), max_length=200, blank=True)
    start = models.PositiveIntegerField(_("first place"), default=0)
    count = models.PositiveIntegerField(_("times named"), default=1)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.EDITOR)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["language", "start", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "entity"], name="mention_once_per_entity"
            ),
        ]

    def __str__(self):
        return f"{self.entity} ×{self.count}"
