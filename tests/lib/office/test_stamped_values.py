"""Number and day that a document system stamps on a printed page are read in their blanks."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from weasyprint import HTML

from pbgdpl.lib.office.first_page import pdf_pages
from pbgdpl.lib.office.stamped_values import Stamped, filled

LINE = "Số:      /KH-SYT        Sen, ngày     tháng     năm 2025"
FILLED = {
    "figures": ((("27",), ("14", "02")), "Số: 27/KH-SYT        Sen, ngày 14 tháng 02 năm 2025"),
    "whole values": (
        (("27/KH-SYT",), ("14/02/2025",)),
        "Số: 27/KH-SYT        Sen, ngày 14 tháng 02 năm 2025",
    ),
    "a number alone": ((("27",), ()), "Số: 27/KH-SYT        Sen, ngày     tháng     năm 2025"),
    "a day alone": (((), ("1", "12")), "Số:      /KH-SYT        Sen, ngày 1 tháng 12 năm 2025"),
    "a day without a month": (((), ("14",)), LINE),
    "more than a day": (((), ("14", "02", "2025", "5")), LINE),
    "other words": ((("Đã ký", "1.250"), ("Khẩn", "0912345678")), LINE),
}


@pytest.mark.parametrize("case", FILLED)
def test_what_is_stamped_fills_the_blanks(case):
    stamped, line = FILLED[case]
    assert filled(["SỞ Y TẾ", LINE], Stamped(*stamped)) == ["SỞ Y TẾ", line]


@pytest.mark.parametrize(
    "line",
    [
        "Số: 12/KH-SYT",
        "Sen, ngày 05 tháng 3 năm 2025",
        "Số liệu năm 2025",
        "trong ngày, tháng và năm sau",
        "Số: 4021",
    ],
)
def test_what_is_printed_stays(line):
    assert filled([line], Stamped(("27",), ("14", "02"))) == [line]


def note(kind, left, text, flags=4):
    where = ArrayObject(FloatObject(one) for one in (left, 700, left + 30, 715))
    values = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject(kind),
        "/Rect": where,
        "/F": NumberObject(flags),
    }
    key = "/V" if kind == "/Widget" else "/Contents"
    return DictionaryObject(
        {NameObject(name): value for name, value in (values | {key: TextStringObject(text)}).items()}
    )


def page_with(*notes):
    html = f"<p>SỞ Y TẾ<p style='white-space: pre'>{LINE}<p>KẾ HOẠCH<p>Tuyên truyền"
    writer = PdfWriter(clone_from=PdfReader(BytesIO(HTML(string=html).write_pdf())))
    writer.pages[0][NameObject("/Annots")] = ArrayObject(map(writer._add_object, notes))
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["/Widget", "/FreeText", "/Stamp"])
def test_fields_and_notes_are_read_from_left_to_right(kind):
    data = page_with(note(kind, 420, "02"), note(kind, 100, "27"), note(kind, 370, "14"))
    assert [
        any("27/KH-SYT" in line and "ngày 14 tháng 02" in line for line in page) for page in pdf_pages(data)
    ] == [
        True,
        True,
    ]


def test_what_is_hidden_is_not_read():
    data = page_with(
        note("/Widget", 100, "27", flags=2), note("/Link", 100, "28"), note("/FreeText", 100, "/Yes")
    )
    assert [any("27" in line or "28" in line for line in page) for page in pdf_pages(data)] == [False, False]
