"""Saves an uploaded report as it was reviewed: the report and its rows, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from accounts.history import record
from accounts.models import ChangeKind, Organisation, User
from accounts.rows import YearRow
from reports.models import EarlierReport
from reports.reading.earlier.results import MODELS, model_name
from reports.reading.earlier.review import LEFT, Review, review_of
from reports.reading.earlier.uploads import locked
from reports.reading.report.store import Imported, refuse_second_report, store_intake


@transaction.atomic
def save_earlier(earlier: EarlierReport, *, by: User) -> tuple[Imported, Review]:
    """Save the report and the rows that were kept, and return them with the review they were saved from.

    Of the report of a province no rows are saved.

    Raises AlreadyReported if the year has a report, ValidationError if a value does not fit or if it was saved before.
    """
    stored = locked(earlier, by=by)
    # Two files saved for one year at the same moment wait for each other.
    Organisation.objects.select_for_update(no_key=True).get(pk=stored.organisation_id)
    refuse_second_report(stored.organisation, stored.reporting_year)
    review = review_of(stored)
    found = review.intake.found
    rows = [result.row for result in review.kept]
    _place(rows)
    for row in rows:
        row.clean_fields(exclude={"organisation"})
    intake = review.intake
    if not intake.is_of_province:
        kept = (replace(found[result.place], row=result.row) for result in review.kept)
        intake = replace(intake, found=tuple(kept))
    imported = store_intake(intake, by=by)
    stored.report, stored.saved_by, stored.saved_at = imported.report, by, timezone.now()
    left = [result.key for result in review.results if not result.is_kept]
    stored.saved_rows = {} if intake.is_of_province else pks_of(imported.rows) | {LEFT: left}
    stored.save(update_fields=["report", "saved_by", "saved_at", "saved_rows"])
    record(stored, ChangeKind.EDITED, by=by, values=[["đã lưu", "không", "có"]])
    return imported, review


def pks_of(rows: Sequence[YearRow]) -> dict[str, list[int | str]]:
    """Return the pks of saved rows by model name, as `EarlierReport.saved_rows` keeps them."""
    return {name: [row.pk for row in rows if model_name(row) == name] for name in MODELS}


def _place(rows: Sequence[YearRow]) -> None:
    """Place the rows after those that the year has already."""
    for model in MODELS.values():
        own = [row for row in rows if type(row) is model]
        if not own:
            continue
        stored = model.objects.of(own[0].organisation).for_year(own[0].reporting_year)
        last = stored.last_position()
        for row in own:
            row.position += last
