"""What goes on beside a worker's tasks: being counted, enqueueing what is due, taking back."""

import logging
import os
import signal
import threading

from django.db import Error, connections

from articles import periodic, workers

SECONDS = 1  # from one look at the clock to the next
TAKE_BACK_EVERY = 10  # looks

logger = logging.getLogger(__name__)


class Beat:
    """A thread of its own, so that a long task does not hold up the clock.

        with Beat(worker_id):
            ...                # run tasks; another worker knows that we live

    Without the database it ends the worker, once the running task is done: a worker that cannot
    show that it lives would have its task taken by another. Whoever started it starts it again.
    """

    def __init__(self, worker_id):
        self.worker_id = worker_id
        self.over = threading.Event()
        self.began = threading.Event()
        self.refusal = None
        self.thread = threading.Thread(target=self._run, name="beat", daemon=True)

    def __enter__(self):
        self.thread.start()
        self.began.wait()
        if self.refusal:
            raise self.refusal
        return self

    def __exit__(self, *_error):
        self.over.set()
        self.thread.join(timeout=5)

    def _run(self):
        try:
            workers.sign_in(self.worker_id)
            workers.take_back()
            self.began.set()
            self._keep_time()
        except Error as problem:
            if self.began.is_set():
                logger.error("the worker ends, the database does not answer it: %s", problem)
                os.kill(os.getpid(), signal.SIGTERM)
            else:
                self.refusal = problem
        finally:
            self.began.set()
            connections.close_all()

    def _keep_time(self):
        looks = 0
        while not self.over.wait(SECONDS if looks else 0):
            looks += 1
            periodic.enqueue_due()
            if looks % TAKE_BACK_EVERY == 0:
                workers.take_back()
