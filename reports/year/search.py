"""Rows of all years and kinds that one text finds, and for the Justice Department the reports of departments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, F, IntegerField, Q, Value, When

from accounts.models import Organisation
from accounts.rows import FIRST_YEAR, LAST_YEAR, YearRow, YearRowQuerySet
from accounts.rows.sorting import kind_labels
from events.models import Event
from pbgdpl.lib.vietnamese import clean_line, fold
from plans.models import Directive, Plan, Policy
from reports.models import OutcomeKind, Report, Submission

LONGEST_SEARCH = 200
FIRST_ROWS = 10  # of each kind, before all are asked for
# The kinds of row by their names in addresses, in the order of the navigation.
KINDS: dict[str, tuple[str, type[YearRow]]] = {
    "van-ban-chi-dao": ("Văn bản chỉ đạo", Directive),
    "ke-hoach": ("Kế hoạch, văn bản", Plan),
    "chinh-sach": ("Chính sách, dự thảo", Policy),
    "hoat-dong": ("Hoạt động", Event),
}
YEAR = re.compile(r"20[0-9]{2}")
OF_A_NUMBER = {"so"}  # as in "Kế hoạch số 139/KH-SXD"


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one kind that were found: the first ones, and how many there are."""

    slug: str
    heading: str
    rows: Sequence[YearRow]
    count: int


def search_words(text: str) -> list[str]:
    """Return the folded words to search for; "số" before a number is not one of them.

    >>> search_words("Kế hoạch số 139/KH-SXD")
    ['ke', 'hoach', '139/kh-sxd']
    """
    words = fold(clean_line(text[:LONGEST_SEARCH])).split()
    has_number = any(_is_number(word) for word in words)
    return [word for word in words if not (has_number and word in OF_A_NUMBER)]


def found_rows(
    model: type[YearRow], organisation: Organisation, words: Sequence[str]
) -> YearRowQuerySet[YearRow]:
    """Return the organisation's rows of all years that contain every word, or that are of such a kind or year.

    Those with exactly the numbers asked for come first, then the newest years.
    """
    rows: YearRowQuerySet[YearRow] = model.objects.of(organisation)
    for word in words:
        rows = rows.filter(_containing(model, word))
    dated = F(model.dated_by).desc(nulls_last=True)
    return rows.order_by(_rank([word for word in words if _is_number(word)]), "-reporting_year", dated, "pk")


def found_groups(organisation: Organisation, words: Sequence[str]) -> list[Group]:
    """Return the kinds with rows that were found, with two queries for each kind."""
    groups = []
    for slug, (heading, model) in KINDS.items():
        rows = found_rows(model, organisation, words)
        groups.append(Group(slug, heading, list(rows[:FIRST_ROWS]), rows.count()))
    return [group for group in groups if group.count]


def found_reports(receiver: Organisation, words: Sequence[str]) -> list[Report]:
    """Return the submitted reports of the departments whose names or codes contain every word, the newest first."""
    submitted = Submission.objects.exclude(outcome__kind=OutcomeKind.WITHDRAWN)
    reports = Report.objects.filter(organisation__reports_to=receiver, submissions__in=submitted).distinct()
    return [
        report
        for report in reports.select_related("organisation").order_by("-reporting_year", "organisation__name")
        if all(word in _described(report) for word in words)
    ][:FIRST_ROWS]


def _described(report: Report) -> str:
    body = report.organisation
    return fold(f"{body.code} {body.name} báo cáo {report.period.words}")


def _is_number(word: str) -> bool:
    return any(map(str.isdecimal, word)) and not YEAR.fullmatch(word)


def _containing(model: type[YearRow], word: str) -> Q:
    """Return the condition for rows whose text contains the word, or whose kind or year it names."""
    kinds = [kind for kind, label in kind_labels(model).items() if word in fold(label).split()]
    condition = Q(search_text__contains=word) | Q(kind__in=kinds)
    if YEAR.fullmatch(word) and FIRST_YEAR <= int(word) <= LAST_YEAR:
        condition |= Q(reporting_year=int(word))
    return condition


def _rank(numbers: Sequence[str]) -> Case:
    """Return 0 for rows in whose text each of the numbers begins a word, else 1: "39/kh" is not "139/kh"."""
    exact = Q()
    for number in numbers:
        exact &= Q(search_text__startswith=number) | Q(search_text__contains=f" {number}")
    first = When(exact, then=Value(0)) if numbers else When(pk__isnull=False, then=Value(0))
    return Case(first, default=Value(1), output_field=IntegerField())
