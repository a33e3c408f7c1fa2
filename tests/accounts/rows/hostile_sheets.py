"""Uploads that are meant to harm, or that are no spreadsheets, each with the sentence that people read."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

from accounts.rows.sheets import kinds
from tests.accounts.rows.other_sheets import MIME_TYPE, ods, ods_cell, ods_row, ods_table, web_page, xls
from tests.accounts.rows.xlsx_file import HEADINGS, MAIN, line, listed, parts_of, xlsx, zipped

MEBIBYTE = 2**20
BOMB = 120  # MiB; a real one differs in nothing but its size
SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/strings.xml", "xl/workbook.xml"
ROW = line("Kế hoạch", "1/KH", "16/01/2024", "về việc chung")
REFERENCE = '<c t="s"><v>0</v></c>'
DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
MACROS = {"xl/vbaProject.bin": b"\0"}
MERGED = '<mergeCell ref="A2:XFD1048576"/>'
HIDDEN = '<col min="5" max="999999999" hidden="1"/>'
LINKS = {
    "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>',
    "xl/externalLinks/_rels/externalLink1.xml.rels": "<Relationships/>",
}
NO_HEADINGS, TOO_LONG, TOO_LONG_CELL = "Không tìm thấy dòng tiêu đề", "Bảng tính quá dài", "Dòng 2, cột “Loại"
READ = ""  # it does no harm: its list is read


def bomb(part, compression=ZIP_DEFLATED):
    """Return a workbook of which one part unpacks to BOMB MiB."""
    file = BytesIO()
    with ZipFile(file, "w", compression, compresslevel=1) as archive:
        for name, content in parts_of(listed(line(REFERENCE))).items():
            if name != part:
                archive.writestr(name, content)
        with archive.open(part, "w") as unpacked:
            for _ in range(BOMB):
                unpacked.write(b" " * MEBIBYTE)
    return file.getvalue()


def with_parts(**changed):
    return zipped(parts_of(listed(ROW)) | changed)


def lying(data, size, stated):
    """Return the file with another size stated for the part that has this one."""
    return data.replace(size.to_bytes(4, "little"), stated.to_bytes(4, "little"))


def in_utf16(text):
    return f'<?xml version="1.0" encoding="UTF-16"?>{text}<x/>'.encode("utf-16")


def shared(*texts):
    return "".join(f"<si><t>{text}</t></si>" for text in texts)


def locked(data):
    """Return the zip file with each of its parts marked as locked by a password."""
    for entry in (b"PK\3\4\x14\0", b"PK\1\2\x14\3\x14\0"):
        data = data.replace(entry + b"\0\0", entry + b"\1\0")
    return data


def bad_packages():
    """Return files that unpack to more than they should, or cannot be unpacked."""
    good = xlsx(listed(ROW))
    return {
        "bomb in the sheet": (bomb(SHEET), kinds.TOO_LARGE),
        "bomb in the texts": (bomb(STRINGS), kinds.TOO_LARGE),
        "bomb of another compression": (bomb(SHEET, ZIP_BZIP2), kinds.BROKEN),
        "bomb with a lying size": (lying(bomb(SHEET), BOMB * MEBIBYTE, 900), kinds.BROKEN),
        "20,000 parts": (zipped({str(number): b"" for number in range(20_000)}), kinds.TOO_LARGE),
        "5,000 sheets": (xlsx(*[ROW] * 5_000), kinds.TOO_LARGE),
        "1,500 sheets": (xlsx(*[ROW] * 1_500), NO_HEADINGS),
        "cut short": (good[:-400], kinds.BROKEN),
        "a wrong byte": (good.replace(b"PK\3\4", b"PK\3\5"), kinds.BROKEN),
        "a password of the zip": (locked(good), kinds.BROKEN),
        "more than 10 MiB": (b"PK" + bytes(11 * MEBIBYTE), kinds.TOO_LARGE),
        "links to other files": (xlsx(listed(ROW), more=LINKS), READ),
        "macros": (xlsx(listed(ROW), more=MACROS), kinds.WITH_MACROS),
    }


def is_no_sheet(content):
    return kinds.OPENED_BY_EXCEL.format(content=content)


def other_kinds():
    """Return files of other kinds, whatever their names say."""
    return {
        "a password of Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), kinds.BROKEN),
        "comma-separated": ("STT,Số,Trích yếu\n1,139/KH,về".encode(), READ),
        "a web page": (b"<html><table></table></html>", NO_HEADINGS),
        "Excel 2003": (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            is_no_sheet("bảng tính XML của Excel 2003"),
        ),
        "RTF": (rb"{\rtf1 a}", kinds.OF_ANOTHER_PROGRAM.format(content="văn bản RTF")),
        "a picture": (b"\x89PNG\r\n", kinds.OF_ANOTHER_PROGRAM.format(content="ảnh")),
        "a program": (b"MZ\0\0", kinds.NOT_EXCEL),
        "nothing": (b"", kinds.EMPTY),
        "another zip": (zipped({"a.txt": b"a"}), kinds.NOT_EXCEL),
        "OpenDocument": (zipped({"mimetype": b"", "content.xml": b"<x/>"}), NO_HEADINGS),
        "a Word file": (zipped({"word/document.xml": b"<x/>"}), kinds.WORD),
        "binary Excel": (zipped({"xl/workbook.bin": b""}), kinds.BINARY),
    }


def bad_declarations():
    """Return files whose XML reaches out, grows, or is none."""
    return {
        "reference to a file": (with_parts(**{SHEET: f"{DOCTYPE}<x>&e;</x>"}), kinds.UNSAFE),
        "reference in the book": (with_parts(**{BOOK: f"{DOCTYPE}<x>&e;</x>"}), kinds.UNSAFE),
        "reference in UTF-16": (with_parts(**{SHEET: in_utf16(DOCTYPE)}), kinds.UNSAFE),
        "a billion laughs": (with_parts(**{SHEET: f"<!DOCTYPE x [{LAUGHS}]><x>&i;</x>"}), kinds.UNSAFE),
        "deep nesting": (xlsx("<a>" * 5_000 + "</a>" * 5_000), kinds.BROKEN),
        "no XML": (with_parts(**{SHEET: "Kế hoạch"}), kinds.BROKEN),
    }


def beside(name, inner):
    """Return XML that stands beside the rows of a sheet, not among them."""
    return f"</sheetData><{name}>{inner}</{name}><sheetData>"


def bad_sheets():
    """Return lists that are too long in one way or another."""
    attributes = " ".join(f'a{number}="1"' for number in range(600_000))
    four = line(*[REFERENCE] * 4)
    numbers = f'<row><c s="{"9" * 9_000}"><v>{"9" * 9_000}</v></c></row>'
    places = f'<row r="{"9" * 9_000}"><c r="{"Z" * 9_000}1"/></row>'
    styled = xlsx(listed(ROW, "<row><c><v>1</v></c></row>"), styles=f"<cellXfs>{'<xf/>' * 400_000}</cellXfs>")
    return {
        "one far cell": (xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), NO_HEADINGS),
        "a row too far": (xlsx(listed(ROW, line("Kế hoạch", number="99999999"))), READ),
        "impossible places": (xlsx(listed(places, ROW)), READ),
        "impossible numbers": (xlsx(listed(ROW, numbers)), READ),
        "100,000 rows": (xlsx(listed(ROW * 100_000)), kinds.TOO_LARGE),
        "200,000 merged cells": (xlsx(listed(ROW) + beside("mergeCells", MERGED * 200_000)), READ),
        "100,000 hidden columns": (xlsx(listed(ROW) + beside("cols", HIDDEN * 100_000)), READ),
        "one text merged over 500 rows": (
            xlsx(listed(line("a" * 32_000), line("", "b") * 499) + beside("mergeCells", MERGED)),
            TOO_LONG,
        ),
        "501 rows": (xlsx(listed(ROW * 501)), TOO_LONG),
        "100,000 empty rows": (xlsx(listed(ROW, "<row/>" * 100_000, ROW)), READ),
        "a million cells": (xlsx(listed(f"<row>{'<c/>' * 1_000_000}</row>")), kinds.TOO_LARGE),
        "100,000 attributes of a sheet": (
            xlsx(listed(ROW), states=[f'visible" {attributes[: attributes.index(" a100000=") - 1]}']),
            READ,
        ),
        "a million attributes": (xlsx(listed(f"<row {attributes}/>")), kinds.TOO_LARGE),
        "a million texts": (xlsx(listed(four), strings=shared("") * 500_000), kinds.TOO_LARGE),
        "a text of 9 MiB": (xlsx(listed(four), strings=shared("a" * 9 * MEBIBYTE)), TOO_LONG_CELL),
        "one text 2,000 times": (xlsx(listed(four * 490), strings=shared("ă" * 32_000)), TOO_LONG),
        "a heap of marks": (xlsx(listed(line("Kế hoạch", "a" + "\u0323\u0302" * 16_000))), READ),
        "400,000 styles": (styled, READ),
    }


def other_formats():
    """Return hostile files of the formats that are read in a process of their own."""
    a_million = ods_row("Kế hoạch", "1/KH", repeated=1_000_000)
    wide = ods_row(ods_cell("x" * 1000, columns_repeated=999_999_999))
    spans = [("<td rowspan=99999 colspan=99999>x</td>",) * 20_000, *[("<td>x</td>",)] * 20_000]
    old = xls([HEADINGS, ("Kế hoạch", "1/KH")])
    return {
        "ods: a million rows": (ods(ods_table(ods_row(*HEADINGS), a_million)), kinds.TOO_LARGE),
        "ods: wide rows": (ods(ods_table(ods_row(*HEADINGS), wide * 200)), kinds.TOO_LARGE),
        "ods: a bomb": (ods(" " * 60 * MEBIBYTE), kinds.TOO_LARGE),
        "ods: a reference": (ods_with(f"{DOCTYPE}<x>&e;</x>"), kinds.UNSAFE),
        "ods: deep groups": (ods("<table:table><table:table-row-group>" * 5_000), kinds.BROKEN),
        "ods: a password": (ods(more={"META-INF/manifest.xml": "<encryption-data/>"}), kinds.LOCKED),
        "ods: a letter": (
            ods(more={"mimetype": "application/vnd.oasis.opendocument.text"}),
            kinds.OTHER_DOCUMENT,
        ),
        "xls: cut short": (old[:-3000], kinds.BROKEN),
        "xls: other bytes within": (old[:600] + bytes(range(256)) * 4 + old[1624:], kinds.BROKEN),
        "html: spans": (web_page(*spans).encode(), NO_HEADINGS),
        "html: nested tables": (b"<html><body>" + b"<table><tr><td>" * 100_000, NO_HEADINGS),
        "html: a million tags": (b"<html>" + b"<td>" * 1_000_000, kinds.TOO_LARGE),
        "csv: one quotation mark and 9 MiB": (b'"' + b"a,b\n" * 2_300_000, kinds.TOO_LARGE),
        "csv: 9 MiB of delimiters": (b"," * 9 * MEBIBYTE, NO_HEADINGS),
        "csv: 3 million cells": (b"a;" * 3_000_000, NO_HEADINGS),
        "csv: 11 MiB": (b"a;b\n" * 3_000_000, kinds.TOO_LARGE),
    }


def ods_with(content):
    return zipped({"mimetype": MIME_TYPE, "content.xml": content})


def hostile_files():
    return bad_packages() | other_kinds() | bad_declarations() | bad_sheets() | other_formats()
