"""Standing pages: what the newsroom says of itself, outside the news. No edition, no list."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from articles.models.fields import arabic_required

# Known by these addresses everywhere, so they have them without a folder before.
OWN_ADDRESS = ("about", "masthead", "contact")
WRITTEN = ("title", "body")


class PageQuerySet(models.QuerySet):
    def written_in(self, language):
        """The pages that readers of this language have: live, with a title and a text in it."""
        found = self.filter(is_live=True)
        for field in WRITTEN:
            name = f"{field}_{language}"
            found = found.exclude(**{name: None}).exclude(**{name: ""})
        return found


class Page(models.Model):
    """One standing page: من نحن، سياسة التصحيح، الخصوصية. The footer leads to all that are live."""

    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(_("text"), blank=True)
    slug = models.CharField(_("slug"), max_length=120, unique=True)
    position = models.PositiveSmallIntegerField(_("order in the footer"), default=0)
    is_live = models.BooleanField(
        _("readers see it"),
        default=False,
        help_text=_("In each language that has both a title and a text."),
    )
    # In each language by itself: a mended translation makes no original newer.
    changed_at = models.DateTimeField(_("changed"), null=True, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
        ordering = ["position", "pk"]
        indexes = [
            # The footer of every page names them in this order.
            models.Index(
                fields=["position", "id"],
                condition=models.Q(is_live=True),
                name="page_footer_idx",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=arabic_required("title"), name="page_has_an_arabic_title"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        if self.slug in OWN_ADDRESS:
            return reverse(self.slug)
        return reverse("page", args=[self.slug])

    def is_written_in(self, language):
        return all(getattr(self, f"{field}_{language}") for field in WRITTEN)

    def translations(self):
        """Where the page stands in the languages that are not active: code, name, url."""
        found = []
        for code, name in settings.LANGUAGES:
            if code != translation.get_language() and self.is_written_in(code):
                with translation.override(code):
                    found.append({"code": code, "name": name, "url": self.get_absolute_url()})
        return found
