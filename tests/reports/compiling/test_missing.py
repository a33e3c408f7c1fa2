"""The parts that a report lacks before it can be signed, each in a sentence with the page where it is completed."""

import pytest

from reports.compiling.compile import compile_report
from reports.compiling.missing import Missing, missing_parts
from tests.factories import make_report

pytestmark = pytest.mark.django_db


def test_a_complete_report_lacks_nothing(department):
    assert [*missing_parts(compile_report(make_report(department)))] == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"number": "/BC-SXD"}, "số, ký hiệu"),
        ({"number": "/2025/BC-SXD"}, "số, ký hiệu"),
        ({"number": ""}, "số, ký hiệu"),
        ({"issued_on": None}, "ngày ban hành"),
        ({"closing": ""}, "lời kết"),
        ({"signer_name": ""}, "họ tên người ký"),
    ],
)
def test_each_part_that_is_missing_is_named(department, fields, words):
    report = make_report(department, **fields)
    assert [*missing_parts(compile_report(report))] == [
        Missing(f"Báo cáo chưa có {words}", page="report", gap="", writers_page="report_head")
    ]


def test_a_report_for_nobody_lacks_its_recipients(department):
    report = make_report(department)
    report.recipients.all().delete()
    assert [missing.text for missing in missing_parts(compile_report(report))] == ["Báo cáo chưa có nơi nhận"]


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "1 mục của báo cáo chưa có nội dung: “I. MỤC 1”"),
        (3, "3 mục của báo cáo chưa có nội dung: “I. MỤC 1”; “II. MỤC 2”; “III. MỤC 3”"),
        (4, "4 mục của báo cáo chưa có nội dung: “I. MỤC 1”; “II. MỤC 2”; “III. MỤC 3” và 1 mục khác"),
        (6, "6 mục của báo cáo chưa có nội dung: “I. MỤC 1”; “II. MỤC 2”; “III. MỤC 3” và 3 mục khác"),
    ],
)
def test_empty_sections_are_counted_and_the_first_three_named(department, count, sentence):
    sections = [(1, f"Mục {number}", "") for number in range(1, count + 1)]
    report = make_report(department, *sections, (1, "Khác", "Có."))
    assert [*missing_parts(compile_report(report))] == [
        Missing(sentence, page="report", gap="", writers_page="")
    ]
