"""An earlier report, already read as a Document, is stored as rows that print the same words."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import Organisation
from events.models import Event
from plans.kinds import DocumentKind
from plans.models import Directive, Plan
from reports.compiling.compile import compile_report
from reports.document.text import to_text
from reports.document.tree import (
    Annex,
    BulletList,
    Document,
    LetteredList,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
)
from reports.models import Criterion, Report
from reports.reading.line_reader import words
from reports.reading.report.store import AlreadyReported, store_report
from tests.growth import growth

pytestmark = pytest.mark.django_db

LINEAR = 90  # between the 16 of linear and the 256 of quadratic work, with room for a busy machine

OWN = (
    "Kế hoạch số 12/KH-SYT ngày 05/3/2024 về kiểm tra hành nghề y;",
    "Quyết định số 40/QĐ-SYT ngày 08/07/2024 ban hành Quy chế làm việc;",
    "Văn bản số 77/SYT-VP ngày 09/9/2024 của Sở Y tế về việc phổ biến Luật Dược.",
)
DIRECTIVES = (
    "Kế hoạch số 63/KH-UBND ngày 02/02/2024 của UBND tỉnh về tiếp cận pháp luật;",
    "Công văn số 90/STP-PBGDPL ngày 03/4/2024 của Sở Tư pháp về việc hướng dẫn báo cáo.",
)
EVENTS = (
    "Hội nghị tập huấn Luật Khám bệnh (05/3/2024) với hơn 200 đại biểu tham dự.",
    "Hội thảo an toàn thực phẩm (tháng 6/2024): Trao đổi kinh nghiệm.",
)


@pytest.fixture
def health():
    return Organisation.objects.create(
        code="SYT", name="Sở Y tế", parent_body="UBND tỉnh Lào Cai", place="Lào Cai"
    )


def document(*body, **more):
    head = Letterhead("UBND TỈNH LÀO CAI", "SỞ Y TẾ", "15/BC-SYT", "Lào Cai", date(2024, 11, 5))
    return Document(
        letterhead=head,
        kind="BÁO CÁO",
        subject="Kết quả năm 2024",
        author="Sở Y tế",
        body=tuple(body),
        **more,
    )


def store(health, *body, **more):
    return store_report(document(*body, **more), organisation=health, year=2024)


def test_lists_become_rows_and_the_paper_stays_the_same(health):
    source = document(
        Paragraph("Sở báo cáo như sau:"),
        Section(
            "KẾT QUẢ",
            (Paragraph("Sở đã ban hành:"), BulletList(OWN), Section("Chỉ đạo", (BulletList(DIRECTIVES),))),
        ),
        Section("HOẠT ĐỘNG", (BulletList(EVENTS), Paragraph("Hết."))),
        closing="Trên đây là báo cáo./.",
        recipients=("Sở Tư pháp", "Lưu: VT"),
        signature=Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê Văn Tám"),
    )
    imported = store_report(source, organisation=health, year=2024)
    assert [imported.count(model) for model in (Plan, Directive, Event)] == [3, 2, 2]
    assert words(to_text(compile_report(imported.report))) == words(to_text(source))
    assert [section.body for section in imported.report.sections.all()] == [
        "Sở đã ban hành:\n\n[[văn bản đã ban hành]]",
        "[[văn bản chỉ đạo]]",
        "[[hoạt động]]\n\nHết.",
    ]


def test_a_letter_keeps_the_name_it_was_given(health):
    store(health, BulletList(OWN))
    official_letter = Plan.objects.get(number="77/SYT-VP")
    assert (official_letter.kind, official_letter.kind_as_written, official_letter.wording) == (
        DocumentKind.OFFICIAL_LETTER,
        "Văn bản",
        "",
    )
    assert official_letter.citation() == OWN[2].rstrip(".")


def test_the_order_of_the_source_is_kept_against_the_dates(health):
    store(health, BulletList((OWN[2], OWN[0], OWN[1])))
    assert [plan.number for plan in Plan.objects.in_order()] == ["77/SYT-VP", "12/KH-SYT", "40/QĐ-SYT"]


def test_text_between_two_lists_parts_them_and_the_shorter_stays_text(health):
    imported = store(
        health,
        Section(
            "KẾT QUẢ", (BulletList(OWN[:2]), Paragraph("Ngoài ra:"), BulletList((*OWN[2:], "Các việc khác.")))
        ),
    )
    assert imported.report.sections.get().body == (
        f"[[văn bản đã ban hành]]\n\nNgoài ra:\n\n- {OWN[2]}\n- Các việc khác."
    )
    assert list(Plan.objects.in_order().values_list("number", "in_report")) == [
        ("12/KH-SYT", True),
        ("40/QĐ-SYT", True),
        ("77/SYT-VP", False),
    ]


def test_documents_in_a_sentence_become_rows_once_and_the_sentence_stays(health):
    sentence = (
        "Sở đã ban hành Kế hoạch số 12/KH-SYT ngày 05/3/2024 và Quyết định số 99/QĐ-SYT ngày 06/3/2024 để thực hiện "
        "Kế hoạch số 63/KH-UBND ngày 02/02/2024 của UBND tỉnh; theo Nghị định số 15/2018/NĐ-CP của Chính phủ."
    )
    imported = store(health, Section("KẾT QUẢ", (Paragraph(sentence), BulletList(OWN))))
    assert imported.report.sections.get().body.startswith(sentence)
    assert set(Plan.objects.filter(in_report=False).values_list("number", flat=True)) == {"99/QĐ-SYT"}
    assert set(Directive.objects.values_list("number", "in_report")) == {("63/KH-UBND", False)}


def test_dates_tell_documents_of_one_number_apart_and_a_missing_one_does_not(health):
    number = "Kế hoạch số 12/KH-SYT"
    texts = (
        f"Sở nêu {number} ngày 05/3/2024, {number} ngày 06/3/2024, {number}, {number} ngày 05/3/2024.",
        "Sở nêu Kế hoạch số 13/KH-SYT, Kế hoạch số 13/KH-SYT ngày 05/3/2024, Kế hoạch số 13/KH-SYT ngày 06/3/2024.",
    )
    imported = store_report(document(*map(Paragraph, texts)), organisation=health, year=2024)
    assert [(row.number, row.issued_on) for row in imported.rows] == [
        ("12/KH-SYT", date(2024, 3, 5)),
        ("12/KH-SYT", date(2024, 3, 6)),
        ("13/KH-SYT", None),
    ]


def test_a_line_that_names_thousands_of_documents_is_stored_in_linear_time(health):
    def store(report):
        with transaction.atomic():
            store_report(report, organisation=health, year=2024)
            transaction.set_rollback(True)

    def naming(count):
        return document(Paragraph("; ".join(f"{number}/KH-SYT" for number in range(1, count + 1))))

    assert growth(store, naming, 200) < LINEAR


def test_a_misspelt_own_symbol_is_still_own(health):
    organisation = Organisation.objects.create(code="SKHCN", name="Sở Khoa học và Công nghệ", place="Hà Nội")
    lines = ("Kế hoạch số 1/KH-SKHHCN về A", "Kế hoạch số 2/KH-SKHCCN về B", "Kế hoạch số 3/KH-SKHĐT về C")
    store_report(document(BulletList(lines)), organisation=organisation, year=2024)
    assert list(Plan.objects.in_order().values_list("number", flat=True)) == ["1/KH-SKHHCN", "2/KH-SKHCCN"]
    assert list(Directive.objects.values_list("number", flat=True)) == ["3/KH-SKHĐT"]


def test_what_will_be_done_is_not_an_event(health):
    store(health, Section("PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM", (BulletList(EVENTS),)))
    assert list(Event.objects.all()) == []


def test_nor_is_what_is_planned_and_its_sentence_stays(health):
    planned = "Sở dự kiến tổ chức Hội nghị tập huấn Luật Dược trong quý IV."
    report = store(health, Section("KẾT QUẢ", (BulletList((planned,)),))).report
    assert list(Event.objects.all()) == []
    assert report.sections.get().body == f"- {planned}"


def test_the_first_document_that_an_event_cites_is_a_row_as_well(health):
    line = "Hội nghị triển khai Kế hoạch số 12/KH-SYT ngày 05/3/2024 về kiểm tra (07/3/2024)"
    store(health, Section("KẾT QUẢ", (BulletList((line, EVENTS[0])),)))
    assert Event.objects.count() == 2
    assert [(plan.number, plan.in_report) for plan in Plan.objects.all()] == [("12/KH-SYT", False)]


def test_words_that_a_row_cannot_say_become_its_wording(health):
    line = "Kế hoạch ngày 05/3/2024 số 12/KH-SYT về kiểm tra."
    store(health, BulletList((line,)))
    assert [plan.citation() for plan in Plan.objects.all()] == [line.rstrip(".")]


def test_criteria_become_assessments(health):
    names = list(Criterion.objects.values_list("name", flat=True))
    source = document(
        Section("ĐÁNH GIÁ", (*(Paragraph(f"{name}: Đạt mức {i}.") for i, name in enumerate(names)),))
    )
    imported = store_report(source, organisation=health, year=2024)
    assert imported.report.sections.get().body == "[[tiêu chí]]"
    assert [row.text for row in imported.report.assessments.all()] == [f"Đạt mức {i}." for i in range(5)]
    assert words(to_text(compile_report(imported.report))) == words(to_text(source))


def test_tables_points_and_annexes_are_kept(health):
    source = document(
        Section(
            "SỐ LIỆU",
            (LetteredList((Paragraph("Một"), Paragraph("Hai"))), Table((("STT", "A|B"), ("1", "")))),
        ),
        annexes=(
            Annex(
                "PHỤ LỤC SỐ LIỆU", (Section("TỔNG", (Paragraph("Lời"), Section("Chi tiết"))), Section("B"))
            ),
        ),
    )
    imported = store_report(source, organisation=health, year=2024)
    compiled = compile_report(imported.report)
    assert compiled.body == source.body
    assert compiled.annexes[0].blocks == (
        Paragraph("I. TỔNG"),
        Paragraph("Lời"),
        Paragraph("1. Chi tiết"),
        Paragraph("II. B"),
    )


def test_a_text_that_looks_like_a_listing_fills_nothing_in(health):
    Plan.objects.create(organisation=health, reporting_year=2024, number="1/KH-SYT")
    source = document(
        Section("A", (Paragraph("[[văn bản đã ban hành]]"), Paragraph("- gạch"), Paragraph("| x |")))
    )
    imported = store_report(source, organisation=health, year=2024)
    assert compile_report(imported.report).body == source.body


def test_a_bare_text_takes_the_letterhead_of_the_organisation(health):
    bare = replace(document(Paragraph("Lời.")), letterhead=Letterhead("", "", "", ""), author="")
    head = compile_report(store_report(bare, organisation=health, year=2024).report).letterhead
    assert head == Letterhead("UBND TỈNH LÀO CAI", "SỞ Y TẾ", "/BC-SYT", "Lào Cai")


def test_the_period_is_read_from_its_note(health):
    imported = store(health, period_note="(Thống kê số liệu từ ngày 01/01/2024 đến ngày 31/10/2024)")
    report = Report.objects.get()
    assert (report.statistics_from, report.statistics_to) == (date(2024, 1, 1), date(2024, 10, 31))
    assert report.period_note == ""
    assert imported.report == report


def test_a_year_is_imported_once(health):
    store(health, BulletList(OWN))
    with pytest.raises(AlreadyReported, match="Sở Y tế đã có báo cáo năm 2024"):
        store(health, BulletList(OWN))
    assert Plan.objects.count() == 3


def test_a_line_too_long_for_its_field_stays_text(health):
    line = f"Kế hoạch số 12/KH-SYT ngày 05/3/2024 về {'phổ biến pháp luật ' * 60}".strip()
    imported = store(health, Section("A", (BulletList((line,)),)))
    assert imported.report.sections.get().body == f"- {line}"


def test_a_heading_too_long_for_its_field_is_refused_with_a_sentence(health):
    with pytest.raises(ValidationError, match="2000"):
        store(health, Section("A" * 2001))


def test_a_body_is_known_by_the_symbol_that_prevails_in_its_lists_where_its_initials_do_not_tell():
    park = Organisation.objects.create(
        code="KCNC", name="Ban Quản lý Khu công nghệ cao", place="Hà Nội", symbol="BQL"
    )
    park.code = "H26.99"
    park.save()
    lines = tuple(f"Kế hoạch số {number}/KH-KCNC về việc {number}" for number in range(1, 4))
    store_report(document(BulletList((*lines, DIRECTIVES[0]))), organisation=park, year=2024)
    assert [plan.number for plan in Plan.objects.in_order()] == ["1/KH-KCNC", "2/KH-KCNC", "3/KH-KCNC"]
    assert [directive.number for directive in Directive.objects.all()] == ["63/KH-UBND"]


def test_a_name_in_capitals_gives_the_same_initials():
    loud = Organisation.objects.create(code="A1", name="SỞ Y TẾ", place="Lào Cai")
    assert loud.symbol == "SYT"
    store_report(document(BulletList(OWN)), organisation=loud, year=2024)
    assert Plan.objects.count() == 3


def test_points_and_other_bullets_stay_as_they_are_and_are_rows_as_well(health):
    points = LetteredList(tuple(map(Paragraph, OWN)))
    source = document(Section("KẾT QUẢ", (points, BulletList(EVENTS, "+"))))
    imported = store_report(source, organisation=health, year=2024)
    assert compile_report(imported.report).body == source.body
    counts = [imported.count(model, in_report=False) for model in (Plan, Directive, Event)]
    assert counts == [3, 0, 2]


def test_the_full_name_that_the_annexes_give_is_kept(health):
    source = replace(
        document(annexes=(Annex("SỐ LIỆU", (Paragraph("Lời"),)),)), author="Sở Y tế tỉnh Lào Cai"
    )
    compiled = compile_report(store_report(source, organisation=health, year=2024).report)
    assert "của Sở Y tế tỉnh Lào Cai)" in to_text(compiled)
    assert compiled.letterhead.issuing_body == "SỞ Y TẾ"
