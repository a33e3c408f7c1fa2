"""Whether a file that was read is a report at all: refused with a sentence, or a doubt that is shown before saving."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from pbgdpl.lib.legibility import garbled_line, has_marks, is_markup, is_vietnamese
from pbgdpl.lib.vietnamese import first_words, fold
from reports.document.text import to_text
from reports.document.tree import Block, BulletList, Document, LetteredList, Paragraph, Section, Table

IS_GARBLED = (
    "dòng “{line}” dùng bảng mã cũ (TCVN3, VNI) hoặc sai bảng mã, hãy chuyển tệp sang Unicode rồi chọn lại."
)
IS_MARKUP = (
    "tệp chứa mã nguồn của trang web hoặc của RTF, hãy mở tệp gốc bằng Word, lưu dạng .docx rồi chọn lại."
)
IS_FOREIGN = "tệp không phải là báo cáo bằng tiếng Việt có dấu, hãy kiểm tra lại tệp đã chọn."
HAS_NO_BODY = (
    "tệp chỉ có phần đầu và phần cuối của văn bản, không có nội dung báo cáo, hãy kiểm tra lại tệp đã chọn."
)
IS_FORM = "tệp là mẫu chưa điền: {count} dòng chỉ có dấu chấm để trống, hãy chọn bản báo cáo đã điền."
IS_OTHER = (
    "tệp này là {kind}, không phải báo cáo, hãy chọn đúng tệp báo cáo; kế hoạch và văn bản chỉ đạo nhập ở trang "
    "danh sách của chúng."
)
IS_TABLE = "Tệp chỉ có bảng, không có lời văn và đề mục: danh sách thì nhập ở trang danh sách bằng bảng tính."
IS_UNKNOWN = (
    "Không thấy tên “BÁO CÁO” và đề mục nào trong tệp: kiểm tra lại xem đây có đúng là báo cáo không."
)
HAS_NO_OUTLINE = (
    "Không nhận ra đề mục nào: cả báo cáo nằm ở phần mở đầu, hãy đánh dấu các đề mục trước khi lưu."
)
HAS_BLANKS = "Có {count} chỗ còn để trống bằng dấu chấm: xem lại trước khi lưu."

# Kinds of document that are no report; the name of one stands alone in a line, or ends that of the issuing body.
OTHER_KINDS = (
    r"((?:BỘ )?LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|NGHỊ QUYẾT|THÔNG TƯ(?: LIÊN TỊCH)?|QUYẾT ĐỊNH|CHỈ THỊ|KẾ HOẠCH|CHƯƠNG TRÌNH|"
    r"THÔNG BÁO|HƯỚNG DẪN|CÔNG ĐIỆN|GIẤY (?:MỜI|GIỚI THIỆU)|BIÊN BẢN|HỢP ĐỒNG|QUY CHẾ|ĐIỀU LỆ)"
)
OTHER_KIND, OTHER_KIND_BEHIND = re.compile(OTHER_KINDS), re.compile(rf".*\s{OTHER_KINDS}")
BLANK = re.compile(r"[.…_]{5,}|…{2,}")
LINES_OF_HEAD = 30
LEAST_BLANK_LINES, SHARE_OF_BLANK_LINES = 5, 0.6
LEAST_WORDS, LONG_BODY = 5, 300  # words of the body


def why_no_report(document: Document) -> str:
    """Return the reason why a document makes no sense as a report, "" where it does."""
    text = to_text(document)
    if is_markup(text):
        return IS_MARKUP
    if line := garbled_line(text.splitlines()):
        return IS_GARBLED.format(line=first_words(line))
    own = "\n".join(
        (document.kind, document.subject, *_lines(document.body))
    )  # nothing that is always printed
    if not (is_vietnamese(own) and has_marks(own)):
        return IS_FOREIGN
    is_empty = len(_words(document)) < LEAST_WORDS and bool(document.kind or document.letterhead.number)
    return _why_other_paper(document, text) or _why_form(document) or (HAS_NO_BODY if is_empty else "")


def doubts_of(document: Document) -> Iterator[str]:
    """Yield sentences on what a report lacks that reports have."""
    blocks, is_titled = document.body, "bao cao" in fold(document.kind)
    has_headings = any(isinstance(block, Section) for block in blocks)
    if blocks and all(isinstance(block, Table) for block in blocks) and not is_titled:
        yield IS_TABLE
    elif not (is_titled or has_headings) and len(_words(document)) >= LONG_BODY // 10:
        yield IS_UNKNOWN
    elif not has_headings and len(_words(document)) >= LONG_BODY:
        yield HAS_NO_OUTLINE
    if blanks := sum(len(BLANK.findall(line)) for line in _lines(document.body)):
        yield HAS_BLANKS.format(count=blanks)


def _why_other_paper(document: Document, text: str) -> str:
    """Return why the paper is of another kind: it is called so, and no title or number says that it is a report."""
    head = [document.kind, *text.splitlines()[:LINES_OF_HEAD]]
    behind = OTHER_KIND_BEHIND.fullmatch(document.letterhead.issuing_body)
    found = (behind, *(OTHER_KIND.fullmatch(line.strip()) for line in head))
    called = next((one[1] for one in found if one), "")
    is_titled = any(fold(line).startswith("bao cao") for line in (document.subject, *head))
    symbol = document.letterhead.number
    if not called or "/BC" in symbol or (is_titled and (not symbol or document.kind != called)):
        return ""
    return IS_OTHER.format(kind=called.capitalize())


def _why_form(document: Document) -> str:
    lines = [line for line in _lines(document.body) if line.strip()]
    blank = [line for line in lines if BLANK.search(line)]
    is_form = len(blank) >= max(LEAST_BLANK_LINES, SHARE_OF_BLANK_LINES * len(lines))
    return IS_FORM.format(count=len(blank)) if is_form else ""


def _words(document: Document) -> list[str]:
    """Return the words of the body, without dots and figures."""
    words = chain.from_iterable(map(str.split, _lines(document.body)))
    return [word for word in words if any(map(str.isalpha, word))]


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the texts of the body without its headings."""
    for block in blocks:
        match block:
            case Section(_, inner):
                yield from _lines(inner)
            case Table(rows):
                yield from (cell for row in rows for cell in row)
            case BulletList(items):
                yield from items
            case LetteredList(items):
                yield from (f"{item.lead} {item.text}" for item in items)
            case Paragraph(text, lead):
                yield f"{lead} {text}"
