"""Who made an article: authors, and the part each had in it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FoldedField, Folding, FoldingQuerySet, arabic_required


class Role(models.TextChoices):
    """What someone did for an article, in the order a byline names them."""

    WRITER = "writer", _("Writer")
    TRANSLATOR = "translator", _("Translator")
    PHOTOGRAPHER = "photographer", _("Photographer")
    ILLUSTRATOR = "illustrator", _("Illustrator")
    EDITOR = "editor", _("Editor")


class Author(Folding):
    """A name that may stand over an article; with or without a login."""

    name = models.CharField(_("name"), max_length=120)
    folded = FoldedField(of="name_ar")
    slug = models.CharField(_("slug"), max_length=120, unique=True)
    position = models.CharField(
        _("job title"),
        max_length=80,
        blank=True,
        help_text=_("As the masthead and the author’s page show it."),
    )
    bio = models.TextField(_("about"), blank=True)
    on_masthead = models.BooleanField(_("on the masthead"), default=False)
    masthead_order = models.PositiveSmallIntegerField(_("order on the masthead"), default=0)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("login"),
    )

    objects = FoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name_ar"]
        indexes = [
            # Imports look a byline up by its name. No constraint: two people may share one.
            models.Index(fields=["folded"], name="author_folded_idx"),
            # The masthead: few of all who ever wrote.
            models.Index(
                fields=["masthead_order", "folded"],
                condition=models.Q(on_masthead=True),
                name="author_masthead_idx",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=arabic_required("name"), name="author_has_an_arabic_name"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("author", args=[self.slug])


class Byline(models.Model):
    """One author's part in one article."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="bylines"
    )
    author = models.ForeignKey(
        Author, on_delete=models.PROTECT, related_name="bylines", verbose_name=_("author")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.WRITER)
    language = models.CharField(
        _("language"),
        max_length=7,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("Left empty, it stands over the article in every language."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author", "role", "language"], name="byline_once_per_role"
            ),
        ]

    def __str__(self):
        return f"{self.author} ({self.get_role_display()})"
