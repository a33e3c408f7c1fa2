"""The verbs that undo the moving of years, each for one model of `ChangedTogether`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import ChangedItem, User
from accounts.rows.together import Undone, UndoVerb
from reports.checks.findings import Part, clipped
from reports.checks.waiving import take_waiver_back
from reports.models import Annex, Assessment, Report, Section, Waiver
from reports.writing.years import WRITE, write_fields


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text as a message names it."""

    short_name: str


def undo_heads(items: list[ChangedItem], by: User) -> Undone:
    outcome = Undone()
    for item in items:
        report = Report.objects.of(by.organisation).filter(pk=item["pk"]).first()
        if report is None:
            continue
        text = [NamedText("đầu và cuối báo cáo")]
        if report.version == item["version"]:
            write_fields(report, item["before"], report.version, by)
            outcome += Undone(undone=text)
        else:
            outcome += Undone(left=text)
    return outcome


def undo_texts(model: Any, part: Part, field: str, name_of: Callable[[Any], str]) -> UndoVerb:
    """Return the verb that undoes the items of sections, assessments or annexes."""

    def undo(items: list[ChangedItem], by: User) -> Undone:
        outcome = Undone()
        own = model.objects.filter(report__organisation=by.organisation).select_related("report")
        stored = own.in_bulk([item["pk"] for item in items])
        for item in items:
            text = stored.get(item["pk"])
            if text is None:
                continue
            named = [NamedText(clipped(name_of(text)))]
            if text.version == item["version"]:
                WRITE[part](text.report, text.pk, item["before"][field], text.version, by)
                outcome += Undone(undone=named)
            else:
                outcome += Undone(left=named)
        return outcome

    return undo


def undo_waivers(items: list[ChangedItem], by: User) -> Undone:
    own = Waiver.objects.filter(report__organisation=by.organisation).select_related("report")
    outcome = Undone()
    for waiver in own.filter(pk__in=[item["pk"] for item in items]):
        take_waiver_back(waiver, by=by)
        outcome += Undone(undone=[NamedText(waiver.text)])
    return outcome


UNDO_YEARS: dict[str, UndoVerb] = {
    "reports.report": undo_heads,
    "reports.section": undo_texts(Section, Part.SECTION, "body", lambda one: one.heading),
    "reports.assessment": undo_texts(Assessment, Part.CRITERION, "text", lambda one: one.criterion.name),
    "reports.annex": undo_texts(Annex, Part.ANNEX, "body", lambda one: one.title),
    "reports.waiver": undo_waivers,
}
