"""What goes on beside a worker's tasks: being counted, enqueueing what is due, taking back.

And the tasks that can not wait for the one that runs: those of the queue ``PUNCTUAL``.
"""

import logging
import os
import signal
import sys
import threading

from django.db import Error, connections
from django_tasks_db.management.commands.db_worker import Worker

from articles import periodic, workers
from articles.tasks import PUNCTUAL

SECONDS = 1  # from one look at the clock to the next
TAKE_BACK_EVERY = 3  # looks

logger = logging.getLogger(__name__)


class Beat:
    """Two threads of its own, so that a long task holds up neither the clock nor what is punctual.

        with Beat(worker_id):
            ...                # run tasks; another worker knows that we live

    When it can not go on, without the database for example, it ends the worker once the running
    task is done: one that can not show that it lives would have its task taken by another. Whoever
    started the worker starts it again.
    """

    def __init__(self, worker_id):
        self.worker_id = worker_id
        self.over = threading.Event()
        self.began = threading.Event()
        self.problem = None
        self.punctual = punctual_worker(worker_id)
        self.threads = [
            threading.Thread(target=self._run, args=[work], name=name, daemon=True)
            for name, work in (("beat", self._beat), ("punctual", self._be_punctual))
        ]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        self.began.wait()
        if self.problem:
            raise self.problem
        return self

    def __exit__(self, *_error):
        self.over.set()
        self.punctual.running = False
        for thread in self.threads:
            thread.join(timeout=5)
        if self.problem:
            sys.exit(1)

    def _run(self, work):
        try:
            work()
        except Exception as problem:
            self.problem = problem
            if self.began.is_set():
                self._end_the_worker()
        finally:
            self.began.set()
            connections.close_all()

    def _beat(self):
        workers.sign_in(self.worker_id)
        workers.take_back()
        self.began.set()
        self._keep_time()

    def _be_punctual(self):
        # Who has not signed in has no claim to a task.
        self.began.wait()
        if not self.problem:
            self.punctual.run()

    def _end_the_worker(self):
        # What the database says fits a line; a fault of ours needs its traceback.
        trace = None if isinstance(self.problem, Error) else self.problem
        logger.error("the worker's clock stopped, it ends: %s", self.problem, exc_info=trace)
        os.kill(os.getpid(), signal.SIGTERM)

    def _keep_time(self):
        looks = 0
        while not self.over.wait(SECONDS if looks else 0):
            looks += 1
            periodic.enqueue_due()
            if looks % TAKE_BACK_EVERY == 0:
                workers.take_back()


def punctual_worker(worker_id):
    """The package's worker for the queue ``PUNCTUAL``, under the name of the one it runs beside."""
    return Worker(
        queue_names=[PUNCTUAL],
        interval=SECONDS / 2,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )
