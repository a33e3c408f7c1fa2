"""Ways to break the chain of the log: each changes stored rows past the code that refuses to."""

from datetime import timedelta

from django.db import connection, models

from accounts.log.sealing import HASHED, hash_of
from accounts.models import Change, LogEntry, LogHead

OTHER = {
    "kind": "viewed2",
    "person": "Người khác",
    "organisation": "Cơ quan khác",
    "address": "203.0.113.9",
    "object_type": "plans.directive",
    "object_words": "Kế hoạch khác",
    "details": "chi tiết khác",
    "digest": "0" * 64,
    "search_text": "khong tim thay",
}
PLACES = [1, 2, 5, 9, 12]  # of twelve lines


def update(rows, **values):
    models.QuerySet.update(rows, **values)


def line(sequence):
    return LogEntry.objects.filter(sequence=sequence)


def breaks():
    """Yield (name, function that breaks the chain) of a log with twelve lines, of which some name a change."""
    for place in PLACES:
        yield from breaks_of_a_line(place)
    yield from breaks_of_the_ends()
    yield from breaks_of_changes()


def breaks_of_a_line(place):
    for field in HASHED:
        yield f"line {place}: {field}", lambda field=field: change_field(place, field)
    yield f"line {place}: hash", lambda: update(line(place), hash="f" * 64)
    yield f"line {place}: no hash", lambda: update(line(place), hash="")
    yield f"line {place}: no number", lambda: update(line(place), sequence=None, hash="")
    yield f"line {place}: removed", lambda: remove(place)
    yield f"line {place}: removed, the others numbered anew", lambda: remove_and_close(place)
    yield f"line {place}: duplicated", lambda: insert_copy_after(place)
    yield f"line {place}: altered with a hash of its own", lambda: alter_with_own_hash(place)
    yield f"line {place}: swapped with the next", lambda: swap(place, place % 12 + 1)
    yield f"line {place}: swapped with the next, hashes too", lambda: swap(place, place % 12 + 1, "hash")


def change_field(place, field):
    if field == "id":
        update(line(place), id=100_000)
        return
    value = line(place).values_list(field, flat=True).get()
    if field == "made_at":
        update(line(place), made_at=value + timedelta(microseconds=1))
    else:
        update(line(place), **{field: OTHER[field] if field in OTHER else (value or 0) + 1})


def remove(place):
    line(place)._raw_delete(connection.alias)


def remove_and_close(place):
    remove(place)
    for entry in LogEntry.objects.sealed().filter(sequence__gt=place):
        update(line(entry.sequence), sequence=entry.sequence - 1)
    update(LogHead.objects.all(), count=11)


def insert_copy_after(place):
    """Insert a copy after a line, with the right hash; the lines after it keep theirs and are numbered anew."""
    for entry in LogEntry.objects.sealed().filter(sequence__gt=place).reverse():
        update(line(entry.sequence), sequence=entry.sequence + 1)
    copy = line(place).get()
    previous = copy.hash
    copy.pk, copy.sequence, copy.change_pk, copy._state.adding = 200_000, place + 1, None, True
    copy.hash = hash_of(previous, place + 1, [getattr(copy, name) for name in HASHED])
    copy.save(force_insert=True)
    if place != 12:
        update(LogHead.objects.all(), count=13)


def alter_with_own_hash(place):
    update(line(place), person="Người khác")
    previous = line(place - 1).values_list("hash", flat=True).first() or ""
    values = line(place).values_list(*HASHED).get()
    update(line(place), hash=hash_of(previous, place, values))


def swap(one, other, *more):
    first, second = line(one).get(), line(other).get()
    update(LogEntry.objects.filter(pk=first.pk), sequence=-1)
    changed = {name: getattr(first, name) for name in more}
    update(LogEntry.objects.filter(pk=second.pk), sequence=one, **changed)
    changed = {name: getattr(second, name) for name in more}
    update(LogEntry.objects.filter(pk=first.pk), sequence=other, **changed)


def breaks_of_the_ends():
    heads = LogHead.objects.all()
    yield (
        "the first three lines removed",
        lambda: LogEntry.objects.filter(sequence__lte=3)._raw_delete("default"),
    )
    yield (
        "the last three lines removed",
        lambda: LogEntry.objects.filter(sequence__gte=10)._raw_delete("default"),
    )
    yield "all lines removed", lambda: LogEntry.objects.all()._raw_delete("default")
    yield "the end removed", lambda: heads._raw_delete("default")
    yield "the end one line earlier", lambda: update(heads, count=11)
    yield "the end one line later", lambda: update(heads, count=13)
    yield "another hash at the end", lambda: update(heads, last_hash="e" * 64)
    yield "the beginning moved", lambda: cut_beginning(3)
    yield "another hash at the beginning", lambda: update(heads, removed_hash="e" * 64)
    yield "a line before the first", lambda: insert_before(0)
    yield "a line far before the first", lambda: insert_before(-7)
    yield "a line after the last", lambda: append()
    yield "a line after a gap", lambda: append(20)
    yield "a line long unsealed", lambda: append(None)


def cut_beginning(count):
    last = line(count).get()
    LogEntry.objects.filter(sequence__lte=count)._raw_delete("default")
    update(LogHead.objects.all(), removed=count, removed_hash=last.hash)


def insert_before(sequence):
    entry = line(1).get()
    entry.pk, entry.sequence, entry._state.adding = 300_000, sequence, True
    entry.save(force_insert=True)


def append(sequence=13):
    entry = line(12).get()
    made_at = entry.made_at - timedelta(minutes=2)
    entry.pk, entry.sequence, entry.change_pk, entry.made_at = 400_000, sequence, None, made_at
    entry._state.adding = True
    previous, values = entry.hash, [getattr(entry, name) for name in HASHED]
    entry.hash = hash_of(previous, sequence, values) if sequence else ""
    entry.save(force_insert=True)


def breaks_of_changes():
    for place in LogEntry.objects.exclude(change_pk=None).values_list("sequence", flat=True):
        change = Change.objects.filter(pk=line(place).values_list("change_pk", flat=True).get())
        yield f"change of line {place}: removed", lambda change=change: change._raw_delete("default")
        for field, value in CHANGED.items():
            yield (
                f"change of line {place}: {field}",
                lambda change=change, field=field, value=value: change.update(**{field: value(change.get())}),
            )
    yield "a change that no line names", lambda: unlogged_change()


CHANGED = {
    "object_id": lambda change: change.object_id + 1,
    "kind": lambda change: "restored",
    "changed_at": lambda change: change.changed_at + timedelta(microseconds=1),
    "values": lambda change: [["số, ký hiệu", "", "1/KH"]],
    "content_type_id": lambda change: change.content_type_id + 1,
    "organisation_id": lambda change: change.organisation.reports_to_id,
}


def unlogged_change():
    change = Change.objects.latest("pk")
    change.pk = None
    change.save(force_insert=True)
