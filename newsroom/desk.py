"""The newsroom's own site: its names, what stands on its first page, and in which order.

Which pages there are, and what they do, is in articles/admin; nothing is registered here.
"""

from django.conf import settings
from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.views import board
from articles.views.context import site
from newsroom.words_of_scripts import WordsOfScripts

# By use: what a reporter opens many times a day comes first.
WORK = (
    "article",
    "front",
    "image",
    "entity",
    "source",
    "author",
    "tag",
    "category",
    "page",
    "desk",
    "synonym",
)


class Desk(admin.AdminSite):
    site_title = site_header = settings.SITE_NAME
    index_title = _("The desk’s board")
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
        return super().index(request, board.context(request) | (extra_context or {}))

    def get_urls(self):
        """The board's own addresses stand before those of the models."""
        return [
            path("board/", self.admin_view(board.part), name="board"),
            *super().get_urls(),
        ]
