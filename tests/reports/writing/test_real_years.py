"""The real report of 2024 is carried into 2025: every year is moved, left, or left with its mark, none wrongly."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from accounts.models import Organisation
from reports.checks.marked import load_marked
from reports.reading.report import read_report
from reports.reading.report.store import store_report
from reports.writing.start import start_report
from reports.writing.years import load_proposed, move_years
from reports.year_mentions import Meaning, Spot, mentions_in
from tests.factories import make_user

REAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not REAL.exists(), reason=f"báo cáo thật không nằm cạnh dự án ({REAL}), nên không đối chiếu được"
    ),
]
COMING_YEAR, CLOSING = "IV. ", "Trên đây"  # how these paragraphs of the report begin


@pytest.fixture
def carried(db):
    """Return the report of 2025 begun from the real one, with its legal officer."""
    organisation = Organisation.objects.create(
        code="SKHCN", name="Sở Khoa học và Công nghệ", parent_body="UBND thành phố Hà Nội", place="Hà Nội"
    )
    stored = store_report(read_report(REAL.read_bytes(), REAL.name), organisation=organisation, year=2024)
    by = make_user(organisation, "legal_officer")
    report = start_report(organisation=organisation, year=2025, earlier=stored.report, by=by)
    return report, by


def kinds(report):
    return Counter(
        (text.place.part.value, mark.meaning) for text in load_marked(report) for mark in text.marks
    )


def test_the_years_of_the_whole_paper_mean_what_was_read_by_eye():
    spot, found = Spot.ORDINARY, Counter()
    for paragraph in REAL.read_text().split("\n\n"):
        spot = Spot.COMING if paragraph.startswith(COMING_YEAR) else spot
        spot = Spot.CLOSING if paragraph.startswith(CLOSING) else spot
        found.update(one.meaning for one in mentions_in(paragraph, of=2024, to=2025, spot=spot))
    assert found == {Meaning.FIXED: 73, Meaning.REPORTED: 11, Meaning.COMING: 4, Meaning.DOUBT: 3}


def years(text):
    return sorted(re.findall(r"(?<!\d)20\d\d(?!\d)", text))


def test_every_year_carried_into_2025_is_moved_once(carried):
    """The years that stay are those of documents: their numbers, dates and subjects."""
    report, by = carried
    assert kinds(report) == {
        ("section", Meaning.REPORTED): 7,
        ("section", Meaning.COMING): 1,
        ("report", Meaning.REPORTED): 1,
        ("report", Meaning.COMING): 1,
    }
    proposed = load_proposed(report)
    chosen = {one.text.name: {year.key for year in one.years} for one in proposed}
    versions = {one.text.name: one.text.version for one in proposed}
    assert move_years(report, chosen=chosen, versions=versions, by=by).count == 10
    report.refresh_from_db()
    assert kinds(report) == {}
    bodies = " ".join(section.body for section in report.sections.all())
    assert Counter(years(bodies)) == {"2018": 2, "2023": 2, "2024": 5, "2025": 7, "2026": 1}
    assert (years(report.opening), years(report.closing)) == (
        ["2019", "2019", "2023", "2024"],
        ["2025", "2026"],
    )
