"""The lines drawn under places of the Word file, and where titles of several lines break.

Lengths are measured here with the face itself, so that they also prove the widths in `metrics.py`.
"""

from __future__ import annotations

import subprocess
from dataclasses import replace
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from reports.document import layout
from reports.document.fonts import CHARSET, missing_font
from reports.document.layout import Pt, Style
from reports.document.metrics import text_width
from reports.document.tree import Document
from tests.reports.document.documents import TEXTS, VIETNAMESE, full_document
from tests.reports.document.word_file import W, WordFile, has, indents, style_of, text_of

MM = 72 / 25.4

pytestmark = pytest.mark.skipif(
    missing_font() is not None, reason="cần phông Liberation Serif (fonts-liberation2)"
)


@pytest.fixture(scope="module")
def full() -> WordFile:
    return WordFile.of(full_document())


@cache
def face(cut: str) -> TTFont:
    """Return the face in which the PDF is printed: Times New Roman or one with the same widths.

    The first edition of the Liberation fonts may be installed beside the second; it has no Vietnamese letters.
    """
    families = ",".join((layout.FONT, *layout.FONT_FALLBACKS))
    command = ["fc-match", "--format", "%{file}", f"{families}:{cut.lower()}:charset={CHARSET}"]
    return TTFont(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def printed_width(text: str, size: float, cut: str = "Bold") -> float:
    """Return the width of a text in points."""
    letters, advances = face(cut).getBestCmap(), face(cut)["hmtx"]
    return sum(advances[letters[ord(letter)]][0] for letter in text) * size / face(cut)["head"].unitsPerEm


@pytest.mark.parametrize(
    ("cut", "style"),
    [
        ("Regular", Style("", "", Pt(14))),
        ("Bold", Style("", "", Pt(13), bold=True)),
        ("Italic", Style("", "", Pt(12), italic=True)),
    ],
)
def test_every_letter_of_vietnamese_is_as_wide_as_in_the_face(cut, style):
    letters = {*VIETNAMESE, *VIETNAMESE.upper(), *"".join(TEXTS), *map(chr, range(0x20, 0x7F)), *"‘’…•—×"}
    widths = {letter: round(text_width(letter, style).pt, 3) for letter in letters}
    assert widths == {letter: round(printed_width(letter, style.size.pt, cut), 3) for letter in letters}


def test_a_letter_from_elsewhere_is_as_wide_as_a_digit_and_a_tone_alone_as_nothing():
    assert [text_width(text, Style("", "", Pt(14))).pt for text in ("漢", "\u0301", "")] == [7, 0, 0]


def rules(document: Document, letterhead: tuple[int, int] = (68, 92)) -> list[float]:
    """Return the lengths of the lines under ô 2, Tiêu ngữ and ô 5a in points; each stands in the middle."""
    file = WordFile.of(document)
    drawn = [p for p in file.paragraphs() if style_of(p) in {"Rule", "TitleRule"}][:3]
    assert [left for left, right in map(indents, drawn)] == [right for left, right in map(indents, drawn)]
    return [width * MM - sum(indents(p)) for p, width in zip(drawn, (*letterhead, 160), strict=True)]


needs_a_font = pytest.mark.skipif(
    missing_font() is not None, reason="cần phông Times New Roman hoặc Liberation Serif"
)


def test_the_line_under_the_motto_is_as_long_as_the_motto():
    _, motto, _ = rules(full_document())
    assert motto == pytest.approx(printed_width("Độc lập - Tự do - Hạnh phúc", 13), abs=0.2)


def test_the_lines_of_a_wide_letterhead_suit_its_texts():
    head = replace(full_document().letterhead, place="Thành phố Hồ Chí Minh")
    body, motto, _ = rules(full_document(letterhead=head), (60, 100))
    assert 1 / 3 <= body / printed_width("SỞ NÔNG NGHIỆP", 12) <= 1 / 2
    assert motto == pytest.approx(printed_width("Độc lập - Tự do - Hạnh phúc", 13), abs=0.2)


@pytest.mark.parametrize(
    ("body", "longest_line"),
    [
        ("SỞ TƯ PHÁP", "SỞ TƯ PHÁP"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SỞ NÔNG NGHIỆP"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH THÀNH PHỐ HỒ CHÍ MINH", "LỊCH THÀNH PHỐ HỒ CHÍ MINH"),
    ],
)
def test_the_line_under_the_body_is_a_third_to_a_half_of_its_printed_line(body, longest_line):
    document = full_document(letterhead=replace(full_document().letterhead, issuing_body=body))
    share = rules(document)[0] / printed_width(longest_line, 12)
    assert 1 / 3 <= share <= 1 / 2


@pytest.mark.parametrize(
    ("subject", "longest_line"),
    [
        ("Kết quả năm 2025", "Kết quả năm 2025"),
        (
            "Kết quả công tác phổ biến, giáo dục pháp luật năm 2025 và nhiệm vụ trọng tâm năm 2026",
            "Kết quả công tác phổ biến, giáo dục pháp luật năm 2025",
        ),
    ],
)
def test_the_line_under_the_subject_is_a_third_to_a_half_of_its_printed_line(subject, longest_line):
    share = rules(full_document(subject=subject))[2] / printed_width(longest_line, 14)
    assert 1 / 3 <= share <= 1 / 2


def test_the_line_under_a_long_subject_is_right_for_every_longer_one_that_is_typed_in_word():
    for subject in ("báo cáo " * 200, "Kết quả công tác phổ biến, giáo dục pháp luật năm 2025"):
        assert rules(full_document(subject=subject))[2] == pytest.approx(0.35 * 160 * MM, abs=0.2)


def test_a_short_line_is_under_the_reference_of_an_annex():
    """As in the appendices of the decree itself."""
    file = WordFile.of(full_document())
    places = [style_of(p) for p in file.paragraphs()]
    drawn = [p for p, above in zip(file.paragraphs()[1:], places, strict=False) if above == "AnnexReference"]
    assert [style_of(p) for p in drawn] == ["TitleRule", "TitleRule"]
    assert [160 * MM - sum(indents(p)) for p in drawn] == [pytest.approx(32 * MM, abs=0.2)] * 2


def test_the_lines_are_thin_black_borders(full):
    for style in ("Rule", "TitleRule"):
        (border,) = full.part("word/styles.xml").findall(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}pBdr/*")
        assert {name.removeprefix(W): value for name, value in border.attrib.items()} == {
            "val": "single",
            "sz": "6",
            "space": "0",
            "color": "000000",
        }


def test_the_country_fits_on_one_line_beside_the_body():
    assert printed_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12) < 92 * MM


def test_a_title_of_two_lines_has_a_line_break_and_the_whole_width(full):
    """What somebody adds to it in Word flows on over the width of the page."""
    (subject,) = full.paragraphs("Subject")
    assert text_of(subject).split(" \n") == [
        "Kết quả công tác phổ biến, giáo dục pháp luật năm 2025",
        "và nhiệm vụ trọng tâm năm 2026",
    ]
    assert not has(subject, "pPr/ind")


def test_lines_that_the_officer_set_are_lines_of_the_word_file():
    head = replace(full_document().letterhead, parent_body="UBND\nTỈNH QUẢNG HÀ", issuing_body="SỞ\nDU LỊCH")
    annex = replace(full_document().annexes[0], title="DANH MỤC\nVĂN BẢN")
    file = WordFile.of(full_document(letterhead=head, subject="Kết quả\nnăm 2025", annexes=(annex,)))
    styles = ("GoverningBody", "IssuingBody", "Subject", "AnnexTitle")
    assert [text_of(file.paragraphs(style)[0]) for style in styles] == [
        "UBND \nTỈNH QUẢNG HÀ",
        "SỞ \nDU LỊCH",
        "Kết quả \nnăm 2025",
        "DANH MỤC \nVĂN BẢN",
    ]


def test_words_stay_apart_for_a_reader_that_leaves_out_line_breaks(full):
    """As mammoth does for plain text."""
    (subject,) = full.paragraphs("Subject")
    words = "".join(piece.text for piece in subject.iter(f"{W}t"))
    assert words == "Kết quả công tác phổ biến, giáo dục pháp luật năm 2025 và nhiệm vụ trọng tâm năm 2026"
