"""A real report of another body, which is not in the repository, is read as text and printed with every word."""

import difflib
import io
import re
from datetime import date
from pathlib import Path

import docx
import pdfplumber
import pytest
from django.conf import settings

from accounts.models import Organisation
from events.models import Event
from plans.models import Directive, Plan
from reports.compiling.compile import compile_report
from reports.document.pdf import to_pdf
from reports.document.word import to_docx
from reports.reading.report import read_report
from reports.reading.report.store import store_report
from tests.reports.word_texts import word_texts

REAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not REAL.exists(), reason=f"the real report does not lie beside the project ({REAL})"),
]


@pytest.fixture
def imported():
    organisation = Organisation.objects.create(
        code="SKHCN", name="Sở Khoa học và Công nghệ", parent_body="UBND thành phố Hà Nội", place="Hà Nội"
    )
    document = read_report(REAL.read_bytes(), REAL.name)
    return store_report(document, organisation=organisation, year=2024)


def words(text):
    """Return the words without differences that are allowed: leading zeros of dates, marks at the end of a word."""
    plain = (re.sub(r"(?<!\d)0(?=\d/)|(?<=/)0(?=\d/)", "", word) for word in text.split())
    return [word for word in (word.strip(".,;:)-–") for word in plain) if word]


def kept_in_order(source, printed):
    matcher = difflib.SequenceMatcher(None, source, printed, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(source)


def test_its_documents_and_events_become_rows(imported):
    assert Plan.objects.filter(in_report=True).count() == Plan.objects.count() == 32
    assert Directive.objects.filter(in_report=True).count() == 3
    assert Event.objects.filter(in_report=True).count() == Event.objects.count() == 7
    assert imported.sections == 14


def test_its_own_order_misspelt_symbols_and_dates_are_kept(imported):
    plans = [(plan.number, plan.issued_on) for plan in Plan.objects.in_order()]
    assert plans[0] == ("3049/KH-SKHCCN", date(2023, 12, 21))
    assert plans[13:15] == [("498/SKHCN-VP", date(2024, 3, 12)), ("309/KH-SKHCN", date(2024, 2, 16))]
    assert plans[-1] == ("2661/SKHHCN-VP", date(2024, 11, 5))
    assert [plan.wording for plan in Plan.objects.all()] == [""] * 32


def test_the_outline_and_the_end_are_its_own(imported):
    outline = [(section.depth, section.heading.split()[0]) for section in imported.report.sections.all()]
    assert [depth for depth, _ in outline] == [1, 2, 2, 3, 3, 3, 2, 2, 1, 2, 2, 2, 1, 1]
    report = imported.report
    assert (report.statistics_from, report.statistics_to) == (date(2024, 1, 1), date(2024, 10, 31))
    assert report.recipients.count() == 7
    assert report.signer_authority == "GIÁM ĐỐC"
    assert report.closing.endswith("./.")


def test_every_word_is_in_its_place_in_the_docx(imported):
    word = docx.Document(io.BytesIO(to_docx(compile_report(imported.report))))
    printed = words("\n".join(word_texts(word)))
    assert kept_in_order(words(REAL.read_text(encoding="utf-8")), printed) >= 0.999


def test_every_word_is_in_its_place_in_the_pdf(imported):
    with pdfplumber.open(io.BytesIO(to_pdf(compile_report(imported.report)))) as pdf:
        body = [page.crop((0, 50, page.width, page.height)) for page in pdf.pages]
        printed = words("\n".join(page.extract_text(x_tolerance=1.5) for page in body))
    # Nơi nhận and the signature stand side by side, so the two are read line by line across the page.
    assert kept_in_order(words(REAL.read_text(encoding="utf-8")), printed) >= 0.998
