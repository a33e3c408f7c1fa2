"""The findings follow every change at once, although the results of the rules are kept by their texts."""

import pytest

from reports.checks import Part, find
from tests.factories import make_event, make_report


@pytest.fixture
def report(department):
    return make_report(
        department, (1, "Một", "Sở trả lời đúng hạn."), (1, "Hai", "[[hoạt động]]"), number="5/BC-SXD"
    )


def texts(report):
    return [finding.text for finding in find(report)]


def saved(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def test_the_findings_follow_a_section_and_go_with_it(report):
    right, (section, _) = texts(report), report.sections.all()
    wrong = (
        "“kip” (mục “Một”): vần kết thúc bằng p, t, c, ch phải có dấu sắc hoặc dấu nặng. Sửa chữ viết sai."
    )
    for _ in range(2):  # the text becomes again what it was
        saved(section, body="Sở trả lời kip thời.")
        assert set(texts(report)) - set(right) == {wrong}
        saved(section, body="Sở trả lời đúng hạn.")
        assert texts(report) == right


def test_a_text_that_moves_is_found_in_its_new_place(report):
    one, two = report.sections.all()
    saved(one, body="Sở trả lời kip thời.")
    before = texts(report)
    saved(one, body="Sở trả lời đúng hạn.")
    saved(two, body="Sở trả lời kip thời.")
    assert [text for text in texts(report) if "kip" in text] == [
        text.replace("Một", "Hai") for text in before if "kip" in text
    ]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"name": "Tập huấn kip thời"}, "“kip”"),
        ({"place": "xã của của Sen"}, "“của của”"),
        ({"partners": "Sở Y tế , Sở Nội vụ"}, "thừa dấu cách"),
        ({"attendance": None}, "chưa ghi số người tham dự"),
    ],
)
def test_the_findings_follow_the_fields_of_a_row(department, report, changed, found):
    event = make_event(department, name="Tập huấn", attendance=30)
    right, before = texts(report), {name: getattr(event, name) for name in changed}
    for _ in range(2):
        saved(event, **changed)
        (wrong,) = set(texts(report)) - set(right)
        assert found in wrong
        saved(event, **before)
        assert texts(report) == right


def test_the_findings_follow_the_name_and_the_symbol_of_the_department(department, report):
    saved(report.sections.first(), body="Thực hiện Kế hoạch số 12/KH-SKHCN ngày 05/3/2024.")
    parts = []
    for values in ((), ("Sở Khoa học", "SKHCN"), ("Sở Xây dựng tỉnh Sen", "SXD")):
        if values:
            saved(department, name=values[0], symbol=values[1])
        (unrecorded,) = (finding.unrecorded for finding in find(report) if finding.unrecorded)
        parts.append(unrecorded.part)
    assert parts == [Part.DIRECTIVE, Part.PLAN, Part.DIRECTIVE]


def test_the_findings_follow_the_year_of_the_report(report):
    saved(report.sections.first(), body="Trong năm 2023, Sở đã mở 5 lớp.")
    old = [text for text in texts(report) if "năm 2023" in text]
    saved(report, reporting_year=2025)
    assert (len(old), [text for text in texts(report) if "năm 2023" in text]) == (1, [])
