"""The one app. Starts nothing but its system checks."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _

from articles import checks


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self):
        register(checks.check_database, Tags.database)
        register(checks.check_pictures)
