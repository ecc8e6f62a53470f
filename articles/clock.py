"""What time it is, by the database: the machines of two workers or web servers may differ.

Whatever is due, late or missing is measured by this clock, and tests move it here.
"""

from django.db import connection


def now():
    """The database's time at this moment, also in the middle of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]
