"""Serve the site with gunicorn: ``python -m newsroom.server``. Knows nothing of the pages."""

import logging
import os
import sys
from pathlib import Path

from gunicorn.app.base import BaseApplication
from gunicorn.util import import_app

from newsroom import env


def options():
    """Return gunicorn's settings, those of the operator read from the environment."""
    return {
        "bind": env.text("BIND", f"127.0.0.1:{env.number('PORT', 8000)}"),
        "workers": env.number("WEB_WORKERS", 2),
        # Threads wait for the database and for slow readers; a page itself is short work.
        "threads": env.number("WEB_THREADS", 4),
        "timeout": 30,
        "graceful_timeout": 20,
        "keepalive": 5,
        # A site that can not start says so once, before there are workers to repeat it.
        "preload_app": True,
        # A worker proves that it lives by touching a file: in memory, where no busy disk stops it.
        "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108
        "accesslog": "-" if env.flag("ACCESS_LOG", False) else None,
        # Who may tell us that the reader came by https. Without a proxy, nobody.
        "forwarded_allow_ips": "*" if env.flag("BEHIND_PROXY", False) else "",
        "worker_exit": leave_at_once,
        # Nobody asks for gunicorn's own remote control.
        "control_socket_disable": True,
    }


def leave_at_once(server, worker):
    """End a worker that has finished, although a browser holds an idle connection open.

    Python would wait for the thread that listens to it, until gunicorn kills the worker. One that
    could not start keeps its own exit status, by which gunicorn gives up.
    """
    if not worker.booted:
        return
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


class Server(BaseApplication):
    def load_config(self):
        for name, value in self.options().items():
            self.cfg.set(name, value)

    def options(self):
        return options()

    def load(self):
        return import_app("newsroom.wsgi:application")


def main():
    try:
        Server().run()
    except env.CannotStart as problem:
        sys.exit(f"newsroom: {problem}")


if __name__ == "__main__":
    main()
