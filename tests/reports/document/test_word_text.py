"""The words of the Word file: all there, in their order, in named styles, and clean to go on editing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from reports.document.text import to_text
from reports.document.tree import (
    LetteredList,
    Numbering,
    Paragraph,
)
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document
from tests.reports.document.word_file import W, WordFile, has, style_of, text_of
from tests.reports.word_texts import word_texts

# The running text of the full report.
LINES = [
    ("LegalBasis", "Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20 tháng 6 năm 2012;"),
    (
        "LegalBasis",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 06/01/2025 của Ủy ban nhân dân tỉnh về công tác pháp chế.",
    ),
    ("BodyText", "Sở Nông nghiệp và Môi trường tỉnh Quảng Hà tổng hợp, báo cáo như sau:"),
    ("Heading1", "I. KẾT QUẢ THỰC HIỆN"),
    ("Heading2", "1. Chỉ đạo, điều hành"),
    (
        "BodyText",
        "Ngay từ đầu năm, Giám đốc Sở giao Văn phòng làm đầu mối, các chi cục bố trí người theo dõi và gửi kết quả "
        "trước ngày 20 hằng tháng. Sở đã ban hành:",
    ),
    ("Bullet", "- Kế hoạch số 2606/KH-SNNMT ngày 30/12/2024 về tuyên truyền pháp luật cho nông hộ;"),
    ("Bullet", "- Công văn số 311/SNNMT-VP ngày 14/3/2025 về phát tài liệu <Trồng trọt> & hỏi đáp;"),
    ("Bullet", "+ Bản giấy gửi 12 xã chưa có điểm Internet;"),
    ("Bullet", "+ Bản điện tử đăng trên trang của Sở."),
    ("Heading2", "2. Hội nghị, tập huấn"),
    ("HeadingClause", "2.1. Hội nghị trực tiếp"),
    (
        "BodyText",
        "Vùng ven biển: Ngày 30-31/7/2025, Sở mở lớp cho hơn 200 người nuôi tôm; 96% làm đúng bài cuối.",
    ),
    ("Heading4", "a) Lớp dành cho phụ nữ"),
    ("BodyText", "Ba lớp, 145 lượt người, do hội viên tự chọn chủ đề."),
    ("HeadingClause", "2.2. Hội nghị trực tuyến"),
    ("BodyText", "Một buổi, 38 điểm cầu."),
    ("Heading1", "II. KHÓ KHĂN VÀ KIẾN NGHỊ"),
    ("BodyText", "Ba việc cần cấp trên xem xét:"),
    ("Point", "a) Nhân lực: cả Sở có một người làm pháp chế, kiêm việc thi đua."),
    ("Point", "b) Kinh phí cấp muộn, hai lớp phải lùi sang quý sau."),
    ("Point", "c) Tài liệu tiếng dân tộc còn thiếu."),
    ("Point", "d) Đường truyền ở 5 xã đảo yếu."),
    ("Point", "đ) Chưa có mẫu thống kê chung, mỗi nơi tính một cách; số liệu chi tiết ở Phụ lục I."),
    (
        "Closing",
        "Trên đây là báo cáo của Sở, kính gửi Ủy ban nhân dân tỉnh và Sở Tư pháp tổng hợp, theo dõi./.",
    ),
    ("BodyText", "Tài liệu do Sở biên soạn và phát không thu tiền:"),
    ("Heading1", "I. TỜ GẤP"),
    ("Bullet", "- Quyền của người thuê đất (5.000 tờ);"),
    ("Bullet", "- Phòng cháy rừng (2.000 tờ)."),
]


@pytest.fixture(scope="module")
def full() -> WordFile:
    return WordFile.of(full_document())


def lines_of(file: WordFile) -> list[tuple[str, str]]:
    """Return the running text: the style and the words of each of its paragraphs."""
    running = {"BodyText", "Bullet", "Point", "LegalBasis", "Closing"}
    lines = ((style_of(p), file.printed[p]) for p in file.paragraphs())
    return [(style, text) for style, text in lines if style in running or style.startswith("Heading")]


@given(documents())
@settings(max_examples=60)
def test_any_report_has_the_words_of_its_plain_text_in_their_order(document):
    assert WordFile.of(document).words() == to_text(document).split()


@pytest.mark.parametrize("document", [full_document(), real_size_document(), minimal_document()])
def test_another_reader_finds_the_same_words(document):
    """python-docx reads the paragraphs and, where they stand, the tables; numbers are counted beside it."""
    texts = word_texts(WordFile.of(document).opened)
    contact = document.letterhead.contact.split()
    assert " ".join(texts).split() + contact == to_text(document).split()


def test_each_kind_of_line_has_its_style_and_its_label(full):
    assert lines_of(full) == LINES


def test_a_report_numbered_with_letters_has_upright_points_for_headings():
    file = WordFile.of(full_document(numbering=Numbering.LETTERS))
    assert file.texts("Heading3") == ["a) Hội nghị trực tiếp", "b) Hội nghị trực tuyến"]


def test_no_run_is_formatted_by_hand_but_the_bold_leads(full):
    formatted = [run for run in full.body.iter(f"{W}r") if has(run, "rPr")]
    assert [(text_of(run), [e.tag.removeprefix(W) for e in run[0]]) for run in formatted] == [
        ("Vùng ven biển:", ["b", "bCs"]),
        ("Nhân lực:", ["b", "bCs"]),
    ]


def test_no_paragraph_is_formatted_by_hand_but_what_has_to_be_measured(full):
    """Indents that give a line its length, what keeps the last line with the signature, the annexes' pages.

    And where a list differs from its style: "+" below "-", points from a again or "đ)", an annex from I again.
    """
    by_hand = {
        (style_of(p), e.tag.removeprefix(W)) for p in full.paragraphs() for e in p[0] if e.tag != f"{W}pStyle"
    }
    assert by_hand == {
        ("Rule", "ind"),
        ("TitleRule", "ind"),
        ("Point", "keepNext"),
        ("Bullet", "numPr"),
        ("Point", "numPr"),
        ("Heading1", "numPr"),
        ("Separator", "sectPr"),
    }


def test_a_lead_without_a_text_stays_with_what_follows():
    body = (Paragraph("", lead="Tháng 3:"), Paragraph("Ba lớp.", lead="Tháng 4:"), *[Paragraph("Hết.")] * 2)
    file = WordFile.of(minimal_document(body=body))
    kept = [has(paragraph, "pPr/keepNext") for paragraph in file.paragraphs("BodyText")]
    assert kept == [True, False, False, True]  # the last one goes with the closing words
    assert file.texts("BodyText") == ["Tháng 3:", "Tháng 4: Ba lớp.", "Hết.", "Hết."]


def test_no_empty_paragraph_makes_room(full):
    """Those that are there draw a line, or stand where Word wants one after a table."""
    empty = [style_of(p) for p in full.paragraphs() if not text_of(p) and p.getparent().tag == f"{W}body"]
    in_cells = [style_of(p) for p in full.paragraphs() if not text_of(p) and p.getparent().tag == f"{W}tc"]
    assert (empty, in_cells) == (
        ["TitleRule", "Separator", "TitleRule", "Separator", "TitleRule"],
        ["Rule", "Rule", "TableText"],
    )


def test_no_tab_makes_room(full):
    assert [name for name, part in full.parts() for _ in part.iter(f"{W}tab")] == []


@pytest.mark.parametrize(
    "text", ["06-CTr/TU", "ngày 30-31/7/2024", "(30/2010/TTLT-BGDĐT-BTP),", "- Hà Nội - Huế -"]
)
def test_a_number_is_one_text_that_every_program_finds(text):
    """Marks that hold a number together are lost by some readers, and search does not find what stands across one."""
    (paragraph,) = WordFile.of(minimal_document(body=(Paragraph(text),))).paragraphs("BodyText")
    assert [(element.tag, element.text) for (run,) in paragraph.iter(f"{W}r") for element in [run]] == [
        (f"{W}t", text)
    ]


def test_spaces_beside_a_lead_are_declared():
    file = WordFile.of(minimal_document(body=(LetteredList((Paragraph("một người.", lead="Nhân lực:"),)),)))
    (point,) = file.paragraphs("Point")
    spaces = "{http://www.w3.org/XML/1998/namespace}space"
    assert [(t.text, t.attrib.get(spaces)) for t in point.iter(f"{W}t")] == [
        ("Nhân lực:", None),
        (" một người.", "preserve"),
    ]
