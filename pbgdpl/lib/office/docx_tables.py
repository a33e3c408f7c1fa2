"""Tables as WordprocessingML; all widths are in twentieths of a point.

The children of every element stand in the order of the schema (ISO/IEC 29500-1, 17), else Word asks to repair the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MIDDLE = '<w:vAlign w:val="center"/>'


def cell(width: int, paragraphs: Iterable[str], *, properties: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{"".join(paragraphs)}</w:tc>'
    )


def row(cells: Iterable[str], *, is_header: bool = False, may_be_cut: bool = False) -> str:
    """Return a row that stays on one page unless it may be cut; a header row is repeated on each."""
    header = "<w:tblHeader/>" if is_header else ""
    properties = "" if may_be_cut else f"<w:trPr><w:cantSplit/>{header}</w:trPr>"
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(style_id: str, widths: Sequence[int], rows: Iterable[str]) -> str:
    """Return a table whose columns keep their widths."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
