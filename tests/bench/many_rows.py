"""The rows of a whole province over five years: 200 departments, 100,000 plans, 100,000 events, all linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

from accounts.models import Attachment, Division, Organisation, Role, User
from events.kinds import DatePrecision, EventKind
from events.models import Event
from plans.kinds import DocumentKind
from plans.models import Directive, Plan

ORGANISATIONS = 200
YEARS = range(2020, 2025)
PLANS = EVENTS = 100  # of one department in one year
DIRECTIVES = 20
DIVISIONS = ("Văn phòng", "Phòng Pháp chế", "Thanh tra")
WITHOUT_LINK = 5  # one row in five is carried out by none
WITH_FILE = 4  # one plan in four has a file
BATCH = 5_000
KINDS = (DocumentKind.PLAN, DocumentKind.OFFICIAL_LETTER, DocumentKind.DECISION, DocumentKind.NOTICE)
SUBJECTS = (
    "về việc triển khai Luật Đất đai trên địa bàn",
    "về tổ chức hội nghị phổ biến Luật Thủ đô và văn bản hướng dẫn",
    "về hưởng ứng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    "ban hành kế hoạch công tác hòa giải ở cơ sở",
)


def make_officer() -> User:
    """Save the one department that is asked about, with its officer and divisions but no row."""
    organisation = _organisation(0)
    organisation.save()
    Division.objects.bulk_create(Division(organisation=organisation, name=name) for name in DIVISIONS)
    return User.objects.create(
        username="binh", full_name="Trần Thanh Bình", role=Role.LEGAL_OFFICER, organisation=organisation
    )


def fill(officer: User) -> None:
    """Save the rows of all departments, the officer's among them; the database learns their numbers."""
    Organisation.objects.bulk_create(_organisation(number) for number in range(1, ORGANISATIONS))
    bodies = list(Organisation.objects.order_by("pk"))
    divisions = list(officer.organisation.divisions.all())
    directives = _save(Directive, _rows(bodies, DIRECTIVES, _directive))
    plans = _save(Plan, _rows(bodies, PLANS, _plan))
    events = _save(Event, _rows(bodies, EVENTS, _event))
    for model in (Directive, Plan, Event):
        for place, division in enumerate(divisions):
            own = model.objects.of(officer.organisation).annotate(turn=models.F("pk") % (len(divisions) + 1))
            own.filter(turn=place).update(division=division, entered_by=officer)
    _link(Plan.directives.through, ("plan_id", plans), ("directive_id", directives))
    _link(Event.plans.through, ("event_id", events), ("plan_id", plans))
    _save(Attachment, _files(bodies, plans, officer))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _organisation(number: int) -> Organisation:
    return Organisation(code=f"DV{number}", name=f"Sở Thứ {number}", place="Sen", symbol=f"DV{number}")


def _rows(bodies: Iterable[Organisation], many: int, make) -> Iterator[models.Model]:
    for body in bodies:
        for year in YEARS:
            for number in range(1, many + 1):
                yield make(number, organisation=body, reporting_year=year)


def _day(number: int, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=(number * 37) % 365)


def _document(number: int, reporting_year: int) -> dict[str, object]:
    return {
        "reporting_year": reporting_year,
        "kind": KINDS[number % len(KINDS)],
        "number": f"{number * 7}/KH-SM",
        "issued_on": _day(number, reporting_year),
        "subject": SUBJECTS[number % len(SUBJECTS)],
    }


def _directive(number: int, *, organisation: Organisation, reporting_year: int) -> Directive:
    body = "UBND tỉnh Sen"
    return Directive(organisation=organisation, issuing_body=body, **_document(number, reporting_year))


def _plan(number: int, *, organisation: Organisation, reporting_year: int) -> Plan:
    return Plan(organisation=organisation, **_document(number, reporting_year))


def _event(number: int, *, organisation: Organisation, reporting_year: int) -> Event:
    return Event(
        organisation=organisation,
        reporting_year=reporting_year,
        kind=list(EventKind)[number % len(EventKind)],
        name=f"Hội nghị lần thứ {number} {SUBJECTS[number % len(SUBJECTS)]}",
        held_from=_day(number, reporting_year),
        date_precision=DatePrecision.DAY,
        attendance=number * 3,
        description=" với sự tham gia của cán bộ, công chức, viên chức",
    )


def _files(bodies: list[Organisation], plans: list[int], officer: User) -> Iterator[Attachment]:
    kind = ContentType.objects.get_for_model(Plan)
    for place in range(0, len(plans), WITH_FILE):
        yield Attachment(
            organisation=bodies[place * len(bodies) // len(plans)],
            content_type=kind,
            object_id=plans[place],
            name="ke-hoach.pdf",
            file=f"attachments/{place}",
            size=1000,
            sha256="0" * 64,
            added_by=officer,
        )


def _save(model: type[models.Model], rows: Iterable[models.Model]) -> list[int]:
    """Save rows in batches; return their numbers in the same order."""
    made = model._default_manager.bulk_create(rows, batch_size=BATCH)
    return [row.pk for row in made]


def _link(through: type[models.Model], source: tuple[str, list[int]], target: tuple[str, list[int]]) -> None:
    """Link the rows of one kind to those of another, evenly: both lists are in the same order of departments."""
    (name, rows), (other_name, others) = source, target
    pairs = ((row, place * len(others) // len(rows)) for place, row in enumerate(rows))
    _save(
        through,
        (through(**{name: row, other_name: others[at]}) for row, at in pairs if at % WITHOUT_LINK),
    )
