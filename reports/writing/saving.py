"""The verbs that write a report's texts, each in one transaction; replaced texts become earlier texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Manager, Sum
from django.db.models.functions import Length
from django.utils import timezone

from accounts.conflict import Conflict
from accounts.history import described_value, difference, history_of, record
from accounts.models import ChangeKind, User
from pbgdpl.lib.fields import ProseField
from pbgdpl.lib.vietnamese import thousands
from reports.document.typed import listings, table_fault
from reports.models import Annex, Recipient, Report, Section
from reports.states import Action, locked, require

# Characters of all sections and annexes together: WeasyPrint takes half a minute for as many.
LONGEST_REPORT = 300_000
MOST_LISTINGS = 50  # in one text; each prints all its rows
# Within this time a text that the page saved by itself does not become an earlier text if its writer goes on.
SITTING = timedelta(minutes=30)
# The fields on the page of the report's head and end.
HEAD = (
    "number",
    "place",
    "issued_on",
    "subject",
    "period_note",
    "statistics_from",
    "statistics_to",
    "addressees",
    "legal_bases",
    "opening",
    "closing",
    "parent_body",
    "issuing_body",
    "contact",
    "signer_authority",
    "signer_name",
)
RECIPIENTS = "nơi nhận"
# How the history names the line breaks of the titles.
LINES = "lines_in_words"
NOUNS = {Section: "mục này", Annex: "phụ lục này"}  # in the sentence that a text is too long


@transaction.atomic
def write_section(
    section: Section,
    *,
    body: str,
    version: int,
    by: User,
    is_done: bool | None = None,
    automatic: bool = False,
    keeps_present: bool = False,
) -> Section:
    """Save a section's text if nobody has saved another since `version`; return the section as stored.

    Raises what `save_words` raises, and WrongState where the report is submitted.
    """
    report = locked(section.report)
    require(Action.WRITE, report=report, by=by)
    stored = report.sections.get(pk=section.pk)
    words = {"body": ProseField.cleaned(body)}
    stored.is_done = stored.is_done if is_done is None else is_done
    save_words(stored, words, version=version, by=by, automatic=automatic, keeps_present=keeps_present)
    return stored


def save_words(
    stored: Section | Annex,
    words: Mapping[str, Any],
    *,
    version: int,
    by: User,
    automatic: bool,
    keeps_present: bool,
) -> None:
    """Set the fields in `words` and save the text if nobody has saved it since `version`.

    `automatic` means that the page saves by itself. With `keeps_present` the replaced text always becomes an
    earlier text, because the new one was not made from it. Raises Conflict if somebody has saved,
    ValidationError if it is too long.
    """
    if any(getattr(stored, name) != text for name, text in words.items()):
        if stored.version != version:
            raise Conflict(stored)
        added = len(words["body"]) - len(stored.body)
        refuse_too_long(stored.report, added=added, noun=NOUNS[type(stored)])
        refuse_unprintable(words["body"])
        _replace(stored, words, by, keeps_present=keeps_present)
        stored.is_autosaved = automatic
    elif not automatic:
        stored.is_autosaved = False
    stored.save()


def _replace(stored: Section | Annex, words: Mapping[str, Any], by: User, *, keeps_present: bool) -> None:
    now = timezone.now()
    if stored.body and (keeps_present or _is_worth_storing(stored, words["body"], by, now)):
        replaced = {name: getattr(stored, name) for name in (*words, "saved_by", "saved_at")}
        stored.earlier_texts.create(**replaced)
    for name, text in words.items():
        setattr(stored, name, text)
    stored.version += 1
    stored.saved_by, stored.saved_at = by, now


def _is_worth_storing(stored: Section | Annex, body: str, by: User, now: datetime) -> bool:
    """Return whether the old text becomes an earlier text: it is no automatic step of the same sitting."""
    is_same_sitting = (
        stored.is_autosaved
        and stored.saved_by_id == by.pk
        and stored.saved_at is not None
        and now - stored.saved_at < SITTING
    )
    return not is_same_sitting or 2 * len(body) < len(stored.body) or _is_storing_due(stored, now)


def _is_storing_due(stored: Section | Annex, now: datetime) -> bool:
    """Return whether the last earlier text is older than a sitting."""
    replaced_at = stored.earlier_texts.values_list("replaced_at", flat=True).first()
    since = replaced_at or stored.report.started_at
    return since is not None and now - since >= SITTING


def refuse_too_long(report: Report, *, added: int, noun: str) -> None:
    """Raise ValidationError if `added` characters make the report too long; `noun` is what to shorten."""
    characters = added + _characters(report.sections) + _characters(report.annexes)
    if added > 0 and characters > LONGEST_REPORT:
        raise ValidationError(
            f"Nội dung cả báo cáo sẽ dài {thousands(characters)} ký tự; "
            f"nhiều nhất {thousands(LONGEST_REPORT)}. Rút gọn {noun} rồi lưu lại."
        )


def refuse_unprintable(text: str) -> None:
    """Raise ValidationError for a text with a table too large for the paper, or with too many listings."""
    if fault := table_fault(text):
        raise ValidationError(fault)
    count = len(listings(text))
    if count > MOST_LISTINGS:
        raise ValidationError(
            f"Nội dung này gọi danh mục {thousands(count)} lần; nhiều nhất {MOST_LISTINGS}. "
            "Bớt các dòng “[[…]]” lặp lại rồi lưu lại."
        )


def _characters(texts: Manager[Any]) -> int:
    characters: int = texts.aggregate(characters=Sum(Length("body"), default=0))["characters"]
    return characters


@transaction.atomic
def write_head(
    report: Report, *, recipients: Sequence[str], version: int, by: User, automatic: bool = False
) -> Report:
    """Save the head and the end of a report if nobody has saved them since `version`.

    `automatic` means that the page saves by itself: the history has one entry for a sitting.
    Raises Conflict otherwise, WrongState where the report is submitted.
    """
    stored = locked(report)
    require(Action.WRITE, report=stored, by=by)
    if stored.version != version:
        raise Conflict(stored)
    changes = [change for name in HEAD for change in _set(stored, report, name)]
    changes += _set(stored, report, LINES)
    before, after = recipient_lines(stored), "\n".join(recipients)
    if before != after:
        changes.append([RECIPIENTS, before, after])
        set_recipients(stored, recipients)
    if changes:
        stored.version += 1
        stored.save()
        _record_head(stored, changes, by, automatic=automatic)
    return stored


def _record_head(report: Report, changes: list[list[str]], by: User, *, automatic: bool) -> None:
    """Record changes of the head; automatic ones join the last entry if it is of the same person and sitting."""
    last = history_of(report).first() if automatic else None
    labels = head_labels(report)
    is_same_sitting = (
        last is not None
        and last.kind == ChangeKind.EDITED
        and last.changed_by_id == by.pk
        and last.tells(labels)
        and timezone.now() - last.changed_at < SITTING
    )
    if last is None or not is_same_sitting:
        record(report, ChangeKind.EDITED, by=by, values=changes)
        return
    last.values = _joined(last.values, changes)
    if last.values:
        last.save(update_fields=["values"])
    else:
        last.delete()


def head_labels(report: Report) -> set[str]:
    """Return the labels under which the history has changes of the head and the end."""
    return {RECIPIENTS} | {label for name in (*HEAD, LINES) for label in described_value(report, name)}


def _joined(first: Sequence[Sequence[str]], second: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the changes of both as one, without the values that are again what they were."""
    before = {label: old for label, old, _ in reversed([*first, *second])}
    after = {label: new for label, _, new in [*first, *second]}
    return [[label, before[label], new] for label, new in after.items() if before[label] != new]


def _set(stored: Report, report: Report, name: str) -> list[list[str]]:
    """Set one field to the cleaned value of `report`; return the change for the history."""
    before = described_value(stored, name)
    if name == LINES:
        stored.title_lines = report.title_lines
    else:
        field = Report._meta.get_field(name)
        setattr(stored, name, field.to_python(getattr(report, name)))  # type: ignore[union-attr]
    return difference(before, described_value(stored, name))


def recipient_lines(report: Report) -> str:
    return "\n".join(recipient.name for recipient in report.recipients.all())


def set_recipients(report: Report, names: Sequence[str]) -> None:
    report.recipients.all().delete()
    Recipient.objects.bulk_create(
        Recipient(report=report, position=position, name=name) for position, name in enumerate(names, start=1)
    )
