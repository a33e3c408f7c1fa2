"""Reading order and numbers: counted once, by the Vietnamese alphabet and the decree."""

import datetime as dt
import doctest
from dataclasses import replace

import pytest

from reports.document import lines as lines_module
from reports.document.labels import label, letter, roman
from reports.document.lines import (
    Bullet,
    Heading,
    Point,
    addressee_lines,
    annex_reference,
    annexes,
    date_line,
    lines,
    number_line,
    recipient_lines,
)
from reports.document.tree import (
    Annex,
    BulletList,
    LetteredList,
    Letterhead,
    Numbering,
    Paragraph,
    Section,
    Table,
)
from tests.reports.document.documents import full_document, minimal_document

HEAD = Letterhead("", "SỞ DU LỊCH", "/BC-SDL", "Quảng Hà")


def test_the_examples_in_the_module_hold():
    assert doctest.testmod(lines_module).failed == 0
    assert doctest.testmod(lines_module).attempted > 0


def test_letters_follow_the_vietnamese_alphabet():
    alphabet = list("abcdđeghiklmnopqrstuvxy")
    assert [letter(position) for position in range(1, 24)] == alphabet


def test_letters_go_on_after_y_without_repeating():
    assert [letter(position) for position in (24, 25, 28, 46, 47)] == ["aa", "ab", "ađ", "ay", "ba"]
    names = [letter(position) for position in range(1, 2001)]
    assert len(set(names)) == 2000


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "I"),
        (4, "IV"),
        (8, "VIII"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (49, "XLIX"),
        (90, "XC"),
        (399, "CCCXCIX"),
    ],
)
def test_roman_numerals(number, numeral):
    assert roman(number) == numeral


@pytest.mark.parametrize(
    ("path", "by_letters", "by_decimals"),
    [
        ((3,), "III.", "III."),
        ((1, 2), "2.", "2."),
        ((1, 2, 5), "đ)", "2.5."),
        ((1, 2, 5, 7), "g)", "g)"),
    ],
)
def test_labels_of_every_depth(path, by_letters, by_decimals):
    assert label(path) == by_letters
    assert label(path, Numbering.DECIMAL) == by_decimals


@pytest.mark.parametrize(
    ("numbering", "labels"),
    [
        (Numbering.CAPITALS, ["Đ.", "II.", "3.", "d)", "a)"]),
        (Numbering.NUMBERS, ["5.", "5.2.", "5.2.3.", "d)", "a)"]),
        (Numbering.PARTS, ["PHẦN V.", "II.", "3.", "d)", "a)"]),
        (Numbering.ORDINALS, ["PHẦN THỨ NĂM.", "II.", "3.", "d)", "a)"]),
        (Numbering.CAPITAL_CLAUSES, ["Đ.", "II.", "3.", "3.4.", "a)"]),
        (Numbering.PART_CLAUSES, ["PHẦN V.", "II.", "3.", "3.4.", "a)"]),
        (Numbering.ORDINAL_CLAUSES, ["PHẦN THỨ NĂM.", "II.", "3.", "3.4.", "a)"]),
        (Numbering.SHORT_CAPITALS, ["Đ.", "2.", "c)", "d)", "a)"]),
        (Numbering.ROMAN_NUMBERS, ["V.", "V.2.", "V.2.3.", "d)", "a)"]),
    ],
)
def test_labels_of_other_numberings(numbering, labels):
    path = (5, 2, 3, 4, 1)
    assert [label(path[:depth], numbering) for depth in range(1, 6)] == labels


def test_a_report_with_more_parts_than_ordinals_has_no_number_twice():
    assert [label((part,), Numbering.ORDINALS) for part in (10, 11)] == ["PHẦN THỨ MƯỜI.", "PHẦN THỨ 11."]


def test_the_tree_is_read_in_order_with_its_numbers():
    table = Table((("STT",), ("1",)))
    blocks = (
        Paragraph("Lời đầu."),
        Section(
            "MỘT",
            (
                BulletList(("x", "y")),
                Section("Hai", (LetteredList((Paragraph("p", "Lời:"), Paragraph("q"))),)),
                Section("Ba", (Section("Bốn", (Paragraph("sâu"),)),)),
            ),
        ),
        Section("NĂM", (BulletList(("z",), mark="+"), table)),
    )
    assert list(lines(blocks)) == [
        Paragraph("Lời đầu."),
        Heading("I.", "MỘT", (1,)),
        Bullet("x"),
        Bullet("y"),
        Heading("1.", "Hai", (1, 1)),
        Point("a)", "p", "Lời:"),
        Point("b)", "q"),
        Heading("2.", "Ba", (1, 2)),
        Heading("a)", "Bốn", (1, 2, 1)),
        Paragraph("sâu"),
        Heading("II.", "NĂM", (2,)),
        Bullet("z", "+"),
        table,
    ]


def test_lists_and_headings_are_counted_apart():
    blocks = (
        LetteredList((Paragraph("một"),)),
        LetteredList((Paragraph("hai"),)),
        Section("A"),
        Section("B"),
    )
    assert [str(line) for line in lines(blocks)] == ["a) một", "a) hai", "I. A", "II. B"]


def test_a_line_says_itself():
    assert str(Heading("I.", "MỘT", (1,))) == "I. MỘT"
    assert str(Bullet("việc", "+")) == "+ việc"
    assert str(Point("a)", "lời", "Nhân lực:")) == "a) Nhân lực: lời"
    assert str(Point("a)", "lời")) == "a) lời"


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("05/BC-SDL", "Số: 05/BC-SDL"),
        ("126/BC-SDL", "Số: 126/BC-SDL"),
        ("/BC-SDL", "Số:         /BC-SDL"),
    ],
)
def test_the_number_has_its_room(number, line):
    assert number_line(replace(HEAD, number=number)) == line


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (dt.date(2024, 1, 5), "Quảng Hà, ngày 05 tháng 01 năm 2024"),
        (dt.date(2024, 2, 16), "Quảng Hà, ngày 16 tháng 02 năm 2024"),
        (dt.date(2024, 3, 9), "Quảng Hà, ngày 09 tháng 3 năm 2024"),
        (dt.date(2024, 12, 10), "Quảng Hà, ngày 10 tháng 12 năm 2024"),
        (None, "Quảng Hà, ngày        tháng        năm"),
    ],
)
def test_days_below_10_and_months_1_and_2_take_a_leading_zero(day, line):
    assert date_line(replace(HEAD, issued_on=day)) == line


@pytest.mark.parametrize(
    ("addressees", "printed"),
    [
        ((), ()),
        (("Sở Tư pháp",), ("Sở Tư pháp",)),
        (("UBND tỉnh", "Sở Tư pháp", "Hội đồng"), ("- UBND tỉnh;", "- Sở Tư pháp;", "- Hội đồng.")),
    ],
)
def test_one_addressee_stands_alone_and_several_are_a_list(addressees, printed):
    assert addressee_lines(minimal_document(addressees=addressees)) == printed


@pytest.mark.parametrize(
    ("recipients", "printed"),
    [
        ((), ()),
        (("Lưu: VT",), ("- Lưu: VT.",)),
        (("Như trên", "Lưu: VT, VP"), ("- Như trên;", "- Lưu: VT, VP.")),
    ],
)
def test_recipients_end_with_semicolons_and_the_last_with_a_point(recipients, printed):
    assert recipient_lines(minimal_document(recipients=recipients)) == printed


def test_annexes_are_numbered_only_where_there_are_two():
    one, two = Annex("MỘT"), Annex("HAI")
    assert list(annexes(minimal_document(annexes=(one,)))) == [("Phụ lục", one)]
    assert list(annexes(minimal_document(annexes=(one, two)))) == [("Phụ lục I", one), ("Phụ lục II", two)]


def test_an_annex_names_the_report_that_it_belongs_to():
    assert annex_reference(full_document()) == (
        "(Kèm theo Báo cáo số 05/BC-SNNMT ngày 05 tháng 11 năm 2025"
        " của Sở Nông nghiệp và Môi trường tỉnh Quảng Hà)"
    )


def test_the_date_of_an_annex_is_found_behind_a_place_with_a_comma():
    head = replace(full_document().letterhead, place="Phường Sen, tỉnh Quảng Hà")
    assert annex_reference(full_document(letterhead=head)) == annex_reference(full_document())
