"""Creates the rows of the demo, once, in an empty installation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from django.db import transaction

from accounts.models import Division, Organisation, User
from accounts.passwords import readable_password
from accounts.rows import YearRow
from events.models import Event
from events.reading import read_event
from plans.models import Directive, Plan, Policy
from reports.demo import documents, events, narrative, people, province
from reports.demo.round import decide, hand_in, open_departments, open_round
from reports.writing.start import start_report

YEAR = 2024
DONE = 8  # sections of the draft that are marked as done


@transaction.atomic
def load_demo() -> tuple[tuple[User, str], ...]:
    """Create the demo and return its accounts with their passwords, which are stored only as hashes."""
    justice = Organisation.objects.create(**people.JUSTICE)
    science = Organisation.objects.create(**people.SCIENCE, reports_to=justice)
    finance = Organisation.objects.create(**people.FINANCE, reports_to=justice)
    others = open_departments(justice)
    _open_divisions(science)
    accounts = tuple(map(_account, people.PEOPLE))
    _save_rows(science, Plan, _plans(documents.PLANS))
    _save_rows(science, Directive, _directives(documents.DIRECTIVES))
    _save_rows(science, Policy, _policies(documents.POLICIES))
    _save_rows(science, Event, map(_event, events.EVENTS))
    _save_rows(finance, Plan, _plans(documents.FINANCE_PLANS))
    _save_rows(finance, Directive, _directives(documents.DIRECTIVES[:1]))
    _save_rows(finance, Event, map(_event, events.FINANCE_EVENTS))
    _share_out(science)
    _link_rows(science)
    province.keep_form(justice, YEAR)
    open_round(justice, YEAR)
    _write_report(science)
    for serial, (officer, outcome) in enumerate(others, start=3):
        decide(hand_in(officer, YEAR, serial), outcome)
    province.begin(justice, YEAR)
    return accounts


def _open_divisions(organisation: Organisation) -> None:
    Division.objects.bulk_create(
        Division(organisation=organisation, name=name, symbol=symbol)
        for symbol, (name, _) in people.DIVISIONS.items()
    )


def _share_out(organisation: Organisation) -> None:
    """Set the division of each row: of an official letter by its symbol, of other documents the office."""
    for symbol, (_, username) in people.DIVISIONS.items():
        theirs = {
            "division": Division.objects.get(organisation=organisation, symbol=symbol),
            "entered_by": User.objects.get(username=username),
        }
        Plan.objects.of(organisation).filter(number__endswith=f"-{symbol}").update(**theirs)
        match symbol:
            case "VP":
                Plan.objects.of(organisation).filter(division=None).exclude(kind=documents.LETTER).update(
                    **theirs
                )
                Directive.objects.of(organisation).update(**theirs)
            case "QLKH":
                Policy.objects.of(organisation).update(**theirs)
                Event.objects.of(organisation).update(**theirs)


def _link_rows(organisation: Organisation) -> None:
    plans = {plan.number: plan for plan in Plan.objects.of(organisation)}
    events = list(Event.objects.of(organisation).in_order())
    for directive in Directive.objects.of(organisation):
        directive.plans.set(
            plans[number] for number in documents.CARRIED_OUT_BY_PLANS.get(directive.number, ())
        )
    for number, places in documents.CARRIED_OUT_BY_EVENTS.items():
        plans[number].events.set(events[place] for place in places)
    for policy, (*_, places) in zip(
        Policy.objects.of(organisation).in_order(), documents.POLICIES, strict=True
    ):
        policy.events.set(events[place] for place in places)


def _save_rows(organisation: Organisation, model: type[YearRow], rows: Iterable[YearRow]) -> None:
    saved = list(rows)
    for position, row in enumerate(saved, start=1):
        row.organisation, row.reporting_year, row.position = organisation, YEAR, position
    model._default_manager.bulk_create(saved)


def _plans(table: Iterable[tuple[str, str, date, str]]) -> Iterable[Plan]:
    return (
        Plan(kind=kind, number=number, issued_on=day, subject=subject) for kind, number, day, subject in table
    )


def _directives(table: Iterable[tuple[str, date | None, str]]) -> Iterable[Directive]:
    return (
        Directive(number=number, issued_on=day, issuing_body=documents.CITY, subject=subject)
        for number, day, subject in table
    )


def _policies(
    table: Iterable[tuple[str, str, str, date | None, tuple[int, ...]]],
) -> Iterable[Policy]:
    return (Policy(kind=kind, name=name, lead_body=body, due_on=day) for kind, name, body, day, _ in table)


def _event(line: str) -> Event:
    reading = read_event(line)
    if reading is None:
        raise ValueError(line)
    return Event(**asdict(reading), **events.COUNTED.get(line, {}))


def _write_report(organisation: Organisation) -> None:
    report = start_report(organisation=organisation, year=YEAR, subject=narrative.SUBJECT)
    report.number, report.issued_on = f"2702{report.number}", date(2024, 11, 8)
    report.statistics_from, report.statistics_to = date(YEAR, 1, 1), date(YEAR, 10, 31)
    report.opening, report.closing = narrative.OPENING, narrative.CLOSING
    report.save()
    for section, body in zip(report.sections.all(), narrative.BODIES, strict=True):
        section.body = body
        section.is_done = bool(body) and section.position <= DONE
        section.save()
    for assessment, text in zip(report.assessments.all(), narrative.ASSESSMENTS, strict=True):
        assessment.text = text
        assessment.save()


def _account(person: tuple[str, str, str, str, str]) -> tuple[User, str]:
    username, full_name, role, code, division_name = person
    organisation = Organisation.objects.get(code=code)
    division, _ = Division.objects.get_or_create(organisation=organisation, name=division_name)
    password = readable_password()
    user = User(
        username=username, full_name=full_name, role=role, organisation=organisation, division=division
    )
    user.set_password(password)
    user.save()
    return user, password
