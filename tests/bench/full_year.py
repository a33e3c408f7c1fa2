"""A year of many rows in one department: 1,600 plans, 400 directives and 1,600 events, some of them linked."""

from __future__ import annotations

from datetime import date, timedelta

from accounts.models import Division, User
from events.kinds import DatePrecision, EventKind
from events.models import Event
from plans.kinds import DocumentKind
from plans.models import Directive, Plan

YEAR = 2024
DIRECTIVES, PLANS, EVENTS = 400, 1_600, 1_600
SUBJECT = "về việc triển khai thi hành Luật Đất đai và các văn bản hướng dẫn thi hành trên địa bàn tỉnh"


def fill_year(officer: User) -> None:
    """Save the rows with a division and the officer who entered them; link the last ones of each kind."""
    divisions = [
        Division.objects.create(organisation=officer.organisation, name=f"Phòng {name}")
        for name in ("Pháp chế", "Quy hoạch – Kiến trúc", "Tổ chức – Hành chính")
    ]

    def common(number: int) -> dict[str, object]:
        return {
            "organisation": officer.organisation,
            "reporting_year": YEAR,
            "division": divisions[number % len(divisions)],
            "entered_by": officer,
        }

    directives = Directive.objects.bulk_create(
        Directive(issuing_body="UBND tỉnh Sen", **_document(number, "UBND"), **common(number))
        for number in range(DIRECTIVES)
    )
    plans = Plan.objects.bulk_create(
        Plan(**_document(number, "SM"), **common(number)) for number in range(PLANS)
    )
    events = Event.objects.bulk_create(Event(**_event(number), **common(number)) for number in range(EVENTS))
    plans[-1].directives.set(directives[-3:])
    events[-1].plans.set(plans[-3:])


def _day(number: int) -> date:
    return date(YEAR, 1, 1) + timedelta(days=number % 365)


def _document(number: int, symbol: str) -> dict[str, object]:
    return {
        "kind": (DocumentKind.PLAN, DocumentKind.OFFICIAL_LETTER)[number % 2],
        "number": f"{number + 1}/KH-{symbol}",
        "issued_on": _day(number),
        "subject": SUBJECT,
    }


def _event(number: int) -> dict[str, object]:
    return {
        "kind": list(EventKind)[number % len(EventKind)],
        "name": f"Hội nghị lần thứ {number + 1} {SUBJECT}",
        "held_from": _day(number),
        "date_precision": DatePrecision.DAY,
        "attendance": 40 + number,
        "partners": "Hội Liên hiệp Phụ nữ tỉnh Sen",
        "description": " với sự tham gia của cán bộ, công chức, viên chức",
    }
