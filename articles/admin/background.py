"""The background tasks, for the administrator to read: what waits, what ran, why one failed."""

from django.contrib import admin
from django.contrib.admin.utils import display_for_value
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from articles.admin.base import ReadOnlyAdmin
from articles.models import BackgroundTask

# The package's own page is in English and has more columns than a reader.
admin.site.unregister(DBTaskResult)


@admin.register(BackgroundTask)
class BackgroundTaskAdmin(ReadOnlyAdmin):
    list_display = ("enqueued_at", "name", "status", "started_at", "finished_at")
    list_filter = ("status",)
    ordering = ("-enqueued_at",)
    fields = (
        "arguments",
        "status",
        "enqueued_at",
        "not_before",
        "started_at",
        "finished_at",
        "attempts",
        "error",
    )
    show_full_result_count = False

    @admin.display(description=_("task"), ordering="task_path")
    def name(self, task):
        return format_html('<bdi dir="ltr">{}</bdi>', task.task_path)

    @admin.display(description=_("arguments"))
    def arguments(self, task):
        called = task.args_kwargs
        told = [*map(repr, called["args"]), *(f"{k}={v!r}" for k, v in called["kwargs"].items())]
        return format_html('<bdi dir="ltr">{}</bdi>', ", ".join(told)) if told else self.nothing()

    @admin.display(description=_("not before"))
    def not_before(self, task):
        return display_for_value(task.not_before, self.nothing())

    @admin.display(description=_("attempts"))
    def attempts(self, task):
        return len(task.worker_ids)

    @admin.display(description=_("error"))
    def error(self, task):
        trace = format_html('<pre dir="ltr">{}</pre>', task.traceback)
        return trace if task.traceback else self.nothing()

    def nothing(self):
        return self.get_empty_value_display()
