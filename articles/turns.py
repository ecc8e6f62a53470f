"""Whose turn it is: articles are written side by side, and nobody writes one during a merge.

A lock that PostgreSQL keeps for the transaction, taken before any row is locked: so writers and
merges wait for each other in one order and can not lock each other out.
"""

from django.db import OperationalError, connection

TURN = 0x6E616D65  # the number of our lock among this database's advisory locks
PATIENCE = "5s"
LOCK_NOT_AVAILABLE = "55P03"


class Busy(Exception):
    """Articles were being written all the while; nothing was begun."""


def together():
    """Begin to write articles: wait for a merge that is running, hold off the next.

    Called first in a transaction, and over at its end. Whoever looks up a tag, a source or a name
    in order to point at it does so after this call: what was found then stays until the end.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [TURN])


def alone():
    """Begin to merge: wait until nobody writes an article, and let nobody begin.

    Raises Busy, the transaction being of no more use, when that takes longer than ``PATIENCE``:
    those who come to write meanwhile wait behind us.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
            cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) == LOCK_NOT_AVAILABLE:
            raise Busy from error
        raise
