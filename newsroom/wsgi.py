"""The door for gunicorn. Refuses to open on a database that would silently break Arabic search."""

import os
import sys

import django
from django.db import DatabaseError, connection

from articles import checks
from newsroom import private_postgres
from newsroom.env import CannotStart
from newsroom.requests import Handler

# gunicorn gives up, instead of trying again and again, when a worker leaves with this number.
GIVE_UP = 3


def open_door():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        private_postgres.hold()
        django.setup(set_prefix=False)
        application = Handler()
        refuse_unfit_pictures()
        refuse_unfit_database()
        return application
    except CannotStart as problem:
        print(f"newsroom: {problem}", file=sys.stderr)
        sys.exit(GIVE_UP)


def refuse_unfit_pictures():
    """Django runs its checks before commands only; a server must say this too."""
    for problem in checks.check_pictures():
        if problem.is_serious():
            raise CannotStart(f"{problem.msg} {problem.hint}")
        print(f"newsroom: {problem.msg} {problem.hint}", file=sys.stderr)


def refuse_unfit_database():
    try:
        for problem in checks.lasting_problems(connection):
            raise CannotStart(f"{problem.msg} {problem.hint or ''}".strip())
    except DatabaseError:
        # It may come back; until then /health/ready says so.
        pass
    finally:
        connection.close()


application = open_door()
