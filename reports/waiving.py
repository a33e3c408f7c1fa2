"""The verbs by which a legal officer lets a finding stand, with a reason that is kept."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.history import record
from accounts.models import ChangeKind, User
from reports.checks import Finding, Severity
from reports.models import Report, Waiver
from reports.states import Action, held, require

LABEL = "giữ nguyên"


@transaction.atomic
def waive(finding: Finding, *, report: Report, reason: str, by: User) -> Waiver:
    """Keep why a warning or a hint may stand; said twice, the last reason counts."""
    stored = held(report)
    require(Action.WRITE, report=stored, by=by)
    if finding.rule.severity is Severity.BLOCKING:
        raise ValidationError("Chỗ này chặn việc nộp nên phải sửa, không giữ nguyên được.")
    waiver = stored.waivers.filter(key=finding.key).first() or Waiver(report=stored, key=finding.key)
    waiver.text, waiver.reason, waiver.waived_by = finding.text[:1000], reason, by
    waiver.full_clean()
    waiver.save()
    record(stored, ChangeKind.EDITED, by=by, values=[[LABEL, "", f"{waiver.text} – {waiver.reason}"]])
    return waiver


@transaction.atomic
def take_waiver_back(waiver: Waiver, *, by: User) -> None:
    stored = held(waiver.report)
    require(Action.WRITE, report=stored, by=by)
    record(stored, ChangeKind.EDITED, by=by, values=[[LABEL, f"{waiver.text} – {waiver.reason}", ""]])
    waiver.delete()
