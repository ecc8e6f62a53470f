"""Background tasks, which are rows of django-tasks-db, and how far the periodic ones are."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult, get_date_max


class BackgroundTask(DBTaskResult):
    """The package's row, with words for people. Only ``enqueue`` makes one."""

    class Meta:
        proxy = True
        verbose_name = _("background task")
        verbose_name_plural = _("background tasks")

    def __str__(self):
        return self.task_path

    @property
    def not_before(self):
        """The time before which it does not run, or None for a task that is free to run at once."""
        return None if self.run_after == get_date_max() else self.run_after


class PeriodicRun(models.Model):
    """The last moment at which a periodic task was due, and the task that was enqueued for it."""

    name = models.CharField(_("name"), max_length=100, primary_key=True)
    moment = models.DateTimeField(_("moment"))
    result = models.UUIDField(_("task"), null=True)
    done_at = models.DateTimeField(_("done at"), null=True)

    class Meta:
        verbose_name = _("periodic task")
        verbose_name_plural = _("periodic tasks")

    def __str__(self):
        return self.name
