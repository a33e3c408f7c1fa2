"""Text that has tabs, line ends and signs in place of our marks, read as text with marks: nothing of it is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.document.tree import BulletList, Paragraph, Table
from reports.document.typed import blocks, joined_lines
from reports.document.unmarked import as_typed, readings, with_tabs
from tests.account import accounts_for_characters

PIECES = (
    *(
        "Đoạn một.",
        "hai",
        "Luật Nhà ở",
        "1.250",
        "STT",
        "a|b",
        '"',
        "\\",
        "[[hoạt động]]",
        "| a | b |",
        "\t",
        " ",
    ),
    *(
        "\n",
        "\n",
        "\n",
        "\n\n",
        "\n·\t",
        "\n–",
        "\n- ",
        "\n-Ba",
        "\n•\t",
        "\no\t",
        "\n* ",
        "\n+ ",
        "\n\uf0b7 ",
    ),
    *("\na) ", "\nb) ", "\n1.\t", "\n2. ", "\nII. ", "\n1\tx\t", '\t"x\ny"\t', "\t\t", "\nx\ty"),
)
COPIED = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
PASTED = """Đoạn một của mục.
Đoạn hai, mỗi đoạn một dòng.
·\tGạch một
–\tGạch hai
STT\tNội dung\tSố người
1\tLuật Đường bộ\t120
2\tLuật Nhà ở\t1.250
"""
TABLE = Table((("STT", "Nội dung", "Số người"), ("1", "Luật Đường bộ", "120"), ("2", "Luật Nhà ở", "1.250")))
BULLETS = BulletList(("Gạch một", "Gạch hai"))


def visible(text):
    return Counter("".join(text.split()))


def read(text, stored=""):
    return [reading.text for reading in readings(with_tabs(text), stored)]


def account_for(text):
    """Check that each way to read a text has all its visible characters, but the signs that it says it left out."""
    text = with_tabs(text)
    for reading in readings(text):
        before, after, left_out = visible(text), visible(reading.text), Counter(reading.left_out)
        assert before - after == left_out
        assert set(after - before) <= set("-|\\")
        assert "\t" not in reading.text
        rest = iter("".join(reading.text.split()))
        kept = [character for character in "".join(text.split()) if character not in {*left_out, *"-"}]
        assert all(character in rest for character in kept), "the order"


@accounts_for_characters
@given(COPIED)
def test_every_visible_character_stands_in_each_reading_or_is_named_as_left_out(text):
    account_for(text)


@given(COPIED)
def test_what_is_read_once_is_read_so_for_ever(text):
    """No reading asks again, and each line that is read as its own is printed so."""
    for reading in readings(with_tabs(text)):
        assert {again.text for again in readings(reading.text, reading.text)} == {reading.text}
        if reading.name.endswith("each"):
            assert joined_lines(reading.text) == ()


@given(COPIED)
def test_text_that_was_stored_before_is_read_as_it_is(text):
    stored = as_typed(with_tabs(text))
    assert read(stored, stored) == [stored]


def test_paragraphs_bullets_and_a_table_as_word_copies_them():
    each, joined = read(PASTED)
    assert blocks(each) == (
        Paragraph("Đoạn một của mục."),
        Paragraph("Đoạn hai, mỗi đoạn một dòng."),
        BULLETS,
        TABLE,
    )
    assert blocks(joined) == (Paragraph("Đoạn một của mục. Đoạn hai, mỗi đoạn một dòng."), BULLETS, TABLE)


def test_signs_that_are_left_out_are_named():
    assert [reading.left_out for reading in readings(PASTED)] == [("·", "–")] * 2
    assert [reading.left_out for reading in readings("-Một\n- hai")] == [()]


def test_only_lines_in_question_are_shown():
    text = f"Lời cũ.\n\nMột.\nHai.\n\n{'Lời khác.'}"
    assert [reading.excerpt.strip() for reading in readings(text)] == ["Một.\n\nHai.", "Một. Hai."]
    assert [reading.title for reading in readings(text)] == ["Mỗi dòng một đoạn", "Nối thành một đoạn"]


@pytest.mark.parametrize(
    ("text", "table", "words"),
    [
        ("A\tB", "| A | B |", "A B"),
        ("A\tB\n1\t2\t3", "| A | B |\n| 1 | 2 | 3 |", "A B\n\n1 2 3"),
        (
            "STT\tTên\n1.\tMột\n2.\tHai",
            "| STT | Tên |\n| 1. | Một |\n| 2. | Hai |",
            "STT Tên\n\n1. Một\n\n2. Hai",
        ),
        (
            "Họ tên:\tAn\n\tLời thụt vào.",
            "| Họ tên: | An |\n|  | Lời thụt vào. |",
            "Họ tên: An\n\n Lời thụt vào.",
        ),
    ],
)
def test_columns_of_unequal_lines_may_be_a_table_or_words(text, table, words):
    assert read(text)[:2] == [table, words]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("A\tB\n1\t2", "| A | B |\n| 1 | 2 |"),
        ("A\tB\tC\n\t\t3", "| A | B | C |\n|  |  | 3 |"),
        ("1.\tMột\n2.\tHai", "1. Một\n\n2. Hai"),
        ("1. Một\n1.1. Hai\nII. Ba", "1. Một\n\n1.1. Hai\n\nII. Ba"),
        ("a)\tMột\nb)\tHai", "a) Một\nb) Hai"),
        ('Ông nói: "một"\n\nBà nói: "hai"', 'Ông nói: "một"\n\nBà nói: "hai"'),
        ("Dẫn:\n[[hoạt động]]\nHết.", "Dẫn:\n[[hoạt động]]\nHết."),
        ("- một\n+ hai\n• ba", "- một\n+ hai\n• ba"),
        ("Giảm\n\n–5 độ", "Giảm\n\n–5 độ"),
    ],
)
def test_what_is_sure_is_read_in_one_way(text, sure):
    expected = "\n".join(
        f"| {line} |" if " | " in line and line[0] != "|" else line for line in sure.split("\n")
    )
    assert read(text) == [expected]


def test_a_line_below_a_bullet_is_asked_about():
    assert read("- một\nhai\n- ba") == ["- một\n\nhai\n- ba", "- một hai\n- ba"]


def test_lines_that_were_stored_joined_are_not_asked_about_again():
    assert read("một\nhai\n\nmới", "một\nhai") == ["một\nhai\n\nmới"]
    assert read("một\nhai\nba", "một\nhai") == ["một\nhai\n\nba", "một\nhai ba"]
