"""What a person of a department does next about the reports of a year: one step a report, by role and state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from accounts.models import User
from reports.comparing.version_parts import END, HEAD, OPENING
from reports.compiling.contents import contents
from reports.document.tree import Document
from reports.models import Report
from reports.states import GIVEN_BACK, ReportState
from reports.year.overview import YearOverview
from reports.year.year_reports import YearReport

NAMED_WRITERS = 3
OUTCOME = "#ket-qua"  # of the last submission, with its notes, on the desk
# What a writer does in each state, and what follows where somebody else does it.
WRITERS = {
    ReportState.NOT_STARTED: (
        "Bắt đầu báo cáo",
        "edit",
        "Văn bản và hoạt động đã nhập tự vào đúng chỗ của báo cáo.",
    ),
    ReportState.DRAFTING: ("Soạn tiếp báo cáo", "edit", ""),
    ReportState.RETURNED: ("Sửa theo nhận xét", "edit", "Sửa xong thì nộp lại."),
    ReportState.REOPENED: ("Sửa báo cáo", "edit", "Sửa xong thì nộp lại."),
    ReportState.SUBMITTED: ("Xem bản đã {submit}", "report", "{waiting}"),
    ReportState.ACCEPTED: ("Xem bản đã nộp", "report", "Không còn việc gì với báo cáo này."),
}
CLOSED = "Kỳ này không nhận báo cáo nữa. Đề nghị Sở Tư pháp gia hạn nếu vẫn cần nộp."
NO_WRITER = "Đơn vị chưa có cán bộ pháp chế, là người soạn và {submit} báo cáo."
ASK_FOR_WRITER = "Nhờ người quản trị của đơn vị thêm tài khoản."
OTHERS = "Việc của bạn: nhập đủ văn bản, hoạt động và bổ sung chỗ còn thiếu."


@dataclass(frozen=True, slots=True)
class Way:
    words: str
    icon: str
    url: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """The state of one report, why it was given back, and the ways to go on, the main one first."""

    report: YearReport
    sentence: str
    ways: tuple[Way, ...]
    reason: str = ""  # why it was given back
    notes: int = 0  # of the Justice Department on the version that was given back


def next_steps(overview: YearOverview, by: User) -> tuple[NextStep, ...]:
    """Return the next steps; none for a year that nobody asks about and in which nothing was entered.

    The queries do not grow with the rows of the year.
    """
    writers = () if by.writes_reports else _writers(by)
    shown = [one for one in overview.reports if one.is_asked or not overview.is_empty]
    return tuple(
        _step(one, overview.document if one is overview.current else None, writers, by) for one in shown
    )


def _writers(by: User) -> tuple[str, ...]:
    return tuple(by.organisation.writers.values_list("full_name", flat=True))


def _step(one: YearReport, document: Document | None, writers: Sequence[str], by: User) -> NextStep:
    headings = _noted_headings(one)
    if by.writes_reports:
        sentence, ways = _writers_part(one, document, headings)
    else:
        sentence, ways = _others_part(one, writers, by)
    return NextStep(
        report=one,
        sentence=sentence,
        ways=ways,
        reason=one.status.outcome.reason if one.status.outcome and one.status.state in GIVEN_BACK else "",
        notes=len(headings),
    )


def _noted_headings(one: YearReport) -> list[str]:
    """Return the heading of each note on a version that was given back."""
    submission = one.status.submission
    if submission is None or one.status.state not in GIVEN_BACK:
        return []
    return list(submission.notes.values_list("heading", flat=True))


def _writers_part(
    one: YearReport, document: Document | None, headings: Sequence[str]
) -> tuple[str, tuple[Way, ...]]:
    words, icon, sentence = _words_for_writers(one)
    desk = Way("Tới báo cáo", "report", reverse("report", args=[one.key]))
    match one.status.state:
        case ReportState.SUBMITTED | ReportState.ACCEPTED if one.status.submission:
            return sentence, (Way(words, icon, one.status.submission.get_absolute_url()), desk)
        case ReportState.RETURNED | ReportState.REOPENED if one.report:
            url = _first_note_url(one.report, document, headings) or f"{desk.url}{OUTCOME}"
            return sentence, (Way(words, icon, url), desk)
    if one.due and one.due.is_closed:
        return CLOSED, (desk,)
    return sentence, (Way(words, icon, desk.url),)


def _words_for_writers(one: YearReport) -> tuple[str, str, str]:
    """Return what a writer does in the state of a report, its icon, and what follows."""
    words, icon, sentence = WRITERS[one.status.state]
    wording = one.wording
    return words.format(submit=wording.submit), icon, sentence.format(waiting=wording.waiting)


def _first_note_url(report: Report, document: Document | None, headings: Sequence[str]) -> str:
    """Return the address where the first noted part of the paper is written, "" where no part is found."""
    places = dict(_places(report, document)) if document else {}
    return next((url for heading, url in places.items() if heading in headings), "")


def _places(report: Report, document: Document) -> Iterator[tuple[str, str]]:
    """Yield the parts of the paper by their headings, each with the address where it is written."""
    head = reverse("report_head", args=[report.period])
    yield from ((HEAD, head), (OPENING, head))
    for section, entry in zip(report.sections.all(), contents(document), strict=False):
        title = f"{entry.heading.label} {entry.heading.text}"
        yield title, reverse("report_section", args=[report.period, section.pk])
    yield END, head


def _others_part(one: YearReport, writers: Sequence[str], by: User) -> tuple[str, tuple[Way, ...]]:
    """Return what a person does who does not write the report: complete its rows, give it a writer."""
    desk = Way("Xem báo cáo", "report", reverse("report", args=[one.key]))
    if not one.is_to_do:
        return CLOSED if one.due and one.due.is_closed else _words_for_writers(one)[2], (desk,)
    if writers:
        return f"{_named(writers)} soạn và {one.wording.submit} báo cáo. {OTHERS}", (desk,)
    no_writer = NO_WRITER.format(submit=one.wording.submit)
    if by.administers:
        add = Way("Thêm cán bộ pháp chế", "plus", reverse("user_add", args=[one.key.year]))
        return no_writer, (add, desk)
    return f"{no_writer} {ASK_FOR_WRITER}", (desk,)


def _named(writers: Sequence[str]) -> str:
    more = f" và {len(writers) - NAMED_WRITERS} người khác" if len(writers) > NAMED_WRITERS else ""
    return f"{', '.join(writers[:NAMED_WRITERS])}{more}"
