"""Workers as the operator starts them: processes of their own, on the tests' database."""

import os
import subprocess
import sys
import time
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

PATIENCE = 60


def address_of_this_database():
    """The tests' own database, as another process is told of it."""
    place = connection.settings_dict
    who = ":".join(quote(place[part], safe="") for part in ("USER", "PASSWORD") if place[part])
    port = f":{place['PORT']}" if place["PORT"] else ""
    options = urlencode({"host": place["HOST"]} if place["HOST"] else {})
    return f"postgresql://{who}@{port}/{place['NAME']}?{options}"


class WorkerTestCase(TransactionTestCase):
    """Starts workers, ends them, and waits for what they do."""

    patience = PATIENCE

    def worker(self, *options):
        command = [sys.executable, settings.BASE_DIR / "manage.py", "work", "--interval=0.1"]
        process = subprocess.Popen(
            [*command, *options],
            env=os.environ | {"DATABASE_URL": address_of_this_database(), "TRIAL": "1"},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.addCleanup(self.kill, process)
        return process

    def kill(self, process):
        process.kill()
        process.communicate(timeout=PATIENCE)

    def wait_for(self, claim, why):
        end = time.monotonic() + self.patience
        while not claim():
            if time.monotonic() > end:
                self.fail(f"waited in vain: {why}")
            time.sleep(0.05)
