"""The summary that a legal officer reads before submitting a report, with links to correct each line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format

from pbgdpl.lib.vietnamese import thousands
from reports.checks import Draft
from reports.compiling.collected import collected_in
from reports.compiling.contents import bare_headings
from reports.compiling.listings import (
    CRITERIA,
    DIRECTIVES,
    EVENTS,
    MODELS,
    PLANS,
    POLICIES,
    ListedRows,
    choices_in,
    write_choice,
)
from reports.models import Report
from reports.writing.criteria.page import assessed_count

LATER = "để trống chỗ ghi khi đăng ký"


@dataclass(frozen=True, slots=True)
class Answer:
    label: str
    lines: tuple[str, ...]
    address: str
    is_long: bool = False  # shown folded under its first line


def answers(draft: Draft) -> tuple[Answer, ...]:
    """Return the summary of the report in the order of the paper; a fixed number of queries."""
    report = draft.report
    head = reverse("report_head", args=[report.period])
    return (
        Answer("Số, ký hiệu và ngày", (_number(draft), _day(report)), f"{head}#id_number"),
        Answer("Trích yếu", (report.subject,), f"{head}#id_subject"),
        Answer("Các mục", tuple(_sections(draft)), reverse("report", args=[report.period]), is_long=True),
        *_listings(draft),
        *_collected(draft),
        *_criteria(draft),
        Answer("Người ký", _signer(draft), f"{head}#id_signer_authority"),
        Answer("Nơi nhận", draft.document.recipients, f"{head}#id_recipients"),
    )


def _number(draft: Draft) -> str:
    number, symbol = draft.report.number.partition("/")[::2]
    if number.strip(" .…_"):
        return f"Số {draft.report.number}"
    return f"Số: {LATER}; ký hiệu …/{symbol}" if symbol else f"Số, ký hiệu: {LATER}"


def _day(report: Report) -> str:
    return f"Ngày {date_format(report.issued_on)}" if report.issued_on else f"Ngày: {LATER}"


def _signer(draft: Draft) -> tuple[str, ...]:
    return (*draft.document.signature.authority, draft.document.signature.name)


def _sections(draft: Draft) -> Iterator[str]:
    bare = bare_headings(draft.sections)
    to_write = [section for section in draft.sections if section.pk not in bare]
    yield f"{sum(section.is_done for section in to_write)} trong {len(to_write)} mục đã xong"
    for section in to_write:
        yield f"{section.heading}: {'đã xong' if section.is_done else 'chưa đánh dấu xong'}"


def _listings(draft: Draft) -> Iterator[Answer]:
    """Yield for each kind of rows how many are printed, and how many of the year are not."""
    choices = [choice for section in draft.sections for choice in choices_in(section.body)]
    rows = ListedRows(draft.report)
    known = {
        PLANS: draft.plans,
        DIRECTIVES: draft.directives,
        POLICIES: draft.policies,
        EVENTS: draft.events,
    }
    for name, model in MODELS.items():
        asked = [choice for choice in choices if choice.name == name]
        is_expected = known[name] if name == POLICIES else not draft.is_of_province
        if not (
            asked or is_expected
        ):  # most bodies have no policies, and a province's report is of others' rows
            continue
        printed = {row.pk for choice in asked for row in rows.rows(choice)}
        left = len(known[name]) - len(printed)
        lines = [f"{thousands(len(printed))} dòng được in"]
        if left:
            lines.append(f"{thousands(left)} dòng của năm không được in")
        address = reverse(model.list_name, args=[draft.report.reporting_year])
        yield Answer(f"Danh mục {name}", tuple(lines), address)


def _collected(draft: Draft) -> Iterator[Answer]:
    """Yield for each listing of what the bodies reported how many things it lists."""
    if draft.is_of_province:
        texts = [*(one.body for one in draft.sections), *(one.body for one in draft.annexes)]
        for choice in dict.fromkeys(choice for text in texts for choice in collected_in(text)):
            line = f"{thousands(draft.collected[choice].count)} mục được in"
            address = reverse("board", args=[draft.report.period])
            yield Answer(f"Danh mục {write_choice(choice)}", (line,), address)


def _criteria(draft: Draft) -> Iterator[Answer]:
    """Yield how many criteria are assessed, if there are any."""
    if draft.assessments:
        line = f"{assessed_count(draft.assessments)} trong {len(draft.assessments)} tiêu chí đã đánh giá"
        yield Answer(CRITERIA.capitalize(), (line,), reverse("report_criteria", args=[draft.report.period]))
