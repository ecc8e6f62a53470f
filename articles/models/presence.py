"""Who is writing what at this moment."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Presence(models.Model):
    """One person who has the page of one article open for writing, and when that was last heard."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="presences"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("by")
    )
    seen_at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        indexes = [
            # The board: who writes now.
            models.Index(fields=["-seen_at"], name="presence_seen_idx"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="presence_once"),
        ]

    def __str__(self):
        return f"{self.user_id} → {self.article_id}"
