"""The overview of a year: what is missing, how much was done, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from accounts.models import Organisation
from accounts.rows import YearRow, YearRowQuerySet
from events.gaps import GAPS as EVENT_GAPS
from events.kinds import DatePrecision
from events.models import Event
from plans.gaps import GAPS as DOCUMENT_GAPS
from plans.gaps import POLICY_VALUES
from plans.kinds import DocumentKind
from plans.models import Directive, Plan, Policy
from reports.compiling.compile import compile_sketch
from reports.compiling.missing import Missing, missing_parts
from reports.document.tree import Document
from reports.models import PeriodKey, Report
from reports.year.charts import Bar, Series, by_month, ranked
from reports.year.crosscheck import Crosscheck, crosscheck
from reports.year.divisions import DivisionWork, work_of_divisions
from reports.year.year_reports import YearReport, year_reports

# Each list of the year by the name of its page: its model, the noun for its rows, their gaps.
LISTS = {
    "directives": (Directive, "văn bản chỉ đạo", DOCUMENT_GAPS),
    "plans": (Plan, "văn bản đã ban hành", DOCUMENT_GAPS),
    "policies": (Policy, "chính sách, dự thảo", POLICY_VALUES),
    "events": (Event, "hoạt động", EVENT_GAPS),
}
ATTENDANCE = {
    "attendance": Sum("attendance", default=0),
    "at_least": Count("pk", filter=Q(attendance_is_minimum=True)),
    "about": Count("pk", filter=Q(attendance_is_approximate=True)),
}

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class YearOverview:
    reports: tuple[YearReport, ...]
    current: YearReport | None  # the first that can be written on, whose parts are among `missing`
    document: Document | None  # compiled from it, without the rows of its listings
    missing: tuple[Missing, ...]
    directives: int
    plans: int
    policies: int
    events: int
    attendance: int
    attendance_is_minimum: bool
    attendance_is_approximate: bool
    plans_by_kind: tuple[Bar, ...]
    months: tuple[Series, ...]
    divisions: tuple[DivisionWork, ...]
    links: Crosscheck

    @property
    def report(self) -> Report | None:
        """Return the report of the whole year, None where it is not begun."""
        return next((one.report for one in self.reports if one.key == PeriodKey(one.key.year)), None)

    @property
    def is_empty(self) -> bool:
        begun = any(one.report for one in self.reports)
        return not (begun or self.directives or self.plans or self.policies or self.events)


def year_overview(organisation: Organisation, year: int) -> YearOverview:
    """Return the overview of a year for the home page, with a fixed number of queries."""
    reports = year_reports(organisation, year)
    current = next((one for one in reports if one.status.is_open), None)
    document = compile_sketch(current.report) if current and current.report else None
    counts = {page: _counts(_rows(model, organisation, year), page) for page, (model, _, _) in LISTS.items()}
    kinds, days_issued = _issued(organisation, year)
    return YearOverview(
        reports=reports,
        current=current,
        document=document,
        missing=(*(missing_parts(document) if document else ()), *_missing_in_rows(counts)),
        directives=counts["directives"]["total"],
        plans=counts["plans"]["total"],
        policies=counts["policies"]["total"],
        events=counts["events"]["total"],
        attendance=counts["events"]["attendance"],
        attendance_is_minimum=counts["events"]["at_least"] > 0,
        attendance_is_approximate=counts["events"]["about"] > 0,
        plans_by_kind=ranked(kinds, dict(DocumentKind.choices)),
        months=by_month(
            year,
            {
                ("Văn bản ban hành", "plans"): days_issued.elements(),
                ("Hoạt động", "events"): _days_held(organisation, year).elements(),
            },
        ),
        divisions=work_of_divisions(organisation, year),
        links=crosscheck(organisation, year, (counts["directives"]["total"], counts["plans"]["total"])),
    )


def _rows(model: type[YearRow], organisation: Organisation, year: int) -> YearRowQuerySet:
    return model.objects.of(organisation).for_year(year)


def _issued(organisation: Organisation, year: int) -> tuple[Counter[str], Counter[date]]:
    """Return how many documents were issued of each kind, and on each day, with one query."""
    kinds, days = Counter[str](), Counter[date]()
    rows = _rows(Plan, organisation, year).order_by().values_list("kind", "issued_on").annotate(Count("pk"))
    for kind, day, count in rows:
        kinds[kind] += count
        if day:
            days[day] += count
    return kinds, days


def _days_held(organisation: Organisation, year: int) -> Counter[date]:
    """Return how many events whose month is stated began on each day."""
    dated = (
        _rows(Event, organisation, year).exclude(held_from=None).exclude(date_precision=DatePrecision.QUARTER)
    )
    return Counter(dict(dated.order_by().values_list("held_from").annotate(Count("pk"))))


def _counts(rows: YearRowQuerySet, page: str) -> dict[str, int]:
    model, _, gaps = LISTS[page]
    counts = {f"lacking_{gap.slug}": Count("pk", filter=gap.condition) for gap in gaps}
    return rows.aggregate(total=Count("pk"), **counts, **(ATTENDANCE if model is Event else {}))


def _missing_in_rows(counts: Counts) -> Iterator[Missing]:
    for page, (_, noun, gaps) in LISTS.items():
        for gap in gaps:
            if count := counts[page][f"lacking_{gap.slug}"]:
                yield Missing(f"{count} {noun} {gap.words}", page, gap.slug)
