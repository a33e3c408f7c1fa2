"""The lists of a real report of another body, which is not in the repository, are pasted and saved in one go."""

from pathlib import Path

import pytest
from django.conf import settings

from accounts.models import Role
from events.models import Event
from plans.models import Directive, Plan
from reports.reading.line_reader import words
from reports.reading.report import read_report
from reports.reading.report.listings import list_items, parts
from tests.factories import make_organisation, make_user
from tests.pages import words as words_on
from tests.reports.reading.pasted.sending import faults, paste, save, summary

REAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"
DOCUMENTS, EVENTS = 32, 7

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not REAL.exists(), reason=f"báo cáo thật không nằm cạnh dự án ({REAL})"),
]


@pytest.fixture
def lines():
    """Return the documents and the events in the lists of the report."""
    items = list(list_items(parts(read_report(REAL.read_bytes(), REAL.name), 2024)))
    return items[: DOCUMENTS + EVENTS]


@pytest.fixture
def officer(client):
    science = make_organisation(code="SKHCN", name="Sở Khoa học và Công nghệ", place="Hà Nội")
    client.force_login(make_user(science, Role.STAFF))
    return client


@pytest.mark.parametrize("vao", ["plans", "events", "directives"])
def test_they_are_saved_in_one_go_without_a_doubt_and_in_their_own_words(officer, lines, vao):
    review = paste(officer, *(f"- {line}" for line in lines), vao=vao)
    assert summary(review) == f"{DOCUMENTS} văn bản, {EVENTS} hoạt động."
    assert words_on(review, "//p[@class='doubt']") == faults(review) == []
    assert save(officer, review).status_code == 302
    assert (Plan.objects.count(), Directive.objects.count(), Event.objects.count()) == (DOCUMENTS, 0, EVENTS)
    rows = [*Plan.objects.in_order(), *Event.objects.in_order()]
    assert [row.wording for row in rows] == [""] * len(lines)
    lost = [line for line, row in zip(lines, rows, strict=True) if without_so(line) != without_so(str(row))]
    assert lost == []


def test_the_same_again_is_known_throughout(officer, lines):
    save(officer, paste(officer, *lines))
    again = paste(officer, *(f"{number}. {line}" for number, line in enumerate(lines, start=1)))
    assert summary(again) == f"{DOCUMENTS} văn bản, {EVENTS} hoạt động; {DOCUMENTS + EVENTS} dòng đã có."
    assert len(words_on(again, "//tbody[.//input[@type='checkbox' and @checked]]/@id")) == DOCUMENTS + EVENTS


def without_so(text):
    return [word for word in words(text) if word != "số"]
