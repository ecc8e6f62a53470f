"""Run background tasks. The worker is the package's; the beat beside it is ours."""

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django_tasks_db.management.commands import db_worker

from articles.management.beat import Beat


class Command(db_worker.Command):
    help = (
        "Runs background tasks, and enqueues the periodic ones when they are due. Any number of "
        "such workers may run at once."
    )

    def configure_logging(self, verbosity):
        """Leave it to LOG_LEVEL, as everywhere."""

    def handle(self, *, worker_id, **options):
        refuse_old_tables()
        with Beat(worker_id):
            super().handle(worker_id=worker_id, **options)


def refuse_old_tables():
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The tables are older than the program. Run manage.py migrate first.")
