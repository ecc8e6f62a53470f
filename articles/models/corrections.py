"""What the newsroom told readers about a change of a story that they had: one row a language."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Act(models.TextChoices):
    """What a change of a live story is. An editor says which; none is guessed from the text."""

    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPDATE = "update", pgettext_lazy("kind of change", "Update")
    MINOR = "minor", _("Mended letters")

    @property
    def needs_a_sentence(self):
        return self in OWNED_UP


# What the newsroom answers for in the list of corrections: it was wrong, or it could mislead.
OWNED_UP = (Act.CORRECTION, Act.CLARIFICATION)
TOLD = [(act.value, act.label) for act in Act if act is not Act.MINOR]


class CorrectionQuerySet(models.QuerySet):
    def listed(self, language, before=None):
        """What the list of corrections in one language shows, newest first.

        ``before`` is (at, pk) of the last row above. One range of `correction_list_idx`, page 1
        and page 1,000 alike.
        """
        rows = self.filter(language=language, stands=True, kind__in=OWNED_UP)
        if before is not None:
            at, pk = before
            rows = rows.filter(at__lte=at).exclude(at=at, pk__gte=pk)
        return rows.order_by("-at", "-pk")

    def with_stories(self):
        """With what a row of the list shows of its story, in the same query."""
        heavy = (
            "body", "plain", "cited", "lead", "summary", "people", "tagged", "picture", "claim",
            "box", "figures", "breaks",
        )  # fmt: skip
        return self.select_related("edition").defer(*(f"edition__{name}" for name in heavy))


class Correction(models.Model):
    """One notice to the readers of one edition. Its words stay; it stands with its story."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, related_name="corrections"
    )
    edition = models.ForeignKey(
        "articles.Edition", on_delete=models.PROTECT, related_name="corrections"
    )
    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    kind = models.CharField(_("kind"), max_length=20, choices=TOLD)
    sentence = models.TextField(_("sentence"), blank=True)
    number = models.PositiveIntegerField(_("edition"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    # False while its story is withdrawn: the notice must not outlive what it speaks of.
    stands = models.BooleanField(default=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-at", "-pk"]
        indexes = [
            # The list of corrections of one language, newest first.
            models.Index(
                fields=["language", "-at", "-id"],
                condition=models.Q(stands=True, kind__in=["correction", "clarification"]),
                name="correction_list_idx",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind__in=["correction", "clarification"])
                | ~models.Q(sentence=""),
                name="correction_has_a_sentence",
            ),
        ]

    def __str__(self):
        return self.sentence or self.get_kind_display()

    def get_absolute_url(self):
        """The place on the story's page where it is told."""
        return f"{self.edition.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self):
        return f"c{self.pk}"
