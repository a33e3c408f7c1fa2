"""A report as plain text is read in whatever encoding it was saved; old code pages are turned into Unicode."""

from unicodedata import normalize

import pytest

from reports.reading.report import reading_of
from tests.old_letters import in_tcvn3, in_vni

TEXT = """SỞ Y TẾ TỈNH SEN
Số: 45/BC-SYT
BÁO CÁO
Kết quả phổ biến, giáo dục pháp luật năm 2023
Trong năm 2023, Sở đã thực hiện như sau:
I. KẾT QUẢ
Sở tổ chức “Ngày Pháp luật” – hơn 200 người dự.
"""
TONES = "\u0300\u0301\u0303\u0309\u0323"
CONVERTED = "Chữ viết bằng bảng mã cũ {} đã chuyển sang Unicode: xem lại từng chữ."


def in_windows(text):
    """Return the text in Windows-1258, which has letters with a circumflex, a breve or a horn, and tones apart."""
    letters = (normalize("NFD", letter) for letter in text)
    parted = (
        normalize("NFC", "".join(mark for mark in letter if mark not in TONES))
        + "".join(mark for mark in letter if mark in TONES)
        for letter in letters
    )
    return "".join(parted).encode("cp1258")


SAVED = {
    "UTF-16": (TEXT.encode("utf-16"), ()),
    "UTF-16, the other way round": (b"\xfe\xff" + TEXT.encode("utf-16-be"), ()),
    "Windows-1258": (in_windows(TEXT), ()),
    "letters and marks apart": (normalize("NFD", TEXT).encode(), ()),
    "VNI in UTF-8": (in_vni(TEXT).encode(), (CONVERTED.format("VNI"),)),
    "VNI": (in_vni(TEXT).encode("cp1252"), (CONVERTED.format("VNI"),)),
}


@pytest.mark.parametrize(("data", "notices"), SAVED.values(), ids=SAVED)
def test_a_text_is_the_same_in_every_encoding(data, notices):
    reading = reading_of(data, "a.txt")
    assert reading.document == reading_of(TEXT.encode(), "a.txt").document
    assert reading.notices == notices


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_small_letters_in_tcvn3_are_turned_into_unicode(encoding):
    """Capitals with marks are small letters of another font in this code page, so they have none here."""
    text = TEXT.lower()
    reading = reading_of(in_tcvn3(text).encode(encoding), "a.txt")
    assert reading.document == reading_of(text.encode(), "a.txt").document
    assert reading.notices == (CONVERTED.format("TCVN3 (ABC)"),)
