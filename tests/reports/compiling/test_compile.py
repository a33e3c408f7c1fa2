"""The document of a report: the texts that the officer typed and the rows of the department, in the outline's order."""

import time
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Organisation
from events.kinds import DatePrecision, EventKind
from events.models import Event
from plans.kinds import DocumentKind
from plans.models import Directive, Plan
from reports.compiling.compile import compile_report
from reports.document.tree import BulletList, LetteredList, Numbering, Paragraph, Section, Signature, Table
from reports.models import Annex, Assessment, Criterion, Recipient, Report
from reports.models import Section as SectionRow
from reports.writing.start import start_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def science():
    return Organisation.objects.create(
        code="SKHCN", name="Sở Khoa học và Công nghệ", parent_body="UBND thành phố Hà Nội", place="Hà Nội"
    )


@pytest.fixture
def report(science):
    return Report.objects.create(
        organisation=science,
        reporting_year=2024,
        parent_body="UBND thành phố Hà Nội",
        issuing_body="Sở Khoa học và Công nghệ",
        number="/BC-SKHCN",
        place="Hà Nội",
        subject="Kết quả năm 2024",
    )


def add_section(report, body, *, depth=1, heading="Kết quả"):
    position = report.sections.count() + 1
    return SectionRow.objects.create(
        report=report, position=position, depth=depth, heading=heading, body=body
    )


def add_plan(organisation, number, **fields):
    return Plan.objects.create(
        **{
            "organisation": organisation,
            "reporting_year": 2024,
            "number": number,
            "subject": f"về việc số {number[0]}",
        }
        | fields
    )


def test_the_letterhead_is_in_capitals_and_the_author_is_not(report):
    document = compile_report(report)
    assert document.letterhead.parent_body == "UBND THÀNH PHỐ HÀ NỘI"
    assert document.letterhead.issuing_body == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    assert document.author == "Sở Khoa học và Công nghệ"
    assert (document.letterhead.number, document.letterhead.place) == ("/BC-SKHCN", "Hà Nội")


def test_the_address_stands_at_the_foot_of_the_first_page(report):
    report.contact = "Số 12, đường Bờ Đê"
    assert compile_report(report).letterhead.contact == "Số 12, đường Bờ Đê"


def test_typed_marks_become_blocks(report):
    add_section(report, "Lời đầu.\n\n- một\n- hai\n\na) A\nb) B\n\n| STT | Tên |\n| 1 | X |")
    assert compile_report(report).body == (
        Section(
            "KẾT QUẢ",
            (
                Paragraph("Lời đầu."),
                BulletList(("một", "hai")),
                LetteredList((Paragraph("A"), Paragraph("B"))),
                Table((("STT", "Tên"), ("1", "X"))),
            ),
        ),
    )


def test_sections_stand_below_the_shallower_one_before_them(report):
    for depth, heading in ((1, "Một"), (2, "Hai"), (3, "Ba"), (2, "Bốn"), (1, "Năm")):
        add_section(report, "", depth=depth, heading=heading)
    assert compile_report(report).body == (
        Section("MỘT", (Section("Hai", (Section("Ba"),)), Section("Bốn"))),
        Section("NĂM"),
    )


def test_a_listing_prints_the_rows_of_its_body_and_year_in_order(report, science):
    other = Organisation.objects.create(code="STC", name="Sở Tài chính", place="Hà Nội")
    add_plan(science, "5/KH-SKHCN", issued_on=date(2024, 3, 5))
    add_plan(
        science,
        "2/QĐ-SKHCN",
        kind=DocumentKind.DECISION,
        issued_on=date(2024, 2, 1),
        subject="ban hành Quy chế",
    )
    add_plan(science, "9/KH-SKHCN", reporting_year=2023)
    add_plan(science, "8/KH-SKHCN", in_report=False)
    add_plan(other, "7/KH-STC")
    add_section(report, "[[văn bản đã ban hành]]")
    (section,) = compile_report(report).body
    assert section.blocks == (
        BulletList(
            (
                "Quyết định số 2/QĐ-SKHCN ngày 01/02/2024 ban hành Quy chế;",
                "Kế hoạch số 5/KH-SKHCN ngày 05/3/2024 về việc số 5.",
            )
        ),
    )


def test_an_own_order_comes_before_the_dates(report, science):
    add_plan(science, "5/KH-SKHCN", issued_on=date(2024, 3, 5), position=1)
    add_plan(science, "2/KH-SKHCN", issued_on=date(2024, 2, 1), position=2)
    add_section(report, "[[văn bản đã ban hành]]")
    (section,) = compile_report(report).body
    assert [item.split()[3] for item in section.blocks[0].items] == ["5/KH-SKHCN", "2/KH-SKHCN"]


def test_an_own_wording_is_printed_in_place_of_the_composed_sentence(report, science):
    add_plan(science, "5/KH-SKHCN", wording="Kế hoạch năm, số 5")
    add_section(report, "[[văn bản đã ban hành]]")
    assert compile_report(report).body[0].blocks == (BulletList(("Kế hoạch năm, số 5.",)),)


def test_directives_events_and_assessments_stand_where_their_listings_are_named(report, science):
    year = {"organisation": science, "reporting_year": 2024}
    Directive.objects.create(**year, number="325/KH-UBND", issuing_body="UBND thành phố", subject="về PBGDPL")
    Event.objects.create(
        **year,
        name="Hội nghị tập huấn",
        held_from=date(2024, 3, 1),
        date_precision=DatePrecision.MONTH,
        description=" với hơn 200 đại biểu",
    )
    criterion = Criterion.objects.first()
    Assessment.objects.create(report=report, criterion=criterion, text="Đạt.\nVượt 10%.")
    add_section(report, "[[văn bản chỉ đạo]]\n\n[[hoạt động]]\n\n[[tiêu chí]]")
    assert compile_report(report).body[0].blocks == (
        BulletList(
            (
                "Kế hoạch số 325/KH-UBND của UBND thành phố về PBGDPL.",
                "Hội nghị tập huấn (tháng 3/2024) với hơn 200 đại biểu.",
            )
        ),
        Paragraph("Đạt.", lead=f"{criterion.name}:"),
        Paragraph("Vượt 10%."),
    )


def test_an_empty_listing_prints_nothing_and_an_unknown_one_shows_its_name(report):
    add_section(report, "[[hoạt động]]\n\n[[chưa có]]")
    assert compile_report(report).body[0].blocks == (Paragraph("[[chưa có]]"),)


def add_event(organisation, name, month, kind=EventKind.CONFERENCE):
    return Event.objects.create(
        organisation=organisation,
        reporting_year=2024,
        name=name,
        kind=kind,
        held_from=date(2024, month, 1),
        date_precision=DatePrecision.MONTH,
    )


def test_the_groups_of_a_listing_stand_below_their_leads(report, science):
    add_event(science, "Một", 10)
    add_event(science, "Hai", 3)
    add_event(science, "Ba", 10)
    add_section(report, "- Mở đầu\n\n[[hoạt động: theo tháng]]\n\n- Kết thúc")
    assert compile_report(report).body[0].blocks == (
        BulletList(("Mở đầu",)),
        Paragraph("", lead="Tháng 3:"),
        BulletList(("Hai (tháng 3/2024).",)),
        Paragraph("", lead="Tháng 10:"),
        BulletList(("Một (tháng 10/2024).", "Ba (tháng 10/2024).", "Kết thúc")),
    )


def test_several_listings_share_the_rows_of_a_model(report, science):
    add_event(science, "Hội nghị", 3)
    add_event(science, "Tập huấn", 4, EventKind.TRAINING)
    add_section(report, "[[hoạt động: hội nghị]]")
    add_section(report, "[[Hoạt động: TẬP HUẤN]]")
    assert [section.blocks for section in compile_report(report).body] == [
        (BulletList(("Hội nghị (tháng 3/2024).",)),),
        (BulletList(("Tập huấn (tháng 4/2024).",)),),
    ]


@pytest.mark.parametrize(
    "typed", ["[[hoạt động: theo quý]]", "[[hoạt động: kế hoạch]]", "[[tiêu chí: theo tháng]]"]
)
def test_a_choice_that_is_not_understood_is_shown_as_it_was_typed(report, science, typed):
    add_event(science, "Hội nghị", 3)
    add_section(report, typed)
    assert compile_report(report).body[0].blocks == (Paragraph(typed),)


def test_bullets_of_another_mark_stay_a_list_of_their_own(report, science):
    add_event(science, "Hội nghị", 3)
    add_section(report, "- một\n\n[[hoạt động]]\n\n+ hai\n\n- ba")
    assert compile_report(report).body[0].blocks == (
        BulletList(("một", "Hội nghị (tháng 3/2024).")),
        BulletList(("hai",), "+"),
        BulletList(("ba",)),
    )


def test_a_criterion_that_nothing_is_said_of_is_left_out(report):
    first, second = Criterion.objects.all()[:2]
    Assessment.objects.create(report=report, criterion=first, text="")
    Assessment.objects.create(report=report, criterion=second, text="Đạt.")
    add_section(report, "[[tiêu chí]]")
    assert compile_report(report).body[0].blocks == (Paragraph("Đạt.", lead=f"{second.name}:"),)


def test_two_thousand_rows_are_listed_in_a_moment(report, science):
    months = [date(2024, number % 12 + 1, 1) for number in range(2000)]
    Event.objects.bulk_create(
        Event(
            organisation=science,
            reporting_year=2024,
            name=f"Hội nghị phổ biến pháp luật lần thứ {number}",
            held_from=month,
            date_precision=DatePrecision.MONTH,
        )
        for number, month in enumerate(months)
    )
    add_section(report, "[[hoạt động: theo tháng]]\n\n[[hoạt động: theo loại]]\n\n[[hoạt động]]")
    start = time.process_time()
    (section,) = compile_report(report).body
    assert time.process_time() - start < 2
    lists = [len(block.items) for block in section.blocks if isinstance(block, BulletList)]
    assert (len(lists), sum(lists)) == (13, 6000)


def test_the_period_note_is_composed_unless_it_was_written(report):
    assert compile_report(report).period_note == ""
    report.statistics_from, report.statistics_to = date(2024, 1, 1), date(2024, 10, 31)
    assert compile_report(report).period_note == "(Thống kê số liệu từ ngày 01/01/2024 đến ngày 31/10/2024)"
    report.period_note = "(Số liệu 10 tháng)"
    assert compile_report(report).period_note == "(Số liệu 10 tháng)"


def test_the_end_of_the_paper(report):
    report.closing, report.numbering = "Trên đây là báo cáo./.", Numbering.DECIMAL.value
    report.signer_authority, report.signer_name = "KT. Giám đốc\nPhó Giám đốc", "Lê Văn Tám"
    Recipient.objects.create(report=report, position=2, name="Lưu: VT")
    Recipient.objects.create(report=report, position=1, name="Sở Tư pháp")
    Annex.objects.create(report=report, position=1, title="Số liệu", body="| A |\n| 1 |")
    document = compile_report(report)
    assert document.closing == "Trên đây là báo cáo./."
    assert document.recipients == ("Sở Tư pháp", "Lưu: VT")
    assert document.signature == Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê Văn Tám")
    assert [(annex.title, annex.blocks) for annex in document.annexes] == [
        ("SỐ LIỆU", (Table((("A",), ("1",))),))
    ]
    assert document.numbering is Numbering.DECIMAL


OPTIONS = ("hoạt động: theo tháng", "Văn bản đã ban hành: theo loại", "hoạt động: tập huấn", "TIÊU CHÍ")


@pytest.mark.parametrize("rows", [1, 60])
def test_the_number_of_queries_does_not_grow(report, science, rows):
    for number in range(rows):
        add_plan(science, f"{number}/KH-SKHCN")
        add_section(report, f"lời\n\n[[hoạt động]]\n\n[[{OPTIONS[number % 4]}]]")
    add_section(report, "[[văn bản đã ban hành]]\n\n[[hoạt động]]\n\n[[văn bản chỉ đạo]]\n\n[[tiêu chí]]")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        compile_report(Report.objects.select_related("organisation").get())
    assert len(queries) == 8


def test_a_new_report_starts_from_the_outline_in_use(science):
    document = compile_report(start_report(organisation=science, year=2025))
    assert [section.heading for section in document.body] == [
        "KẾT QUẢ CÔNG TÁC PBGDPL",
        "NHẬN XÉT, ĐÁNH GIÁ",
        "ĐỀ XUẤT, KIẾN NGHỊ",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM CÔNG TÁC PBGDPL NĂM 2026",
    ]
    assert document.letterhead.number == "/BC-SKHCN"


def test_text_is_cleaned_at_the_door(science, report):
    plan = add_plan(science, "1\u00a0/KH\u200b-SKHCN", subject="về\x0bluâ\u0323t\x1b")
    plan.refresh_from_db()
    assert (plan.number, plan.subject) == ("1 /KH-SKHCN", "về luậ" + "t")
    Plan.objects.bulk_create([Plan(organisation=science, reporting_year=2024, subject="về\x00  Đường Bộ")])
    assert [row.subject for row in Plan.objects.search("duong bo")] == ["về Đường Bộ"]
