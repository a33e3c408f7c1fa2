"""The verb that corrects the reading of an uploaded report: the depth of a heading, the choices for rows."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from accounts.models import User
from reports.models import EarlierReport
from reports.reading.earlier.corrections import Corrections, SentChoice
from reports.reading.earlier.rereading import read_again
from reports.reading.earlier.review import review_of
from reports.reading.earlier.uploads import locked


def correct(earlier: EarlierReport, sent: Mapping[str, SentChoice], *, by: User, fix: str = "") -> int | None:
    """Keep what a person chose for the rows with these keys, and for the depth of one line.

    `fix` is the value of a `Fix` that the review offers; the headings below the line move along when it is read again.
    Rows that are not read any more, and what is not offered, are passed over. Return the position of the line.
    """
    if earlier.is_read:  # before the transaction, which keeps others from writing
        read_again(earlier, Corrections.from_json(earlier.corrections).depths)
    with transaction.atomic():
        return _correct(locked(earlier, by=by), sent, fix)


def _correct(stored: EarlierReport, sent: Mapping[str, SentChoice], fix: str) -> int | None:
    review = review_of(stored)
    choices = {
        result.key: result.choice_of(sent[result.key]) for result in review.results if result.key in sent
    }
    corrections = Corrections.from_json(stored.corrections).with_rows(choices)
    offered = {one.value: (line.number, one.depth) for line in review.lines for one in line.fixes}
    position, depth = offered.get(fix, (None, None))
    if position is not None:
        corrections = corrections.with_depths({position: depth})
    stored.corrections = corrections.to_json()
    stored.save(update_fields=["corrections"])
    return position
