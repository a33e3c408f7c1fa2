"""The wording of a heading from year to year, and its printed number."""

import pytest

from reports.compiling.headings import heading_in, heading_moved, section_headings
from reports.document.tree import Numbering
from reports.year_mentions.headings import heading_key
from tests.factories import make_report


@pytest.mark.parametrize(
    "heading", ["NHIỆM VỤ NĂM 2025", "Nhiệm vụ năm sau", "nhiem vu  nam toi", "Nhiệm vụ năm 2031"]
)
def test_a_heading_is_the_same_whatever_year_it_names(heading):
    assert heading_key(heading) == "nhiem vu nam"


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Nhiệm vụ năm sau và năm 2026", "nhiem vu nam va nam"),
        ("Nhiệm vụ", "nhiem vu"),
        ("Giai đoạn năm 20255", "giai doan nam 20255"),
        ("Kết quả 2025", "ket qua 2025"),
    ],
)
def test_only_a_year_that_is_called_one_is_left_out(heading, key):
    assert heading_key(heading) == key


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("NHIỆM VỤ NĂM SAU", "NHIỆM VỤ NĂM 2025"),
        ("Nhiệm vụ năm tới, kiến nghị năm sau", "Nhiệm vụ năm 2025, kiến nghị năm 2025"),
        ("Nhiệm vụ các năm sau", "Nhiệm vụ các năm sau"),
        ("Những năm tới", "Những năm tới"),
        ("nhiệm vụ những năm tới", "nhiệm vụ những năm tới"),
        ("Nhiệm vụ năm 2024", "Nhiệm vụ năm 2024"),
    ],
)
def test_the_next_year_is_written_as_a_number(heading, printed):
    assert heading_in(2024, heading) == printed


@pytest.mark.parametrize(
    ("heading", "moved"),
    [
        ("Kết quả năm 2024", "Kết quả năm 2026"),
        ("Kết quả 2024, nhiệm vụ 2025", "Kết quả 2026, nhiệm vụ 2027"),
        ("So với năm 2023", "So với năm 2023"),
        ("Đến năm 2026", "Đến năm 2026"),
        ("Đề án giai đoạn 2021-2025", "Đề án giai đoạn 2021-2025"),
        ("Số 12024", "Số 12024"),
    ],
)
def test_the_year_of_a_report_and_the_next_move_on_with_it(heading, moved):
    assert heading_moved(heading, of=2024, to=2026) == moved


@pytest.mark.django_db
def test_headings_of_the_first_depth_alone_are_printed_in_capitals(department):
    report = make_report(department, (1, "Kết quả", ""), (2, "Hội nghị", ""), (3, "Trực tiếp", ""))
    sections = list(report.sections.all())
    headings = section_headings(iter(sections), Numbering.DECIMAL)
    assert list(headings) == [section.pk for section in sections]
    assert [(str(one), one.path) for one in headings.values()] == [
        ("I. KẾT QUẢ", (1,)),
        ("1. Hội nghị", (1, 1)),
        ("1.1. Trực tiếp", (1, 1, 1)),
    ]
