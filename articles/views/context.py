"""What every page shows around its own matter: date, sections, the other language."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext

from articles.models import Category


def site(request):
    return {"site": Site(request)}


class Site:
    """The newsroom as a page's header and footer need it; asks the database only when shown."""

    def __init__(self, request):
        self.request = request
        self.address = settings.SITE_URL

    @property
    def name(self):
        return settings.SITE_NAME if get_language() == "ar" else settings.SITE_NAME_EN

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

    @cached_property
    def sections(self):
        """The top sections in order, each with ``below``: the sections under it. One query."""
        language = get_language()
        by_pk, top = {}, []
        for category in Category.objects.in_tree_order().written_in(language):
            category.below = []
            by_pk[category.pk] = category
            if category.parent_id is None:
                top.append(category)
            elif parent := by_pk.get(category.parent_id):
                category.parent = parent
                parent.below.append(category)
        self.by_pk = by_pk
        return top

    @property
    def home_url(self):
        return reverse("home")

    @property
    def search_url(self):
        return reverse("search")

    @property
    def feed_url(self):
        return reverse("home_feed")

    @property
    def other_language(self):
        """The home page in the newsroom's other language; a page that knows better overrides it."""
        for code, name in settings.LANGUAGES:
            if code != get_language():
                with translation.override(code):
                    return {"code": code, "name": name, "url": reverse("home")}
        return None
