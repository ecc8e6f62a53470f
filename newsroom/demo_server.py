"""Start a newsroom to try: database, tables, demo content, server. Never for real readers.

Everything runs in this one process, which then is gunicorn's master: whatever way it ends, its
workers and the private database notice and end too.
"""

import ctypes
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

HOST = "127.0.0.1"
PR_SET_PDEATHSIG = 1


class DemoServer(server.Server):
    """The site's own server, which says when it answers and leaves with whoever started it."""

    def options(self):
        return super().options() | {
            "bind": address(),
            "loglevel": "warning",
            "when_ready": leave_with_the_terminal,
            "post_worker_init": say_where,
        }


def address():
    return f"{HOST}:{env.number('PORT', 8000)}"


def leave_with_the_terminal(server):
    # gunicorn would take the closing of the terminal for a wish to reload.
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))


def leave_with_make():
    """Ask the kernel to end us when make is killed; elsewhere than on Linux we then stay."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


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
    leave_with_make()
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
