"""Judge the demo site: ``python -m tests.audit [links] [nu] [axe] [lighthouse]``.

Prepares what the settings read from the environment, then hands over to run.py.
"""

import os
import shutil
import socket
import sys
from importlib import import_module
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "var" / "audit"


def production(port):
    """The environment of a real installation, but for https and the names of a real host."""
    return {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "TRIAL": "0",
        "DEBUG": "0",
        "HTTPS": "0",
        "SECRET_KEY": "only-for-the-audit-of-one-run-on-this-machine-0123456789",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
        "VAR_DIR": str(FOLDER / "site"),
        "PRIVATE_POSTGRES_FSYNC": "0",
        "LOG_LEVEL": "ERROR",
    }


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    for name in ("DATABASE_URL", "BIND", "STATIC_ROOT", "BEHIND_PROXY"):
        os.environ.pop(name, None)
    os.environ.update(production(free_port()))
    # Anew each time: pages that an older program made would be judged otherwise.
    shutil.rmtree(FOLDER / "site", ignore_errors=True)
    django.setup()
    # Models can be imported only now.
    sys.exit(import_module("tests.audit.run").run(sys.argv[1:], FOLDER))


if __name__ == "__main__":
    main()
