"""Provinces whose bodies have accepted reports of three years: ordinary figures, events, and texts where asked for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from accounts.models import BodyGroup, Organisation, Role, User
from reports.models import (
    FileKind,
    IndicatorSet,
    Outcome,
    OutcomeKind,
    PeriodKey,
    Report,
    Submission,
    SubmittedEvent,
    SubmittedFigure,
)
from reports.submission.data.file import written
from reports.submission.stored_files import freeze
from tests.reports.figures.made_up import ordinary_figures

YEARS = (2026, 2027, 2028)
PERIOD = PeriodKey(YEARS[-1])
FEW, DEPARTMENTS, COMMUNES = 5, 200, 168
MANY = DEPARTMENTS + COMMUNES
EVENTS, ROWS = 10, 60
# Below this a number is the same each year, so that no change is one of 20 %.
STEADY = 50
CODES_OF_GROUP = {BodyGroup.COMMUNE: {"3": "1", "4": "2"}}  # in form 04a


def make_province(name: str, departments: int, communes: int) -> User:
    """Save a Justice Department with bodies of both groups and their accepted figures; return its officer."""
    above = f"UBND tỉnh {name}"
    justice = Organisation.objects.create(
        code=f"T{name}", name=f"Sở Tư pháp tỉnh {name}", place=name, parent_body=above
    )
    dung = User.objects.create(
        username=f"dung{name}", full_name="Phạm Mỹ Dung", role=Role.JUSTICE_OFFICER, organisation=justice
    )
    groups = [BodyGroup.DEPARTMENT] * departments + [BodyGroup.COMMUNE] * communes
    chance = random.Random(name)
    for number, group in enumerate(groups):
        is_commune = group == BodyGroup.COMMUNE
        body = Organisation.objects.create(
            code=f"{name}{number}",
            name=f"{'UBND xã' if is_commune else 'Sở'} Thứ {number}",
            place=f"Xã {number}" if is_commune else name,
            parent_body=above,
            group=group,
            reports_to=justice,
        )
        _hand_in_all_years(body, chance, dung)
    return dung


def _hand_in_all_years(body: Organisation, chance: random.Random, dung: User) -> None:
    codes = CODES_OF_GROUP.get(BodyGroup(body.group), {})
    last = {codes.get(code, code): number for code, number in ordinary_figures(chance).items()}
    for year in YEARS:
        is_last = year == YEARS[-1]
        hand_in(body, year, last if is_last else _other_year(last, chance), dung)


def _other_year(figures: dict[str, int], chance: random.Random) -> dict[str, int]:
    return {
        code: number if number < STEADY else round(number * chance.uniform(0.9, 1.1))
        for code, number in figures.items()
    }


def hand_in(body: Organisation, year: int, figures: dict[str, int], dung: User) -> Submission:
    """Save an accepted version of a report with its figures and its events."""
    report, _ = Report.objects.get_or_create(
        organisation=body,
        reporting_year=year,
        defaults={"issuing_body": body.name, "place": "S", "subject": "Kết quả"},
    )
    version = report.submissions.count() + 1
    submission = Submission.objects.create(report=report, version=version, submitted_by=dung, pages=10)
    Outcome.objects.create(submission=submission, kind=OutcomeKind.ACCEPTED, decided_by=dung)
    SubmittedFigure.objects.bulk_create(_figures_of(submission, figures))
    SubmittedEvent.objects.bulk_create(
        SubmittedEvent(
            submission=submission,
            row=number,
            name=f"Tập huấn của {body.name} lần {number}",
            held_on=date(year, 1, 1) + timedelta(number * 30),
        )
        for number in range(EVENTS)
    )
    return submission


def _figures_of(submission: Submission, figures: dict[str, int]) -> Iterator[SubmittedFigure]:
    """Yield a figure for each column of the body's form; an estimate is a tenth of it."""
    group = submission.report.organisation.group
    form = IndicatorSet.objects.get(organisation=None, period=None, group=group, from_year=2026)
    for column in form.indicators.filter(is_text=False):
        number = figures.get(column.code, 0)
        yield SubmittedFigure(
            submission=submission,
            form_code=form.form_code,
            code=column.code,
            position=column.position,
            unit=column.unit,
            actual=number - number // 10,
            estimate=number // 10 or None,
        )


def add_data(submission: Submission, code: str, by: User) -> None:
    """Store the file of data of a submission, in which a figure was counted from some rows."""
    figure = {
        "code": code,
        "label": "Số cuộc",
        "unit": "cuộc",
        "actual": ROWS,
        "does_not_apply": False,
        **dict.fromkeys(("estimate", "counted", "before")),
        **dict.fromkeys(("words", "reason", "explanation"), ""),
        "doubts": [],
        "rows": [{"words": f"Tập huấn lần thứ {number}", "value": 1} for number in range(ROWS)],
    }
    freeze(submission, FileKind.JSON, written({"form": {"figures": [figure]}}), by=by)


def accept_again(dung: User) -> Outcome:
    """Give a report of the period another outcome of the same kind, as if it were accepted only now; return it."""
    accepted = Outcome.objects.filter(
        submission__report__organisation__reports_to=dung.organisation,
        submission__report__reporting_year=PERIOD.year,
    )
    outcome = accepted.order_by("-submission__pk").first()
    outcome.delete()
    return Outcome.objects.create(submission=outcome.submission, kind=OutcomeKind.ACCEPTED, decided_by=dung)
