"""What happened to an article: its saved versions and its moves. Rows here never change."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.corrections import Act


class Revision(models.Model):
    """The working copy as it stood after one save."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="revisions"
    )
    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField(_("content"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
        ]

    def __str__(self):
        return f"{self.article_id}/{self.number}"


EVENT_LABELS = {
    "create": _("Written"),
    "edit": _("Edited"),
    "restore": _("An earlier version brought back"),
    "waive": _("A requirement set aside"),
    "submit": _("Sent to review"),
    "recall": _("Taken back"),
    "return": _("Sent back"),
    "approve": _("Approved"),
    "pass": _("Language passed"),
    "schedule": _("Was scheduled"),
    "unschedule": _("Taken from the schedule"),
    "publish": _("Was published"),
    "late": _("Not published at its time"),
    "drop": _("Change dropped"),
    "withdraw": _("Was withdrawn"),
    "hide": _("A former edition hidden from readers"),
    "show": _("A former edition shown to readers again"),
    "reopen": _("Opened again"),
    "spike": _("Was spiked"),
    "revive": _("Brought back"),
}


class Event(models.Model):
    """One thing done to an article: who, what, when and why."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="events")
    name = models.CharField(_("what"), max_length=30)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    note = models.TextField(_("note"), blank=True)
    # What a machine may ask later: "from" and "to" as states, "for" as the time of a schedule …
    details = models.JSONField(_("details"), default=dict, blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-pk"]
        indexes = [
            # The history panel of one article, newest first.
            models.Index(fields=["article", "-at"], name="event_article_idx"),
        ]

    def __str__(self):
        return f"{self.article_id} {self.name}"

    @property
    def label(self):
        """What was done, for people; the bare name where an event is newer than this table."""
        label = EVENT_LABELS.get(self.name, self.name)
        if (act := self.details.get("act")) in Act.values:
            return f"{label}: {Act(act).label}"
        return label


class Waiver(models.Model):
    """One thing that publishing requires and that an editor has set aside for one article."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="waivers"
    )
    check_name = models.CharField(_("requirement"), max_length=30)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        constraints = [
            models.UniqueConstraint(fields=["article", "check_name"], name="waiver_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="waiver_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.article_id} {self.check_name}"
