"""The register for Word: one plain table, right for every list and every text."""

from datetime import date
from io import BytesIO
from time import process_time
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from accounts.models import Division, Organisation
from accounts.rows.sheets.register import register_docx
from events.models import Event
from events.views import EVENTS
from pbgdpl.lib.vietnamese import clean_line
from plans.models import Plan
from plans.views import PLANS
from tests.bad_input import BAD_INPUT
from tests.reports.document.test_word_schema import misplaced
from tests.reports.document.word_file import WordFile

SXD = Organisation(name="Sở Xây dựng tỉnh Sen", parent_body="UBND tỉnh Sen")
PLAN = Plan(number="139/KH-SXD", issued_on=date(2024, 3, 5), subject="về hòa giải")


def register(*rows, pages=PLANS, organisation=SXD, filters_text=""):
    return register_docx(pages, rows, organisation=organisation, year=2024, filters_text=filters_text)


def paragraphs(data):
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]


def table(data):
    (found,) = Document(BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_a_register_says_whose_it_is_what_it_holds_and_every_row():
    data = register(PLAN, Plan(subject="về hỗ trợ"), filters_text="Có “hòa giải”; Tháng 3")
    assert paragraphs(data) == [
        "UBND TỈNH SEN",
        "SỞ XÂY DỰNG TỈNH SEN",
        "DANH MỤC KẾ HOẠCH, VĂN BẢN NĂM 2024",
        "(Tổng số: 2 văn bản; Có “hòa giải”; Tháng 3)",
    ]
    assert table(data) == [
        ["STT", "Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Trích yếu"],
        ["1", "Kế hoạch", "139/KH-SXD", "05/3/2024", "về hòa giải"],
        ["2", "Kế hoạch", "", "", "về hỗ trợ"],
    ]


def test_the_division_has_a_column_where_one_is_stated():
    assert (
        table(register(Plan(subject="về", division=Division(name="Phòng Pháp chế"))))[0][-1]
        == "Phòng, đơn vị"
    )


def test_an_event_stands_alone_without_the_joining_signs_of_its_sentence():
    event = Event(name="Hội nghị", attendance=1245, description=", phối hợp cùng Sở Y tế:\n12 xã")
    assert table(register(event, pages=EVENTS)) == [
        ["STT", "Hình thức", "Tên hoạt động", "Số người tham dự", "Nội dung, kết quả"],
        ["1", "Hội nghị", "Hội nghị", "1.245", "phối hợp cùng Sở Y tế:\n12 xã"],
    ]


def test_a_list_without_rows_says_so():
    data = register(organisation=Organisation(name="Sở Y tế"), filters_text="Chưa có số")
    assert paragraphs(data)[0] == "SỞ Y TẾ"
    assert paragraphs(data)[-2:] == ["(Tổng số: 0 văn bản; Chưa có số)", "Không có văn bản nào."]
    assert Document(BytesIO(data)).tables == []


@pytest.mark.parametrize("rows", [[PLAN], []])
def test_its_elements_stand_in_the_order_of_the_schema(rows):
    assert misplaced(WordFile(register(*rows))) == []


def test_it_lies_across_the_page_in_times_and_repeats_its_headings():
    word = Document(BytesIO(register(PLAN)))
    section, (found,) = word.sections[0], word.tables
    assert (section.orientation, section.page_width.mm, section.page_height.mm) == (
        WD_ORIENT.LANDSCAPE,
        pytest.approx(297, abs=0.1),
        pytest.approx(210, abs=0.1),
    )
    assert [len(row._tr.xpath("w:trPr/w:tblHeader")) for row in found.rows] == [1, 0]
    assert sum(int(width) for width in found._tbl.xpath("w:tblGrid/w:gridCol/@w:w")) == pytest.approx(
        section.page_width.twips - section.left_margin.twips - section.right_margin.twips, abs=5
    )
    assert word.styles.element.xpath("w:docDefaults//w:rFonts/@w:ascii") == ["Times New Roman"]
    assert word.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["vi-VN"]
    assert section.header._element.xpath(".//w:fldSimple/@w:instr") == [" PAGE "]


def test_every_bad_text_stays_whole():
    cleaned = [text for text in map(clean_line, BAD_INPUT) if text]
    rows = [Plan(number=text[:60], subject=f"về {text}", issuing_body="Sở") for text in cleaned]
    texts = [row[-1] for row in table(register(*rows, filters_text="</w:t>&<"))]
    assert texts == ["Trích yếu", *(f"về {text}" for text in cleaned)]


def test_the_same_list_gives_the_same_bytes_and_names_its_people():
    data = register(PLAN, organisation=Organisation(name="Sở <&> " + "dài " * 100))
    assert data == register(PLAN, organisation=Organisation(name="Sở <&> " + "dài " * 100))
    properties = Document(BytesIO(data)).core_properties
    assert properties.title == "DANH MỤC KẾ HOẠCH, VĂN BẢN NĂM 2024"
    assert (properties.author[:7], len(properties.author)) == ("Sở <&> ", 255)


def test_a_thousand_rows_take_less_than_two_seconds():
    started = process_time()
    data = register(*[PLAN] * 1000)
    assert process_time() - started < 2
    assert ZipFile(BytesIO(data)).read("word/document.xml").count(b"<w:tr>") == 1001
