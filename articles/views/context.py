"""What every page shows around its own matter: date, sections, the other language."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext

from articles import front
from articles.models import Category, Page
from articles.publishing import social
from articles.text.hijri import hijri_date


def site(request):
    return {"site": Site.of(request)}


class Site:
    """The newsroom as a page's header and footer need it; asks the database only when shown."""

    def __init__(self, request):
        self.request = request
        self.address = settings.SITE_URL

    @classmethod
    def of(cls, request):
        """The one of this request, so that nothing is asked of the database twice."""
        if not hasattr(request, "newsroom"):
            request.newsroom = cls(request)
        return request.newsroom

    @property
    def name(self):
        return settings.SITE_NAME if get_language() == "ar" else settings.SITE_NAME_EN

    @property
    def locale(self):
        """The language of this page as other sites' cards name it."""
        return social.locale(get_language())

    @property
    def first_language(self):
        """The language for whoever reads none of ours: its pages are the default ones."""
        return settings.LANGUAGE_CODE

    @property
    def plain_name(self):
        """Whether the name is set in type: the wordmark is drawn for one name only."""
        return settings.SITE_NAME != "غرفة الأخبار"

    @property
    def tagline(self):
        return gettext("News that says where it comes from")

    @property
    def today(self):
        return timezone.localdate()

    @property
    def hijri_today(self):
        """The same day by the Hijra, where the newsroom shows both; else empty."""
        if not settings.HIJRI:
            return ""
        return hijri_date(self.today, language=get_language(), digits=settings.DIGITS)

    @cached_property
    def breaking(self):
        """The breaking line of this language, or None. One query, one row."""
        return front.running(get_language())

    @cached_property
    def by_pk(self):
        """Every section that this language names, in the tree's order. One query."""
        found = {}
        for category in Category.objects.in_tree_order().written_in(get_language()):
            category.below = []
            found[category.pk] = category
            if parent := found.get(category.parent_id):
                category.parent = parent
                parent.below.append(category)
        return found

    @property
    def sections(self):
        """The top sections in order, each with ``below``: the sections under it."""
        return [one for one in self.by_pk.values() if one.parent_id is None]

    def below(self, category):
        """The sections right under one; a section that this language does not name has none."""
        found = self.by_pk.get(category.pk)
        return found.below if found else []

    @cached_property
    def pages(self):
        """The standing pages of this language, in the footer's order. One query, no text."""
        language = get_language()
        return list(Page.objects.written_in(language).only("slug", f"title_{language}"))

    @property
    def about_pages(self):
        """What the newsroom says of itself; how to reach it stands apart."""
        return [page for page in self.pages if page.slug != "contact"]

    @property
    def contact(self):
        return next((page for page in self.pages if page.slug == "contact"), None)

    @property
    def home_url(self):
        return reverse("home")

    @property
    def search_url(self):
        return reverse("search")

    @property
    def suggest_url(self):
        return reverse("suggest")

    @property
    def feed_url(self):
        return reverse("home_feed")

    @property
    def corrections_url(self):
        return reverse("corrections")

    @property
    def archive_url(self):
        return reverse("archive")

    @property
    def other_language(self):
        """The home page in the newsroom's other language; a page that knows better overrides it."""
        return elsewhere(lambda: reverse("home"))


def elsewhere(address, has=None):
    """Return where a page stands in another language: code, name and url, or None.

    ``address`` gives its address in the active language; ``has`` says of a language whether the
    page is there at all.

        elsewhere(source.get_absolute_url, has=lambda language: language == "en")
    """
    for code, name in settings.LANGUAGES:
        if code != get_language() and (has is None or has(code)):
            with translation.override(code):
                return {"code": code, "name": name, "url": address()}
    return None
