"""Writes to one SQLite file as the site's processes do: python -m tests.lib.writers FILE WRITES

It waits in the queue alone: SQLite itself is given no time to wait. Prints the seconds of the longest wait.
"""

import sys
import time

import django
from django.conf import settings
from django.db import connection, transaction


def engine(path, seconds=0):
    """Return the settings of a database in that file, behind the queue."""
    options = {"timeout": seconds, "transaction_mode": "IMMEDIATE"}
    return {"ENGINE": "pbgdpl.lib.sqlite", "NAME": str(path), "OPTIONS": options}


def main():
    path, writes = sys.argv[1:]
    settings.configure(DATABASES={"default": engine(path, 60)})
    django.setup()
    longest = 0.0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 0")
        for _ in range(int(writes)):
            cursor.execute("INSERT INTO written VALUES (1)")
            asked = time.monotonic()
            with transaction.atomic():
                longest = max(longest, time.monotonic() - asked)
                cursor.execute("INSERT INTO written VALUES (1)")
                time.sleep(0.001)
    print(longest)


if __name__ == "__main__":
    main()
