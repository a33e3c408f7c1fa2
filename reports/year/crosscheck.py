"""The directives, plans and events of a year, each with the rows that carry it out."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch

from accounts.models import Organisation
from accounts.rows import YearRow, YearRowQuerySet
from events.models import Event
from plans.models import Directive, Plan

DIRECTIVES_OF_A_PLAN = Exists(Directive.objects.filter(plans=OuterRef("pk")))
PLANS_OF_A_DIRECTIVE = Exists(Plan.objects.filter(directives=OuterRef("pk")))
EVENTS_OF_A_PLAN = Exists(Event.objects.filter(plans=OuterRef("pk")))
PLANS_OF_AN_EVENT = Exists(Plan.objects.filter(events=OuterRef("pk")))
PLANS_WITHOUT_EVENT = Exists(Plan.objects.filter(~EVENTS_OF_A_PLAN, directives=OuterRef("pk")))


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """The counts of the rows of the page's three parts, and of the rows that nothing carries out."""

    directives: int
    loose_plans: int  # plans that carry out no directive
    loose_events: int  # events that carry out no plan
    directives_without_plan: int
    plans: int
    plans_without_event: int


def crosscheck(organisation: Organisation, year: int) -> Crosscheck:
    """Return the counts of a year, with three queries."""
    directives = _rows(Directive, organisation, year).aggregate(
        directives=Count("pk"), directives_without_plan=Count("pk", filter=~PLANS_OF_A_DIRECTIVE)
    )
    plans = _rows(Plan, organisation, year).aggregate(
        plans=Count("pk"),
        loose_plans=Count("pk", filter=~DIRECTIVES_OF_A_PLAN),
        plans_without_event=Count("pk", filter=~EVENTS_OF_A_PLAN),
    )
    events = _rows(Event, organisation, year).filter(~PLANS_OF_AN_EVENT).count()
    return Crosscheck(**directives, **plans, loose_events=events)


def directives_with_plans(organisation: Organisation, year: int, *, only_missing: bool) -> YearRowQuerySet:
    """Return the directives, each with `its_plans`, each of these with `its_events`.

    With `only_missing`, return those without a plan, or with a plan without an event.
    """
    rows = _rows(Directive, organisation, year).in_order()
    if only_missing:
        rows = rows.filter(~PLANS_OF_A_DIRECTIVE | PLANS_WITHOUT_EVENT)
    return rows.prefetch_related(Prefetch("plans", _with_events(Plan.objects.in_order()), "its_plans"))


def loose_plans(organisation: Organisation, year: int, *, only_missing: bool) -> YearRowQuerySet:
    """Return the plans that carry out no directive, each with `its_events`."""
    rows = _rows(Plan, organisation, year).in_order().filter(~DIRECTIVES_OF_A_PLAN)
    return _with_events(rows.filter(~EVENTS_OF_A_PLAN) if only_missing else rows)


def loose_events(organisation: Organisation, year: int, *, only_missing: bool) -> YearRowQuerySet:
    """Return the events that carry out no plan; all of them count as missing something."""
    return _rows(Event, organisation, year).in_order().filter(~PLANS_OF_AN_EVENT)


def _rows(model: type[YearRow], organisation: Organisation, year: int) -> YearRowQuerySet:
    rows: YearRowQuerySet = model.objects.of(organisation).for_year(year)
    return rows


def _with_events(plans: YearRowQuerySet) -> YearRowQuerySet:
    return plans.prefetch_related(Prefetch("events", Event.objects.in_order(), "its_events"))
