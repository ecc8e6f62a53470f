"""How far the periodic tasks are, so that each moment is served once. The tasks are rows too, but
of the package django-tasks-db.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodicRun(models.Model):
    """The last moment at which a periodic task was due, and the task that was enqueued for it."""

    name = models.CharField(_("name"), max_length=100, primary_key=True)
    moment = models.DateTimeField(_("moment"))
    result = models.UUIDField(_("task"), null=True)

    class Meta:
        verbose_name = _("periodic task")
        verbose_name_plural = _("periodic tasks")

    def __str__(self):
        return self.name
