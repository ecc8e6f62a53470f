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


class DateBasis(models.TextChoices):
    """How we know the publication date."""

    SET = "set", _("Set by the newsroom")
    STATED = "stated", _("Stated by the page it came from")
    READ = "read", _("The day the page was read, for want of a better one")


class ArticleQuerySet(models.QuerySet):
    def for_list(self):
        """What a row of the newsroom's list shows, in one query."""
        return self.select_related("category").prefetch_related("bylines__author")


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
        permissions = [
            ("publish_article", _("Can publish articles")),
            ("withdraw_article", _("Can withdraw articles")),
        ]
        indexes = [
            # The newsroom's list: newest change first, by state.
            models.Index(fields=["-changed_at", "-id"], name="article_changed_idx"),
            models.Index(fields=["state", "-changed_at"], name="article_state_idx"),
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
        ]

    def __str__(self):
        return self.title

    @property
    def is_public(self):
        """Whether readers can see some edition of it now."""
        return self.state == states.State.PUBLISHED

    @property
    def date_is_stand_in(self):
        return self.date_basis == DateBasis.READ
