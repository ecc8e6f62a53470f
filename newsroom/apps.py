"""Other people's apps in our words: the admin's site, a name. Loads no model: Django reads this
file before them.
"""

from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _
from django_tasks_db.apps import TasksAppConfig


class DeskConfig(AdminConfig):
    default_site = "newsroom.desk.Desk"


class TasksConfig(TasksAppConfig):
    verbose_name = _("Background tasks")
