"""Word tables: a table of figures is read as rows; a letterhead, a signature or a frame in one as lines."""

from reports.document.tree import Paragraph, Section, Table
from reports.reading.report import read_word
from tests.reports.reading.report.word_xml import HEAD, cell, paragraph, table, word_file


def body(xml):
    return read_word(word_file(HEAD + xml)).body[1:]


def test_merged_cells_keep_the_table_straight():
    merged = table(
        [cell("Gộp ngang", properties='<w:gridSpan w:val="2"/>'), cell("C")],
        [cell("Gộp dọc", properties='<w:vMerge w:val="restart"/>'), cell("x"), cell("y")],
        [cell("", properties="<w:vMerge/>"), cell("z", "t"), cell("")],
    )
    assert body(merged) == (Table((("Gộp ngang", "", "C"), ("Gộp dọc", "x", "y"), ("", "z t", ""))),)


def test_a_table_within_a_table_becomes_words_of_its_cell():
    inner = table([cell("một"), cell("hai")])
    outer = table([cell("TT"), cell("Việc")], [cell("1"), f"<w:tc>{inner}</w:tc>"])
    assert body(outer) == (Table((("TT", "Việc"), ("1", "một hai"))),)


def test_a_frame_of_one_cell_is_text():
    assert body(table([cell("I. KẾT QUẢ", "Tốt.")])) == (Section("KẾT QUẢ", (Paragraph("Tốt."),)),)


def test_a_signature_in_a_table_of_rows_is_a_signature():
    rows = ([cell("Nơi nhận:"), cell("GIÁM ĐỐC")], [cell("- Như trên;", "- Lưu: VT."), cell("", "Lê An")])
    report = read_word(word_file(HEAD + paragraph("Tốt.") + table(*rows)))
    assert (report.recipients, report.signature.authority, report.signature.name) == (
        ("Như trên", "Lưu: VT"),
        ("GIÁM ĐỐC",),
        "Lê An",
    )


def test_a_signature_alone_on_the_right_of_a_table_is_one():
    signed = table([cell(""), cell("GIÁM ĐỐC", "", "Lê An")])
    assert read_word(word_file(HEAD + paragraph("Tốt.") + signed)).signature.name == "Lê An"


def test_a_table_of_officers_is_no_signature():
    officers = table([cell("Họ tên"), cell("Chức vụ")], [cell("Lê An"), cell("GIÁM ĐỐC")])
    report = read_word(word_file(HEAD + paragraph("Tốt.") + officers))
    assert report.body[-1] == Table((("Họ tên", "Chức vụ"), ("Lê An", "GIÁM ĐỐC")))
