"""Who has which article open for writing, as of a moment ago. Says nothing of what is written."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Presence(models.Model):
    """That one person had one article open; it counts for as long as it is fresh."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="presences"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("account"),
    )
    seen_at = models.DateTimeField(_("last seen"))

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["-seen_at", "-pk"]
        indexes = [
            # Who is writing what now, and what is old enough to be thrown away.
            models.Index(fields=["seen_at"], name="presence_seen_idx"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="presence_once_per_person"),
        ]

    def __str__(self):
        return f"{self.user_id} @ {self.article_id}"
