"""What the figures of a province cost with 5 and with 368 bodies of three years, and whether they are right.

python -m tests.bench.totals [rounds]: on SQLite, or on the PostgreSQL that DATABASE_URL names. Every total is compared
with one that the database sums up by itself; a page of 368 bodies should cost at most twice as much as one of 5, beyond
its rows, and as many queries.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from tests.bench.site import open_site

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.db import connection  # noqa: E402 (needs the site)
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from accounts.models import BodyGroup, Organisation, Role, User  # noqa: E402
from reports.models import (  # noqa: E402
    IndicatorSet,
    Outcome,
    OutcomeKind,
    PeriodKey,
    Report,
    Submission,
    SubmittedEvent,
    SubmittedFigure,
)
from reports.received.totals import add_up  # noqa: E402
from tests.bench.timing import milliseconds, ratio  # noqa: E402
from tests.reports.received.summed import SUMS  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 11
YEARS = (2026, 2027, 2028)
FEW, DEPARTMENTS, COMMUNES = 5, 200, 168
EVENTS = 10
PERIOD = PeriodKey(YEARS[-1])


def make_province(name: str, departments: int, communes: int) -> User:
    """Save a Justice Department with bodies of both groups and their accepted figures; return its officer."""
    justice = Organisation.objects.create(code=f"T{name}", name=f"Sở Tư pháp tỉnh {name}", place=name)
    dung = User.objects.create(
        username=f"dung{name}", full_name="Phạm Mỹ Dung", role=Role.JUSTICE_OFFICER, organisation=justice
    )
    groups = [BodyGroup.DEPARTMENT] * departments + [BodyGroup.COMMUNE] * communes
    chance = random.Random(name)
    for number, group in enumerate(groups):
        body = Organisation.objects.create(
            code=f"{name}{number}",
            name=f"{group.label[:20]} Thứ {number}",
            place=name,
            group=group,
            reports_to=justice,
        )
        size = chance.lognormvariate(0, 0.5)
        for year in YEARS:
            hand_in(body, year, size, chance, dung)
    return dung


def hand_in(body: Organisation, year: int, size: float, chance: random.Random, dung: User) -> None:
    report = Report.objects.create(
        organisation=body, reporting_year=year, issuing_body=body.name, place="S", subject="Kết quả"
    )
    submission = Submission.objects.create(report=report, version=1, submitted_by=dung, pages=10)
    Outcome.objects.create(submission=submission, kind=OutcomeKind.ACCEPTED, decided_by=dung)
    form = IndicatorSet.objects.get(organisation=None, period=None, group=body.group, from_year=2026)
    SubmittedFigure.objects.bulk_create(figures_of(submission, form, size, chance))
    SubmittedEvent.objects.bulk_create(
        SubmittedEvent(
            submission=submission,
            row=number,
            name=f"Tập huấn của {body.name} lần {number}",
            held_on=date(year, 1, 1) + timedelta(number * 30),
        )
        for number in range(EVENTS)
    )


def figures_of(
    submission: Submission, form: IndicatorSet, size: float, chance: random.Random
) -> Iterator[SubmittedFigure]:
    for column in form.indicators.all():
        if not column.is_text:
            number = int(200 * size * chance.lognormvariate(0, 0.1))
            yield SubmittedFigure(
                submission=submission,
                form_code=form.form_code,
                code=column.code,
                position=column.position,
                unit=column.unit,
                actual=number * (5 if column.part_of == "" else 1),
            )


def pages() -> Iterator[tuple[str, str]]:
    yield "số liệu toàn tỉnh", reverse("board_figures", args=[PERIOD])
    yield "một cột", reverse("board_figure", args=[PERIOD, "5"])
    yield "số liệu cần xem lại", reverse("board_marks", args=[PERIOD])


def cost(client: Client, address: str) -> float:
    """Return the median of the processor time of a page in seconds, after one that is not counted."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        assert client.get(address).status_code == 200, address
        times.append(time.process_time() - start)
    return statistics.median(times[1:])


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def differences(dung: User) -> int:
    """Return how many totals differ from those that the database sums up."""
    wrong = 0
    for year in YEARS:
        totals = add_up(dung.organisation, PeriodKey(year))
        with connection.cursor() as cursor:
            cursor.execute(SUMS, [dung.organisation_id, year, totals.form and totals.form.pk])
            summed = {code: (actual, estimate) for code, actual, estimate in cursor.fetchall()}
        total = totals.cells
        wrong += sum(
            (cell.actual, cell.estimate) != summed.get(code, (None, None)) for code, cell in total.items()
        )
    return wrong


def main() -> None:
    people = (make_province("A", FEW, 0), make_province("B", DEPARTMENTS, COMMUNES))
    clients = []
    for dung in people:
        clients.append(Client(SERVER_NAME="localhost"))
        clients[-1].force_login(dung)
    many = DEPARTMENTS + COMMUNES
    print(f"{connection.vendor}: {'trang':<24} {FEW:>5} đơn vị {many:>6} đơn vị    gấp  truy vấn")
    for name, address in pages():
        few, all_bodies = (cost(client, address) for client in clients)
        asked = "/".join(str(queries(client, address)) for client in clients)
        print(
            f"{name:<32} {milliseconds(few * 1000):>12} {milliseconds(all_bodies * 1000):>13} "
            f"{ratio(all_bodies, few):>6}  {asked}",
            flush=True,
        )
    print(f"tổng số khác tổng của cơ sở dữ liệu: {sum(map(differences, people))}")


if __name__ == "__main__":
    main()
