"""A file that is no report is refused with one Vietnamese sentence; nothing else happens to it."""

import random
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.document.word import to_docx
from reports.reading.report import UnreadableReport, read_report, read_text
from tests.reports.document.documents import full_document
from tests.reports.reading.report.messy_word import messy_word
from tests.reports.reading.report.word_xml import WORD, paragraph, word_file, zipped

EMPTY = "tệp trống."
NO_TEXT = "không có chữ nào để đọc."
PDF = "tệp PDF bị hỏng hoặc có mật khẩu, hãy lưu lại không có mật khẩu hoặc dùng bản Word (.docx)."
NOT_UTF8 = "tệp văn bản không dùng bảng mã UTF-8, hãy lưu lại bằng UTF-8 hoặc dạng Word (.docx)."
OLD_WORD = "tệp Word đời cũ (.doc) hoặc có mật khẩu, hãy lưu lại dạng .docx không có mật khẩu."
NOT_WORD = "tệp nén này không phải là tệp Word (.docx)."
BROKEN = "tệp Word bị hỏng, hãy mở bằng Word và lưu lại."
TOO_LARGE = "tệp Word quá lớn khi giải nén (tối đa 20 MB)."
UNSAFE = "tệp Word chứa khai báo DOCTYPE, không an toàn để đọc."

HTML = "tệp này là trang web (HTML), hãy mở bằng Word, lưu dạng .docx rồi chọn lại."
PICTURE = "tệp này là ảnh, không đọc được báo cáo trong đó, hãy chọn bản Word (.docx)."
JSON = "tệp này là tệp dữ liệu JSON, không đọc được báo cáo trong đó, hãy chọn bản Word (.docx)."
MARKUP = (
    "tệp chứa mã nguồn của trang web hoặc của RTF, hãy mở tệp gốc bằng Word, lưu dạng .docx rồi chọn lại."
)
MISREAD = "BÃ¡o cÃ¡o káº¿t quáº£ cÃ´ng tÃ¡c"
GARBLED = "dòng “{}” dùng bảng mã cũ (TCVN3, VNI) hoặc sai bảng mã, hãy chuyển tệp sang Unicode rồi chọn lại."
FOREIGN = "tệp không phải là báo cáo bằng tiếng Việt có dấu, hãy kiểm tra lại tệp đã chọn."
EMBEDDED = (
    "tệp Word này nhúng một tệp khác chưa thành chữ, hãy mở bằng Word, lưu lại dạng .docx rồi chọn lại."
)
ENGLISH = "The department held five conferences about the Land Law for its staff. " * 4

DOCTYPE = '<!DOCTYPE w:document [<!ENTITY a "một">]>'
DOCUMENT = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("&a;")}</w:body></w:document>'


def encrypted(data):
    """Return a zip file whose entries say that they are encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


REFUSED = {
    "nothing": (b"", EMPTY),
    "spaces": (b" \r\n ", EMPTY),
    "rules": (b"-----\n*****", NO_TEXT),
    "byte order mark": (b"\xef\xbb\xbf", NO_TEXT),
    "Word without text": (word_file(paragraph(" ")), NO_TEXT),
    "PDF": (b"%PDF-1.7\n1 0 obj", PDF),
    "old Word": (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 512, OLD_WORD),
    "another encoding": ("Báo cáo".encode("cp1258", "replace") + b"\xff", NOT_UTF8),
    "RTF pasted into Word": (word_file(paragraph(r"{\rtf1\ansi\deff0 {\f0\fs28 Lời}\par\pard}")), MARKUP),
    "a page": (b"<html><body><p>a</p></body></html>", HTML),
    "a page below words": ("Báo cáo\n<p>Một</p>\n<p>Hai</p>\n".encode(), MARKUP),
    "JSON": (b'{"a": "b"}', JSON),
    "a picture": (b"\x89PNG\r\n\x1a\n", PICTURE),
    "UTF-8 misread in Word": (word_file(paragraph("Báo cáo") + paragraph(MISREAD)), GARBLED.format(MISREAD)),
    "English": (ENGLISH.encode(), FOREIGN),
    "English in Word": (word_file(paragraph(ENGLISH)), FOREIGN),
    "another file in Word": (word_file(f'{paragraph("Lời")}<w:altChunk r:id="a" xmlns:r="r"/>'), EMBEDDED),
    "spreadsheet": (zipped({"xl/workbook.xml": "<workbook/>"}), NOT_WORD),
    "another document": (zipped({"word/document.xml": "<html/>"}), NOT_WORD),
    "half a file": (to_docx(full_document())[:3000], BROKEN),
    "beginning of a zip": (b"PK\x03\x04", BROKEN),
    "broken XML": (zipped({"word/document.xml": "<w:document>"}), BROKEN),
    "a password": (encrypted(word_file(paragraph("Lời."))), BROKEN),
    "deep nesting": (word_file("<w:ins>" * 5000 + "</w:ins>" * 5000), BROKEN),
    "DOCTYPE": (zipped({"word/document.xml": DOCTYPE + DOCUMENT}), UNSAFE),
    "DOCTYPE in UTF-16": (zipped({"word/document.xml": (DOCTYPE + DOCUMENT).encode("utf-16")}), UNSAFE),
    "large text": (word_file(paragraph("a" * (21 * 2**20))), TOO_LARGE),
    "many elements": (word_file("<w:p/>" * 1_000_001), TOO_LARGE),
    "many files": (zipped({f"{number}.xml": "" for number in range(5001)}), TOO_LARGE),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_report_is_refused_with_a_sentence(data, reason):
    with pytest.raises(UnreadableReport) as refusal:
        read_report(data, "bao-cao-2024.docx")
    assert str(refusal.value) == f"Không đọc được bao-cao-2024.docx: {reason}"


def test_a_part_that_hides_its_size_is_not_unpacked():
    """The list of files of a zip may state wrong sizes: the bytes that are read are bounded, not the stated ones."""
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"a" * (30 * 2**20))
        file.getinfo("word/document.xml").file_size = 10
    with pytest.raises(UnreadableReport, match="bị hỏng"):
        read_report(archive.getvalue(), "a.docx")


def test_the_content_decides_what_a_file_is_not_its_name():
    assert read_report("Lời văn.".encode(), "bao-cao.docx").body == read_text("Lời văn.").body
    assert read_report(word_file(paragraph("Lời văn.")), "bao-cao.txt").body == read_text("Lời văn.").body


@pytest.mark.parametrize("sound", [messy_word(), to_docx(full_document())], ids=["messy", "own"])
def test_a_damaged_file_is_read_or_refused(sound):
    """A fixed seed: the same damage on every run."""
    damage = random.Random(2024)
    outcomes = set()
    for _ in range(150):
        data = bytearray(sound)
        for _ in range(damage.randint(1, 5)):
            data[damage.randrange(len(data))] = damage.randrange(256)
        try:
            read_report(bytes(data), "a.docx")
            outcomes.add("read")
        except UnreadableReport:
            outcomes.add("refused")
    assert outcomes == {"read", "refused"}


NUMBERS = st.sampled_from(["", "-1", "9" * 5000, "²", "٣", "abc", "0"])


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(number=NUMBERS, depth=NUMBERS, start=NUMBERS, span=NUMBERS)
def test_impossible_numbers_in_a_word_file_do_no_harm(number, depth, start, span):
    numbering = (
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="5"><w:abstractNumId w:val="{number}"/></w:num>'
    )
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="5"/></w:numPr>'
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{span}"/></w:trPr>'
    cells = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph("ô")}</w:tc>' * 2
    xml = f"{paragraph('Lời', properties)}<w:tbl>{row}{cells}</w:tr></w:tbl>"
    paragraphs, table = read_report(word_file(xml, numbering=numbering), "a.docx").body
    assert paragraphs.text.endswith("Lời")
    assert [text for text in table.rows[0] if text] == ["ô", "ô"]
