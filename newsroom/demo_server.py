"""Start a newsroom to try: database, tables, demo content, server, background tasks. Never for real
readers.

All starts from this one process, which then is gunicorn's master: whatever way it ends, its
workers, the worker of the background tasks and the private database notice and end too.
"""

import os
import signal
import socket
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.urls import reverse

from newsroom import env, private_postgres, server
from newsroom.companion import Companion, end_with_parent

HOST = "127.0.0.1"


class DemoServer(server.Server):
    """The site's own server, which says when it answers and leaves with whoever started it.

    Beside it runs the worker of the background tasks, as it does on a real server.
    """

    def options(self):
        return super().options() | {
            "bind": address(),
            "loglevel": "warning",
            "when_ready": self.begin,
            "post_worker_init": say_where,
            "on_exit": self.end,
        }

    def begin(self, _arbiter):
        leave_with_the_terminal()
        self.background = Companion(
            [sys.executable, settings.BASE_DIR / "manage.py", "work"],
            # Every task would be a line on the terminal of somebody who looks around.
            env=os.environ | {"LOG_LEVEL": env.text("LOG_LEVEL", "ERROR")},
        )
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.tell_before(signal.getsignal(number)))

    def tell_before(self, gunicorn):
        """Let the worker leave while gunicorn's do, not after them."""

        def handle(number, frame):
            self.background.tell()
            gunicorn(number, frame)

        return handle

    def end(self, _arbiter):
        # Before we leave the database, or it would still count the worker and stay.
        self.background.end()


def address():
    return f"{HOST}:{env.number('PORT', 8000)}"


def leave_with_the_terminal():
    # gunicorn would take the closing of the terminal for a wish to reload.
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))


def say_where(worker):
    """Print the addresses and logins, once the first worker can answer."""
    if worker.age != 1:
        return
    logins = settings.VAR_DIR / "demo-logins.txt"
    say(
        f"\n  Readers:   http://{address()}/    (English: http://{address()}/en/)"
        f"\n  Newsroom:  http://{address()}{reverse('admin:index')}"
    )
    if logins.exists():
        say("\n" + logins.read_text(encoding="utf-8").rstrip())
    say("\n  Ctrl-C stops it. What you write stays.\n")


def prepare():
    say("Database …")
    private_postgres.hold()
    django.setup()
    say("Tables …")
    call_command("migrate", interactive=False, verbosity=0)
    say("Demo newsroom …")
    call_command("fill_demo")
    say("Static files …")
    call_command("collectstatic", interactive=False, verbosity=0)
    # The workers are copies of this process and open connections of their own.
    connections.close_all()


def refuse_taken_port():
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, env.number("PORT", 8000)))
        except OSError as why:
            raise env.CannotStart(
                f"port {env.number('PORT', 8000)} is not free ({why.strerror}). "
                "Choose another: make demo PORT=8001"
            ) from None


def say(line):
    print(line, flush=True)


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    end_with_parent()  # that is make
    try:
        refuse_taken_port()
        prepare()
        DemoServer().run()
    except env.CannotStart as problem:
        sys.exit(f"newsroom: {problem}")
    except KeyboardInterrupt:
        sys.exit("Stopped.")


if __name__ == "__main__":
    main()
