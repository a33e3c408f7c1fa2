"""The addresses of the pages on which findings are corrected."""

from __future__ import annotations

from typing import assert_never

from django.urls import reverse
from django.utils.http import urlencode

from reports.checks import Part, Place
from reports.checks.passages import NAMES
from reports.compiling.listings import MODELS
from reports.models import Report

# The query of a list's address that shows how to sort its rows.
ORDERING = "?xep-lai=1"
# The parts with long texts, whose pages select the words in the text (static/reports/checks/found.js).
TYPED = (Part.REPORT, Part.SECTION, Part.CRITERION, Part.ANNEX)


def address_of(
    place: Place, report: Report, words: str = "", back: str = "", *, may_edit: bool = True
) -> str:
    """Return the address of the page on which a place is edited, with the field and the words to select in it.

    After saving, that page leads back to the address `back`. Who may not edit rows is led to where they are read.
    """
    page, _, field = _page_of(place, report, may_edit).partition("#")
    asked = {"tim": words} if words and place.part in TYPED else {}
    query = urlencode(asked | ({"ve": back} if back else {}))
    joint = ("&" if "?" in page else "?") if query else ""
    return f"{page}{joint}{query}{f'#{field}' if field else ''}"


def _page_of(place: Place, report: Report, may_edit: bool) -> str:
    period, pk = report.period, next(iter(place.pks), None)
    match place.part:
        case Part.REPORT:
            return f"{reverse('report_head', args=[period])}{_field(place)}"
        case Part.RECIPIENTS:
            return f"{reverse('report_head', args=[period])}#id_recipients"
        case Part.SECTION:
            return reverse("report_section", args=[period, pk])
        case Part.CRITERION if pk:
            return f"{reverse('report_criterion', args=[period, pk])}{_field(place)}"
        case Part.CRITERION:
            return reverse("report_criteria", args=[period])
        case Part.ANNEX if pk:
            return reverse("report_annex", args=[period, pk])
        case Part.ANNEX:
            return reverse("report_annexes", args=[period])
        case Part.FIGURES:
            return f"{reverse('report_figures', args=[period])}#cot-{place.field}"
        case Part.PLAN | Part.DIRECTIVE | Part.POLICY | Part.EVENT:
            return _address_of_rows(place, report.reporting_year, may_edit)
        case _:
            assert_never(place.part)


def _address_of_rows(place: Place, year: int, may_edit: bool) -> str:
    """Return the address of the row's page, or of the list for several rows or for the position of a row."""
    rows = reverse(MODELS[NAMES[place.part]].list_name, args=[year])
    if place.field == "position":
        return f"{rows}{ORDERING}" if may_edit else rows
    if len(place.pks) != 1:
        return rows
    page = f"{place.part.value}_edit" if may_edit else place.part.value
    return f"{reverse(page, args=[year, place.pks[0]])}{_field(place) if may_edit else ''}"


def _field(place: Place) -> str:
    return f"#id_{place.field}" if place.field else ""
