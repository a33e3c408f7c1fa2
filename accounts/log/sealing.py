"""Sealing: gives each stored entry of the log its place in the chain.

An entry is saved in the transaction of what it records, so that it exists exactly if that does. A chain written there
as well would serialise everybody on the longest transaction, and two that wait for the head and for each other's rows
would deadlock. So a short transaction of its own, right after the commit, locks the head, numbers the entries that
have no place yet, in the order of their pks, and stores a hash with each. What a crash left unsealed is sealed with
the next entry; `check_log` names what stays unsealed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256

from django.db import connection, transaction

from accounts.models import LogEntry, LogHead

HEAD = 1  # the pk of the only `LogHead`
MOST_AT_ONCE = 1000  # entries in one transaction
# What the hash of an entry covers, in this order, after the hash of the entry before and the entry's number.
HASHED = (
    "id",
    "made_at",
    "kind",
    "person_pk",
    "person",
    "organisation_pk",
    "organisation",
    "address",
    "object_type",
    "object_pk",
    "object_words",
    "about_pk",
    "details",
    "change_pk",
    "digest",
    "search_text",
)


def digest_of(values: Sequence[object]) -> str:
    """Return the SHA-256 of values as JSON, moments in UTC with microseconds."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_moment)
    return sha256(text.encode()).hexdigest()


def hash_of(previous: str, sequence: int, values: Sequence[object]) -> str:
    """Return the hash of an entry whose `HASHED` values are given."""
    return digest_of([previous, sequence, *values])


def seal() -> None:
    """Give all entries without a place in the chain theirs, in as many transactions as it takes."""
    while LogEntry.objects.unsealed().exists() and _seal_some() == MOST_AT_ONCE:
        pass


@transaction.atomic
def _seal_some() -> int:
    head = locked_head()
    entries = [*LogEntry.objects.unsealed().order_by("pk")[:MOST_AT_ONCE].values_list(*HASHED)]
    places = []
    for values in entries:
        head.count += 1
        head.last_hash = hash_of(head.last_hash, head.count, values)
        places.append((head.count, head.last_hash, values[0]))
    if places:
        _store(places)
        head.save(update_fields=["count", "last_hash"])
    return len(places)


def locked_head() -> LogHead:
    """Return the end of the chain, locked until the transaction ends; made where the log begins."""
    locked = LogHead.objects.select_for_update()
    if (head := locked.filter(pk=HEAD).first()) is None:
        LogHead.objects.get_or_create(pk=HEAD)
        head = locked.get(pk=HEAD)
    return head


def _store(places: Sequence[tuple[int, str, int]]) -> None:
    """Store number and hash of entries: the only change that a stored entry ever sees."""
    table = connection.ops.quote_name(LogEntry._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET sequence = %s, hash = %s WHERE id = %s AND sequence IS NULL",  # noqa: S608
            places,
        )


def _moment(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(value)
    return value.astimezone(UTC).isoformat(timespec="microseconds")
