"""Rules about rows: cited documents are recorded, directives are carried out, events have a date and a turnout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.text import capfirst

from events.kinds import WITHOUT_PEOPLE
from plans.reading import Citation
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, Unrecorded
from reports.checks.numbers import NUMBERED_YEAR, serial_of
from reports.checks.passages import name_of
from reports.reading.ownership import LEGISLATION, is_own

UNRECORDED = Rule(
    "unrecorded-document",
    Severity.HINT,
    "Văn bản nêu trong lời văn chưa được ghi",
    "Văn bản được ghi một lần thì danh mục, lời văn và tổng hợp dùng chung một dữ liệu.",
)
IDLE_DIRECTIVE = Rule(
    "directive-without-plan",
    Severity.HINT,
    "Văn bản chỉ đạo chưa có văn bản triển khai",
    "Sở Tư pháp đọc báo cáo để biết từng văn bản chỉ đạo đã được thực hiện bằng gì.",
)
UNDATED_EVENT = Rule(
    "event-without-date",
    Severity.WARNING,
    "Hoạt động chưa ghi thời gian",
    "Hoạt động phải thuộc kỳ báo cáo; không có ngày thì không biết.",
)
UNCOUNTED_EVENT = Rule(
    "event-without-count",
    Severity.HINT,
    "Hoạt động chưa ghi số người tham dự",
    "Biểu số liệu cộng số lượt người từ các hoạt động.",
)


def unrecorded_document(draft: Draft) -> Iterator[Finding]:
    """Yield the documents that the text names and that are not recorded; legislation need not be.

    A province's report names the documents of the bodies, which recorded them.
    """
    organisation, symbols = draft.report.organisation, draft.symbols
    recorded = {_bare(row.number) for row in draft.recorded if row.number}
    own_serials = {(row.kind, serial_of(row.number)) for row in draft.plans if row.number}
    for passage, cited in draft.citations:
        number, own = cited.number or "", is_own(cited, organisation, symbols)
        is_of_others = own is None or (draft.is_of_province and not own)
        if is_of_others or _bare(number) in recorded or _is_legislation(cited):
            continue
        # Another spelling of a symbol is a finding of the rules about numbers.
        if own and (cited.kind, serial_of(number)) in own_serials:
            continue
        recorded.add(_bare(number))
        what = f"{cited.kind_as_written or cited.kind.label} số {number}"
        text = f"{what} ({passage.where}) chưa được ghi. Ghi thêm, hoặc sửa số nếu viết sai."
        known = Unrecorded(cited.sentence, Part.PLAN if own else Part.DIRECTIVE)
        yield UNRECORDED.finds(text, passage.with_line, _bare(number), unrecorded=known)


def _bare(number: str) -> str:
    """Return a number for comparison, without differences of capitals, leading zeros and dashes."""
    return re.sub(r"[\s-]+", "-", number.upper()).lstrip("0")


def _is_legislation(cited: Citation) -> bool:
    """Return whether a document is legislation, by its kind or by the year in its number."""
    return cited.kind in LEGISLATION or NUMBERED_YEAR.search(cited.number or "") is not None


def idle_directive(draft: Draft) -> Iterator[Finding]:
    if draft.is_of_province:
        return
    listed = [row for row in draft.directives if row.in_report and not draft.needs.without_plan(row)]
    if not draft.has_links:
        if listed and draft.plans:
            text = (
                "Chưa có văn bản chỉ đạo nào được nối với kế hoạch, văn bản triển khai. "
                "Nối ở trang của từng kế hoạch để báo cáo thấy việc nào đã làm."
            )
            yield IDLE_DIRECTIVE.finds(
                text, Place(Part.DIRECTIVE, section=draft.listed_in.get(Part.DIRECTIVE))
            )
        return
    for row in listed:
        if row.pk not in draft.carried_out:
            text = (
                f"{capfirst(name_of(row))}: chưa có kế hoạch, văn bản hay hoạt động thực hiện. "
                "Nối với văn bản triển khai."
            )
            yield IDLE_DIRECTIVE.finds(text, draft.place_of(row, field="plans"), row.pk)


def undated_event(draft: Draft) -> Iterator[Finding]:
    for row in draft.events:
        if row.in_report and row.held_from is None and not row.wording:
            text = f"{capfirst(name_of(row))}: chưa ghi thời gian. Ghi ngày hoặc tháng tổ chức."
            yield UNDATED_EVENT.finds(text, draft.place_of(row, field="held"), row.pk)


def uncounted_event(draft: Draft) -> Iterator[Finding]:
    for row in draft.events:
        if row.in_report and row.attendance is None and row.kind not in WITHOUT_PEOPLE:
            text = f"{capfirst(name_of(row))}: chưa ghi số người tham dự. Ghi số người."
            yield UNCOUNTED_EVENT.finds(text, draft.place_of(row, field="turnout"), row.pk)
