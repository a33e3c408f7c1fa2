"""Lists in other formats than .xlsx, made as other programs make them."""

from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

import xlwt

from tests.accounts.rows.xlsx_file import zipped

OFFICE, TABLE, TEXT, STYLE = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text", "style")
)
NAMES = f'xmlns:office="{OFFICE}" xmlns:table="{TABLE}" xmlns:text="{TEXT}" xmlns:style="{STYLE}"'
MIME_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
UNSEEN = '<style:style style:name="unseen"><style:table-properties table:display="false"/></style:style>'


def xls(*sheets, hidden_rows=(), hidden_sheets=(), merged=(), date_format="DD/MM/YYYY"):
    """Return an old Excel file: each sheet is its rows; hidden rows and merged cells are those of the first."""
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str=date_format)
    for place, rows in enumerate(sheets):
        sheet = book.add_sheet(f"Tờ {place + 1}")
        sheet.visibility = int(place in hidden_sheets)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value, *([day] if isinstance(value, date) else []))
    for number in hidden_rows:
        book.get_sheet(0).row(number).hidden = True
    for one in merged:
        book.get_sheet(0).write_merge(*one)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def ods(*tables, styles="", more=None):
    """Return an OpenDocument spreadsheet; each table is XML."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}>'
        f"<office:automatic-styles>{UNSEEN}{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": MIME_TYPE, "content.xml": content} | (more or {}))


def ods_table(*rows, name="Tờ 1", style="", head=""):
    return f'<table:table table:name="{name}" table:style-name="{style}">{head}{"".join(rows)}</table:table>'


def ods_row(*cells, repeated=1, visibility="visible"):
    inner = "".join(cell if cell.startswith("<") else ods_cell(cell) for cell in cells)
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}" table:visibility="{visibility}">'
        f"{inner}</table:table-row>"
    )


def ods_cell(text, **attributes):
    """Return a cell that shows a text: ods_cell("16/01/2024", date="2024-01-16", columns_spanned=2)."""
    kinds = {"date": "date", "float": "float", "percentage": "percentage"}
    written = ""
    for name, value in attributes.items():
        if name in kinds:
            key = "date-value" if name == "date" else "value"
            written += f' office:value-type="{kinds[name]}" office:{key}="{value}"'
        else:
            written += f' table:number-{name.replace("_", "-")}="{value}"'
    shown = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n") if line)
    return f"<table:table-cell{written}>{shown}</table:table-cell>"


def web_page(*rows, head='<meta charset="utf-8">', before=""):
    """Return a table as document systems save it under the name of an Excel file; cells are HTML."""
    body = "".join(
        f"<tr>{''.join(cell if cell.startswith('<t') else f'<td>{cell}</td>' for cell in row)}</tr>"
        for row in rows
    )
    return f"<html><head>{head}</head><body>{before}<table border=1>{body}</table></body></html>"
