"""How the tests send a table and then the rows under review, as a browser would."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html
from openpyxl import Workbook


def fields_of(response):
    """Return what a browser would send of the review that is shown, with nothing changed."""
    (form,) = html.fromstring(response.content.decode()).xpath("//form[@class='enrolled']")
    sent = {name: value for name, value in form.form_values() if name != "note"}
    notes = [value for name, value in form.form_values() if name == "note"]
    return sent | {"note": notes, "command": "save"}


def sheet(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    data = BytesIO()
    book.save(data)
    return SimpleUploadedFile("danh-sach.xlsx", data.getvalue())
