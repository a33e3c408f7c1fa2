"""What Dung's report of the province counts of the reports that it accepted, beside what it lists of them."""

import json
import re
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from docx import Document

from accounts.models import BodyGroup
from reports.checks import find, load
from reports.compiling.compile import compile_report
from reports.compiling.figures.marks import read_mark
from reports.compiling.figures.values import TextFigures
from reports.document.data import to_data
from reports.document.html import to_html
from reports.document.text import to_text
from reports.document.word import to_docx
from reports.models import OutcomeKind, Report
from tests.factories import (
    make_directive,
    make_organisation,
    make_period,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words
from tests.reports.document.printed import printed
from tests.reports.received.accepted import accept
from tests.reports.word_texts import word_texts

pytestmark = pytest.mark.django_db

PLAN = {"kind": "plan", "words": "Kế hoạch số 139/KH-SXD về phổ biến pháp luật"}
LETTER = {"kind": "official_letter", "words": "Công văn số 7/SXD-TTra về hòa giải"}
MODEL = ("IV. Mô hình, cách làm hay", "Nhóm nòng cốt ở thôn.")
MONEY = ("V. Kiến nghị", "- Đề nghị bố trí kinh phí cho công tác PBGDPL;\n- Xây dựng phần mềm")
SOFTWARE = ("V. Kiến nghị", "- Xây dựng phần mềm.")
IN_TIME, LATE = (datetime(2024, 11, day, 2, tzinfo=UTC) for day in (15, 18))
LINE = (
    "Trong [[số đơn vị phải báo cáo]] đơn vị, [[số đơn vị đã báo cáo]] đã báo cáo ([[số đơn vị báo cáo muộn]] muộn), "
    "[[số đơn vị chưa báo cáo]] chưa; có [[số văn bản đã ban hành]] văn bản, [[số kiến nghị]] kiến nghị, "
    "[[số đơn vị có mô hình]] đơn vị có mô hình."
)
SAID = "Trong 04 đơn vị, 03 đã báo cáo (01 muộn), 01 chưa; có 04 văn bản, 02 kiến nghị, 02 đơn vị có mô hình."


@pytest.fixture
def commune(justice_department):
    return make_organisation(reports_to=justice_department, name="Xã Đông", group=BodyGroup.COMMUNE)


@pytest.fixture
def report(justice_department, department, other_department, commune):
    """Save three accepted reports, one of them late, and one that was returned."""
    make_period(justice_department, due_on=date(2024, 11, 15))
    accept(department, MODEL, MONEY, listed={"documents": [PLAN, LETTER]}, submitted_at=IN_TIME)
    accept(other_department, MONEY, listed={"documents": []}, submitted_at=LATE)
    accept(commune, MODEL, SOFTWARE, listed={"documents": [PLAN, PLAN]}, submitted_at=IN_TIME)
    returned = make_organisation(reports_to=justice_department, name="Sở Nội vụ")
    accept(returned, MODEL, MONEY, outcome=OutcomeKind.RETURNED, listed={"documents": [PLAN] * 9})
    for number in range(7):  # its own, which are no documents of the bodies
        make_plan(justice_department, number=f"{number}/KH-STP")
    return make_report(justice_department, (1, "Kết quả", LINE))


def says(report, mark):
    value = TextFigures(report)[read_mark(mark)]
    return value.reason or value.text


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("số văn bản đã ban hành", "04"),
        ("số văn bản của các đơn vị: cấp xã", "02"),
        ("số kế hoạch", "03"),
        ("số kế hoạch: cơ quan chuyên môn", "01"),
        ("số văn bản: kế hoạch, công văn", "04"),
        ("số quyết định", "0"),
        ("số đơn vị phải báo cáo", "04"),
        ("số đơn vị: cấp xã", "01"),
        ("số đơn vị đã báo cáo", "03"),
        ("so don vi da bao cao: co quan chuyen mon", "02"),
        ("số đơn vị chưa báo cáo", "01"),
        ("số đơn vị chưa báo cáo: cấp xã", "0"),
        ("số đơn vị báo cáo đúng hạn", "02"),
        ("số đơn vị nộp muộn", "01"),
        ("số đơn vị có mô hình", "02"),
        ("số đơn vị có mô hình: cấp xã", "01"),
        ("số kiến nghị", "02"),
        ("số kiến nghị: cấp xã", "01"),
        ("số kiến nghị: cơ quan chuyên môn", "02"),
        ("số kiến nghị: mặt trận, đoàn thể", "0"),
        ("số đơn vị: doanh nghiệp nhà nước", "không có đơn vị nào trong nhóm “doanh nghiệp nhà nước”"),
        (
            "số văn bản: tháng 6",
            "văn bản của các đơn vị chỉ chia theo loại và nhóm đơn vị, không chia theo tháng, quý, phòng",
        ),
        (
            "số kiến nghị: quý I",
            "số đếm từ báo cáo của các đơn vị chỉ chia theo nhóm đơn vị, không chia theo loại, tháng, quý, phòng",
        ),
        (
            "số văn bản chỉ đạo",
            "báo cáo đã tiếp nhận chỉ lưu danh mục văn bản đơn vị ban hành, không lưu văn bản chỉ đạo",
        ),
        (
            "số hoạt động: hội nghị",
            "báo cáo đã tiếp nhận không lưu danh mục hoạt động để đếm; số cuộc của cả tỉnh là “[[số cuộc]]”",
        ),
    ],
)
def test_the_province_counts_what_accepted_reports_list(report, justice_department, mark, said):
    make_directive(justice_department)
    assert says(report, mark) == said


def test_a_report_that_stored_no_documents_leaves_their_count_open(report, justice_department):
    accept(make_organisation(reports_to=justice_department, name="Sở Cũ"), submitted_at=IN_TIME)
    why = "1 báo cáo đã tiếp nhận không lưu danh mục văn bản nên đếm không đủ"
    assert says(report, "số văn bản đã ban hành") == says(report, "số văn bản: cơ quan chuyên môn") == why
    assert says(report, "số văn bản: cấp xã") == "02"
    assert why in " ".join(one.text for one in find(report) if one.rule.code == "no-figure")


def test_without_a_deadline_nobody_is_called_late(justice_department, department):
    report = make_report(justice_department)
    assert says(report, "số đơn vị báo cáo muộn") == "0"
    accept(department)
    why = "có báo cáo nộp khi chưa đặt hạn nên không biết là đúng hạn hay muộn"
    assert [says(report, f"số đơn vị báo cáo {how}") for how in ("muộn", "đúng hạn")] == [why, why]
    assert says(report, "số đơn vị đã báo cáo") == "01"


def test_every_file_says_the_same(report):
    document = compile_report(report)
    assert load(report, localdate()).document == document
    files = {
        "text": to_text(document),
        "html": re.sub(r"<[^>]+>", "", to_html(document)),
        "pdf": " ".join(printed(document).words),
        "docx": " ".join(word_texts(Document(BytesIO(to_docx(document))))),
        "json": json.dumps(to_data(document), ensure_ascii=False),
    }
    assert [name for name, text in files.items() if SAID not in " ".join(text.split())] == []


def test_when_another_report_is_accepted_the_counts_are_made_anew(report, justice_department):
    draft = load(report, localdate())
    body = make_organisation(reports_to=justice_department, name="Sở Mới")
    accept(body, ("V. Kiến nghị", "- Mở thư viện số."), listed={"documents": [LETTER]}, submitted_at=IN_TIME)
    later = load(report, localdate())
    assert later.digest != draft.digest
    (paragraph,) = compile_report(report).body[0].blocks
    assert paragraph == later.document.body[0].blocks[0]
    assert "Trong 05 đơn vị, 04 đã báo cáo (01 muộn), 01 chưa; có 05 văn bản, 03 kiến nghị" in paragraph.text


def test_a_department_counts_its_own_rows_and_no_other_bodies(department):
    make_plan(department)
    report = make_report(department, (1, "Kết quả", "Có [[số đơn vị đã báo cáo]] đơn vị, [[số kiến nghịị]]."))
    assert says(report, "số văn bản đã ban hành") == "01"
    assert says(report, "số đơn vị đã báo cáo") == "chỉ báo cáo của cả tỉnh đếm báo cáo của các đơn vị"
    assert says(report, "số văn bản: cấp xã") == (
        "chỉ báo cáo của cả tỉnh có số theo nhóm đơn vị như “xã, phường, đặc khu”"
    )
    found = [one.text for one in find(report) if one.rule.code in ("no-figure", "unread-figure")]
    assert len(found) == 2
    assert not any("Có phải “[[số kiến nghị]]”" in text for text in found)


def test_a_number_typed_for_all_bodies_is_compared_with_what_they_reported(report):
    report.sections.update(
        body="Toàn tỉnh đã ban hành 04 văn bản.\n\nToàn tỉnh đã ban hành 9 văn bản.\n\n"
        "Toàn tỉnh có 3 đơn vị đã báo cáo.\n\nToàn tỉnh có 40 đơn vị đã báo cáo.\n\nToàn tỉnh có 5 kiến nghị."
    )
    found = [one.text for one in find(report) if one.rule.code == "typed-figure"]
    assert [text.partition(" (")[0] for text in found] == [
        "“9 văn bản”",
        "“40 đơn vị đã báo cáo”",
        "“5 kiến nghị”",
    ]
    assert "khác số của dữ liệu: 04. Dùng số của dữ liệu “[[số văn bản đã ban hành]]”" in found[0]


def queries(ask, receiver, bodies):
    """Return how many queries it takes after the reports of so many more bodies were accepted."""
    by = make_user(receiver)
    for _ in range(bodies):
        body = make_organisation(reports_to=receiver)
        accept(body, MODEL, MONEY, listed={"documents": [PLAN]}, by=by, submitted_by=by)
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_more_bodies_need_no_more_queries(report, justice_department):
    def ask():
        stored = Report.objects.get(pk=report.pk)
        assert load(stored, localdate()).document == compile_report(stored)

    assert queries(ask, justice_department, 1) == queries(ask, justice_department, 10)


def test_dung_is_offered_the_counts_with_their_values_and_binh_is_not(client, dung, binh, report, department):
    page = "/bao-cao/2024/so-lieu-trong-loi/"
    client.force_login(dung)
    shown = client.get(page)
    offered = dict(zip(words(shown, "//li/@data-figure"), words(shown, "//li/b"), strict=True))
    assert (
        offered
        | {
            "số văn bản đã ban hành": "04",
            "số đơn vị phải báo cáo": "04",
            "số đơn vị chưa báo cáo": "01",
            "số kiến nghị": "02",
            "số đơn vị đã báo cáo: xã, phường, đặc khu": "01",
            "số văn bản đã ban hành: xã, phường, đặc khu": "02",
            "số công văn": "01",
        }
        == offered
    )
    assert offered.keys() & {"số văn bản chỉ đạo", "số hoạt động", "số quyết định"} == set()
    client.force_login(binh)
    make_submission(department.reports.get())
    assert not {one for one in words(client.get(page), "//li/@data-figure") if "đơn vị" in one}


def test_the_picker_costs_the_same_for_many_bodies(client, dung, report, justice_department):
    client.force_login(dung)

    def ask():
        client.get("/bao-cao/2024/so-lieu-trong-loi/")

    assert queries(ask, justice_department, 1) == queries(ask, justice_department, 10)
