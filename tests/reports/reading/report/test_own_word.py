"""A Word file of this program is read as the same report, also after somebody has edited it."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as Text
from hypothesis import given, settings

from reports.document import layout
from reports.document.text import to_text
from reports.document.tree import BulletList, Document, Numbering, Paragraph, Section
from reports.document.word import to_docx
from reports.reading.report import read_text, read_word
from reports.reading.report.text_source import text_source
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document
from tests.reports.reading.report.reading import unexplained, words
from tests.reports.word_texts import word_texts

SAMPLES = {"full": full_document, "real size": real_size_document, "minimal": minimal_document}


def as_printed(report: Document) -> Document:
    """Return the report, without its author if this is the issuing body."""
    return replace(report, author="") if report.author == report.letterhead.issuing_body else report


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_sample_reads_back_as_itself(sample):
    assert read_word(to_docx(sample())) == sample()


@pytest.mark.parametrize("numbering", Numbering)
def test_a_report_of_every_numbering_reads_back_as_itself(numbering):
    report = full_document(numbering=numbering)
    assert read_word(to_docx(report)) == report


@pytest.mark.parametrize("numbering", Numbering)
def test_numbers_typed_by_hand_read_as_those_of_word(numbering):
    """So were the files of before, and so are those of who turns automatic numbers off."""
    report = full_document(numbering=numbering)
    word = docx.Document(BytesIO(to_docx(report)))
    printed = [*word_texts(word)]
    for paragraph, text in zip(word.element.body.iter(qn("w:p")), printed, strict=True):
        typed = text[: len(text) - len(Text(paragraph, word).text)]
        if typed:
            paragraph.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
            paragraph.insert(1, OxmlElement("w:r"))
            paragraph[1].text = typed
    file = BytesIO()
    word.save(file)
    assert read_word(file.getvalue()) == report


@settings(max_examples=60)
@given(documents())
def test_any_report_reads_back_as_itself(report):
    assert read_word(to_docx(report)) == as_printed(report)


@settings(max_examples=60)
@given(documents())
def test_the_text_of_any_report_has_its_words_again(report):
    """Headings are numbered by their places, so numbers may differ; it is said which. An annex may lose its own."""
    assert set(unexplained(to_text(report))) <= {"i", "ii"}


@pytest.mark.parametrize("sample", [full_document, real_size_document])
def test_the_text_of_a_sample_reads_as_the_same_words_in_order(sample):
    text = to_text(sample())
    assert words(to_text(read_text(text))) == words(text)


@pytest.mark.parametrize("words", ["aõ eà", "aõ eà où uø yù öï", "phaùp phaùp phaùp phaùp phaùp phaùp"])
def test_letters_set_at_random_are_not_taken_for_an_old_code_page(words):
    report = minimal_document(body=(Paragraph("Sở Du lịch báo cáo như sau:"), Paragraph(words)))
    assert read_word(to_docx(report)) == report
    assert text_source(to_text(report)).notices == ()


def edited(report, edit):
    """Return the Word file of the report after a person's edits."""
    word = docx.Document(BytesIO(to_docx(report)))
    edit({paragraph.text: paragraph for paragraph in word.paragraphs}, word)
    file = BytesIO()
    word.save(file)
    return read_word(file.getvalue())


REPORT = minimal_document(
    body=(
        Paragraph("Sở Du lịch báo cáo như sau:"),
        Section("KẾT QUẢ", (Paragraph("Lời một."), BulletList(("việc một;", "việc hai.")))),
        Section("ĐỀ XUẤT", (Paragraph("Lời hai."),)),
    ),
    recipients=("Như trên", "Lưu: VT"),
)


def test_a_paragraph_added_without_a_style_is_text_where_it_stands():
    def edit(paragraphs, word):
        paragraphs["Lời hai."].insert_paragraph_before("1. Thêm một đoạn không kiểu")

    report = edited(REPORT, edit)
    assert report.body[2] == Section(
        "ĐỀ XUẤT", (Paragraph("1. Thêm một đoạn không kiểu"), Paragraph("Lời hai."))
    )
    assert replace(report, body=REPORT.body) == REPORT


def test_a_bullet_typed_by_hand_goes_on_with_the_list():
    def edit(paragraphs, word):
        paragraphs["việc hai."].insert_paragraph_before("- việc thêm;")

    assert edited(REPORT, edit).body[1].blocks[1] == BulletList(("việc một;", "việc thêm;", "việc hai."))


def test_a_heading_added_in_its_style_is_a_heading_numbered_or_not():
    def edit(paragraphs, word):
        heading = paragraphs["ĐỀ XUẤT"].insert_paragraph_before("ĐÁNH GIÁ")
        heading.style = word.styles[layout.HEADING_1.name]

    assert [part.heading for part in edited(REPORT, edit).body[1:]] == ["KẾT QUẢ", "ĐÁNH GIÁ", "ĐỀ XUẤT"]


def test_lines_added_to_the_end_belong_where_they_stand():
    def edit(paragraphs, word):
        paragraphs[REPORT.closing].insert_paragraph_before("Lời thêm.")
        (cells,) = (table.rows[0].cells for table in word.tables[-1:])
        cells[0].add_paragraph("- Trang thông tin;")

    report = edited(REPORT, edit)
    assert report.body[2].blocks[-1] == Paragraph("Lời thêm.")
    assert report.recipients == ("Như trên", "Lưu: VT", "Trang thông tin")


def test_a_table_added_is_a_table():
    def edit(paragraphs, word):
        table = word.add_table(2, 2)
        for position, cell in enumerate((*table.rows[0].cells, *table.rows[1].cells)):
            cell.text = f"ô {position}"
        paragraphs["Lời hai."]._p.addnext(table._tbl)

    assert edited(REPORT, edit).body[2].blocks[1].rows == (("ô 0", "ô 1"), ("ô 2", "ô 3"))
