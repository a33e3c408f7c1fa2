"""The Word file's pages, numbers, properties and settings (Decree 30/2020, Appendix I, I)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION

from reports.document.tree import Annex, Table
from reports.document.word import to_docx
from tests.reports.document.documents import full_document, minimal_document, real_size_document
from tests.reports.document.word_file import W, WordFile, has, style_of, text_of, value

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.fixture(scope="module")
def full() -> WordFile:
    return WordFile.of(full_document())


def test_every_page_is_a4_with_the_decrees_margins(full):
    pages = {
        (
            section.orientation,
            *(
                round(length.mm, 1)
                for length in (
                    section.page_width,
                    section.page_height,
                    section.top_margin,
                    section.bottom_margin,
                    section.left_margin,
                    section.right_margin,
                    section.header_distance,
                    section.footer_distance,
                    section.gutter,
                )
            ),
        )
        for section in full.opened.sections
    }
    assert pages == {(WD_ORIENT.PORTRAIT, 210, 297, 20, 20, 30, 20, 10, 10, 0)}


def test_a_wide_table_turns_the_pages_of_its_annex_alone():
    wide = Table((tuple(f"12.345.{number}" for number in range(678, 690)),))
    annexes = (Annex("SỐ LIỆU", (wide,)), Annex("DANH MỤC"))
    sections = WordFile.of(minimal_document(annexes=annexes)).opened.sections
    assert [(s.orientation, round(s.page_width.mm), round(s.page_height.mm)) for s in sections] == [
        (WD_ORIENT.PORTRAIT, 210, 297),
        (WD_ORIENT.LANDSCAPE, 297, 210),
        (WD_ORIENT.PORTRAIT, 210, 297),
    ]


def test_the_page_number_stands_in_the_top_margin(full):
    (number,) = full.part("word/header.xml")
    (field,) = number.findall(f"{W}fldSimple")
    assert (style_of(number), field.attrib[f"{W}instr"].strip(), text_of(number)) == (
        "PageNumber",
        "PAGE",
        "2",
    )


def test_the_first_page_of_the_report_and_of_each_annex_shows_no_number(full):
    for section in full.opened.sections:
        assert section.different_first_page_header_footer
    headers = {reference.attrib[f"{W}type"] for reference in full.body.iter(f"{W}headerReference")}
    assert headers == {"default"}


def test_each_annex_starts_a_page_and_numbers_its_own(full):
    assert [section.start_type for section in full.opened.sections] == [WD_SECTION.NEW_PAGE] * 3
    sections = list(full.body.iter(f"{W}sectPr"))
    assert [[e.attrib[f"{W}start"] for e in s.iter(f"{W}pgNumType")] for s in sections] == [[], ["1"], ["1"]]


def test_the_address_stands_at_the_foot_of_the_first_page_only(full):
    """An annex without a first foot of its own would repeat that of the report."""
    feet = [
        [(foot.attrib[f"{W}type"], foot.attrib[RELATION]) for foot in section.iter(f"{W}footerReference")]
        for section in full.body.iter(f"{W}sectPr")
    ]
    assert feet == [[("first", "rId2")], [("first", "rId3")], [("first", "rId3")]]
    targets = {part.attrib["Id"]: part.attrib["Target"] for part in full.part("word/_rels/document.xml.rels")}
    assert (targets["rId2"], targets["rId3"]) == ("contact.xml", "no-contact.xml")
    (contact,) = full.part("word/contact.xml")
    (nothing,) = full.part("word/no-contact.xml")
    assert (style_of(contact), text_of(contact), text_of(nothing)) == (
        "Contact",
        "Địa chỉ: số 12, đường Bờ Đê, tỉnh Quảng Hà; điện thoại: 0203.555.0101; snnmt@quangha.example",
        "",
    )


def test_the_address_stands_under_a_line_across_the_text(full):
    (style,) = full.part("word/styles.xml").findall(f"{W}style[@{W}styleId='Contact']")
    (border,) = style.findall(f"{W}pPr/{W}pBdr/*")
    assert (border.tag, border.attrib[f"{W}val"], border.attrib[f"{W}sz"]) == (f"{W}top", "single", "6")
    assert border.attrib[f"{W}space"] == "2"  # points between the line and the address
    assert (value(style, "pPr/ind", "left"), has(style, "pPr/ind[@right]")) == ("0", False)


def test_a_body_that_gives_no_address_has_no_foot():
    head = replace(full_document().letterhead, contact="")
    file = WordFile.of(full_document(letterhead=head))
    assert list(file.body.iter(f"{W}footerReference")) == []


def test_the_properties_say_what_the_file_is(full):
    found = full.opened.core_properties
    assert (found.title, found.subject, found.author, found.last_modified_by, found.language) == (
        "BÁO CÁO Kết quả công tác phổ biến, giáo dục pháp luật năm 2025 và nhiệm vụ trọng tâm năm 2026",
        "Kết quả công tác phổ biến, giáo dục pháp luật năm 2025 và nhiệm vụ trọng tâm năm 2026",
        "Sở Nông nghiệp và Môi trường tỉnh Quảng Hà",
        "Sở Nông nghiệp và Môi trường tỉnh Quảng Hà",
        "vi-VN",
    )
    assert {found.created, found.modified} == {dt.datetime(2025, 11, 5, tzinfo=dt.UTC)}


def test_without_an_author_the_letterhead_names_the_body():
    assert WordFile.of(minimal_document()).opened.core_properties.author == "SỞ DU LỊCH"


def test_an_undated_report_has_no_made_up_date():
    core = WordFile.of(minimal_document()).part("docProps/core.xml")
    assert [element.tag for element in core if "created" in element.tag or "modified" in element.tag] == []


def test_long_properties_are_cut_where_other_programs_would_refuse_them():
    found = WordFile.of(full_document(subject="đ" * 300, author="b" * 300)).opened.core_properties
    assert (len(found.title), len(found.subject), len(found.author)) == (255, 255, 255)


def test_word_opens_the_file_at_full_size_and_in_a_mode_that_narrows_no_spaces(full):
    settings = full.part("word/settings.xml")
    modes = {mode.attrib[f"{W}name"]: mode.attrib[f"{W}val"] for mode in settings.iter(f"{W}compatSetting")}
    assert (modes["compatibilityMode"], value(settings, "zoom", "percent")) == ("14", "100")
    assert value(settings, "themeFontLang") == "vi-VN"


def test_the_same_report_gives_the_same_bytes_at_any_time(full):
    assert to_docx(full_document()) == full.content
    assert {entry.date_time for entry in full.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_holds_each_part_that_it_names_once(full):
    names = full.archive.namelist()
    types = {
        part.attrib["PartName"].lstrip("/")
        for part in full.part("[Content_Types].xml")
        if "PartName" in part.attrib
    }
    relations = {f"word/{part.attrib['Target']}" for part in full.part("word/_rels/document.xml.rels")}
    assert len(names) == len(set(names))
    assert types == {*relations, "word/document.xml", "docProps/core.xml"}
    assert set(names) == {*types, "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"}


def test_nothing_is_left_of_the_template_that_the_frame_was_made_of(full):
    files = {name: full.archive.read(name) for name in full.archive.namelist()}
    foreign = (b"python-docx", b"ja-JP", b"en-US", b"2013", b"Calibri", b"Cambria", b"asciiTheme")
    assert [(name, word) for name, content in files.items() for word in foreign if word in content] == []


@pytest.mark.parametrize("document", [full_document(), real_size_document(), minimal_document()])
def test_every_style_in_use_is_in_the_list(document):
    file = WordFile.of(document)
    known = {style.style_id for style in file.opened.styles}
    used = {
        element.attrib[f"{W}val"]
        for name, part in file.parts()
        if name != "word/styles.xml"
        for element in part.iter(f"{W}pStyle", f"{W}tblStyle", f"{W}rStyle")
    }
    assert used - known == set()
