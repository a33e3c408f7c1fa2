"""What the report of a province costs to write with 5 and with 368 accepted reports of 25 pages.

python -m tests.bench.draft [rounds]: on SQLite, or on the PostgreSQL that DATABASE_URL names. First the reading of the
accepted reports themselves: when nothing is kept, when one was accepted since, and when nothing changed. Then the pages
of the draft; one that does not exist is left out by name.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator

from tests.bench.site import open_site

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.db import connection  # noqa: E402 (needs the site)
from django.urls import NoReverseMatch, reverse  # noqa: E402

from accounts.models import User  # noqa: E402
from pbgdpl.lib import remembering  # noqa: E402
from reports.models import Outcome, Report, Submission  # noqa: E402
from reports.received.accepted import accepted_reports  # noqa: E402
from reports.writing.start import start_report  # noqa: E402
from tests.bench.bodies import (  # noqa: E402
    COMMUNES,
    DEPARTMENTS,
    FEW,
    MANY,
    PERIOD,
    accept_again,
    make_province,
)
from tests.bench.few_and_many import HEAD, Measured, spent, words  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 11
PARTS, CHARACTERS, DOCUMENTS, CRITERIA = 12, 1_500, 30, 8
# The sections of the province's report, each with the words of the headings that it collects, and its text.
SECTIONS = (
    ("Công tác chỉ đạo", "mục thứ 1", "[[văn bản của các đơn vị]]"),
    ("Kết quả", "mục thứ 2", "Đã tổ chức [[5]] cuộc cho [[6]] lượt người.\n\n[[biểu số liệu]]"),
    ("Mô hình, cách làm hay", "mô hình", "[[mô hình của các đơn vị]]"),
    ("Tiêu chí", "mục thứ 5", "[[kết quả tiêu chí các đơn vị]]"),
    ("Kiến nghị", "kiến nghị", "[[kiến nghị của các đơn vị]]"),
    ("Các đơn vị báo cáo", "mục thứ 9", "[[đơn vị đã báo cáo]]\n\n[[đơn vị chưa báo cáo]]"),
)
HEADINGS = {4: "Mô hình, cách làm hay", 12: "Kiến nghị, đề xuất"}
PAGES = (
    ("bàn làm việc", "report"),
    ("viết một mục", "report_section"),
    ("rà soát", "report_findings"),
    ("xem trước", "report_preview"),
    ("bản in", "report_paper"),
)


def write_texts() -> None:
    """Give what was submitted for the period its text, its documents and its criteria."""
    submissions = Submission.objects.filter(report__reporting_year=PERIOD.year)
    for submission in submissions.select_related("report__organisation"):
        body = submission.report.organisation.name
        submission.parts = [
            [f"{number}. {HEADINGS.get(number, f'Mục thứ {number}')}", _text(f"{body}, việc thứ {number}")]
            for number in range(1, PARTS + 1)
        ]
        submission.listed = {
            "documents": [
                {"kind": "plan", "words": f"Kế hoạch số {number}/KH-{body} về phổ biến pháp luật"}
                for number in range(DOCUMENTS)
            ],
            "criteria": [
                {"group": "", "name": f"Tiêu chí thứ {number}", "result": "met", "points": "10"}
                for number in range(CRITERIA)
            ],
        }
        submission.save(update_fields=["parts", "listed"])


def _text(about: str) -> str:
    """Return paragraphs of so many characters in all, no two alike."""
    lines = (
        f"- {about}, nội dung {number}: đã phổ biến văn bản mới đến công chức, viên chức và người dân trên địa bàn;"
        for number in range(20)
    )
    return "\n".join(lines)[:CHARACTERS]


def write_draft(dung: User) -> Report:
    """Start the report of the province, with sections that collect and list what the bodies say."""
    report = start_report(organisation=dung.organisation, year=PERIOD.year, by=dung)
    report.sections.all().delete()
    for position, (heading, collects, body) in enumerate(SECTIONS, start=1):
        report.sections.create(position=position, depth=1, heading=heading, collects=collects, body=body)
    return report


def addresses(drafts: list[Report], page: str) -> list[str]:
    """Return the address of a page for each draft, none where the site has no such page."""
    try:
        if page == "report_section":
            return [reverse(page, args=[PERIOD, one.sections.order_by("position")[2].pk]) for one in drafts]
        return [reverse(page, args=[PERIOD]) for _ in drafts]
    except NoReverseMatch:
        return []


def forget() -> None:
    remembering.of_provinces = remembering.Generations(remembering.MOST_OF_PROVINCES)


def reading(people: tuple[User, ...]) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield what it costs to have the accepted reports."""

    def costs(before: Callable[[User], object]) -> tuple[float, float]:
        few, many = ([], [])
        for dung, times in zip(people, (few, many), strict=True):
            accepted_reports(dung.organisation, PERIOD)
            for _ in range(ROUNDS):
                before(dung)
                times.append(spent(lambda dung=dung: accepted_reports(dung.organisation, PERIOD)))
        return statistics.median(few), statistics.median(many)

    yield "báo cáo: chưa giữ gì", costs(lambda _: forget())
    yield "báo cáo: vừa nhận thêm một", costs(_accept_one_more)
    yield "báo cáo: không đổi", costs(lambda _: None)


def _accept_one_more(dung: User) -> None:
    """Have all but one report read before, and that one be accepted now."""
    outcome = accept_again(dung)
    Outcome.objects.filter(pk=outcome.pk).delete()
    accepted_reports(dung.organisation, PERIOD)
    outcome.save(force_insert=True)


def main() -> None:
    start = time.perf_counter()
    people = (make_province("A", FEW, 0), make_province("B", DEPARTMENTS, COMMUNES))
    write_texts()
    drafts = [write_draft(dung) for dung in people]
    print(f"{connection.vendor}: nạp {FEW} và {MANY} đơn vị trong {time.perf_counter() - start:.0f} giây")
    print(HEAD)
    for name, costs in reading(people):
        print(f"{name:<28} {words(costs)}", flush=True)
    for name, page in PAGES:
        found = addresses(drafts, page)
        print(Measured(name, people, found, ROUNDS) if found else f"{name:<28} bỏ qua: chưa có trang {page}")


if __name__ == "__main__":
    main()
