"""Small inputs that once failed, which lie outside of this repository, come in as their collection says."""

from datetime import date

import pytest

from accounts.models import Organisation
from events.models import Event
from pbgdpl.lib.office import conversion
from plans.models import Directive, Plan
from reports.document.tree import BulletList, Paragraph, Table
from reports.document.typed import blocks
from reports.document.unmarked import readings, with_tabs
from reports.reading.pasted.lines import FROM_TCVN3, pasted_lines
from reports.reading.pasted.read_lines import read_lines
from reports.reading.report import UnreadableReport, reading_of
from reports.reading.report.intake import intake_of
from tests.reports.reading.pasted.uploading import case

DEPARTMENT = Organisation(code="SKHCN", name="Sở Khoa học và Công nghệ tỉnh Sen", place="Sen", symbol="SKHCN")


def rows_of(name, year):
    intake = intake_of(reading_of(case(name), name).document, organisation=DEPARTMENT, year=year)
    return [sum(type(found.row) is model for found in intake.found) for model in (Plan, Directive, Event)]


def test_a_list_pasted_in_tcvn3_is_read_and_each_line_says_so():
    lines = pasted_lines(case("02h-dan-tcvn3.txt").decode())
    plan, letter = read_lines(lines, organisation=DEPARTMENT, year=2025, unclear=Plan)
    assert (plan.row.number, plan.row.issued_on) == ("12/KH-SKHCN", date(2025, 1, 8))
    assert plan.row.subject == "về phổ biến, giáo dục pháp luật năm 2025"
    assert letter.row.subject == "về việc hướng dẫn Luật Đường bộ"
    assert all(FROM_TCVN3 in entry.doubts for entry in (plan, letter))


@pytest.mark.skipif(not conversion.is_available(), reason="LibreOffice is not installed")
def test_a_report_in_rtf_is_read_as_its_twin_in_word():
    assert rows_of("03a-bao-cao.rtf", 2025) == rows_of("02g-unicode-ten-phong-VnTime.docx", 2025)


def test_text_copied_from_word_is_asked_about_and_its_first_reading_has_all_its_parts():
    asked = readings(with_tabs(case("05-chep-tu-word-vao-muc.txt").decode()))
    first, second, *others = blocks(asked[0].text)
    assert len(asked) > 1
    assert (type(first), type(second)) == (Paragraph, Paragraph)
    assert [type(block) for block in others] == [BulletList, Table]
    assert [len(others[0].items), len(others[1].rows)] == [2, 3]


def test_a_report_that_holds_another_file_is_refused_with_the_way_out():
    with pytest.raises(UnreadableReport, match="nhúng một tệp khác"):
        reading_of(case("15-altchunk.docx"), "15.docx")
