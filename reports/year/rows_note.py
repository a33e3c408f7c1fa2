"""What submitted and accepted reports of a year mean for rows that are added, edited or deleted now."""

from __future__ import annotations

from collections.abc import Mapping, Set

from django.utils.text import capfirst

from accounts.models import Organisation
from pbgdpl.lib.composed import Composed
from reports.models import OutcomeKind, PeriodKey, PeriodKind, Report
from reports.models.wording import SUBMITTING, Wording, wording_of
from reports.states import OPEN, OUTCOMES, ReportState

WAITING = frozenset({ReportState.SUBMITTED})
TAKING = OPEN | {ReportState.NOT_STARTED}
States = Mapping[PeriodKey, ReportState]
ACCEPTED = "{} đã được tiếp nhận nên không nhận dòng thêm, sửa hay xóa từ nay."
SUBMITTED = "{} đã {submit}: dòng thêm, sửa hay xóa từ nay chỉ vào báo cáo khi báo cáo được {taken_back}."
TAKES_ROWS = "{} vẫn nhận các dòng đó."
STORED = "Dòng vẫn được lưu, để dùng cho báo cáo sau hoặc khi cần bổ sung."

# (kind of period, version, kind of outcome) of the reports of a year.
VERSIONS = Composed(
    lambda organisation, year: (
        Report.objects.filter(organisation=organisation, reporting_year=year)
        .order_by("submissions__version")
        .values_list("period_kind", "submissions__version", "submissions__outcome__kind")
    )
)


def rows_note_of(organisation: Organisation, year: int) -> str:
    """Return the note on the rows of a year, in one query."""
    # The last version of each period decides.
    states = {
        PeriodKey(year, PeriodKind(kind)): _state(version, outcome)
        for kind, version, outcome in VERSIONS.tuples(organisation.pk, year)
    }
    return rows_note(year, states, wording_of(organisation))


def _state(version: int | None, outcome: str | None) -> ReportState:
    """Return the state of a report after a version; it has none before it is submitted."""
    if version is None:
        return ReportState.DRAFTING
    return OUTCOMES[OutcomeKind(outcome)] if outcome else ReportState.SUBMITTED


def rows_note(year: int, states: States, wording: Wording = SUBMITTING) -> str:
    """Return what the reports of a year that are begun mean for its rows, "" while all of them take rows.

    A report that is not begun takes the rows of its year later.

    >>> rows_note(2024, {PeriodKey(2024): ReportState.DRAFTING})
    ''
    >>> half = PeriodKey(2024, PeriodKind.HALF_YEAR)
    >>> rows_note(2024, {half: ReportState.ACCEPTED}).split(". ")[1]
    'Báo cáo năm 2024 vẫn nhận các dòng đó.'
    """
    states = {PeriodKey(year): ReportState.NOT_STARTED, **states}
    closed = [
        _sentence(ACCEPTED, states, {ReportState.ACCEPTED}),
        _sentence(SUBMITTED, states, WAITING, submit=wording.submit, taken_back=wording.taken_back),
    ]
    return " ".join(filter(None, (*closed, _way_out(states)))) if any(closed) else ""


def _way_out(states: States) -> str:
    """Return which report still takes the rows, or that they are stored where none will take them any more."""
    is_waiting = ReportState.SUBMITTED in states.values()
    return _sentence(TAKES_ROWS, states, TAKING) or ("" if is_waiting else STORED)


def _sentence(words: str, states: States, among: Set[ReportState], **more: str) -> str:
    """Return a sentence about the reports in some states, "" where there are none."""
    keys = [key for key, state in states.items() if state in among]
    names = [f"báo cáo {key.words}" for key in sorted(keys, key=lambda key: key.kind == PeriodKind.YEAR)]
    return words.format(capfirst(" và ".join(names)), **more) if names else ""
