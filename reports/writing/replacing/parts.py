"""Replaces words in the parts of a report by the verbs that write them, and undoes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from accounts.conflict import Conflict
from accounts.models import ChangedItem, User
from accounts.rows import YearRow
from accounts.rows.together import Undone
from reports.checks.findings import Part
from reports.models import Annex, Assessment, Report, Section
from reports.states import WrongState
from reports.writing.annexes import write_annex
from reports.writing.criteria.assessments import EVIDENCE, assess
from reports.writing.replacing.changed_texts import CHANGED_MEANWHILE, Changes, Left, Replaced, refusal
from reports.writing.saving import refuse_unprintable, write_head, write_section

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A kind of part: its model, where its report is, and the verb that saves fields of one."""

    model: type[models.Model]
    report: str  # the path from the part to its report; empty for the report itself
    write: Callable[[Any, Values, User], Any]

    def find(self, report: Report, pk: int) -> Any:
        """Return the part as it is stored now, None if it is deleted or of another report."""
        if not self.report:
            return Report.objects.filter(pk=pk).first() if pk == report.pk else None
        return self.model._default_manager.filter(report=report, pk=pk).first()


def _write_section(stored: Section, values: Values, by: User) -> Section:
    return write_section(stored, body=values["body"], version=stored.version, by=by, keeps_present=True)


def _write_annex(stored: Annex, values: Values, by: User) -> Annex:
    title, body = values.get("title", stored.title), values.get("body", stored.body)
    return write_annex(stored, title=title, body=body, version=stored.version, by=by, keeps_present=True)


def _assess(stored: Assessment, values: Values, by: User) -> Assessment:
    changed = copy(stored)
    changed.text = values["text"]
    evidence = {name: list(getattr(stored, name).all()) for name in EVIDENCE}
    return assess(changed, evidence=evidence, version=stored.version, by=by)


def _write_head(stored: Report, values: Values, by: User) -> Report:
    refuse_unprintable(values.get("opening", ""))
    changed = copy(stored)
    for name, value in values.items():
        setattr(changed, name, value)
    recipients = [recipient.name for recipient in stored.recipients.all()]
    return write_head(changed, recipients=recipients, version=stored.version, by=by)


PARTS = {
    Part.REPORT: WrittenPart(Report, "", _write_head),
    Part.SECTION: WrittenPart(Section, "report", _write_section),
    Part.CRITERION: WrittenPart(Assessment, "report", _assess),
    Part.ANNEX: WrittenPart(Annex, "report", _write_annex),
}


def replace_in_parts(report: Report, changes: Changes, *, by: User) -> Replaced:
    """Save the changed texts of a report that are still the same; raise WrongState where it is submitted."""
    done = Replaced()
    for (part, pk), texts in changes.items():
        if part not in PARTS:
            continue
        stored = PARTS[part].find(report, pk)
        reasons = {one: refusal(stored, one) for one in texts}
        ready = [one for one in texts if not reasons[one]]
        done.left += [Left(one.stored.where, reason) for one, reason in reasons.items() if reason]
        if not ready:
            continue
        outcome = _written(part, stored, {one.stored.field: one.after for one in ready}, by)
        if isinstance(outcome, str):
            done.left += [Left(one.stored.where, outcome) for one in ready]
        else:
            done.items.append(outcome)
            done.places += sum(one.places for one in ready)
    return done


def _written(part: Part, stored: Any, values: Values, by: User) -> ChangedItem | str:
    """Save fields of a part; return the item to undo, or why the part was left."""
    before = {name: getattr(stored, name) for name in values}
    try:
        with transaction.atomic():
            after = PARTS[part].write(stored, values, by)
    except Conflict:
        return CHANGED_MEANWHILE
    except WrongState:
        raise
    except ValidationError as refused:
        return f"không lưu được: {' '.join(refused.messages).rstrip('.')}"
    return {"model": stored._meta.label_lower, "pk": stored.pk, "version": after.version, "before": before}


def undo_parts(items: list[ChangedItem], by: User) -> Undone:
    """Restore the texts of parts that nobody has saved since; raise WrongState where the report is submitted."""
    outcome = Undone()
    for item in items:
        part, written = next(
            (part, one) for part, one in PARTS.items() if one.model._meta.label_lower == item["model"]
        )
        path = f"{written.report}__organisation" if written.report else "organisation"
        stored: Any = written.model._default_manager.filter(pk=item["pk"], **{path: by.organisation}).first()
        if stored is None:
            continue
        is_same = stored.version == item["version"]
        undone = _written(part, stored, item["before"], by) if is_same else CHANGED_MEANWHILE
        (outcome.left if isinstance(undone, str) else outcome.undone).append(Left(name_of_part(stored), ""))
    return outcome


def name_of_part(stored: Any) -> str:
    """Return the name of a part, or of a row, for a sentence."""
    match stored:
        case Report():
            return "đầu và cuối báo cáo"
        case Assessment(criterion=criterion):
            return str(criterion)
        case YearRow():
            return stored.short_name
        case _:
            return str(stored)


UNDO_OF = {one.model._meta.label_lower: undo_parts for one in PARTS.values()}
