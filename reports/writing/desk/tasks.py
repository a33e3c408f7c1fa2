"""The tasks beside the sections: head and end, criteria, figures, annexes, findings, versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import thousands
from reports.checks import Part
from reports.writing.desk.sections import FindingCount, counted
from reports.writing.desk.work import Work

# The parts of a report that the page of its head and end edits.
HEAD_PARTS = {Part.REPORT, Part.RECIPIENTS}


@dataclass(frozen=True, slots=True)
class Task:
    """A task beside the sections; without `url` it is shown but not linked."""

    name: str
    icon: str
    url: str
    note: str = ""
    findings: tuple[FindingCount, ...] = ()
    mentions: int = 0


def other_tasks(work: Work) -> Iterator[Task]:
    """Yield the tasks beside the sections; a submitted report has no findings and cannot be submitted."""
    if count := work.mentions(*Part):
        note = f"{thousands(count)} chỗ nêu năm cần chuyển hoặc xem lại"
        yield Task("Chuyển năm", "calendar", work.writers_url("report_years"), note)
    yield _head(work)
    if work.draft.assessments or not work.draft.is_of_province:
        yield _criteria(work)
    yield _figures(work)
    if work.draft.annexes or work.may_write:
        yield _annexes(work)
    if work.status.is_open:
        yield _findings(work)
    count = work.status.submission.version if work.status.submission else 0
    verb = work.draft.report.wording.submit
    note = f"Đã {verb} {count} bản" if count else f"Chưa {verb} bản nào"
    yield Task(f"Các bản đã {verb}", "report", work.url("report_versions"), note)
    if work.status.is_open:
        yield Task(f"{verb.capitalize()} báo cáo", "submitted", work.writers_url("report_submit"))


def _head(work: Work) -> Task:
    return Task(
        "Đầu và cuối báo cáo",
        "document",
        work.writers_url("report_head"),
        "Số, ngày, kính gửi, căn cứ, lời kết, người ký, nơi nhận",
        counted((finding for finding in work.found if finding.place.part in HEAD_PARTS), work),
        work.mentions(*HEAD_PARTS),
    )


def _figures(work: Work) -> Task:
    if work.draft.figures.is_of_province:
        note = "Biểu của toàn tỉnh, cộng từ các báo cáo đã tiếp nhận"
        return Task("Số liệu", "board", work.url("board_figures"), note)
    return Task("Số liệu", "board", work.url("report_figures"), "Biểu thống kê, đếm sẵn từ dữ liệu của năm")


def _criteria(work: Work) -> Task:
    total = len(work.draft.assessments)
    note = f"{work.assessed_count} trong {total} tiêu chí đã đánh giá" if total else "Không có tiêu chí"
    return Task(
        "Tiêu chí",
        "list",
        work.url("report_criteria"),
        note,
        counted((finding for finding in work.found if finding.place.part is Part.CRITERION), work),
        work.mentions(Part.CRITERION),
    )


def _annexes(work: Work) -> Task:
    count = len(work.draft.annexes)
    return Task(
        "Phụ lục",
        "prose",
        work.url("report_annexes"),
        f"{thousands(count)} phụ lục" if count else "Chưa có phụ lục",
        counted((finding for finding in work.found if finding.place.part is Part.ANNEX), work),
        work.mentions(Part.ANNEX),
    )


def _findings(work: Work) -> Task:
    waived = f"{thousands(work.waived)} chỗ được giữ nguyên" if work.waived else ""
    nothing = "" if work.found else "Không còn chỗ nào cần xem lại"
    note = ", ".join(filter(None, (nothing, waived)))
    return Task("Rà soát", "search", work.url("report_findings"), note, counted(work.found, work))
