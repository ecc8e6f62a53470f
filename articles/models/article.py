"""The working copy of an article: what the newsroom writes. Readers never see this row."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles import states
from articles.models.fields import arabic_required
from articles.models.taxonomy import FoldingTagManager, TaggedArticle


class Kind(models.TextChoices):
    """What sort of text it is; readers are told whenever it is not plain news."""

    NEWS = "news", _("News")
    REPORT = "report", _("Report")
    INVESTIGATION = "investigation", _("Investigation")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    INTERVIEW = "interview", _("Interview")
    FACT_CHECK = "fact_check", _("Fact check")

    @property
    def explanation(self):
        """What readers are told it is, where taking it for news would mislead them; or nothing."""
        return EXPLANATIONS.get(self, "")


# The kinds that look different on purpose, and the sentence that says why.
EXPLANATIONS = {
    Kind.ANALYSIS: _("An analysis: it explains what happened and draws conclusions of its own."),
    Kind.OPINION: _("An opinion piece: it speaks for its writer, not for the newsroom."),
    Kind.FACT_CHECK: _("A fact check: we take one claim that goes round and say what holds of it."),
}


class Verdict(models.TextChoices):
    """What a fact check finds. The words say it; nothing else need be read or seen."""

    FALSE = "false", _("Not true")
    MISLEADING = "misleading", _("Misleading")
    CONTEXT = "context", _("Lacks context")
    UNPROVEN = "unproven", _("No evidence for it")
    PARTLY = "partly", _("True in part")
    TRUE = "true", _("True")


class DateBasis(models.TextChoices):
    """How we know the publication date."""

    SET = "set", _("Set by the newsroom")
    STATED = "stated", _("Stated by the page it came from")
    READ = "read", _("The day the page was read, for want of a better one")


class ArticleQuerySet(models.QuerySet):
    def for_list(self):
        """What a row of the newsroom's list shows, in one query."""
        return self.select_related("category", "desk").prefetch_related("bylines__author")

    def scheduled(self):
        """What goes out by itself at its time, soonest first."""
        return self.filter(state=states.State.SCHEDULED).order_by("scheduled_for", "pk")

    def for_rights(self):
        """With what decides who may do what: the desk, and by whom the story is."""
        return self.select_related("desk").prefetch_related("bylines__author")


class Article(models.Model):
    """One story in the newsroom's hands, in every language it is written in."""

    title = models.CharField(_("title"), max_length=250)
    lead = models.TextField(_("lead"), blank=True)
    body = models.TextField(_("text"), blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NEWS)
    category = models.ForeignKey(
        "articles.Category",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    dateline = models.CharField(_("dateline"), max_length=80, blank=True)
    image = models.ForeignKey(
        "articles.Image",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("picture"),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict, blank=True)
    verdict_sentence = models.CharField(
        _("verdict in a sentence"),
        max_length=400,
        blank=True,
        help_text=_("Why that is the verdict, for readers who read nothing else."),
    )
    claim = models.CharField(
        _("claim"), max_length=400, blank=True, help_text=_("In its own words, as it goes round.")
    )
    claimant = models.CharField(
        _("who said it"),
        max_length=160,
        blank=True,
        help_text=_("A person, an outlet, “posts on social media”."),
    )
    claim_at = models.DateField(_("day it was said"), null=True, blank=True)
    claim_url = models.URLField(_("where it was said"), max_length=500, blank=True)
    box_title = models.CharField(
        _("title of the box"), max_length=80, blank=True, help_text=_("“Background”, “In numbers”.")
    )
    box = models.TextField(
        _("fact box"), blank=True, help_text=_("Short: a list, or a paragraph or two.")
    )
    tags = TaggableManager(
        through=TaggedArticle,
        manager=FoldingTagManager,
        blank=True,
        verbose_name=_("tags"),
        help_text=_("Separate them with a comma, Arabic or Latin."),
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=states.state_choices,
        default=states.State.DRAFT,
        editable=False,
    )
    published_at = models.DateTimeField(_("publication date"), null=True, blank=True)
    date_basis = models.CharField(
        _("what the date rests on"), max_length=10, choices=DateBasis, default=DateBasis.SET
    )
    embargo_until = models.DateTimeField(
        _("embargo until"), null=True, blank=True, help_text=_("Nobody can publish it before.")
    )
    desk = models.ForeignKey(
        "articles.Desk",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("desk"),
        help_text=_("Left empty, it is the desk of the section."),
    )
    due_at = models.DateTimeField(
        _("deadline"), null=True, blank=True, help_text=_("When the story should be ready.")
    )
    scheduled_for = models.DateTimeField(_("goes out at"), null=True, blank=True, editable=False)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("scheduled by"),
    )
    # What a scheduled change will be told as: see workflow.correcting.
    publishing_as = models.JSONField(default=dict, blank=True, editable=False)
    # What readers have of it: since when, made from which version, and whether the working text
    # says something else by now. workflow keeps these three.
    live_since = models.DateTimeField(_("readers see it since"), null=True, editable=False)
    live_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    pending = models.BooleanField(_("changes not public"), default=False, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-changed_at", "-pk"]
        indexes = [
            # The newsroom's list: newest change first, by state.
            models.Index(fields=["-changed_at", "-id"], name="article_changed_idx"),
            models.Index(fields=["state", "-changed_at"], name="article_state_idx"),
            # The worker, each minute: what is due. The board: what is next out.
            models.Index(
                fields=["scheduled_for", "id"],
                condition=models.Q(state="scheduled"),
                name="article_scheduled_idx",
            ),
            # The week, and what is late: what has a deadline.
            models.Index(
                fields=["due_at"],
                condition=models.Q(due_at__isnull=False),
                name="article_due_idx",
            ),
            # The board's columns: what is under way, by state, the most urgent first.
            models.Index(
                fields=["state", "due_at", "-changed_at", "-id"],
                condition=~models.Q(state__in=["published", "withdrawn", "spiked"]),
                name="article_under_way_idx",
            ),
            # The board's last column: what went out in these hours, of an archive of years.
            models.Index(
                fields=["-live_since", "-id"],
                condition=models.Q(state="published"),
                name="article_went_out_idx",
            ),
            # The board: what readers do not see yet of stories that they have.
            models.Index(
                fields=["-changed_at"],
                condition=models.Q(pending=True),
                name="article_pending_idx",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=arabic_required("title"),
                name="article_has_an_arabic_title",
                violation_error_message=_("An article needs an Arabic title."),
            ),
            # Reading a page tells a day; without that day the basis would be a false statement.
            models.CheckConstraint(
                condition=models.Q(date_basis="set") | models.Q(published_at__isnull=False),
                name="article_date_basis_has_a_date",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="scheduled") | models.Q(scheduled_for__isnull=False),
                name="article_scheduled_has_a_time",
            ),
            # Nothing goes out by accident, and nothing is called published that is not.
            models.CheckConstraint(
                condition=~models.Q(state="published") | models.Q(live_since__isnull=False),
                name="article_published_is_live",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["withdrawn", "spiked"])
                | models.Q(live_since__isnull=True),
                name="article_withdrawn_is_not_live",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_live(self):
        """Whether readers see some edition of it now, wherever its working copy is."""
        return self.live_since is not None

    @property
    def date_is_stand_in(self):
        return self.date_basis == DateBasis.READ
