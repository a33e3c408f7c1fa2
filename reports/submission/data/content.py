"""What a report states, as data: everything of the submitted file but what is known only when it is submitted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from accounts.models import Attachment, Organisation
from reports.document.data import Data, to_data
from reports.document.tree import Document
from reports.models import Assessment, Report
from reports.received.form import form_of
from reports.submission.data.figures import form_data
from reports.submission.data.rows import key_of, plain, rows_data
from reports.writing.criteria.assessments import EVIDENCE

PROVING = ("directives", "plans", "events")  # the rows among what an assessment names as evidence


def content_of(report: Report, document: Document) -> Data:
    """Return the paper with the rows, criteria and figures of the report; a fixed number of queries."""
    form = form_of(report.organisation, report.period)
    assessments = [*report.assessments.select_related("criterion").prefetch_related(*EVIDENCE)]
    counted = {(row.label, row.pk) for one in (form.figures if form else ()) for row in one.rows}
    proving = {key_of(row) for one in assessments for name in PROVING for row in _evidence(one, name)}
    return {
        "body": _body(report.organisation),
        "period": _period(report),
        "paper": to_data(document),
        "rows": rows_data(report, _texts(report), counted | proving),
        "criteria": [*map(_criterion, assessments)],
        "form": form_data(form) if form else None,
    }


def file_data(file: Attachment) -> Data:
    return {"name": file.name, "size": file.size, "sha256": file.sha256}


def _body(body: Organisation) -> Data:
    receiver = body.reports_to
    return {
        "code": body.code,
        "name": body.name,
        "group": body.group,
        "reports_to": {"code": receiver.code, "name": receiver.name} if receiver else None,
    }


def _period(report: Report) -> Data:
    return {
        "year": report.reporting_year,
        "kind": report.period_kind,
        "words": report.period.words,
        "statistics_from": plain(report.statistics_from),
        "statistics_to": plain(report.statistics_to),
    }


def _texts(report: Report) -> Iterator[str]:
    """Yield the typed texts in which listings may stand."""
    yield report.opening
    yield from chain(
        report.sections.values_list("body", flat=True), report.annexes.values_list("body", flat=True)
    )


def _criterion(assessment: Assessment) -> Data:
    criterion = assessment.criterion
    return {
        "group": criterion.group,
        "name": criterion.name,
        "maximum_points": plain(criterion.maximum_points),
        "result": assessment.result,
        "result_label": assessment.get_result_display(),
        "points": plain(assessment.points),
        "text": assessment.text,
        "evidence": {
            **{name: [row.pk for row in _evidence(assessment, name)] for name in PROVING},
            "files": [file_data(file) for file in _evidence(assessment, "attachments")],
        },
    }


def _evidence(assessment: Assessment, name: str) -> list[Any]:
    """Return the rows or files of a relation that are not deleted, in a fixed order."""
    found = [one for one in getattr(assessment, name).all() if one.deleted_at is None]
    return sorted(found, key=lambda one: one.pk)
