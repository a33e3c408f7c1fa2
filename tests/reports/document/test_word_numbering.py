"""The automatic numbers of the Word file: those of the outline, in lists that go on when a person types."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree

from reports.document.text import to_text
from reports.document.tree import (
    Annex,
    Block,
    BulletList,
    Document,
    LetteredList,
    Numbering,
    Paragraph,
    Section,
)
from tests.reports.document.documents import full_document, minimal_document
from tests.reports.document.word_file import W, WordFile, has, text_of
from tests.reports.word_numbers import WordNumbers, value


def points(count: int) -> LetteredList:
    return LetteredList(tuple(Paragraph(f"Điểm {number}.") for number in range(count)))


def outline(*counts: int, text: tuple[Block, ...] = ()) -> tuple[Section, ...]:
    """Return so many sections of each depth, below the first of the depth above; the deepest have the text."""
    if not counts:
        return ()
    count, *below = counts
    first = Section("Mục", (Paragraph("Lời."), *(outline(*below, text=text) or text)))
    return (first, *(Section("Mục", (outline(1) if below else ())) for _ in range(count - 1)))


def numbered(numbering: Numbering) -> Document:
    """Return a report with more headings at every depth than Vietnamese and English letters have in common."""
    text = (points(3), Paragraph("Rồi:"), points(8), BulletList(("Một;",)), BulletList(("Hai;",), mark="+"))
    return minimal_document(
        body=(*outline(25, 25, 25, 25, 7, text=text),),
        annexes=(
            Annex("MỘT", outline(7, 2)),
            Annex("HAI", (Paragraph("Lời."), points(2))),
            Annex("BA", outline(6)),
        ),
        numbering=numbering,
    )


@pytest.mark.parametrize("numbering", Numbering)
def test_word_counts_as_the_outline_says(numbering):
    document = numbered(numbering)
    assert WordFile.of(document).words() == to_text(document).split()


def test_a_heading_that_lies_deeper_than_word_counts_has_its_number_too():
    document = minimal_document(body=outline(*[2] * 12))
    assert WordFile.of(document).words() == to_text(document).split()


@pytest.mark.parametrize("numbering", Numbering)
def test_no_number_is_typed(numbering):
    file = WordFile.of(numbered(numbering))
    headings = [text_of(p) for depth in "1234" for p in file.paragraphs(f"Heading{depth}")]
    assert {*headings} == {"Mục"}
    assert [text_of(p) for p in file.paragraphs("Point")[:3]] == ["Điểm 0.", "Điểm 1.", "Điểm 2."]
    assert [text_of(p) for p in file.paragraphs("Bullet")] == ["Một;", "Hai;"]


def test_all_lists_of_a_report_are_uses_of_a_few():
    """Headings, bullets, addressees, recipients, and points from a, đ, e, g, k and x."""
    numbering = WordFile.of(numbered(Numbering.LETTERS)).part("word/numbering.xml")
    lists = [one.attrib[f"{W}abstractNumId"] for one in numbering.findall(f"{W}abstractNum")]
    assert lists == [str(number) for number in range(1, 11)]
    assert {value(use, "abstractNumId") for use in numbering.findall(f"{W}num")} == {*lists}


def test_the_styles_number_the_report_and_only_what_starts_again_says_so():
    """A heading of the text and a dash have no number of their own; a list of points has one use, from a again."""
    file = WordFile.of(full_document())
    *text, annex = (has(p, "pPr/numPr") for p in file.paragraphs("Heading1"))
    assert (text, annex) == ([False, False], True)
    *usual, fifth = (value(p, "pPr/numPr/numId") for p in file.paragraphs("Point"))
    assert (len({*usual}), fifth in usual) == (1, False)


def test_points_after_a_letter_that_word_lacks_are_of_one_list_as_far_as_it_goes():
    """đ) alone, e) alone, g) h) i) together, k) to v), x) y); after y) each letter is a fixed text."""
    file = WordFile.of(minimal_document(body=(points(26),)))
    uses = [value(p, "pPr/numPr/numId") for p in file.paragraphs("Point")]
    lengths = [uses.count(use) for use in dict.fromkeys(uses)]
    assert lengths == [4, 1, 1, 3, 12, 2, 1, 1, 1]
    assert file.texts("Point")[-3:] == ["aa) Điểm 23.", "ab) Điểm 24.", "ac) Điểm 25."]


def test_a_number_stands_where_typed_text_would():
    """A space follows it; it begins as the first line of its style does, 12.7 mm from the edge of the text (ô 6)."""
    levels = WordFile.of(numbered(Numbering.ORDINALS)).part("word/numbering.xml").iter(f"{W}lvl")
    looks = [(value(level, "suff"), value(level, "pStyle"), *indents(level)) for level in levels]
    assert {suffix for suffix, *_ in looks} == {"space"}
    assert {tuple(look) for _, style, *look in looks if style not in ("Addressee", "Recipient")} == {
        (0, 12.7)
    }
    assert [look for _, *look in looks if look[0] in ("Addressee", "Recipient")] == [
        ["Addressee", 42.6, 0],
        ["Recipient", 0, 0],
    ]


def indents(level: etree._Element) -> tuple[float, float]:
    """Return the indents of a level, that of all lines and that of the first, in millimetres."""
    (found,) = level.iter(f"{W}ind")
    left, first = (int(found.attrib[f"{W}{side}"]) / 1440 * 25.4 for side in ("left", "firstLine"))
    return round(left, 1), round(first, 1)


def test_who_presses_enter_after_a_recipient_gets_a_dash():
    """A cell without a recipient has none."""
    document = full_document(recipients=("Như trên", "Lưu: VT"))
    file = WordFile.of(document)
    (last,) = (p for p in file.paragraphs("Recipient") if text_of(p) == "Lưu: VT.")
    last.addnext(deepcopy(last))
    numbers = WordNumbers(file.part("word/numbering.xml"), file.part("word/styles.xml"))
    assert [numbers.label(p) for p in file.paragraphs("Recipient")] == ["-", "-", "-"]
    assert WordFile.of(full_document(recipients=())).texts("Recipient") == [""]
