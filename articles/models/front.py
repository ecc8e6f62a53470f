"""The home page as its editor arranges it, and the breaking line. Empty places fill themselves."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition


class Place(models.TextChoices):
    """Where on the home page a story stands, in the order in which a reader meets it."""

    LEAD = "lead", _("Lead")
    FOLLOWUP = "followup", _("Under the lead")
    STRIP = "strip", _("Strip")
    OPINION = "opinion", _("Opinion band")
    SECTION = "section", _("First of its section")


# How many stories a place shows; more of them wait their turn. A section shows one as its first.
ROOM = {Place.LEAD: 1, Place.FOLLOWUP: 3, Place.STRIP: 4, Place.OPINION: 4}


class Front(models.Model):
    """The home page in one language. ``version`` grows with every change of its arrangement."""

    language = models.CharField(
        _("language"), max_length=7, choices=settings.LANGUAGES, primary_key=True
    )
    version = models.PositiveIntegerField(_("version"), default=0)
    changed_at = models.DateTimeField(_("changed"), null=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front page")
        # Nobody adds or removes a front page: each language has one.
        default_permissions = ("view", "change")

    def __str__(self):
        return self.get_language_display()


class SlotQuerySet(models.QuerySet):
    def standing(self, language, now):
        """The stories put on one home page whose time has not ended, each with its edition.

        ``edition_id`` is that of the edition that readers have; who has none is left out. The
        rows of one front are few, and the key of (front, article) finds them.
        """
        live = Edition.objects.live().filter(article=models.OuterRef("article"), language=language)
        kept = self.filter(models.Q(until=None) | models.Q(until__gt=now), front=language)
        found = kept.annotate(edition_id=models.Subquery(live.values("pk")[:1]))
        return found.exclude(edition_id=None).order_by("number", "pk")


class Slot(models.Model):
    """One story that an editor put in one place of a home page, until it is taken off or ends."""

    front = models.ForeignKey(
        Front, on_delete=models.CASCADE, related_name="slots", verbose_name=_("front page")
    )
    place = models.CharField(_("place"), max_length=20, choices=Place)
    number = models.PositiveSmallIntegerField(_("order"), default=1)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="+", verbose_name=_("article")
    )
    # In the language of its front; empty: the title that the edition has.
    headline = models.CharField(_("headline for the front page"), max_length=250, blank=True)
    until = models.DateTimeField(_("stays until"), null=True, blank=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("place on the front page")
        verbose_name_plural = _("places on the front page")
        default_permissions = ()  # whoever may change the front page changes its places
        ordering = ["front", "place", "number"]
        constraints = [
            # No story stands twice; also finds the places of one front.
            models.UniqueConstraint(fields=["front", "article"], name="slot_holds_a_story_once"),
        ]

    def __str__(self):
        return f"{self.front_id}/{self.place}/{self.number}"


class BreakingQuerySet(models.QuerySet):
    def running(self, language, now):
        """The lines of one language that have not ended; the entrance sees to it that it is one."""
        return self.filter(language=language, ends_at__gt=now).order_by("-ends_at", "-pk")

    def with_edition(self, language):
        """With title and slug of the story's edition as ``edition``; empty when none is live."""
        live = Edition.objects.live().filter(article=models.OuterRef("article"), language=language)
        return self.annotate(
            edition=ArraySubquery(live.values(found=JSONObject(title="title", slug="slug")))
        )


class Breaking(models.Model):
    """One breaking line: a story, a sentence, or a sentence that leads to a story; it ends."""

    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    sentence = models.CharField(_("sentence"), max_length=160, blank=True)
    article = models.ForeignKey(
        "articles.Article",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("article"),
    )
    began_at = models.DateTimeField(_("at"))
    ends_at = models.DateTimeField(_("ends"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = BreakingQuerySet.as_manager()

    class Meta:
        verbose_name = _("breaking line")
        verbose_name_plural = _("breaking lines")
        default_permissions = ()  # whoever may change the front page says what is breaking
        indexes = [
            # Every page asks: does one run now? Ended ones are never read, however many.
            models.Index(fields=["language", "-ends_at", "-id"], name="breaking_running_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(sentence="") | models.Q(article__isnull=False),
                name="breaking_says_something",
            ),
        ]

    def __str__(self):
        return self.sentence or str(self.article)
