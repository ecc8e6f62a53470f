"""What readers had before: the words of an edition that a newer one replaced. Never rewritten."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.corrections import Act


class FormerEditionQuerySet(models.QuerySet):
    def listed(self, edition, before=None):
        """What was kept of one edition's story and language, newest first.

        ``before`` is the number of the last one above. One range of `former_edition_once`.
        """
        rows = self.filter(edition=edition)
        if before is not None:
            rows = rows.filter(number__lt=before)
        return rows.order_by("-number")


class FormerEdition(models.Model):
    """The words that readers had until a newer edition took their place, without our marks.

    An editor may hide one from readers and show it again; the database refuses any other change.
    """

    edition = models.ForeignKey(
        "articles.Edition", on_delete=models.PROTECT, related_name="former", verbose_name=_("story")
    )
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=250)
    lead = models.TextField(_("lead"), blank=True)
    body = models.TextField(_("text"))
    since = models.DateTimeField(_("from"))
    until = models.DateTimeField(_("until"))
    # What the change is called that replaced it; empty where nobody said.
    replaced_as = models.CharField(_("replaced by"), max_length=20, choices=Act, blank=True)
    hidden_because = models.TextField(_("hidden from readers because"), blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hidden by"),
    )

    objects = FormerEditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("former edition")
        verbose_name_plural = _("former editions")
        ordering = ["-until", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="former_edition_once"),
        ]

    def __str__(self):
        return self.title

    @property
    def is_hidden(self):
        return bool(self.hidden_because)
