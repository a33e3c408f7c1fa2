"""Cited documents are recorded, directives are carried out, events have a date and a turnout."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from events.kinds import DatePrecision, EventKind
from reports.checks.findings import Part
from reports.checks.records import IDLE_DIRECTIVE, UNCOUNTED_EVENT, UNDATED_EVENT, UNRECORDED
from tests.factories import make_directive, make_event, make_organisation, make_plan, make_report
from tests.reports.checks.found import findings, report_saying, texts

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 5, 1, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    "cited",
    [
        "Kế hoạch số 228/KH-UBND",
        "Công văn số 15/STP-PBGDPL",
        "Chỉ thị số 32-CT/TW",
        "Quyết định số 1043/QĐ-TTg",
        "Kế hoạch số 77/KH-SXD",
    ],
)
def test_a_cited_document_not_on_record_is_found_with_its_line(department, cited):
    line = f"Sở thực hiện {cited} ngày 05/3/2024 về phổ biến pháp luật."
    report = report_saying(department, f"{line}\n\nTiếp tục {cited}.", number="/BC-SXD")
    [finding] = findings(report, UNRECORDED)
    assert finding.text == f"{cited} (mục “Kết quả”) chưa được ghi. Ghi thêm, hoặc sửa số nếu viết sai."
    assert finding.place.line == line


@pytest.mark.parametrize(
    ("cited", "words", "part"),
    [
        (
            "Kế hoạch số 228/KH-UBND ngày 05/3/2024 của UBND tỉnh về hòa giải",
            "Kế hoạch số 228/KH-UBND ngày 05/3/2024 của UBND tỉnh về hòa giải",
            Part.DIRECTIVE,
        ),
        ("CV số 77/SXD-VP", "CV số 77/SXD-VP", Part.PLAN),
    ],
)
def test_what_is_known_of_an_unrecorded_document_comes_with_it(department, cited, words, part):
    [finding] = findings(report_saying(department, f"Thực hiện {cited}.", number="/BC-SXD"), UNRECORDED)
    assert (finding.unrecorded.words, finding.unrecorded.part) == (words, part)


@pytest.mark.parametrize(
    "text",
    [
        "Luật Đất đai số 31/2024/QH15, Nghị định số 46/2024/NĐ-CP, Thông tư số 03/2018/TT-BTP",
        "Nghị quyết số 12/2024/NQ-HĐND của HĐND tỉnh, Quyết định số 05/2024/QĐ-UBND",
        "Kế hoạch số 325/KH-UBND ngày 29/12/2023; Kế hoạch số 0325/KH-UBND",
        "Kế hoạch số 139/KH-SXD ngày 05/3/2024 và Kế hoạch số 139/KH–SXD",
        "Kế hoạch PBGDPL của Sở, Kế hoạch số …/KH-UBND, Công văn số 12",
        "Có 186 tổ chức, 1.245 lượt người.",
    ],
)
def test_what_is_on_record_or_binds_everybody_is_not(department, text):
    make_directive(department, number="325/KH-UBND", in_report=False)
    make_plan(department, number="139/KH-SXD")
    assert findings(report_saying(department, text, number="/BC-SXD"), UNRECORDED) == []


def test_the_lines_of_a_listing_are_rows_already(department):
    make_plan(department, subject="về thực hiện Kế hoạch số 41/KH-UBND ngày 05/3/2024 của UBND tỉnh")
    assert findings(report_saying(department, "[[văn bản đã ban hành]]"), UNRECORDED) == []


def test_a_directive_without_a_plan_is_found_where_others_have_one(department):
    done, idle = make_directive(department), make_directive(department, number="41/KH-UBND")
    make_directive(department, in_report=False)
    make_plan(department).directives.add(done)
    [finding] = findings(make_report(department), IDLE_DIRECTIVE)
    assert finding.text == (
        "Kế hoạch số 41/KH-UBND: chưa có kế hoạch, văn bản hay hoạt động thực hiện. Nối với văn bản triển khai."
    )
    assert (finding.place.part, finding.place.pks) == (Part.DIRECTIVE, (idle.pk,))


def test_a_plan_of_another_year_carries_out_and_a_deleted_one_does_not(department):
    late, gone = make_directive(department, number="1/KH"), make_directive(department, number="2/KH")
    make_plan(department, reporting_year=2025).directives.add(late)
    make_plan(department, deleted_at=NOW).directives.add(gone)
    assert [finding.place.pks for finding in findings(make_report(department), IDLE_DIRECTIVE)] == [
        (gone.pk,)
    ]


def test_who_links_nothing_gets_one_hint(department):
    for _ in range(3):
        make_directive(department)
    make_plan(department)
    [finding] = findings(make_report(department), IDLE_DIRECTIVE)
    assert finding.place.pks == ()
    assert finding.text.startswith("Chưa có văn bản chỉ đạo nào được nối")


def test_links_of_events_are_links(department):
    idle = make_directive(department)
    make_event(department).plans.add(make_plan(department))
    assert [finding.place.pks for finding in findings(make_report(department), IDLE_DIRECTIVE)] == [
        (idle.pk,)
    ]


def test_who_has_nothing_to_link_gets_none(department, other_department):
    make_plan(other_department).directives.add(make_directive(other_department))
    report = make_report(department)
    assert findings(report, IDLE_DIRECTIVE) == []
    make_directive(department)
    assert findings(report, IDLE_DIRECTIVE) == []


NEVER = {"held_from": None, "date_precision": DatePrecision.NONE}


@pytest.mark.parametrize(
    ("values", "undated", "uncounted"),
    [
        (NEVER, 1, 0),
        ({"attendance": None}, 0, 1),
        (NEVER | {"attendance": None}, 1, 1),
        (NEVER | {"kind": EventKind.PUBLICATION, "attendance": None}, 1, 0),
        ({"kind": EventKind.BROADCAST, "attendance": None}, 0, 0),
        ({"kind": EventKind.CONTEST, "attendance": None}, 0, 1),
        ({"kind": EventKind.LAW_DAY, "attendance": None}, 0, 1),
        ({}, 0, 0),
        ({"attendance": 0}, 0, 0),
        ({"date_precision": DatePrecision.MONTH}, 0, 0),
        (NEVER | {"wording": "Hội nghị tháng 3"}, 0, 0),
        (NEVER | {"attendance": None, "in_report": False}, 0, 0),
        (NEVER | {"attendance": None, "deleted_at": NOW}, 0, 0),
    ],
)
def test_an_event_without_date_or_count(department, values, undated, uncounted):
    make_event(department, **values)
    report = make_report(department)
    assert (len(findings(report, UNDATED_EVENT)), len(findings(report, UNCOUNTED_EVENT))) == (
        undated,
        uncounted,
    )


def test_the_event_is_named(department):
    make_event(department, name="Hội nghị phổ biến Luật Giá", attendance=None, **NEVER)
    report = make_report(department)
    assert texts(report, UNDATED_EVENT) + texts(report, UNCOUNTED_EVENT) == [
        "Hoạt động “Hội nghị phổ biến Luật Giá”: chưa ghi thời gian. Ghi ngày hoặc tháng tổ chức.",
        "Hoạt động “Hội nghị phổ biến Luật Giá”: chưa ghi số người tham dự. Ghi số người.",
    ]


def test_the_own_symbol_shows_whose_a_document_is():
    education = make_organisation(name="Sở Giáo dục và Đào tạo", symbol="SGDĐT")
    make_plan(education, number="9/KH-SGDĐT")
    report = report_saying(education, "Kế hoạch số 9/KH-SGGDĐT; Kế hoạch số 9/KH-SYT", number="/BC-SGDĐT")
    assert texts(report, UNRECORDED) == [
        "Kế hoạch số 9/KH-SYT (mục “Kết quả”) chưa được ghi. Ghi thêm, hoặc sửa số nếu viết sai."
    ]
