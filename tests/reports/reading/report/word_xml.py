"""Pieces of WordprocessingML that editing leaves behind, and whole files of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
CHANGED = 'w:id="9" w:author="An" w:date="2024-11-01T00:00:00Z"'


def word_file(body: str, **parts: str) -> bytes:
    """Return a Word file with that body and with more parts, such as `styles` and `numbering`."""
    related = "".join(
        f'<Relationship Id="r{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>' for name in parts
    )
    roots = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr"}
    return zipped(
        {
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
            **{
                f"word/{name}.xml": f"<w:{roots.get(name, name)} {NAMESPACES}>{xml}</w:{roots.get(name, name)}>"
                for name, xml in parts.items()
            },
        }
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return archive.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def numbered(text: str, number: int, depth: int = 0) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, numbers)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def deleted(text: str) -> str:
    return f"<w:del {NAMESPACES} {CHANGED}><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>"


def inserted(text: str) -> str:
    return f"<w:ins {NAMESPACES} {CHANGED}>{run(text)}</w:ins>"


def link(text: str) -> str:
    return f'<w:hyperlink {NAMESPACES} w:anchor="muc">{run(text)}</w:hyperlink>'


def field(instruction: str, result: str) -> str:
    return f'<w:fldSimple {NAMESPACES} w:instr=" {instruction} ">{run(result)}</w:fldSimple>'


def control(content: str) -> str:
    title = '<w:sdtPr><w:alias w:val="Nội dung"/></w:sdtPr>'
    return f"<w:sdt {NAMESPACES}>{title}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def table(*rows: Sequence[str]) -> str:
    return "".join(("<w:tbl>", *(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows), "</w:tbl>"))


def cell(*texts: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, texts))}</w:tc>"


def list_of_levels(name: int, levels: Sequence[tuple[str, str]], style: str = "") -> str:
    """Return an automatic list: of each depth the format and the text, and perhaps the style of the first."""
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    items = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{"" if depth else linked}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum {NAMESPACES} w:abstractNumId="{name}">{items}</w:abstractNum>'


def use_of_list(number: int, name: int, depth: int | None = None) -> str:
    """Return a use of a list; with a depth, one that counts from 1 there."""
    restart = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{name}"/>'
        f"{'' if depth is None else restart}</w:num>"
    )


CENTRED = '<w:jc w:val="center"/>'
# The titles of a report and its opening, which any lines may follow.
HEAD = "".join(
    (
        paragraph("BÁO CÁO", CENTRED),
        paragraph("Kết quả năm 2024", CENTRED),
        paragraph("Sở báo cáo như sau:"),
    )
)
