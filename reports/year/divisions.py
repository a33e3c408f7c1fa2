"""How many rows of a year each division has entered, and when it last did."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count, Max

from accounts.models import Organisation
from accounts.rows.filters import NOT_STATED, OF_NO_DIVISION
from events.models import Event
from plans.models import Directive, Plan, Policy


@dataclass(frozen=True, slots=True)
class DivisionWork:
    """The counts of the rows of one division; `value` filters a list to them by ?phong="""

    value: str
    name: str = ""
    directives: int = 0
    plans: int = 0
    policies: int = 0
    events: int = 0
    last_entered_at: datetime | None = None
    percent: int = 0  # of the division with the most rows

    @property
    def total(self) -> int:
        return self.directives + self.plans + self.policies + self.events


def work_of_divisions(organisation: Organisation, year: int) -> tuple[DivisionWork, ...]:
    """Return the work of every division in alphabetical order, and that of no division if there are such rows.

    Return nothing for a body without divisions. Takes five queries, for a body without divisions one.
    """
    names: dict[int | None, str] = {division.pk: division.name for division in organisation.divisions.all()}
    if not names:
        return ()
    entered = _entered(organisation, year)
    if None in entered:
        names[None] = OF_NO_DIVISION
    longest = max((work.total for work in entered.values()), default=1)
    return tuple(
        replace(work, name=name, percent=round(100 * work.total / longest))
        for pk, name in names.items()
        for work in [entered.get(pk) or DivisionWork(_value(pk))]
    )


def _entered(organisation: Organisation, year: int) -> dict[int | None, DivisionWork]:
    """Return the work of each division by its pk."""
    entered: dict[int | None, DivisionWork] = {}
    for model in (Directive, Plan, Policy, Event):
        rows = model.objects.of(organisation).for_year(year).order_by()
        for pk, count, last in rows.values_list("division").annotate(Count("pk"), Max("entered_at")):
            work = entered.get(pk) or DivisionWork(_value(pk))
            moments = [moment for moment in (last, work.last_entered_at) if moment]
            entered[pk] = replace(
                work, last_entered_at=max(moments, default=None), **{model.list_name: count}
            )
    return entered


def _value(pk: int | None) -> str:
    return NOT_STATED if pk is None else str(pk)
