"""RTF, ODT and DOC become DOCX by LibreOffice; what may harm never reaches it."""

import shutil
from io import BytesIO
from zipfile import ZipFile

import pytest

from pbgdpl.lib.office.conversion import ConversionFailed, as_docx, is_available
from pbgdpl.lib.office.first_page import word_code_pages_and_page
from pbgdpl.lib.office.older_files import OlderFormat, checked, older_format, pictures_in
from tests.reports.reading.report.word_xml import zipped

needs_libreoffice = pytest.mark.skipif(not is_available(), reason="LibreOffice is not installed")
WAY_OUT = "hãy mở bằng Word, lưu dạng .docx rồi chọn lại."
UNSAFE = "này nhúng hoặc trỏ tới tệp khác, không an toàn để đọc, hãy lưu dạng .docx rồi chọn lại."
BROKEN = "bị hỏng, hãy mở bằng Word hoặc LibreOffice, lưu dạng .docx rồi chọn lại."
TOO_LARGE = "quá lớn (tối đa 20 MB, 50 MB khi giải nén), hãy bỏ bớt hình, lưu dạng .docx rồi chọn lại."
MACROS = "này có macro, hãy lưu dạng .docx (không có macro) rồi chọn lại."
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
OLD = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504 + "WordDocument".encode("utf-16-le")


def rtf(inner):
    return b"{\\rtf1\\ansi\\deff0 B\\u225?o c\\u225?o\\par " + inner + b"}"


def field(code):
    return rtf(b"{\\field{\\*\\fldinst{" + code + b"}}{\\fldrslt a}}")


def odt(content="", **parts):
    """Return an ODT file with one paragraph and that content."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in (("office", "office"), ("text", "text"), ("draw", "drawing"))
    )
    body = f"<office:body><office:text><text:p>Báo cáo</text:p>{content}</office:text></office:body>"
    return zipped(
        {
            "mimetype": OPEN_TEXT,
            "content.xml": f'<office:document-content {spaces} office:version="1.2" xmlns:xlink="http://www.w3.org/1999/xlink">{body}'
            "</office:document-content>",
            "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest="
            '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            f'manifest:media-type="{OPEN_TEXT}"/><manifest:file-entry manifest:full-path="content.xml" '
            'manifest:media-type="text/xml"/></manifest:manifest>',
            **parts,
        }
    )


REFUSED = {
    "a field that reads a file": (field(b' INCLUDETEXT "C:\\\\\\\\a.txt" '), "rtf", UNSAFE),
    "a field in small letters": (field(b'{\\b  includepicture "a.png"}'), "rtf", UNSAFE),
    "a field that starts a program": (field(b" DDEAUTO cmd a "), "rtf", UNSAFE),
    "an object without a star": (rtf(b"{\\object\\objlink{\\objdata 0105}}"), "rtf", UNSAFE),
    "RTF in UTF-16": (rtf(b"").decode().encode("utf-16"), "rtf", BROKEN),
    "deep groups": (rtf(b"{" * 300 + b"}" * 300), "rtf", BROKEN),
    "raw bytes that are not there": (rtf(b"{\\pict\\bin2000000000 a}"), "rtf", BROKEN),
    "many paragraphs": (rtf(b"\\par a" * 30_001), "rtf", TOO_LARGE),
    "many pages": (rtf(b"\\page " * 1_001), "rtf", TOO_LARGE),
    "a large file": (rtf(b" " * (20 * 2**20)), "rtf", TOO_LARGE),
    "a linked section": (odt('<text:section-source xlink:href="file:///a"/>'), "odt", UNSAFE),
    "a linked picture": (odt('<draw:image xlink:href="http://a.example/a.png"/>'), "odt", UNSAFE),
    "macros": (odt(**{"Basic/Standard/Module1.xml": "<a/>"}), "odt", MACROS),
    "an entity": (odt(**{"styles.xml": "<!DOCTYPE a><a/>"}), "odt", UNSAFE),
    "a bomb": (odt(**{"Pictures/a.png": b"\0" * (51 * 2**20)}), "odt", TOO_LARGE),
    "half a package": (b"PK\x03\x04mimetype" + OPEN_TEXT.encode(), "odt", BROKEN),
    "macros in DOC": (OLD + "_VBA_PROJECT".encode("utf-16-le"), "doc", MACROS),
}


@pytest.mark.parametrize(("data", "ending", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_may_harm_is_refused_before_it_is_opened(data, ending, reason):
    form = older_format(data)
    assert form is not None
    assert (form.ending, checked(data, form)[1]) == (ending, f"tệp .{ending} {reason}")


def test_objects_and_pictures_of_rtf_are_taken_out():
    picture = b"{\\*\\shppict{\\pict\\pngblip 8950}}{\\nonshppict{\\pict\\wmetafile8 01}}"
    data = rtf(b"{\\object{\\*\\objclass E}{\\*\\objdata 0105}}" + picture)
    assert pictures_in(data) == 1
    assert checked(data, OlderFormat.RTF) == (
        data.replace(b"\\objdata", b"\\nodata").replace(b"{\\pict", b"{\\*\\nopict"),
        "",
    )


def test_words_that_look_like_a_code_are_no_reason_to_refuse():
    data = rtf(b"S\\u7903? import INCLUDETEXT {\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 2}} Include a")
    assert checked(data, OlderFormat.RTF) == (data, "")
    assert checked(odt('<draw:image xlink:href="Pictures/a.png"/>'), OlderFormat.ODT)[1] == ""


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", "Báo cáo".encode(), OLD[:8] + b"\0" * 512],
    ids=["nothing", "a package", "text", "a spreadsheet"],
)
def test_other_files_are_not_converted(data):
    assert older_format(data) is None
    with pytest.raises(ConversionFailed, match="không phải là văn bản"):
        as_docx(data)


@needs_libreoffice
def test_text_documents_are_converted():
    for data in (rtf(b"n\\u259?m 2024"), odt()):
        (_, lines) = word_code_pages_and_page(as_docx(data))
        assert lines[0] == "Báo cáo"


@needs_libreoffice
def test_a_code_that_hides_a_file_does_not_read_it(tmp_path):
    """The letters of the code are written as numbers, so that only the settings of LibreOffice stop it."""
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu")
    data = as_docx(field(b"\\'49NCLUDETEXT " + f'"{secret}"'.encode()))
    with ZipFile(BytesIO(data)) as file:
        assert "mật khẩu".encode() not in b"".join(map(file.read, file.namelist()))


@needs_libreoffice
def test_a_file_that_cannot_be_opened_is_refused_with_the_way_out():
    with pytest.raises(ConversionFailed) as refusal:
        as_docx(OLD + b"\0" * 1000)
    assert str(refusal.value) == f"tệp .doc bị hỏng hoặc có mật khẩu, {WAY_OUT}"


def test_without_libreoffice_the_sentence_says_so(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ConversionFailed) as refusal:
        as_docx(rtf(b""))
    assert str(refusal.value) == f"máy chủ chưa cài LibreOffice nên không đọc được tệp .rtf, {WAY_OUT}"
