"""The newsroom's own site: its names, what stands on its first page, and in which order.

Which pages there are, and what they do, is in articles/admin; nothing is registered here.
"""

from django.conf import settings
from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.states import State
from articles.views.context import site
from newsroom.words_of_scripts import WordsOfScripts

# By use: what a reporter opens many times a day comes first.
WORK = ("article", "image", "entity", "source", "author", "tag", "category", "desk", "synonym")
BOARD = tuple(state for state in State if state.is_open)
CARDS = 6


class Desk(admin.AdminSite):
    site_title = site_header = settings.SITE_NAME
    index_title = _("Today in the newsroom")
    # The bar above every page leads everywhere; text needs the width more.
    enable_nav_sidebar = False

    def each_context(self, request):
        # Django's sign-in page has another idea of what ``site`` is.
        return super().each_context(request) | site(request)

    def i18n_javascript(self, request, extra_context=None):
        return WordsOfScripts.as_view()(request)

    def get_app_list(self, request, app_label=None):
        """The newsroom's work first, its records next, then whatever else is installed."""
        apps = self._build_app_dict(request, app_label)
        ours = apps.pop("articles", None)
        rest = sorted(apps.values(), key=lambda app: app["app_label"])
        return [*(self.groups(ours) if ours else ()), *rest]

    def groups(self, app):
        """Part the newsroom's models into the daily work, ordered by use, and the records."""
        models = {one["model"]._meta.model_name: one for one in app["models"]}
        work = [models.pop(name) for name in WORK if name in models]
        records = {"name": _("Records"), "models": list(models.values())}
        return [app | part for part in ({"models": work}, records) if part["models"]]

    def index(self, request, extra_context=None):
        return super().index(request, {"board": self.board(request)} | (extra_context or {}))

    def board(self, request):
        """The newest articles of each state, and how many there are."""
        if not request.user.has_perm("articles.view_article"):
            return []
        articles = Article.objects.for_list()
        counts = dict(Article.objects.order_by().values_list("state").annotate(Count("pk")))
        return [
            {
                "state": state,
                "count": counts.get(state, 0),
                "articles": articles.filter(state=state)[:CARDS],
            }
            for state in BOARD
        ]
