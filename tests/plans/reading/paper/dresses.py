"""The same first page as PDF and as Word file, its letterhead made in each of the ways that people make it."""

from io import BytesIO

import docx
from docx.oxml import parse_xml
from weasyprint import HTML

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def _pdf(printed, letterhead):
    title = f"<p class=c><b>{printed.title}</b></p>" if printed.title else ""
    subject = "".join(f"<p class=c><b>{line}</b></p>" for line in printed.subject) if printed.title else ""
    text = "".join(f"<p class=t>{line}</p>" for line in printed.below)
    style = (
        "@page{size:A4;margin:20mm 20mm 20mm 30mm} p{margin:0} .c{text-align:center} table{width:100%;border-spacing:0}"
        "body{font:14pt 'Liberation Serif'} td:first-child{width:40%}"
        "td{white-space:nowrap;text-align:center;vertical-align:top;font-size:12pt}"
        ".t{text-align:justify;text-indent:12.7mm;margin-top:6pt} hr{width:40%;border:0;border-top:1px solid}"
    )
    rule = "<hr>" if printed.title else ""
    html = f"<style>{style}</style>{letterhead}<p>&nbsp;</p>{title}{subject}{rule}{text}"
    return HTML(string=html).write_pdf()


def _below_number(printed):
    return () if printed.title else printed.subject


def pdf_of_table(printed):
    left = "".join(f"<p>{line}</p>" for line in printed.bodies)
    under = "".join(f"<p>{line}</p>" for line in (printed.number, *_below_number(printed)))
    return _pdf(
        printed,
        f"<table><tr><td>{left}<td><p><b>{NATION}</b></p><p><b>{MOTTO}</b></p><hr></tr>"
        f"<tr><td>{under}<td><i>{printed.place_date}</i></tr></table>",
    )


def pdf_of_halves(printed):
    """One half of the letterhead after the other, as text boxes give them."""
    left = "".join(f"<p>{line}</p>" for line in (*printed.bodies, printed.number, *_below_number(printed)))
    right = f"<p><b>{NATION}</b></p><p><b>{MOTTO}</b></p><p>&nbsp;</p><p><i>{printed.place_date}</i></p>"
    half = "<div style='float:left;width:{}%;text-align:center;font-size:12pt'>{}</div>"
    return _pdf(printed, f"{half.format(42, left)}{half.format(58, right)}<div style='clear:both'></div>")


def pdf_with_number_on_top(printed):
    """The number and the day are put on the page later, by another program."""
    number = printed.number.removeprefix("Số: ")
    digits, sign, symbol = number.partition("/")
    if not sign or not digits.isdecimal():
        return pdf_of_table(printed)
    left = "".join(f"<p>{line}</p>" for line in printed.bodies)
    under = "".join(f"<p>{line}</p>" for line in _below_number(printed))
    on_top = f"<span style='position:absolute;left:22mm'>{digits}</span>"
    return _pdf(
        printed,
        f"<table><tr><td>{left}<td><b>{NATION}</b><p><b>{MOTTO}</b></p></tr><tr><td style='position:relative'>"
        f"<p>Số: {'&nbsp;' * 14}/{symbol}</p>{under}<td><i>{printed.place_date}</i></tr></table>{''}".replace(
            "<p>Số: ", f"{on_top}<p>Số: "
        ),
    )


def _word(printed, letterhead):
    file = docx.Document()
    letterhead(file, printed)
    file.add_paragraph("")
    if printed.title:
        file.add_paragraph(printed.title)
        for line in printed.subject:
            file.add_paragraph(line)
        file.add_paragraph("")
    for line in printed.below:
        file.add_paragraph(line)
    data = BytesIO()
    file.save(data)
    return data.getvalue()


def _table(file, printed):
    table = file.add_table(2, 2)
    table.rows[0].cells[0].text = "\n".join(printed.bodies)
    table.rows[0].cells[1].text = f"{NATION}\n{MOTTO}"
    table.rows[1].cells[0].text = "\n".join((printed.number, *_below_number(printed)))
    table.rows[1].cells[1].text = printed.place_date


def _tabs(file, printed):
    first, *others = printed.bodies
    file.add_paragraph(f"{first}\t{NATION}")
    beside = [MOTTO, *[""] * len(others)]
    for body, right in zip([*others, ""], beside, strict=False):
        file.add_paragraph(f"{body}\t{right}")
    file.add_paragraph(f"{printed.number}\t{printed.place_date}")
    for line in _below_number(printed):
        file.add_paragraph(line)


def _spaces(file, printed):
    """Columns parted by a single space, as a copied text has them."""
    first, *others = printed.bodies
    file.add_paragraph(f"{first} {NATION}")
    for number, body in enumerate(others):
        file.add_paragraph(f"{body} {MOTTO}" if number == 0 else body)
    file.add_paragraph(f"{printed.number} {printed.place_date}")
    for line in _below_number(printed):
        file.add_paragraph(line)


BOX = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml">'
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


def _boxes(file, printed):
    for lines in (
        (*printed.bodies, printed.number, *_below_number(printed)),
        (NATION, MOTTO, printed.place_date),
    ):
        inside = "".join(f"<w:p><w:r><w:t>{line.replace('&', '&amp;')}</w:t></w:r></w:p>" for line in lines)
        file.element.body.insert(-1, parse_xml(BOX.format(inside)))


DRESSES = {
    "PDF, bảng": ("pdf", pdf_of_table),
    "PDF, hai nửa": ("pdf", pdf_of_halves),
    "PDF, số đóng sau": ("pdf", pdf_with_number_on_top),
    "Word, bảng": ("docx", lambda printed: _word(printed, _table)),
    "Word, dấu tab": ("docx", lambda printed: _word(printed, _tabs)),
    "Word, dấu cách": ("docx", lambda printed: _word(printed, _spaces)),
    "Word, hộp chữ": ("docx", lambda printed: _word(printed, _boxes)),
}
