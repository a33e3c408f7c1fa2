"""What a page or a line may not cut, tried with reports that end at every height of the page."""

from __future__ import annotations

import pytest

from reports.document.tree import BulletList, Document, Paragraph, Section, Signature, Table
from tests.reports.document.documents import minimal_document
from tests.reports.document.printed import Page, printed

SENTENCE = "Sở đã phổ biến các quy định mới về đất đai, môi trường và thủy sản cho người dân trong tỉnh. "
SIGNATURE = Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lý Thị Na")
RECIPIENTS = ("Như trên", "Hội đồng PBGDPL tỉnh", "Lưu: VT, VP")
# A page holds 29 paragraphs of one line; these reports end before, at and after its end.
HEIGHTS = range(14, 28)


def report(paragraphs: int, *, closing: str = "Trên đây là báo cáo./.") -> Document:
    body = tuple(Paragraph(f"Việc thứ {number}.") for number in range(1, paragraphs + 1))
    return minimal_document(body=body, closing=closing, recipients=RECIPIENTS, signature=SIGNATURE)


def pages_with(pages: tuple[Page, ...], *texts: str) -> set[int]:
    """Return the numbers of the pages on which a line holds one of the texts."""
    return {
        number
        for number, page in enumerate(pages, start=1)
        if any(text in row.text for row in page.rows for text in texts)
    }


@pytest.mark.parametrize("closing", ["Trên đây là báo cáo./.", f"Trên đây là báo cáo. {SENTENCE * 2}./.", ""])
def test_the_signature_stays_with_the_recipients_and_with_two_lines_of_text(closing):
    last_pages = set()
    for paragraphs in HEIGHTS:
        pages = printed(report(paragraphs, closing=closing)).pages
        names = ("Nơi nhận:", "- Lưu: VT, VP.", "KT. GIÁM ĐỐC", "Lý Thị Na")
        assert pages_with(pages, *names) == {len(pages)}, paragraphs
        texts = [row.text for row in pages[-1].rows]
        place = next(position for position, text in enumerate(texts) if "Nơi nhận:" in text)
        assert place >= 2, paragraphs
        last_pages.add(len(pages))
    assert last_pages == {1, 2}, "the reports do not cross the end of the page"


def test_the_signature_stays_with_the_last_two_items_of_a_list():
    last_pages = set()
    for paragraphs in range(16, 20):
        body = (*report(paragraphs).body, BulletList(("Việc đầu;", "Việc cuối.")))
        document = minimal_document(body=body, closing="", recipients=RECIPIENTS, signature=SIGNATURE)
        pages = printed(document).pages
        signed = pages_with(pages, "Nơi nhận:", "Lý Thị Na")
        assert signed == pages_with(pages, "- Việc đầu;", "- Việc cuối.") == {len(pages)}, paragraphs
        last_pages |= signed
    assert last_pages == {1, 2}, "the reports do not cross the end of the page"


def test_a_heading_never_ends_a_page():
    last_pages = set()
    for paragraphs in range(18, 27):
        body = tuple(Paragraph(f"Việc thứ {number}.") for number in range(paragraphs))
        inner = Section("Việc nhỏ", (Paragraph("Lời đầu của việc nhỏ."),))
        document = minimal_document(body=(*body, Section("VIỆC LỚN", (inner,))))
        pages = printed(document).pages
        with_headings = pages_with(pages, "VIỆC LỚN", "Việc nhỏ", "Lời đầu của việc nhỏ.")
        assert len(with_headings) == 1, paragraphs
        last_pages |= with_headings
    assert last_pages == {1, 2}, "the headings do not cross the end of the page"


def test_the_lead_of_a_list_never_ends_a_page():
    last_pages = set()
    for paragraphs in range(18, 27):
        body = tuple(Paragraph(f"Việc thứ {number}.") for number in range(paragraphs))
        group = (Paragraph("", lead="Tháng 3:"), BulletList(("Hội nghị đầu tháng;", "Tập huấn.")))
        with_group = pages_with(
            printed(minimal_document(body=(*body, *group))).pages, "Tháng 3:", "- Hội nghị"
        )
        assert len(with_group) == 1, paragraphs
        last_pages |= with_group
    assert last_pages == {1, 2}, "the list does not cross the end of the page"


def test_no_paragraph_leaves_a_single_line_behind():
    for paragraphs in range(22, 28):
        body = tuple(Paragraph(f"Việc thứ {number}.") for number in range(paragraphs))
        document = minimal_document(body=(*body, Paragraph(f"Đoạn cuối. {SENTENCE * 4}")))
        for page in printed(document).pages:
            lines = [row for row in page.rows if row.text.startswith("Đoạn cuối.") or row.width > 100]
            assert len(lines) != 1, paragraphs


def test_a_table_repeats_its_titles_and_keeps_its_rows_whole():
    rows = tuple((str(number), f"Đầu {number}. {SENTENCE * 5} Cuối {number}.") for number in range(1, 21))
    pages = printed(minimal_document(body=(Table((("STT", "Nội dung"), *rows)),))).pages
    assert len(pages) > 2
    for page in pages:
        texts = [row.text for row in page.rows]
        assert sum("STT" in text for text in texts) == 1
    for number in range(1, 21):
        assert pages_with(pages, f"Đầu {number}.") == pages_with(pages, f"Cuối {number}."), number


def test_a_row_taller_than_a_page_is_printed_to_its_end():
    table = Table((("STT", "Nội dung"), ("1", f"Đầu. {SENTENCE * 120} Cuối."), ("2", "Hết.")))
    pages = printed(minimal_document(body=(Paragraph("Lời đầu."), table))).pages
    words = [word for page in pages for word in page.words]
    assert words.count("tỉnh.") == 120
    assert pages_with(pages, "Lời đầu.") == pages_with(pages, "Đầu.") == {1}, "it begins where there is room"
    assert all(pages_with((page,), "Nội dung") for page in pages)
    assert pages_with(pages, "Hết.") == {len(pages)}


def test_more_recipients_than_a_page_holds_are_all_printed():
    """The signature stands whole on the page of the closing words, and the recipients go on below it."""
    names = tuple(f"Đơn vị thứ {number}" for number in range(1, 121))
    pages = printed(minimal_document(recipients=names, signature=SIGNATURE)).pages
    assert all(pages_with(pages, f"- Đơn vị thứ {number};") for number in range(1, 120))
    assert pages_with(pages, "- Đơn vị thứ 120.") == {len(pages)}
    assert pages_with(pages, "Trên đây", "Nơi nhận:", "KT. GIÁM ĐỐC", "Lý Thị Na") == {1}


@pytest.mark.parametrize(
    ("number", "cuts"),
    [
        ("2606/KH-SKHCN", {"2606/KH-"}),
        ("30-31/7/2024", {"30-"}),
        ("05/3/2024", set()),
        ("126/BC-SNV-CCHC&PC", {"126/BC-", "126/BC-SNV-"}),
        ("06-CTr/TU", {"06-"}),
        ("trước/sau", set()),
    ],
)
def test_a_line_cuts_a_number_or_a_date_only_after_a_hyphen(number, cuts):
    """As in Word, so that its lines and pages are those of the PDF."""
    # Words of growing length push the number across the end of a line.
    items = tuple(f"{'một ' * 12}{'n' * length} {number}, hết." for length in range(1, 30))
    lines = [
        row.text for page in printed(minimal_document(body=(BulletList(items),))).pages for row in page.rows
    ]
    assert any(line.startswith(number) for line in lines), "no number was ever at the end of a line"
    parts = {number[:length] for length in range(1, len(number))}
    assert {line.split()[-1] for line in lines} & parts == cuts


def test_a_number_too_long_for_any_line_is_cut():
    number = "1234-" * 60
    pages = printed(minimal_document(body=(Paragraph(f"Số {number}"),))).pages
    assert all(row.right <= 190.5 for page in pages for row in page.rows)
    assert number in "".join(row.text for page in pages for row in page.rows)
