"""The verbs by which a legal officer waives a finding, with a reason, and takes the waiver back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.history import record
from accounts.models import ChangedItem, ChangedTogether, ChangeKind, User
from accounts.rows.together import Undone
from reports.checks import Finding, Severity
from reports.models import Report, Waiver
from reports.states import Action, locked, require

LONGEST_TEXT = 1000  # characters of a finding that are stored, as in the table
LABEL = "giữ nguyên"
WAIVER = "reports.waiver"
BLOCKS = "Chỗ này chặn việc {submit} nên phải sửa, không giữ nguyên được."


def can_be_waived(finding: Finding) -> bool:
    return finding.rule.severity is not Severity.BLOCKING


def left_open(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> tuple[Finding, ...]:
    """Return the findings that are not waived, and those that block submitting and cannot be waived."""
    waived = {waiver.key for waiver in waivers}
    return tuple(one for one in findings if one.key not in waived or not can_be_waived(one))


def waive(finding: Finding, *, report: Report, reason: str, by: User) -> Waiver:
    """Store the reason for waiving a warning or a hint, in place of an earlier reason."""
    (waiver,) = waive_all([finding], report=report, reason=reason, by=by)
    return waiver


@transaction.atomic
def waive_all(findings: Sequence[Finding], *, report: Report, reason: str, by: User) -> list[Waiver]:
    """Store one reason for waiving several findings, with one entry in the report's history.

    Raises ValidationError if one of them blocks submitting, or without a reason.
    """
    stored = locked(report)
    require(Action.WRITE, report=stored, by=by)
    if not all(map(can_be_waived, findings)):
        raise ValidationError(BLOCKS.format(submit=stored.wording.submit))
    waivers = [
        Waiver(report=stored, key=one.key, text=one.text[:LONGEST_TEXT], reason=reason, waived_by=by)
        for one in findings
    ]
    for waiver in waivers:
        waiver.clean_fields(exclude=["report", "waived_by"])
    waivers = Waiver.objects.bulk_create(
        waivers,
        update_conflicts=True,
        unique_fields=["report", "key"],
        update_fields=["text", "reason", "waived_by", "waived_at"],
    )
    values = [[LABEL, "", f"{waiver.text} – {waiver.reason}"] for waiver in waivers]
    record(stored, ChangeKind.EDITED, by=by, values=values)
    return waivers


def stored_together(waivers: Iterable[Waiver], *, by: User) -> ChangedTogether:
    """Store that these findings were waived together, so that `take_waivers_back` can undo it."""
    items = [ChangedItem(model=WAIVER, pk=one.pk, version=1, before={}) for one in waivers]
    return ChangedTogether.objects.store(items, by=by, words="giữ nguyên")


def take_waivers_back(items: list[ChangedItem], by: User) -> Undone:
    """Delete the waivers of these items."""
    waivers = Waiver.objects.filter(pk__in=[item["pk"] for item in items])
    found = list(waivers.filter(report__organisation=by.organisation).select_related("report"))
    for waiver in found[:1]:
        stored = locked(waiver.report)
        require(Action.WRITE, report=stored, by=by)
        values = [[LABEL, f"{one.text} – {one.reason}", ""] for one in found]
        Waiver.objects.filter(pk__in=[one.pk for one in found]).delete()
        record(stored, ChangeKind.EDITED, by=by, values=values)
    return Undone(found)


@transaction.atomic
def take_waiver_back(waiver: Waiver, *, by: User) -> None:
    stored = locked(waiver.report)
    require(Action.WRITE, report=stored, by=by)
    if stored.waivers.filter(pk=waiver.pk).delete()[0]:  # False if somebody else has deleted it already
        record(stored, ChangeKind.EDITED, by=by, values=[[LABEL, f"{waiver.text} – {waiver.reason}", ""]])
