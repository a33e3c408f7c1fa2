"""Accepted reports for tests: as values, and as rows."""

from datetime import UTC, datetime

from accounts.models import Organisation
from reports.models import OutcomeKind
from reports.received.accepted import AcceptedReport
from tests.factories import make_outcome, make_report, make_submission


def accepted(body, *parts, **listed):
    """Return the accepted report of a body with parts (heading, text), and with what it lists."""
    return AcceptedReport(
        organisation=Organisation(name=body),
        report=1,
        submission=1,
        version=1,
        submitted_at=datetime(2024, 11, 12, 9, tzinfo=UTC),
        parts=parts,
        listed=listed,
    )


def accept(body, *parts, report=None, outcome=OutcomeKind.ACCEPTED, by=None, **values):
    """Save a submission of a body with parts, and what became of it."""
    values |= {"parts": [list(part) for part in parts]}
    submission = make_submission(report or make_report(body), **values)
    make_outcome(submission, outcome, **({"decided_by": by} if by else {}))
    return submission
