"""The parts of a document have all of its text."""

from hypothesis import given

from reports.comparing.version_parts import CONTACT, END, HEAD, OPENING, version_parts
from reports.document.text import to_text
from reports.document.tree import BulletList, Paragraph, Section
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document

UNPRINTED = {HEAD, OPENING, END, CONTACT}


def text_of(parts):
    """Return the parts as one text, without the headings that no paper has."""
    printed = ((text,) if heading in UNPRINTED else (heading, text) for heading, text in parts)
    return "\n".join(text for part in printed for text in part if text) + "\n"


@given(documents())
def test_all_words_stand_in_the_parts_in_their_order(document):
    assert text_of(version_parts(document)) == to_text(document)


def test_of_a_long_report_too():
    for document in (full_document(), real_size_document(), minimal_document()):
        assert text_of(version_parts(document)) == to_text(document)


def test_a_section_holds_its_own_lines_only():
    body = (
        Paragraph("Sở báo cáo như sau:"),
        Section("KẾT QUẢ", (Paragraph("Tốt."), Section("Văn bản", (BulletList(("Một;", "Hai.")),)))),
        Section("KIẾN NGHỊ"),
    )
    head, *others = version_parts(minimal_document(body=body))
    assert head == (
        HEAD,
        "SỞ DU LỊCH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số:         /BC-SDL\nQuảng Hà, ngày        tháng        năm\nBÁO CÁO\nKết quả năm 2025",
    )
    assert others == [
        (OPENING, "Sở báo cáo như sau:"),
        ("I. KẾT QUẢ", "Tốt."),
        ("1. Văn bản", "- Một;\n- Hai."),
        ("II. KIẾN NGHỊ", ""),
        (END, "Trên đây là báo cáo./."),
    ]


def test_the_annexes_come_after_the_end_and_the_address_last():
    headings = [heading for heading, _ in version_parts(full_document())]
    assert headings[-4:] == [END, "Phụ lục I", "Phụ lục II", CONTACT]
