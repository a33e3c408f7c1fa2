"""Uploading a list as a spreadsheet: one that is made up, or one of the small inputs that once failed."""

import io
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.pages import words

CASES = Path(settings.BASE_DIR).parent / "shared" / "data" / "cases"


def sheet(*rows):
    return saved(book_of(*rows))


def book_of(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def case(name):
    """Return a small input that once failed; it is not in the repository."""
    if not (CASES / name).exists():
        pytest.skip("the small inputs that failed lie outside of this repository, in ../shared/data/cases")
    return (CASES / name).read_bytes()


def upload(client, data, kind="plan", name="danh sách.xlsx", year=2024):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse(f"{kind}_sheet", args=[year]), {"sheet": file})


def not_read(response):
    """Return what the page says was left out of the sheet."""
    return words(response, "//div[contains(@class, 'summary')]/p[@class='doubt']")
