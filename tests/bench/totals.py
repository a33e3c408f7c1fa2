"""What the figures of a province cost with 5 and with 368 bodies of three years, and whether they are right.

python -m tests.bench.totals [rounds]: on SQLite, or on the PostgreSQL that DATABASE_URL names. Every total is compared
with one that the database sums up by itself. A page of 368 bodies should take as many queries as one of 5 and, beyond
its rows (with 5 lines a page on both sides), cost at most twice as much; the last costs are those of the first time
after another report was accepted. Then how many figures of ordinary bodies are marked, and whether all faults are.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence

from tests.bench.site import open_site

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.db import connection  # noqa: E402 (needs the site)
from django.urls import reverse  # noqa: E402

from accounts.models import BodyGroup, Organisation, User  # noqa: E402
from reports.models import PeriodKey, Submission, SubmittedFigure  # noqa: E402
from reports.received.totals import add_up  # noqa: E402
from reports.totals.marks import load_marks  # noqa: E402
from tests.bench.bodies import (  # noqa: E402
    COMMUNES,
    DEPARTMENTS,
    FEW,
    MANY,
    PERIOD,
    YEARS,
    add_data,
    hand_in,
    make_province,
)
from tests.bench.few_and_many import HEAD, Measured  # noqa: E402
from tests.reports.figures.made_up import FAULTY  # noqa: E402
from tests.reports.received.summed import SUMS  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 11
CODE = "5"


def pages(people: Sequence[User]) -> Iterator[tuple[str, list[str]]]:
    """Yield the pages, each with its address for each of the people."""
    for name, page, words in (
        ("số liệu toàn tỉnh", "board_figures", []),
        ("một cột", "board_figure", [CODE]),
        ("số liệu cần xem lại", "board_marks", []),
    ):
        yield name, [reverse(page, args=[PERIOD, *words]) for _ in people]
    reports = []
    for dung in people:
        of_period = Submission.objects.filter(report__reporting_year=PERIOD.year)
        submission = of_period.filter(report__organisation__reports_to=dung.organisation).first()
        add_data(submission, CODE, dung)
        reports.append(submission.report_id)
    yield "các dòng của một số", [reverse("review_figure", args=[PERIOD, pk, CODE]) for pk in reports]


def differences(dung: User) -> tuple[int, int]:
    """Return how many totals there are, and how many differ from those that the database sums up."""
    compared = wrong = 0
    for year in YEARS:
        totals = add_up(dung.organisation, PeriodKey(year))
        with connection.cursor() as cursor:
            cursor.execute(SUMS, [dung.organisation_id, year, totals.form and totals.form.pk])
            summed = {code: (actual, estimate) for code, actual, estimate in cursor.fetchall()}
        total = totals.cells
        compared += len(total)
        wrong += sum(
            (cell.actual, cell.estimate) != summed.get(code, (None, None)) for code, cell in total.items()
        )
    return compared, wrong


def marks(dung: User) -> set[tuple[int, str, str]]:
    found = load_marks(dung.organisation, add_up(dung.organisation, PERIOD))
    return {(mark.body.organisation.pk, mark.code, mark.fault) for mark in found}


def plant(dung: User) -> list[tuple[int, str, str]]:
    """Give one body each of the faults of real filings; return the marks that they should get."""
    departments = Organisation.objects.filter(reports_to=dung.organisation, group=BodyGroup.DEPARTMENT)
    planted = []
    for body, (values, (code, fault)) in zip(departments.order_by("pk"), FAULTY, strict=False):
        before = _figures(body, PERIOD.year - 1) | values.get("before", {})
        hand_in(body, PERIOD.year - 1, before, dung)
        submission = hand_in(body, PERIOD.year, _figures(body, PERIOD.year) | values.get("figures", {}), dung)
        for column, words in values.get("words", {}).items():
            SubmittedFigure.objects.create(submission=submission, code=column, position=99, words=words)
        body.name, body.parent_body = (
            values.get("name", body.name),
            values.get("parent_body", body.parent_body),
        )
        body.save()
        planted.append((body.pk, code, fault))
    return planted


def _figures(body: Organisation, year: int) -> dict[str, int]:
    stored = SubmittedFigure.objects.filter(
        submission__report__organisation=body, submission__report__reporting_year=year
    )
    return {one.code: (one.actual or 0) + (one.estimate or 0) for one in stored}


def main() -> None:
    start = time.perf_counter()
    people = (make_province("A", FEW, 0), make_province("B", DEPARTMENTS, COMMUNES))
    took = time.perf_counter() - start
    print(f"{connection.vendor}: nạp {FEW} và {MANY} đơn vị × {len(YEARS)} năm trong {took:.0f} giây")
    print(HEAD)
    for name, addresses in pages(people):
        print(Measured(name, people, addresses, ROUNDS), flush=True)
    for dung in people:
        compared, wrong = differences(dung)
        print(f"{dung.organisation}: {wrong} trong {compared} tổng số khác tổng của cơ sở dữ liệu")
    dung = people[1]
    cells = sum(len(body.cells) for body in add_up(dung.organisation, PERIOD).bodies)
    marked = {(pk, code) for pk, code, _ in marks(dung)}
    print(f"số liệu thường: đánh dấu {len(marked)} / {cells} ô, {len(marked) / cells:.1%}, đích ≤ 2 %")
    planted = plant(dung)
    found = marks(dung)
    missed = [one for one in planted if one not in found]
    print(f"lỗi cài vào: đánh dấu {len(planted) - len(missed)} / {len(planted)} {missed or ''}")


if __name__ == "__main__":
    main()
