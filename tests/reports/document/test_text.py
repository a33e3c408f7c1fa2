"""The report as plain text."""

from hypothesis import given

from reports.document.lines import lines
from reports.document.text import to_text
from reports.document.tree import Annex, LetteredList, Paragraph, Section, Signature, Table
from tests.reports.document.documents import documents, full_document, minimal_document


def test_the_least_report_as_text():
    assert to_text(minimal_document()) == (
        "SỞ DU LỊCH\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n"
        "Số:         /BC-SDL\n"
        "Quảng Hà, ngày        tháng        năm\n"
        "BÁO CÁO\n"
        "Kết quả năm 2025\n"
        "Sở Du lịch báo cáo như sau:\n"
        "Trên đây là báo cáo./.\n"
    )


def test_the_places_stand_in_the_order_of_the_paper():
    texts = to_text(full_document()).splitlines()
    assert texts[:11] == [
        "UBND TỈNH QUẢNG HÀ",
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-SNNMT",
        "Quảng Hà, ngày 05 tháng 11 năm 2025",
        "BÁO CÁO",
        full_document().subject,
        full_document().period_note,
        "Kính gửi:",
        "- Ủy ban nhân dân tỉnh Quảng Hà;",
    ]
    after_closing = texts[texts.index(full_document().closing) + 1 :]
    assert after_closing[:8] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Hội đồng PBGDPL tỉnh;",
        "- Lưu: VT, VP.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Trần Thị Hạ Vy",
        "Phụ lục I",
    ]
    assert texts[-1] == full_document().letterhead.contact


def test_one_addressee_shares_the_line_of_the_greeting():
    texts = to_text(minimal_document(addressees=("Sở Tư pháp",))).splitlines()
    assert "Kính gửi: Sở Tư pháp" in texts


def test_leads_points_and_tables_are_one_line_each():
    body = (
        Paragraph("lời", lead="Dẫn:"),
        LetteredList((Paragraph("một", lead="Nhân lực:"), Paragraph("hai"))),
        Table((("STT", "Việc"), ("1", ""))),
        Section("PHẦN", (Paragraph("cuối"),)),
    )
    texts = to_text(minimal_document(body=body)).split("\n")
    assert texts[7:14] == ["Dẫn: lời", "a) Nhân lực: một", "b) hai", "STT\tViệc", "1\t", "I. PHẦN", "cuối"]


def test_an_annex_follows_the_signature():
    document = minimal_document(
        signature=Signature((), "Lý Thị Na"), annexes=(Annex("DANH MỤC", (Paragraph("x"),)),)
    )
    assert to_text(document).splitlines()[-5:] == [
        "Lý Thị Na",
        "Phụ lục",
        "DANH MỤC",
        "(Kèm theo Báo cáo số         /BC-SDL ngày        tháng        năm         của SỞ DU LỊCH)",
        "x",
    ]


@given(documents())
def test_every_line_of_the_body_is_a_line_of_the_text_in_its_place(document):
    texts = iter(to_text(document).splitlines())
    for line in lines(document.body, document.numbering):
        match line:
            case Table(rows):
                printed = ["\t".join(row) for row in rows]
            case Paragraph(text, lead):
                printed = [f"{lead} {text}".strip()]
            case _:
                printed = [str(line)]
        # `in` takes the texts up to the one that it finds, so the next is looked for after it.
        assert all(text in texts for text in printed), line
