"""Spreadsheet files for tests, made of plain XML, good ones and bad."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from accounts.rows.columns import Column

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
COLUMNS = (
    Column("kind_text", "Loại văn bản", 18, ("loai",)),
    Column("number", "Số, ký hiệu", 20, ("so", "so hieu")),
    Column("issued_on", "Ngày ban hành", 16, ("ngay",), holds_days=True),
    Column("subject", "Trích yếu", 80, ("noi dung",)),
)
HEADINGS = tuple(column.heading for column in COLUMNS)


def zipped(parts, compression=ZIP_DEFLATED):
    file = BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def relations(**targets):
    told = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{told}</Relationships>'


def inline(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def line(*cells, number=""):
    """Return a row; a cell is a text or the XML of a cell."""
    inner = "".join(cell if cell.startswith("<c") else inline(cell) for cell in cells)
    return f'<row r="{number}">{inner}</row>' if number else f"<row>{inner}</row>"


def listed(*lines):
    """Return the XML of a sheet with the headings and these rows below them."""
    return line(*HEADINGS) + "".join(lines)


def parts_of(*sheets, states=(), strings="", styles="", more=None, properties="", head=""):
    """Return the parts of a workbook; each sheet is the XML of its rows."""
    names = [f"sheet{number}" for number in range(1, len(sheets) + 1)]
    states = [*states, *["visible"] * (len(sheets) - len(states))]
    told = "".join(
        f'<sheet name="{name}" sheetId="1" state="{state}" r:id="{name}"/>'
        for name, state in zip(names, states, strict=True)
    )
    targets = {name: ("worksheet", f"worksheets/{name}.xml") for name in names}
    targets |= {"strings": ("sharedStrings", "strings.xml"), "styles": ("styles", "styles.xml")}
    return {
        "_rels/.rels": relations(book=("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{told}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": relations(**targets),
        "xl/strings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        **{
            f"xl/worksheets/{name}.xml": f'{head}<worksheet xmlns="{MAIN}"><dimension ref="A1"/>'
            f"<sheetData>{rows}</sheetData></worksheet>"
            for name, rows in zip(names, sheets, strict=True)
        },
        **(more or {}),
    }


def xlsx(*sheets, **parts):
    return zipped(parts_of(*sheets, **parts))
