"""A table that does not fit the page is found, with the page on which it would fit."""

import pytest

from reports.checks.findings import Part
from reports.checks.tables import WIDE_TABLE
from tests.factories import make_report
from tests.reports.checks.found import findings

pytestmark = pytest.mark.django_db


def table(columns):
    """Return a table of figures with as many columns, and the name that a finding gives it."""
    row = " | ".join(["10.345.678"] * columns)
    return f"| {' | '.join(['Số lượt'] * columns)} |\n| {row} |"


@pytest.mark.parametrize(("columns", "is_found"), [(2, False), (6, False), (8, True)])
def test_a_table_wider_than_an_upright_page_is_led_to_an_annex(department, columns, is_found):
    report = make_report(department, (1, "Số liệu", f"Số liệu gồm:\n\n{table(columns)}"))
    found = findings(report, WIDE_TABLE)
    assert len(found) == is_found
    for finding in found:
        assert (finding.place.part, finding.place.section) == (Part.SECTION, report.sections.get().pk)
        assert finding.text.startswith("Bảng “Số lượt, Số lượt")
        assert finding.text.endswith("Chuyển bảng sang phụ lục, ở đó trang tự xoay ngang.")


@pytest.mark.parametrize(("columns", "is_found"), [(8, False), (12, True)])
def test_an_annex_turns_its_page_and_only_a_wider_table_is_found(department, columns, is_found):
    report = make_report(department, (1, "Một", "Lời."))
    annex = report.annexes.create(position=1, title="Số liệu", body=table(columns))
    found = findings(report, WIDE_TABLE)
    assert [(finding.place.part, finding.place.pks) for finding in found] == [
        (Part.ANNEX, (annex.pk,))
    ] * is_found
    assert all(finding.text.endswith("Bớt cột, hoặc tách thành hai bảng.") for finding in found)


def test_a_long_text_takes_several_lines_and_is_no_fault(department):
    body = f"| STT | Nội dung |\n| 1 | {'phổ biến pháp luật ' * 50}|"
    assert findings(make_report(department, (1, "Một", body)), WIDE_TABLE) == []
