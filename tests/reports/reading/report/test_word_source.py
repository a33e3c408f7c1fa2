"""Word files of other people: automatic numbers, boxes, notes, fields, merged cells, hidden text."""

import pytest
from lxml import etree

from reports.document.tree import BulletList, LetteredList, Paragraph, Section, Table
from reports.reading.report import read_word
from reports.reading.word.numbers import Numbers
from tests.reports.reading.report.reading import outline
from tests.reports.reading.report.word_xml import (
    HEAD,
    NAMESPACES,
    cell,
    deleted,
    field,
    list_of_levels,
    numbered,
    paragraph,
    run,
    table,
    use_of_list,
    word_file,
    zipped,
)

OUTLINE = (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"))


def body(xml, **parts):
    return read_word(word_file(HEAD + xml, **parts)).body[1:]


def text(*paragraphs):
    return tuple(map(Paragraph, paragraphs))


def test_automatic_numbers_of_many_levels_are_headings():
    numbering = list_of_levels(1, OUTLINE) + use_of_list(5, 1)
    lines = (("Kết quả", 0), ("Chỉ đạo", 1), ("Văn bản", 2), ("Hội nghị", 2), ("Kinh phí", 1), ("Đề xuất", 0))
    xml = "".join(numbered(heading, 5, depth) + paragraph("Lời văn.") for heading, depth in lines)
    assert list(outline(body(xml, numbering=numbering))) == [
        (1, "KẾT QUẢ"),
        (2, "Chỉ đạo"),
        (3, "Văn bản"),
        (3, "Hội nghị"),
        (2, "Kinh phí"),
        (1, "ĐỀ XUẤT"),
    ]


def test_automatic_numbers_of_a_style_are_headings():
    numbering = list_of_levels(1, OUTLINE[:1], style="Muc") + use_of_list(5, 1)
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="MucCon"><w:name w:val="Mục con"/><w:basedOn w:val="Muc"/></w:style>'
    )
    xml = "".join(
        paragraph(heading, f'<w:pStyle w:val="{style}"/>') + paragraph("Lời văn.")
        for heading, style in (("KẾT QUẢ", "Muc"), ("ĐỀ XUẤT", "MucCon"))
    )
    assert list(outline(body(xml, numbering=numbering, styles=styles))) == [(1, "KẾT QUẢ"), (1, "ĐỀ XUẤT")]


def test_heading_styles_without_numbers_are_headings_of_their_depths():
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Đề mục"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    xml = "".join(
        paragraph(heading, f'<w:pStyle w:val="{style}"/>') + paragraph("Lời văn.")
        for heading, style in (("Kết quả", "H1"), ("Chỉ đạo.", "H2"), ("Kinh phí", "H2"), ("Đề xuất", "H1"))
    )
    assert list(outline(body(xml, styles=styles))) == [
        (1, "KẾT QUẢ"),
        (2, "Chỉ đạo."),
        (2, "Kinh phí"),
        (1, "ĐỀ XUẤT"),
    ]


def test_bold_lines_without_numbers_are_headings_below_those_with_numbers():
    lines = bold("I. Kết quả") + bold("Chỉ đạo") + paragraph("Tốt.") + bold("Kinh phí") + paragraph("Đủ.")
    assert list(outline(body(lines + bold("II. Đề xuất") + paragraph("Không.")))) == [
        (1, "KẾT QUẢ"),
        (2, "Chỉ đạo"),
        (2, "Kinh phí"),
        (1, "ĐỀ XUẤT"),
    ]


def test_a_number_taken_away_from_a_paragraph_is_not_printed():
    numbering = list_of_levels(1, OUTLINE) + use_of_list(5, 1)
    assert body(numbered("Lời văn.", 0), numbering=numbering) == text("Lời văn.")


def test_numbers_count_on_and_start_again_as_word_counts():
    numbering = list_of_levels(1, (("decimal", "%1)"),)) + use_of_list(5, 1) + use_of_list(6, 1, depth=0)
    xml = (
        numbered("Một;", 5)
        + numbered("Hai.", 5)
        + paragraph("Sau đó:")
        + numbered("Lại một;", 6)
        + numbered("Hai.", 6)
    )
    assert body(xml, numbering=numbering) == text("1) Một;", "2) Hai.", "Sau đó:", "1) Lại một;", "2) Hai.")


def test_automatic_letters_are_points_of_the_vietnamese_alphabet():
    numbering = list_of_levels(1, (("lowerLetter", "%1)"),)) + use_of_list(5, 1)
    (points,) = body("".join(numbered(f"việc {number};", 5) for number in range(6)), numbering=numbering)
    assert points == LetteredList(text(*(f"việc {number};" for number in range(6))))


@pytest.mark.parametrize(
    ("first", "letters"), [(1, "a b c d đ e g"), (5, "e g h i"), (7, "g h i k"), (11, "k l m"), (24, "x y")]
)
def test_letters_that_begin_elsewhere_go_on_from_what_word_shows_there(first, letters):
    numbering = list_of_levels(1, (("decimal", "%1."), ("lowerLetter", "%2)"))) + use_of_list(
        5, 1, 1
    ).replace('Override w:val="1"', f'Override w:val="{first}"')
    counted = Numbers(etree.fromstring(f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"))
    assert [counted.label("5", 1, "") for _ in letters.split()] == [f"{one})" for one in letters.split()]


@pytest.mark.parametrize("sign", ["\uf0b7", "-", "", "o", "•"])
def test_automatic_signs_are_bullets(sign):
    numbering = list_of_levels(1, (("bullet", sign), ("bullet", "o"))) + use_of_list(5, 1)
    xml = numbered("một;", 5) + numbered("con;", 5, 1) + numbered("hai.", 5)
    assert body(xml, numbering=numbering) == (
        BulletList(("một;",)),
        BulletList(("con;",), "+"),
        BulletList(("hai.",)),
    )


def test_a_number_in_words_is_kept():
    numbering = list_of_levels(1, (("decimal", "Điều %1."),)) + use_of_list(5, 1)
    assert body(numbered("Phạm vi.", 5), numbering=numbering) == text("Điều 1. Phạm vi.")


def test_soft_breaks_part_paragraphs_but_not_sentences():
    broken = (
        "<w:p><w:r><w:t>Công tác của Sở</w:t><w:br/><w:t>đã tốt.</w:t><w:cr/><w:t>Đoạn sau.</w:t></w:r></w:p>"
    )
    assert body(broken) == text("Công tác của Sở đã tốt.", "Đoạn sau.")


def test_hyphens_that_hold_a_number_together_are_plain_ones():
    number = "<w:p><w:r><w:t>Số 12/KH</w:t><w:noBreakHyphen/><w:t>SYT, bản</w:t><w:tab/><w:t>chính.</w:t></w:r></w:p>"
    assert body(number) == text("Số 12/KH-SYT, bản chính.")


def test_bold_words_in_front_are_a_lead():
    bold = "<w:b/>"
    xml = (
        f"<w:p>{run('Ưu điểm:', bold)}{run(' đã làm tốt.')}</w:p>"
        f"<w:p>{run('Sở')}{run(' làm ')}{run('tốt', bold)}{run('.')}</w:p>"
        f"<w:p>{run('B', bold)}{run('ảo đảm.')}</w:p>"
        f"<w:p>{run('a) ')}{run('Một:', bold)}{run(' xong.')}</w:p>"
    )
    assert body(xml) == (
        Paragraph("đã làm tốt.", "Ưu điểm:"),
        Paragraph("Sở làm tốt."),
        Paragraph("Bảo đảm."),
        LetteredList((Paragraph("xong.", "Một:"),)),
    )


def bold(text):
    return f"<w:p>{run(text, '<w:b/>')}</w:p>"


def test_bold_lines_with_numbers_are_headings_however_they_end():
    long = f"1. {'Kết quả phổ biến, giáo dục pháp luật ' * 4}theo nhiệm vụ được giao."
    xml = bold("I. Kết quả;") + bold(long) + bold("2. Kinh phí;") + bold("III. Đề xuất") + paragraph("Không.")
    assert list(outline(body(xml))) == [
        (1, "KẾT QUẢ;"),
        (2, long[3:]),
        (2, "Kinh phí;"),
        (1, "ĐỀ XUẤT"),
    ]


def test_a_bold_title_does_not_take_in_the_text_below_it():
    assert body(bold("Về kinh phí") + paragraph("kinh phí đủ.")) == text("Về kinh phí", "kinh phí đủ.")


def test_a_footnote_is_no_second_half_of_a_paragraph():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2"><w:p>{run("xem.")}</w:p><w:p>{run("xem nữa.")}</w:p></w:footnote>'
    xml = f"<w:p>{run('Sở đã làm')}{reference}</w:p>" + paragraph("xong.")
    assert body(xml, footnotes=notes) == text("Sở đã làm xong.", "Chú thích 1: xem.", "xem nữa.")


def test_letters_that_word_shows_as_capitals_are_capitals():
    caps = run("kết quả", "<w:caps/>")
    assert body(f"<w:p>{run('I. ')}{caps}</w:p>" + paragraph("Tốt.")) == (Section("KẾT QUẢ", text("Tốt.")),)


def test_tracked_changes_are_taken_as_accepted():
    xml = (
        f"<w:p>{run('Sở ')}{deleted('không ')}<w:ins>{run('đã ')}</w:ins>"
        f"<w:moveFrom>{run('làm ')}</w:moveFrom>{run('tốt')}<w:moveTo>{run(' việc')}</w:moveTo>{run('.')}</w:p>"
    )
    row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>bỏ</w:t></w:r></w:p></w:tc></w:tr>"
    remaining = table([cell("TT"), cell("Việc")]).replace("</w:tbl>", f"{row}</w:tbl>")
    assert body(xml + remaining) == (Paragraph("Sở đã tốt việc."), Table((("TT", "Việc"),)))


def test_fields_keep_their_results_alone():
    complex_field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("năm 2024")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert body(
        f"<w:p>{run('Trong ')}{complex_field}{run(', ')}{field('REF a', 'tốt')}{run('.')}</w:p>"
    ) == text("Trong năm 2024, tốt.")


def test_boxes_are_read_once_where_they_hang():
    box = "<w:txbxContent>" + paragraph("Trong khung.") + "</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert body(f"<w:p>{run('Ngoài khung.')}<w:r>{both}</w:r></w:p>") == text("Ngoài khung.", "Trong khung.")


def test_footnotes_stand_at_the_end_of_their_section():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2"><w:p>{run("Kế hoạch số 5/KH-SYT.")}</w:p></w:footnote>'
    xml = paragraph("I. KẾT QUẢ") + f"<w:p>{run('- một;')}{reference}</w:p>" + paragraph("- hai.")
    assert body(xml + paragraph("II. ĐỀ XUẤT") + paragraph("Không."), footnotes=notes) == (
        Section("KẾT QUẢ", (BulletList(("một;", "hai.")), Paragraph("Chú thích 1: Kế hoạch số 5/KH-SYT."))),
        Section("ĐỀ XUẤT", text("Không.")),
    )


def test_what_stands_before_the_titles_or_hangs_on_them_is_kept():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2"><w:p>{run("Bản sửa.")}</w:p></w:footnote>'
    title = f"<w:p>{run('Kết quả')}{reference}</w:p>"
    xml = table([cell("TT"), cell("Việc")]) + paragraph("BÁO CÁO") + title + paragraph("Sở báo cáo như sau:")
    report = read_word(word_file(xml, footnotes=notes))
    assert (report.subject, report.body) == (
        "Kết quả",
        (Table((("TT", "Việc"),)), Paragraph("Sở báo cáo như sau:"), Paragraph("Chú thích 1: Bản sửa.")),
    )


def test_a_footnote_that_cites_itself_is_read_once():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2"><w:p>{run("Xem.")}{reference}</w:p></w:footnote>'
    assert body(f"<w:p>{run('Lời.')}{reference}</w:p>", footnotes=notes) == text("Lời.", "Chú thích 1: Xem.")


def test_page_numbers_are_left_out_and_other_feet_kept():
    footer = f"<w:p>{run('Trang ')}{field('PAGE', '2')}{run('/9')}</w:p>" + paragraph("Địa chỉ: 1 phố Huế")
    report = read_word(word_file(HEAD + paragraph("Tốt."), footer=footer, header=paragraph("- 2 -")))
    assert (report.letterhead.contact, report.body[1:]) == ("Địa chỉ: 1 phố Huế", text("Tốt."))


def test_a_letterhead_in_the_header_is_the_letterhead():
    header = "".join(map(paragraph, ("SỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/BC-SYT")))
    head = read_word(word_file(HEAD + paragraph("Tốt."), header=header)).letterhead
    assert (head.issuing_body, head.number) == ("SỞ Y TẾ", "5/BC-SYT")


def test_words_of_a_header_are_not_lost():
    assert read_word(word_file(HEAD, header=paragraph("Bản chờ ký"))).body[0] == Paragraph("Bản chờ ký")


def test_a_table_of_contents_is_made_from_the_headings_and_left_out():
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    contents = paragraph("I. KẾT QUẢ\t1", '<w:pStyle w:val="TOC1"/>')
    assert body(contents + paragraph("I. KẾT QUẢ") + paragraph("Tốt."), styles=styles) == (
        Section("KẾT QUẢ", text("Tốt.")),
    )


def test_the_strict_format_reads_like_the_other():
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    xml = HEAD + paragraph("I. KẾT QUẢ") + paragraph("Tốt.")
    data = zipped({"word/document.xml": f"<w:document {strict}><w:body>{xml}</w:body></w:document>"})
    assert read_word(data).body[1:] == (Section("KẾT QUẢ", text("Tốt.")),)
