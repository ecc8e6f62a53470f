"""The door for gunicorn. Refuses to open on a database that would silently break Arabic search."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from newsroom import private_postgres
from newsroom.env import CannotStart

# gunicorn gives up, instead of trying again and again, when a worker leaves with this number.
GIVE_UP = 3


def open_door():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        private_postgres.hold()
        return get_wsgi_application()
    except CannotStart as problem:
        print(f"newsroom: {problem}", file=sys.stderr)
        sys.exit(GIVE_UP)


application = open_door()
