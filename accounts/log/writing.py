"""Writing the log: one entry for each thing that happened, in the transaction of that thing."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models, transaction

from accounts.log.address import present_address
from accounts.log.sealing import digest_of, seal
from accounts.models import Change, ChangeKind, LogEntry, LogKind, Organisation, User
from pbgdpl.lib.vietnamese import clean, clean_line, fold

LONGEST_DETAILS = 2000
# The changes of people and bodies that the log shows with their values; of all others it names the fields, whose
# values the `Change` has.
KINDS_BY_LABEL = {
    "vai trò": LogKind.ROLE,
    "mật khẩu": LogKind.PASSWORD,
    "tài khoản": LogKind.ACCESS,
    "đang hoạt động": LogKind.ACCESS,
}
SEARCHED = ("person", "organisation", "address", "object_words", "details")


def write(
    kind: LogKind,
    *,
    by: User | None,
    row: models.Model | None = None,
    words: str = "",
    details: str = "",
    about: Organisation | None = None,
) -> None:
    """Save an entry about what a person did, to a row or to what `words` names; `by` is None for a command.

    `about` is the body to which the object belongs, by default that of the row.
    """
    entry = _entry(kind, by, row, details)
    entry.object_words = _clipped(words, "object_words") if words else entry.object_words
    entry.about_pk = about.pk if about else entry.about_pk
    _save([entry])


def record_export(model: type[models.Model], words: str, details: str, *, by: User) -> None:
    """Record that a person took a list of a kind of rows, which `words` names, as a file."""
    entry = _entry(LogKind.EXPORTED, by, None, details)
    entry.object_type, entry.object_words = model._meta.label_lower, _clipped(words, "object_words")
    entry.about_pk = by.organisation_id
    _save([entry])


def write_removal(sequence: int, digest: str, details: str) -> None:
    """Record that the entries up to a number, whose hash is `digest`, were removed from the beginning of the log."""
    entry = _entry(LogKind.CLEARED, None, None, details)
    entry.object_type, entry.object_pk, entry.digest = LogEntry._meta.label_lower, sequence, digest
    entry.object_words = "Nhật ký"
    _save([entry])


def write_changes(changes: Iterable[tuple[Change, models.Model]], *, by: User) -> None:
    """Save an entry for each change, which names it and has a digest of it."""
    entries = []
    for change, row in changes:
        entry = _entry(_kind_of(change, row), by, row, _details_of(change, row))
        entry.change_pk, entry.digest = change.pk, digest_of_change(change, row._meta.label_lower)
        entries.append(entry)
    _save(entries)


def digest_of_change(change: Change, row_type: str) -> str:
    """Return the SHA-256 of what a change says; `row_type` is the label of the model of its row."""
    return digest_of(
        [
            change.pk,
            change.organisation_id,
            row_type,
            change.object_id,
            str(change.kind),
            change.changed_by_id,
            change.changed_at,
            change.values,
        ]
    )


def _entry(kind: LogKind, by: User | None, row: models.Model | None, details: str) -> LogEntry:
    entry = LogEntry(kind=kind, address=present_address(), details=clean(details)[:LONGEST_DETAILS])
    if by is not None:
        entry.person_pk = by.pk
        entry.person = _clipped(f"{by.full_name} ({by.username})", "person")
        entry.organisation_pk, entry.organisation = by.organisation_id, by.organisation.name
    if row is not None:
        entry.object_type, entry.object_pk = row._meta.label_lower, row.pk
        entry.object_words = _clipped(str(row), "object_words")
        entry.about_pk = owner_pk(row)
    return entry


def owner_pk(row: models.Model) -> int | None:
    """Return the pk of the body to which a row belongs, None where it belongs to none."""
    return row.pk if isinstance(row, Organisation) else getattr(row, "organisation_id", None)


def _kind_of(change: Change, row: models.Model) -> LogKind:
    if change.kind == ChangeKind.EDITED and isinstance(row, User | Organisation):
        found = (KINDS_BY_LABEL.get(value[0]) for value in change.values)
        return next(filter(None, found), LogKind.EDITED)
    return LogKind(change.kind)


def _details_of(change: Change, row: models.Model) -> str:
    """Return a change in words: of what was sent or handed over its values, else the names of the changed fields."""
    if change.kind == ChangeKind.EDITED:
        shows = isinstance(row, User | Organisation)
        return "; ".join(
            f"{label}: {before or '–'} → {after or '–'}" if shows and label in KINDS_BY_LABEL else label
            for label, before, after in change.values
        )
    return "; ".join(f"{label}: {after or before}" for label, before, after in change.values)


def _save(entries: list[LogEntry]) -> None:
    for entry in entries:
        entry.search_text = fold(" ".join(getattr(entry, name) for name in SEARCHED))
    LogEntry.objects.bulk_create(entries)
    transaction.on_commit(seal, robust=True)


def _clipped(text: str, field: str) -> str:
    longest = LogEntry._meta.get_field(field).max_length  # type: ignore[union-attr]
    return clean_line(text)[:longest]
