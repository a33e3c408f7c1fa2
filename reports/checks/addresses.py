"""Where a finding is put right."""

from __future__ import annotations

from typing import assert_never

from django.urls import reverse
from django.utils.http import urlencode

from reports.checks import Part, Place
from reports.models import Report

# How the address of a list ends that shows how to set its rows in order.
ORDERING = "?xep-lai=1"
# Where people type at length: their pages show the words (static/reports/checks/found.js).
TYPED = (Part.REPORT, Part.SECTION, Part.CRITERION, Part.ANNEX)


def address_of(place: Place, report: Report, words: str = "") -> str:
    """Return the page on which a place of the report is written, with the field on it and the words in that."""
    page, _, field = _page_of(place, report).partition("#")
    asked = f"?{urlencode({'tim': words})}" if words and place.part in TYPED else ""
    return f"{page}{asked}#{field}" if field else f"{page}{asked}"


def _page_of(place: Place, report: Report) -> str:
    period, number = report.period, next(iter(place.pks), None)
    match place.part:
        case Part.REPORT:
            return f"{reverse('report_head', args=[period])}{_field(place)}"
        case Part.RECIPIENTS:
            return f"{reverse('report_head', args=[period])}#id_recipients"
        case Part.SECTION:
            return reverse("report_section", args=[period, number])
        case Part.CRITERION if number:
            return f"{reverse('report_criterion', args=[period, number])}{_field(place)}"
        case Part.CRITERION:
            return reverse("report_criteria", args=[period])
        case Part.ANNEX if number:
            return reverse("report_annex", args=[period, number])
        case Part.ANNEX:
            return reverse("report_annexes", args=[period])
        case Part.PLAN | Part.DIRECTIVE | Part.EVENT:
            return _address_of_rows(place, report.reporting_year)
        case _:
            assert_never(place.part)


def _address_of_rows(place: Place, year: int) -> str:
    """Return the page on which the row is edited; the list where there are several, or the place in it is meant."""
    name = place.part.value
    if place.field == "position":
        return f"{reverse(f'{name}s', args=[year])}{ORDERING}"
    if len(place.pks) != 1:
        return reverse(f"{name}s", args=[year])
    return f"{reverse(f'{name}_edit', args=[year, place.pks[0]])}{_field(place)}"


def _field(place: Place) -> str:
    return f"#id_{place.field}" if place.field else ""
