"""The places around the text in the Word file (Decree 30/2020, Appendix I, IV): what stands where."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from lxml import etree

from reports.document.tree import Paragraph, Signature
from tests.reports.document.documents import full_document, minimal_document
from tests.reports.document.word_file import W, WordFile, has, style_of, text_of, widths

Place = tuple[str, str]


@pytest.fixture(scope="module")
def full() -> WordFile:
    return WordFile.of(full_document())


def cells(table: etree._Element) -> list[list[list[Place]]]:
    """Return the rows of a table, each a list of cells, each a list of paragraphs: style and text."""
    return [
        [[(style_of(p), text_of(p)) for p in cell.iter(f"{W}p")] for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]


def closing_cells(file: WordFile) -> list[list[list[Place]]]:
    """Return the cells of the closing places, with the dashes of the recipients."""
    table = tables(file, "LayoutTable")[1]
    return [
        [[(style_of(p), file.printed[p]) for p in cell.iter(f"{W}p")] for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]


def tables(file: WordFile, style: str) -> list[etree._Element]:
    return [table for table in file.body.iter(f"{W}tbl") if table[0][0].attrib[f"{W}val"] == style]


def test_the_body_stands_on_the_left_and_the_country_on_the_right(full):
    assert cells(tables(full, "LayoutTable")[0]) == [
        [
            [
                ("GoverningBody", "UBND TỈNH QUẢNG HÀ"),
                ("IssuingBody", "SỞ NÔNG NGHIỆP \nVÀ MÔI TRƯỜNG"),
                ("Rule", ""),
            ],
            [
                ("NationalName", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                ("Motto", "Độc lập - Tự do - Hạnh phúc"),
                ("Rule", ""),
            ],
        ],
        [
            [("DocumentNumber", "Số: 05/BC-SNNMT")],
            [("PlaceDate", "Quảng Hà, ngày 05 tháng 11 năm 2025")],
        ],
    ]


def test_the_letterhead_and_the_signature_keep_their_widths(full):
    letterhead, closing = tables(full, "LayoutTable")
    assert (widths(letterhead), widths(closing)) == ([68, 92], [80, 80])


@pytest.mark.parametrize("issued_on", [dt.date(2025, 11, 14), None])
def test_a_long_place_gets_a_wide_half_for_its_date(issued_on):
    head = replace(full_document().letterhead, place="Thành phố Hồ Chí Minh", issued_on=issued_on)
    letterhead, closing = tables(WordFile.of(full_document(letterhead=head)), "LayoutTable")
    assert (widths(letterhead), widths(closing)) == ([60, 100], [80, 80])
    cells_wide = {cell.attrib[f"{W}w"] for cell in letterhead.iter(f"{W}tcW")}
    assert cells_wide == {"3402", "5669"}  # 60 and 100 mm in twentieths of a point


def test_no_row_of_any_table_is_cut_by_a_page_break(full):
    assert {has(row, "trPr/cantSplit") for row in full.body.iter(f"{W}tr")} == {True}


def test_every_table_keeps_the_widths_of_its_columns(full):
    layouts = [layout.attrib[f"{W}type"] for layout in full.body.iter(f"{W}tblLayout")]
    assert layouts == ["fixed"] * 3


def test_a_body_without_a_governing_body_stands_alone():
    file = WordFile.of(minimal_document())
    assert cells(tables(file, "LayoutTable")[0])[0][0] == [("IssuingBody", "SỞ DU LỊCH"), ("Rule", "")]


def test_room_is_left_for_a_number_and_a_date_that_are_written_in_later():
    """Word trims spaces that are not declared."""
    file = WordFile.of(minimal_document())
    assert (file.texts("DocumentNumber"), file.texts("PlaceDate")) == (
        ["Số:         /BC-SDL"],
        ["Quảng Hà, ngày        tháng        năm"],
    )
    spaces = "{http://www.w3.org/XML/1998/namespace}space"
    declared = [text.text for text in file.body.iter(f"{W}t") if text.attrib.get(spaces) == "preserve"]
    assert declared == ["Số:         /BC-SDL", "Quảng Hà, ngày        tháng        năm"]


def test_the_title_stands_before_the_addressees_and_the_legal_bases(full):
    order = [style_of(p) for p in full.body.findall(f"{W}p")]
    assert order[:11] == [
        "DocumentKind",
        "Subject",
        "PeriodNote",
        "TitleRule",
        "AddresseesTitle",
        "Addressee",
        "Addressee",
        "LegalBasis",
        "LegalBasis",
        "BodyText",
        "Heading1",
    ]


def test_several_addressees_stand_under_each_other(full):
    assert (full.texts("AddresseesTitle"), full.texts("Addressee")) == (
        ["Kính gửi:"],
        ["- Ủy ban nhân dân tỉnh Quảng Hà;", "- Sở Tư pháp tỉnh Quảng Hà."],
    )


def test_one_addressee_stands_on_the_same_line():
    file = WordFile.of(full_document(addressees=("Sở Tư pháp tỉnh Quảng Hà",)))
    assert (file.texts("Addressees"), file.texts("AddresseesTitle"), file.texts("Addressee")) == (
        ["Kính gửi: Sở Tư pháp tỉnh Quảng Hà"],
        [],
        [],
    )


def test_the_recipients_stand_beside_the_signature(full):
    assert closing_cells(full) == [
        [
            [
                ("RecipientsTitle", "Nơi nhận:"),
                ("Recipient", "- Như trên;"),
                ("Recipient", "- Hội đồng PBGDPL tỉnh;"),
                ("Recipient", "- Lưu: VT, VP."),
            ],
            [
                ("SignerAuthority", "KT. GIÁM ĐỐC"),
                ("SignerAuthority", "PHÓ GIÁM ĐỐC"),
                ("SignerName", "Trần Thị Hạ Vy"),
            ],
        ]
    ]


@pytest.mark.parametrize(
    ("names", "level"),
    [(["Phòng"] * 26, 26), (["Phòng"] * 30, 26), (["Phòng " * 20] * 30, 8), (["Phòng " * 999], 1)],
)
def test_a_very_long_list_of_recipients_goes_on_below_the_signature(names, level):
    file = WordFile.of(full_document(recipients=tuple(name.strip() for name in names)))
    (first, _), *others = cells(tables(file, "LayoutTable")[1])
    assert [style for style, _ in first] == ["RecipientsTitle", *["Recipient"] * level]
    assert [len(name) for name, _ in others] == [1] * (len(names) - level)


def test_a_report_that_nobody_signs_or_gets_has_no_places_for_them():
    assert len(tables(WordFile.of(minimal_document()), "LayoutTable")) == 1


@pytest.mark.parametrize(
    ("changes", "row"),
    [
        (
            {"recipients": ()},
            [[("Recipient", "")], [("SignerAuthority", "GIÁM ĐỐC"), ("SignerName", "Hạ Vy")]],
        ),
        (
            {"signature": Signature(), "recipients": ("Lưu: VT",)},
            [[("RecipientsTitle", "Nơi nhận:"), ("Recipient", "- Lưu: VT.")], [("SignerAuthority", "")]],
        ),
    ],
)
def test_one_of_the_closing_places_may_be_missing(changes, row):
    signed = full_document(signature=Signature(("GIÁM ĐỐC",), "Hạ Vy"))
    assert closing_cells(WordFile.of(replace(signed, **changes))) == [row]


def test_the_signature_takes_the_last_lines_of_the_text_with_it(full):
    """Never alone on a page without two lines of text: "./." may stand on the only line of its paragraph."""
    paragraphs = full.paragraphs()
    (closing,) = full.paragraphs("Closing")
    before = paragraphs[paragraphs.index(closing) - 1]
    assert (text_of(before)[:10], has(before, "pPr/keepNext")) == ("Chưa có mẫ", True)
    styles = {style.style_id: style for style in full.opened.styles}
    assert styles["Closing"].paragraph_format.keep_with_next
    assert closing.getnext() is tables(full, "LayoutTable")[1]
    kept = [text_of(p) for p in paragraphs if has(p, "pPr/keepNext")]
    assert kept == [text_of(before)]


def test_without_closing_words_two_lines_of_the_body_go_with_the_signature():
    body = (Paragraph("Một."), Paragraph("Hai."), Paragraph("Ba."))
    file = WordFile.of(full_document(body=body, closing="", annexes=()))
    assert [text_of(p) for p in file.paragraphs() if has(p, "pPr/keepNext")] == ["Hai.", "Ba."]


def test_an_annex_says_what_it_belongs_to(full):
    body = "Sở Nông nghiệp và Môi trường tỉnh Quảng Hà"
    reference = f"(Kèm theo Báo cáo số 05/BC-SNNMT ngày 05 tháng 11 năm 2025 \ncủa {body})"
    assert (full.texts("AnnexLabel"), full.texts("AnnexTitle"), full.texts("AnnexReference")) == (
        ["Phụ lục I", "Phụ lục II"],
        ["SỐ LIỆU HỘI NGHỊ, TẬP HUẤN NĂM 2025", "TÀI LIỆU ĐÃ IN"],
        [reference, reference],
    )
