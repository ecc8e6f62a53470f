#!/usr/bin/env python
"""Run the newsroom's commands, with the private database held open while one runs."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import OperationalError

from newsroom import private_postgres
from newsroom.env import CannotStart

# The doctor reads texts only, and stands in pipes where seconds count.
WITHOUT_DATABASE = {"lint_text"}


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        if not WITHOUT_DATABASE.intersection(sys.argv[1:2]):
            private_postgres.hold()
        execute_from_command_line(sys.argv)
    except CannotStart as problem:
        sys.exit(f"newsroom: {problem}")
    except OperationalError as problem:
        # The database is down or unreachable: one line says it better than a traceback.
        sys.exit(f"newsroom: the database does not answer: {str(problem).splitlines()[0]}")
    except BrokenPipeError:
        # `| head` has read enough; Python would complain again when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
