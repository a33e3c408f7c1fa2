"""The verbs by which a legal officer waives a finding, with a reason, and takes the waiver back."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.history import record
from accounts.models import ChangeKind, User
from reports.checks import Finding, Severity
from reports.models import Report, Waiver
from reports.states import Action, locked, require

LONGEST_TEXT = 1000  # characters of a finding that are stored, as in the table
LABEL = "giữ nguyên"


def can_be_waived(finding: Finding) -> bool:
    return finding.rule.severity is not Severity.BLOCKING


def left_open(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> tuple[Finding, ...]:
    """Return the findings that are not waived, and those that block submitting and cannot be waived."""
    waived = {waiver.key for waiver in waivers}
    return tuple(one for one in findings if one.key not in waived or not can_be_waived(one))


@transaction.atomic
def waive(finding: Finding, *, report: Report, reason: str, by: User) -> Waiver:
    """Store the reason for waiving a warning or a hint, in place of an earlier reason."""
    stored = locked(report)
    require(Action.WRITE, report=stored, by=by)
    if not can_be_waived(finding):
        raise ValidationError("Chỗ này chặn việc nộp nên phải sửa, không giữ nguyên được.")
    waiver = stored.waivers.filter(key=finding.key).first() or Waiver(report=stored, key=finding.key)
    waiver.text, waiver.reason = finding.text[:LONGEST_TEXT], reason
    waiver.waived_by, waiver.waived_at = by, timezone.now()
    waiver.full_clean()
    waiver.save()
    record(stored, ChangeKind.EDITED, by=by, values=[[LABEL, "", f"{waiver.text} – {waiver.reason}"]])
    return waiver


@transaction.atomic
def take_waiver_back(waiver: Waiver, *, by: User) -> None:
    stored = locked(waiver.report)
    require(Action.WRITE, report=stored, by=by)
    if stored.waivers.filter(pk=waiver.pk).delete()[0]:  # False if somebody else has deleted it already
        record(stored, ChangeKind.EDITED, by=by, values=[[LABEL, f"{waiver.text} – {waiver.reason}", ""]])
