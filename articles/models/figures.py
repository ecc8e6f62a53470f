"""Pictures of an article beside its main one: in its text, or in the gallery at its end."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Figure(models.Model):
    """One picture, with what is said under it here and where it stands."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="figures"
    )
    image = models.ForeignKey(
        "articles.Image",
        on_delete=models.PROTECT,
        related_name="figures",
        verbose_name=_("picture"),
    )
    after = models.PositiveSmallIntegerField(
        _("after paragraph"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Left empty, it stands in the gallery at the end."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    caption = models.CharField(_("caption"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("further picture")
        verbose_name_plural = _("further pictures")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "image"], name="figure_once_per_article"),
            models.CheckConstraint(
                condition=models.Q(after=None) | models.Q(after__gte=1),
                name="figure_stands_after_a_paragraph",
            ),
        ]

    def __str__(self):
        return str(self.image)
