"""The Word file after a person has gone on writing in Word or LibreOffice: still numbered and laid out as decreed."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from reports.document import layout
from reports.document.fonts import missing_font
from reports.document.text import to_text
from reports.document.tree import Block, BulletList, Document, LetteredList, Numbering, Paragraph, Section
from reports.document.word import to_docx
from reports.reading.report import read_word
from tests.reports.document.documents import full_document
from tests.reports.document.libreoffice_edits import Entered, edit_in_libreoffice
from tests.reports.document.printed import HAIR, Page, Print
from tests.reports.document.word_edits import enter, find, move, paragraphs, retype
from tests.reports.word_texts import word_texts

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
BODY, SIGNER = "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Nguyễn Ngọc Phương Quỳnh"
SUBJECT = (
    "Kết quả công tác phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, chuẩn tiếp cận pháp luật năm 2025 "
    "và phương hướng, nhiệm vụ trọng tâm năm 2026"
)
OPENING = Paragraph("Sở báo cáo như sau:")
GUIDING = "Ngay từ đầu năm, Giám đốc Sở giao Văn phòng làm đầu mối."
MORE_GUIDING = "Các chi cục bố trí người theo dõi và gửi kết quả trước ngày 20 hằng tháng."
MEETINGS = Section("Hội nghị", (Paragraph("Sở mở ba hội nghị."),))
WISHES = Paragraph("Đề nghị cấp trên:")
PRAISE = Section("Khen thưởng", (Paragraph("Chưa có."),))
# Typed in LibreOffice: a dash, and a heading with its text.
ENTERED = (
    Entered("Công văn số 3.", "Thông báo số 9."),
    Entered("Đủ.", "Khen thưởng", "Heading 2"),
    Entered("Khen thưởng", "Chưa có.", layout.BODY.name),
)


def report(guiding: Section, *others: Section, points: Sequence[str]) -> Document:
    """Return a report with the sections of its results in that order and with the points of its wishes."""
    wishes = LetteredList(tuple(map(Paragraph, points)))
    blocks: tuple[Block, ...] = (
        OPENING,
        Section("KẾT QUẢ", (guiding, *others)),
        Section("KIẾN NGHỊ", (WISHES, wishes)),
    )
    return full_document(body=blocks, numbering=Numbering.LETTERS)


def guided(texts: Sequence[str], bullets: Sequence[str]) -> Section:
    return Section("Chỉ đạo", (*map(Paragraph, texts), BulletList(tuple(bullets))))


WRITTEN = report(
    guided([GUIDING], ["Kế hoạch số 12;", "Công văn số 3."]),
    MEETINGS,
    Section("Kinh phí", (Paragraph("Đủ."),)),
    points=["Thêm người;", "Cấp kinh phí sớm;", "Tập huấn."],
)


def meant() -> Document:
    """Return the report as the person who edits it means it."""
    return renamed(("Kế hoạch số 12;", "Quyết định số 7;", "Công văn số 3."))


def meant_in_libreoffice() -> Document:
    """Return it as the person means it who goes on in LibreOffice."""
    bullets = ("Kế hoạch số 12;", "Quyết định số 7;", "Công văn số 3.", "Thông báo số 9.")
    return renamed(bullets, PRAISE)


def renamed(bullets: Sequence[str], *more: Section) -> Document:
    document = report(
        MEETINGS,
        guided([GUIDING, MORE_GUIDING], bullets),
        Section("Kinh phí", (Paragraph("Đủ."),)),
        *more,
        points=["Thêm người;", "Ban hành mẫu;", "Cấp kinh phí sớm;", "Tập huấn."],
    )
    return replace(
        document,
        subject=SUBJECT,
        letterhead=replace(document.letterhead, issuing_body=BODY),
        signature=replace(document.signature, name=SIGNER),
    )


def edited() -> bytes:
    word = docx.Document(BytesIO(to_docx(WRITTEN)))
    enter(word, GUIDING, MORE_GUIDING)
    enter(word, "Kế hoạch số 12;", "Quyết định số 7;")
    enter(word, "Thêm người;", "Ban hành mẫu;")
    retype(find(word, WRITTEN.subject), SUBJECT)
    retype(find(word, WRITTEN.letterhead.issuing_body), BODY)
    retype(find(word, WRITTEN.signature.name), SIGNER)
    move(word, "Chỉ đạo", after="Sở mở ba hội nghị.")
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def shown(file: bytes) -> list[str]:
    """Return the words of a Word file as a person sees them, without the foot of page 1."""
    return " ".join(word_texts(docx.Document(BytesIO(file)))).split()


def words(document: Document) -> list[str]:
    return to_text(document).removesuffix(f"{document.letterhead.contact}\n").split()


def test_what_is_added_and_moved_is_numbered_as_if_the_report_was_made_so():
    assert shown(edited()) == words(meant())


def test_the_edited_file_is_read_as_the_report_that_was_meant():
    assert read_word(edited()) == meant()


def test_tab_gives_the_letters_that_word_does_not_count_with():
    """After d), Enter gives e), and Tab makes it đ): each deeper level of the list begins at such a letter."""
    word = docx.Document(BytesIO(to_docx(WRITTEN)))
    for depth in (0, 1, 2, 3, 3, 3, 4, 4):
        *_, last = (one for one in paragraphs(word) if one.style.style_id == "Point")
        enter(word, last.text, f"{last.text} Nữa.")
        *_, new = (one for one in paragraphs(word) if one.style.style_id == "Point")
        new._p.pPr.numPr.ilvl.val = depth
    file = BytesIO()
    word.save(file)
    assert shown_letters(file.getvalue()) == [*"abcdđeghikl"]
    *_, wishes = read_word(file.getvalue()).body
    assert len(wishes.blocks[-1].items) == 11


def shown_letters(file: bytes) -> list[str]:
    """Return the letters of the points."""
    word = docx.Document(BytesIO(file))
    styles = [one.style.style_id for one in paragraphs(word)]
    texts = zip(styles, word_texts(word), strict=True)
    return [text.partition(")")[0] for style, text in texts if style == "Point"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A directory with the edited file, the file as somebody goes on with it in LibreOffice, and the PDFs of both."""
    if shutil.which("soffice") is None or missing_font() is not None:
        pytest.skip("cần LibreOffice (libreoffice-writer) và phông Liberation Serif (fonts-liberation2)")
    folder = tmp_path_factory.mktemp("edited")
    (folder / "edited.docx").write_bytes(edited())
    edit_in_libreoffice(folder, ENTERED)
    return folder


@pytest.fixture(scope="module", params=["edited", "saved"])
def paper(request, folder) -> Print:
    return Print((folder / f"{request.param}.pdf").read_bytes())


@pytest.fixture(scope="module")
def first(paper) -> Page:
    return paper.pages[0]


def test_what_is_typed_in_libreoffice_is_numbered_and_read_as_it_was_meant(folder):
    saved = (folder / "saved.docx").read_bytes()
    assert shown(saved) == words(meant_in_libreoffice())
    assert read_word(saved) == meant_in_libreoffice()


def test_libreoffice_prints_every_number_of_its_own_paragraphs(folder):
    paper = Print((folder / "saved.pdf").read_bytes())
    lines = ("- Công văn số 3.", "- Thông báo số 9.", "3. Kinh phí", "4. Khen thưởng", "Chưa có.")
    assert [paper.find(line).left for line in lines] == [pytest.approx(30 + 12.7, abs=HAIR)] * 5
    assert paper.find("4. Khen thưởng").look == "Bold"


@pytest.mark.parametrize(
    ("line", "look"),
    [
        ("I. KẾT QUẢ", "Bold"),
        ("1. Hội nghị", "Bold"),
        ("2. Chỉ đạo", "Bold"),
        ("- Quyết định số 7;", ""),
        ("3. Kinh phí", "Bold"),
        ("II. KIẾN NGHỊ", "Bold"),
        ("a) Thêm người;", ""),
        ("b) Ban hành mẫu;", ""),
        ("c) Cấp kinh phí sớm;", ""),
        ("d) Tập huấn.", ""),
    ],
)
def test_every_number_is_printed_in_the_face_and_at_the_indent_of_its_text(paper, line, look):
    """Appendix I, II.6: headings are bold, points upright, the first line 12.7 mm from the edge of the text."""
    found = paper.find(line)
    assert (found.look, found.size) == (look, 14)
    assert found.left == pytest.approx(30 + 12.7, abs=HAIR)


def test_the_letterhead_keeps_its_lines_with_another_name(first):
    """Appendix I, II.1-4: the country on one line beside the body, number and date on one line below them."""
    nation, body = first.find(NATION), first.find("UBND TỈNH QUẢNG HÀ")
    assert body.right < nation.left < nation.right <= 190 + HAIR
    number, date = first.find("Số: 05/BC-SNNMT"), first.find("Quảng Hà, ngày 05 tháng 11 năm 2025")
    assert number.baseline == pytest.approx(date.baseline, abs=HAIR)
    assert number.middle == pytest.approx(body.middle, abs=HAIR)
    assert (first.find("SỞ VĂN HÓA").look, first.find("SỞ VĂN HÓA").size) == ("Bold", 12)


def test_no_letter_leaves_the_text(paper):
    """Appendix I, I.2-4: A4, 30 mm from the left, 20 mm from the right."""
    assert {(round(page.width), round(page.height)) for page in paper.pages} == {(210, 297)}
    rows = [row for page in paper.pages for row in page.rows]
    assert [row.text for row in rows if row.left < 30 - HAIR or row.right > 190 + HAIR] == []


def test_the_subject_is_in_the_middle_of_the_page_and_bold(first):
    """Appendix I, II.5."""
    title = first.find("BÁO CÁO")
    lines = [row for row in first.rows if row.baseline > title.baseline][:2]
    assert [(row.look, row.size) for row in lines] == [("Bold", 14)] * 2
    assert [row.middle for row in lines] == [pytest.approx(110, abs=1)] * 2


def test_the_line_under_the_title_is_a_third_to_half_of_the_longer_subject(first):
    """Appendix I, II.5: in the middle, below the note on the period."""
    title, note = first.find("BÁO CÁO"), first.find(WRITTEN.period_note)
    longest = max(row.width for row in first.rows if title.baseline < row.baseline < note.baseline)
    (rule,) = (rule for rule in first.rules if note.baseline < rule.top < note.baseline + 5)
    assert 1 / 3 <= rule.width / longest <= 1 / 2
    assert rule.middle == pytest.approx(110, abs=HAIR)


def test_the_new_signer_stands_under_the_authority_with_room_to_sign(paper):
    """Appendix I, II.7."""
    signer, authority = paper.find(SIGNER), paper.find("PHÓ GIÁM ĐỐC")
    assert paper.page_of(SIGNER) == paper.page_of("Nơi nhận:") == paper.page_of("tổng hợp, theo dõi./.")
    assert signer.middle == pytest.approx(authority.middle, abs=HAIR)
    assert signer.baseline - authority.baseline > 28
