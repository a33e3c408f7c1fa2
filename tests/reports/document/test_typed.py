"""What officers type, read as blocks and written back."""

import doctest

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.document import typed
from reports.document.lines import lines
from reports.document.tree import BulletList, LetteredList, Paragraph, Table
from reports.document.typed import Listing, blocks, listings, typed_text
from tests.reports.document.documents import plain_blocks

LINE_STARTS = ("", "- ", "+ ", "• ", "a) ", "b) ", "đ) ", "| ", "\\", "\\- ", "[[", "I. ", "–")
LINE_ENDS = ("", " |", "]]", ";", ".")


def texts(found):
    """Return the printed lines of the blocks: two texts are the same where these are."""
    return [
        ("table", line.rows)
        if isinstance(line, Table)
        else f"{line.lead} {line.text}".strip()
        if isinstance(line, Paragraph)
        else str(line)
        for line in lines(found)
    ]


def test_the_examples_in_the_module_hold():
    assert doctest.testmod(typed).failed == 0
    assert doctest.testmod(typed).attempted > 0


@pytest.mark.parametrize("text", ["", "  \n\n \t\n", "\n"])
def test_nothing_typed_is_no_block(text):
    assert blocks(text) == ()


def test_a_blank_line_parts_paragraphs_and_a_single_line_end_does_not():
    assert blocks("một\nhai\n\nba\n \nbốn") == (Paragraph("một hai"), Paragraph("ba"), Paragraph("bốn"))


def test_dashes_dots_and_pluses_are_bullets():
    assert blocks("- một\n- hai\n+ ba\n• bốn") == (
        BulletList(("một", "hai")),
        BulletList(("ba",), mark="+"),
        BulletList(("bốn",)),
    )


def test_bullets_parted_by_blank_lines_are_one_list():
    assert blocks("- một\n\n- hai") == (BulletList(("một", "hai")),)


def test_a_line_without_a_mark_goes_on_the_bullet_above():
    assert blocks("- một\nhai\n- ba") == (BulletList(("một hai", "ba")),)


def test_points_in_their_order_are_a_list():
    assert blocks("a) một\nb) hai\nc) ba\nd) bốn\nđ) năm\ne) sáu") == (
        LetteredList(tuple(map(Paragraph, ("một", "hai", "ba", "bốn", "năm", "sáu")))),
    )


def test_a_point_out_of_order_is_text():
    assert blocks("b) hai") == (Paragraph("b) hai"),)
    assert blocks("a) một\n\nc) ba") == (LetteredList((Paragraph("một"),)), Paragraph("c) ba"))


def test_a_new_a_begins_a_new_list():
    assert blocks("a) một\nb) hai\na) ba") == (
        LetteredList((Paragraph("một"), Paragraph("hai"))),
        LetteredList((Paragraph("ba"),)),
    )


def test_lines_between_bars_are_a_table_filled_up():
    assert blocks("| STT | Việc |\n| 1 |\n|2|a \\| b|") == (
        Table((("STT", "Việc"), ("1", ""), ("2", "a | b"))),
    )


def test_a_name_in_double_brackets_is_a_listing():
    assert blocks("Các văn bản:\n\n[[ văn bản đã ban hành ]]\n[[hoạt động]]") == (
        Paragraph("Các văn bản:"),
        Listing("văn bản đã ban hành"),
        Listing("hoạt động"),
    )


@pytest.mark.parametrize("line", ["Các hoạt động khác.", "- một", "| 1 |", "[[tiêu chí]]", "\\- hai"])
def test_the_line_right_below_a_listing_is_a_block_of_its_own(line):
    assert blocks(f"[[hoạt động]]\n{line}") == (Listing("hoạt động"), *blocks(line))


def test_the_line_right_below_a_table_stands_below_it():
    assert blocks("| STT |\n| 1 |\nNguồn: Sở.") == (Table((("STT",), ("1",))), Paragraph("Nguồn: Sở."))


@pytest.mark.parametrize("line", ["- một", "+ một", "• một", "a) một", "[[hoạt động]]", "| a | b |", "\\một"])
def test_a_backslash_makes_any_line_text(line):
    assert blocks(f"\\{line}") == (Paragraph(line),)
    assert typed_text((Paragraph(line),)) == f"\\{line}"


@pytest.mark.parametrize(
    "line", ["-một", "+5 người", "a)một", "A) một", "1) một", "[[]]", "[một]", "|", "- "]
)
def test_lines_that_only_resemble_marks_are_text(line):
    assert blocks(line) == (Paragraph(line.strip()),)


@pytest.mark.parametrize("line", ["Sở đã phổ biến.", "b) hai", "-một", "text", "đ"])
def test_a_plain_line_is_written_back_as_it_was_typed(line):
    assert typed_text((Paragraph(line),)) == line


def test_spaces_around_and_inside_lines_do_not_matter():
    assert blocks("  -   một  \r\n\thai   ba") == (BulletList(("một hai ba",)),)


@given(plain_blocks())
@example((LetteredList((Paragraph("một"),)), Paragraph("b) hai")))
@example((Paragraph("\\- một"), Paragraph("a) hai", lead="Lời:")))
def test_written_blocks_are_read_as_the_same_text(found):
    assert texts(blocks(typed_text(found))) == texts(found)


@given(
    st.lists(
        st.builds(
            lambda start, text, end, blank: f"{start}{text}{end}\n{blank}",
            st.sampled_from(LINE_STARTS),
            st.sampled_from(("một", "2606/KH-SDL", "đ)", "a | b", "hai \\| ba", "[[x]]", "- y")),
            st.sampled_from(LINE_ENDS),
            st.sampled_from(("", "", "\n")),
        ),
        max_size=6,
    ).map("".join)
)
def test_whatever_is_typed_is_written_back_alike(text):
    found = blocks(text)
    assert blocks(typed_text(found)) == found


@given(st.text(max_size=80))
def test_nothing_typed_is_lost(text):
    kept = "".join(typed_text(blocks(text)).split())
    letters = [char for char in text if char.isalnum()]
    assert [char for char in kept if char.isalnum()] == letters


@given(
    st.lists(st.sampled_from([*LINE_STARTS, *LINE_ENDS, "[", "]", "hoạt động", " ", "\n", "\n\n", "\t"])).map(
        "".join
    )
)
@example("- a\n[[hoạt động]]\n [[ a ]] \n[[b]]c\n\\[[d]]\n|[[e]]|\na) [[f]]")
def test_the_listings_of_a_text_are_those_among_its_blocks(text):
    assert listings(text) == tuple(block for block in blocks(text) if isinstance(block, Listing))
