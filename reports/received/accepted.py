"""The accepted reports of a period, with the texts that were frozen when they were submitted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.composed import Composed
from pbgdpl.lib.remembering import Made, made_last
from pbgdpl.lib.vietnamese import fold
from reports.comparing.version_parts import VersionPart
from reports.models import OutcomeKind, PeriodKey, Submission

GROUPS = tuple(BodyGroup)
# A letter of Vietnamese takes two bytes in memory, a string, a pair or an entry of a dictionary about a hundred.
BYTES_OF_A_LETTER, BYTES_OF_A_TEXT, BYTES_OF_A_ROW = 2, 100, 2_000


@dataclass(frozen=True, slots=True)
class AcceptedReport:
    """A report as it was accepted; `listed` has its documents and its criteria as `Submission.listed` stores them."""

    organisation: Organisation  # with the columns OF_BODY alone
    report: int  # its pk
    submission: int  # the pk of the accepted version
    version: int
    submitted_at: datetime
    parts: tuple[VersionPart, ...]
    listed: dict[str, list[dict[str, str]]]


Row = tuple[Any, ...]
# The pk of a submission and when it was submitted: after a backup is restored the same pk may be of another text.
OF_SUBMISSION = 2
# What the listings say of a body; to read all columns of 368 bodies takes three times as long.
OF_BODY = ("id", "code", "name", "group", "place_in_group")


def _accepted(receiver: Any, year: Any, kind: Any) -> QuerySet[Submission]:
    return Submission.objects.filter(
        report__organisation__reports_to=receiver,
        report__reporting_year=year,
        report__period_kind=kind,
        outcome__kind=OutcomeKind.ACCEPTED,
    )


def _rows(receiver: Any, year: Any, kind: Any) -> QuerySet[Submission, Any]:
    """Return which submissions are accepted, each with the columns OF_BODY."""
    names = (f"report__organisation__{name}" for name in OF_BODY)
    # As text the moment is read in a tenth of the time.
    moment = Cast("submitted_at", TextField())
    return _accepted(receiver, year, kind).order_by("pk").values_list("pk", moment, *names)


ROWS = Composed(_rows)


def accepted_reports(receiver: Organisation, key: PeriodKey) -> tuple[AcceptedReport, ...]:
    """Return the accepted reports of a period in the order of the province's form; two queries, however many.

    What was submitted never changes, so only what was accepted since the last time is read; then it is one query.
    """
    rows = _rows_of(receiver, key)
    return made_last(("accepted", receiver.pk, key), rows, lambda last: _in_order(rows, _known(last)), _size)


def digest_of_accepted(receiver: Organisation, key: PeriodKey) -> bytes:
    """Return a digest of which versions are accepted and of their bodies, by which to keep what is made of them."""
    rows = _rows_of(receiver, key)
    return made_last(
        ("digest of accepted", receiver.pk, key),
        rows,
        lambda _: blake2b(repr((receiver.pk, key, rows)).encode(), digest_size=16).digest(),
        lambda _: BYTES_OF_A_ROW * len(rows),
    )


def _rows_of(receiver: Organisation, key: PeriodKey) -> list[Row]:
    return ROWS.stored(receiver.pk, key.year, key.kind.value)


def _known(last: Made[list[Row], tuple[AcceptedReport, ...]] | None) -> dict[Row, AcceptedReport]:
    """Return the reports that were read already, by what is known of their submissions."""
    if last is None:
        return {}
    reports = {report.submission: report for report in last.result}
    return {row[:OF_SUBMISSION]: reports[row[0]] for row in last.values}


def _in_order(rows: list[Row], known: Mapping[Row, AcceptedReport]) -> tuple[AcceptedReport, ...]:
    bodies = {
        row[0]: Organisation.from_db(DEFAULT_DB_ALIAS, OF_BODY, row[OF_SUBMISSION:])
        for row in ROWS.converted(rows)
    }
    reports = [known[row[:OF_SUBMISSION]] for row in rows if row[:OF_SUBMISSION] in known]
    reports += _read([row[0] for row in rows if row[:OF_SUBMISSION] not in known], bodies)
    placed = (replace(one, organisation=bodies[one.submission]) for one in reports)
    return tuple(sorted(placed, key=lambda one: place_of(one.organisation)))


def _read(submissions: Sequence[int], bodies: Mapping[int, Organisation]) -> Iterable[AcceptedReport]:
    """Return submissions with their texts; one query, none for none."""
    names = ("pk", "report_id", "version", "submitted_at", "parts", "listed")
    for pk, report, version, submitted_at, parts, listed in (
        Submission.objects.filter(pk__in=submissions).order_by().values_list(*names)
    ):
        texts = tuple((heading, text) for heading, text in parts)
        yield AcceptedReport(bodies[pk], report, pk, version, submitted_at, texts, listed)


def _size(reports: Sequence[AcceptedReport]) -> int:
    """Return about how many bytes the texts of reports take in memory."""
    texts = [text for report in reports for part in report.parts for text in part]
    listed = (rows for report in reports for rows in report.listed.values())
    texts += [text for rows in listed for row in rows for text in row.values()]
    letters = sum(map(len, texts))
    return BYTES_OF_A_LETTER * letters + BYTES_OF_A_TEXT * len(texts) + BYTES_OF_A_ROW * len(reports)


def count_accepted(receiver: Organisation, key: PeriodKey) -> tuple[int, int]:
    """Return how many bodies' reports of a period are accepted, and of how many bodies; one query."""
    is_accepted = Exists(
        _accepted(receiver.pk, key.year, key.kind.value).filter(report__organisation=OuterRef("pk"))
    )
    awaited = receiver.departments.alias(is_accepted=is_accepted).filter(Q(is_active=True) | Q(is_accepted))
    counts = awaited.aggregate(accepted=Count("pk", filter=Q(is_accepted)), bodies=Count("pk"))
    return counts["accepted"], counts["bodies"]


def address_of_version(key: PeriodKey, report: int, version: int) -> str:
    """Return the address of the page on which a receiver reads a version of a report (its pk)."""
    return f"{reverse('review', args=[key, report])}?ban={version}"


def place_of(body: Organisation) -> tuple[int, int, str, str]:
    """Return the place of a body in the province's form: by its group, its place there, its name."""
    return GROUPS.index(BodyGroup(body.group)), body.place_in_group, fold(body.name), body.code
