"""What a file really is, is seen in its first bytes."""

import pytest

from pbgdpl.lib.file_contents import Content, content_of

CONTENTS = {
    "RTF": (rb"{\rtf1\ansi B\'e1o c\'e1o}", Content.RTF),
    "RTF below empty lines": (b"\xef\xbb\xbf\r\n  {\\rtf1 a}", Content.RTF),
    "RTF in UTF-16": ("{\\rtf1 a}".encode("utf-16"), Content.RTF),
    "a page": (b"<!DOCTYPE html><p>a", Content.HTML),
    "a page after a comment": (b"<!-- Excel -->\n<HTML xmlns:x='a'>", Content.HTML),
    "XHTML": (b"<?xml version='1.0'?>\n<html>", Content.HTML),
    "a table alone": (b"<table border=1>", Content.HTML),
    "a saved page": (b"From: <Saved by Word>\r\nMIME-Version: 1.0\r\n", Content.MHTML),
    "Excel 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        Content.EXCEL_XML,
    ),
    "Word 2003": (
        b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
        Content.WORD_XML,
    ),
    "other XML": (b'<?xml version="1.0"?><a/>', Content.XML),
    "JSON": ('{"t\u00ean": 1}'.encode(), Content.JSON),
    "a list of JSON": (b'[\n {"a": 1}]', Content.JSON),
    "old Office": (bytes.fromhex("D0CF11E0A1B11AE1"), Content.OLD_OFFICE),
    "PDF": (b"\n%PDF-1.7", Content.PDF),
    "PNG": (b"\x89PNG\r\n\x1a\n", Content.PICTURE),
    "RAR": (b"Rar!\x1a\x07", Content.ARCHIVE),
    "a program": (b"MZ\x90\0\x03", Content.BINARY),
    "text": ("B\u00e1o c\u00e1o <s\u1ed1 1> {a}".encode(), None),
    "a listing": ("[[ho\u1ea1t \u0111\u1ed9ng]]".encode(), None),
    "text in UTF-16": ("B\u00e1o c\u00e1o".encode("utf-16"), None),
    "a package": (b"PK\x03\x04\0\0", None),
    "nothing": (b"", None),
}


@pytest.mark.parametrize(("data", "content"), CONTENTS.values(), ids=CONTENTS)
def test_a_file_is_what_its_first_bytes_say(data, content):
    assert content_of(data) is content
