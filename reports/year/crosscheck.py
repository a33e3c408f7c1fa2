"""The directives, plans, policies and events of a year, each with the rows that carry it out, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from accounts.models import Organisation
from accounts.rows import YearRow, YearRowQuerySet
from events.models import Event
from plans.models import Directive, Plan, Policy
from reports.needs import Needs, needs_of

DIRECTIVES_OF_A_PLAN = Exists(Directive.objects.filter(plans=OuterRef("pk")))
PLANS_OF_A_DIRECTIVE = Exists(Plan.objects.filter(directives=OuterRef("pk")))
EVENTS_OF_A_PLAN = Exists(Event.objects.filter(plans=OuterRef("pk")))
PLANS_OF_AN_EVENT = Exists(Plan.objects.filter(events=OuterRef("pk")))
EVENTS_OF_A_POLICY = Exists(Event.objects.filter(policies=OuterRef("pk")))
DECIDING = ("kind", "kind_as_written", "subject", "wording", "unneeded_because")


class Shown(StrEnum):
    """Which rows the page shows; the value is the one in its address."""

    MISSING = ""
    UNNEEDED = "khong-can"
    ALL = "tat-ca"


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """The counts of a year's directives, plans and policies, and of those that need something and have nothing."""

    directives: int
    directives_without_plan: int
    plans: int
    plans_without_event: int
    policies: int
    policies_without_event: int


@dataclass(frozen=True, slots=True)
class YearOfLinks:
    """What nothing carries out of a year: directives without a plan, plans without an event, needed or not."""

    needs: Needs
    idle_directives: tuple[Directive, ...]
    idle_plans: tuple[Plan, ...]

    def directives_of(self, shown: Shown) -> list[int]:
        """Return the pks of the directives without a plan that are missing something, or that need nothing."""
        is_missing = shown is Shown.MISSING
        return [one.pk for one in self.idle_directives if bool(self.needs.without_plan(one)) != is_missing]

    def plans_of(self, shown: Shown) -> list[int]:
        is_missing = shown is Shown.MISSING
        return [one.pk for one in self.idle_plans if bool(self.needs.without_event(one)) != is_missing]


def year_of_links(organisation: Organisation, year: int) -> YearOfLinks:
    """Return what nothing carries out in a year, with a fixed number of queries."""
    directives, plans = _rows(Directive, organisation, year), _rows(Plan, organisation, year)
    return YearOfLinks(
        needs=needs_of(organisation, year),
        idle_directives=tuple(directives.filter(~PLANS_OF_A_DIRECTIVE).only(*DECIDING)),
        idle_plans=tuple(plans.filter(~EVENTS_OF_A_PLAN).only(*DECIDING)),
    )


def crosscheck(organisation: Organisation, year: int, totals: tuple[int, int] | None = None) -> Crosscheck:
    """Return the counts of a year; `totals`, of its directives and its plans, need not be counted again."""
    needs = needs_of(organisation, year)
    idle_directives = _rows(Directive, organisation, year).filter(~PLANS_OF_A_DIRECTIVE)
    idle_plans = _rows(Plan, organisation, year).filter(~EVENTS_OF_A_PLAN)
    directives, plans = totals or (_rows(model, organisation, year).count() for model in (Directive, Plan))
    without_event = Count("pk", filter=Q(~EVENTS_OF_A_POLICY))
    policies = _rows(Policy, organisation, year).aggregate(all=Count("pk"), without_event=without_event)
    return Crosscheck(
        directives=directives,
        directives_without_plan=needs.count_needing_plan(idle_directives),
        plans=plans,
        plans_without_event=needs.count_needing_event(idle_plans),
        policies=policies["all"],
        policies_without_event=policies["without_event"],
    )


def directives_with_plans(
    organisation: Organisation, year: int, links: YearOfLinks, shown: Shown
) -> YearRowQuerySet:
    """Return the directives, each with `its_plans`, each of these with `its_events`.

    Missing are those without a plan, or with a plan without an event, where one is needed.
    """
    rows = _rows(Directive, organisation, year).in_order()
    if shown is not Shown.ALL:
        under = Exists(Plan.objects.filter(directives=OuterRef("pk"), pk__in=links.plans_of(shown)))
        rows = rows.filter(Q(pk__in=links.directives_of(shown)) | Q(under))
    return rows.prefetch_related(Prefetch("plans", _with_events(Plan.objects.in_order()), "its_plans"))


def loose_plans(organisation: Organisation, year: int, links: YearOfLinks, shown: Shown) -> YearRowQuerySet:
    """Return the plans that carry out no directive, each with `its_events`."""
    rows = _rows(Plan, organisation, year).in_order().filter(~DIRECTIVES_OF_A_PLAN)
    return _with_events(rows if shown is Shown.ALL else rows.filter(pk__in=links.plans_of(shown)))


def loose_events(organisation: Organisation, year: int, _: YearOfLinks, shown: Shown) -> YearRowQuerySet:
    """Return the events that carry out no plan; all of them count as missing something."""
    rows = _rows(Event, organisation, year).in_order()
    return rows.none() if shown is Shown.UNNEEDED else rows.filter(~PLANS_OF_AN_EVENT)


def policies_with_events(
    organisation: Organisation, year: int, _: YearOfLinks, shown: Shown
) -> YearRowQuerySet:
    """Return the policies, each with `its_events`; all of them need an event."""
    rows = _rows(Policy, organisation, year).in_order()
    if shown is Shown.UNNEEDED:
        return rows.none()
    return _with_events(rows if shown is Shown.ALL else rows.filter(~EVENTS_OF_A_POLICY))


def _rows(model: type[YearRow], organisation: Organisation, year: int) -> YearRowQuerySet:
    rows: YearRowQuerySet = model.objects.of(organisation).for_year(year)
    return rows


def _with_events(rows: YearRowQuerySet) -> YearRowQuerySet:
    return rows.prefetch_related(Prefetch("events", Event.objects.in_order(), "its_events"))
