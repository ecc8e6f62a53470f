"""Run background tasks. The worker is the package's; the beat beside it is ours."""

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
        with Beat(worker_id):
            super().handle(worker_id=worker_id, **options)
