"""The background tasks, for the administrator to read: what waits, what ran, why one failed."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult, get_date_max

from articles.admin.base import ReadOnlyAdmin

# The package's own page has more columns than a reader and English heads.
admin.site.unregister(DBTaskResult)


@admin.register(DBTaskResult)
class TaskAdmin(ReadOnlyAdmin):
    list_display = ("enqueued_at", "name", "status", "started_at", "finished_at")
    list_filter = ("status",)
    ordering = ("-enqueued_at",)
    fields = (
        "name",
        "status",
        "enqueued_at",
        "not_before",
        "started_at",
        "finished_at",
        "attempts",
        "arguments",
        "error",
    )
    show_full_result_count = False

    @admin.display(description=_("task"), ordering="task_path")
    def name(self, task):
        return format_html('<bdi dir="ltr">{}</bdi>', task.task_path)

    @admin.display(description=_("not before"))
    def not_before(self, task):
        return None if task.run_after == get_date_max() else task.run_after

    @admin.display(description=_("attempts"))
    def attempts(self, task):
        return len(task.worker_ids)

    @admin.display(description=_("arguments"))
    def arguments(self, task):
        called = task.args_kwargs
        told = [*map(repr, called["args"]), *(f"{k}={v!r}" for k, v in called["kwargs"].items())]
        return format_html('<bdi dir="ltr">{}</bdi>', ", ".join(told)) if told else None

    @admin.display(description=_("error"))
    def error(self, task):
        return format_html('<pre dir="ltr">{}</pre>', task.traceback) if task.traceback else None
