"""A scan is read on this machine, whichever side is up; a hostile one takes no more than its share."""

from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image, ImageOps
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from pbgdpl.lib import ocr
from pbgdpl.lib.ocr import ScanUnreadable, scanned_pages
from pbgdpl.lib.ocr_lines import page_of
from pbgdpl.lib.ocr_pictures import picture
from tests.lib.scans import grained, needs_ocr, page, saved

LINES = ["Sở Tư pháp tỉnh Sen tổ chức tập huấn", "ngày 14 tháng 02 năm 2025 cho 120 người."]
TABLE = """level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
5\t1\t1\t1\t1\t1\t100\t100\t80\t30\t96.5\tSỞ
5\t1\t1\t1\t1\t2\t190\t102\t80\t30\t50\tYTẾ
5\t1\t1\t1\t2\t1\t100\t300\t80\t30\t95\tSố:
5\t1\t2\t1\t1\t1\t600\t108\t80\t30\t96\tĐộc
5\t1\t2\t1\t1\t2\t690\t108\t80\t30\t96\tlập
5\t1\t2\t1\t1\t3\t780\t108\t800\t4\t90\t___
"""


def words_of(pages):
    return [line for page in pages for line in page.rows if line]


def test_columns_stand_side_by_side_and_one_after_the_other():
    read = page_of(TABLE)
    assert read.rows == ["SỞ YTẾ    Độc lập", "", "Số:"]
    assert read.running == ["SỞ YTẾ", "Số:", "", "Độc lập"]
    assert read.unsure == ("YTẾ",)


@pytest.mark.parametrize("table", ["", "level\tpage\n5\t1\n", "\0\n5\t"])
def test_what_is_no_table_has_no_words(table):
    assert page_of(table).rows == []


TURNS = {
    "upright": lambda left, top, width, height: (left, top, width, height),
    "upside down": lambda left, top, width, height: (-left - width, -top - height, width, height),
    "running down": lambda left, top, width, height: (-top - height, left, height, width),
    "running up": lambda left, top, width, height: (top, -left - width, height, width),
}


@pytest.mark.parametrize("turn", TURNS)
def test_words_are_put_together_whichever_side_of_the_picture_is_up(turn):
    rows = [row.split("\t") for row in TABLE.splitlines()]
    turned = [[*row[:6], *map(str, TURNS[turn](*map(int, row[6:10]))), *row[10:]] for row in rows[1:]]
    assert page_of("\n".join(map("\t".join, turned))) == page_of(TABLE)


@needs_ocr
def test_a_photograph_is_read_upside_down():
    photograph = grained(page(*LINES * 3)).rotate(180)
    assert words_of(scanned_pages(saved(photograph, "JPEG", quality=80), "jpg")) == LINES * 3


PICTURES = {
    "grey of 16 bits": (
        lambda image: image.convert("I").point(lambda shade: shade * 256).convert("I;16"),
        "PNG",
    ),
    "palette": (lambda image: image.convert("P"), "PNG"),
    "ink on nothing": (
        lambda image: Image.merge("LA", [Image.new("L", image.size), ImageOps.invert(image)]),
        "PNG",
    ),
    "four inks": (lambda image: image.convert("CMYK"), "JPEG"),
}


@pytest.mark.parametrize("way", PICTURES)
def test_a_picture_of_any_kind_is_dark_ink_on_white_paper(way):
    paper = Image.new("L", (100, 100), 255)
    paper.paste(0, (0, 0, 100, 25))
    make, kind = PICTURES[way]
    seen = Image.open(BytesIO(b64decode(picture(saved(make(paper), kind)))))
    shades = seen.resize((1, 4), Image.Resampling.BOX)
    assert [shades.getpixel((0, place)) > 128 for place in range(4)] == [False, True, True, True]


@needs_ocr
def test_every_page_of_a_pdf_is_read_up_to_the_limit():
    first, second = (grained(page(line)) for line in LINES)
    data = saved(first, save_all=True, append_images=[second, second])
    done = []
    assert words_of(scanned_pages(data, most_pages=2, on_page=lambda *counts: done.append(counts))) == LINES
    assert done == [(0, 2), (1, 2)]


@needs_ocr
@pytest.mark.parametrize("size", [(1, 1), (1, 3000)])
def test_a_picture_without_words_has_none(size):
    assert words_of(scanned_pages(saved(Image.new("L", size, 255), "PNG"), "png")) == []


def huge_png():
    """A picture of 2.5 thousand million pixels in few bytes."""
    data = saved(Image.new("1", (8, 8)), "PNG")
    return data[:16] + (50_000).to_bytes(4, "big") * 2 + data[24:]


def pdf_with(content, *, resources=None, side=600):
    """Return a PDF of one page with a content stream."""
    writer = PdfWriter()
    sheet = writer.add_blank_page(side, side)
    stream = DecodedStreamObject()
    stream.set_data(content)
    sheet[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    sheet[NameObject("/Resources")] = resources or DictionaryObject()
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def pdf_with_picture(*, side):
    """Return a PDF of few bytes with a picture of so many pixels a side."""
    picture = DecodedStreamObject()
    picture.set_data(bytes(side * side))
    picture = picture.flate_encode()
    values = {
        "Type": NameObject("/XObject"),
        "Subtype": NameObject("/Image"),
        "BitsPerComponent": NumberObject(8),
    }
    values |= {
        "Width": NumberObject(side),
        "Height": NumberObject(side),
        "ColorSpace": NameObject("/DeviceGray"),
    }
    picture.update({NameObject(f"/{name}"): value for name, value in values.items()})
    images = DictionaryObject({NameObject("/P"): picture})
    return pdf_with(b"600 0 0 600 0 0 cm /P Do", resources=DictionaryObject({NameObject("/XObject"): images}))


@needs_ocr
@pytest.mark.parametrize(
    ("make", "ending"),
    [
        (lambda: b"", "pdf"),
        (lambda: b"%PDF-1.7 nothing", "pdf"),
        (lambda: b"\x89PNG", "png"),
        (lambda: b"\xff\xd8\xff", "jpg"),
        (huge_png, "png"),
    ],
)
def test_what_cannot_be_opened_is_refused(make, ending):
    with pytest.raises(ScanUnreadable):
        scanned_pages(make(), ending)


@needs_ocr
def test_a_pdf_that_draws_for_ever_is_stopped(monkeypatch):
    monkeypatch.setattr(ocr, "DRAWING_SECONDS", 1)
    endless = pdf_with(b"0 0 600 600 re W n " + b"0 0 m 600 600 l 0 600 l 600 0 l f " * 500_000)
    with pytest.raises(ScanUnreadable):
        scanned_pages(endless)


@needs_ocr
def test_a_huge_page_is_drawn_as_small_as_any_other():
    assert words_of(scanned_pages(pdf_with(b"", side=14_400))) == []


@needs_ocr
def test_a_picture_of_many_pixels_in_a_pdf_is_drawn_small():
    assert words_of(scanned_pages(pdf_with_picture(side=8_000))) == []
