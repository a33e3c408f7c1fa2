"""The status of a report, and who may do what with it then. `PERMITS` is the documentation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localdate

from accounts.models import User
from reports.models import Outcome, OutcomeKind, Report, Submission
from reports.models.received import LONG_TEXTS


class ReportState(Enum):
    """The state of a report; its value stands for it in addresses."""

    NOT_STARTED = "chua-bat-dau"
    DRAFTING = "dang-soan"
    SUBMITTED = "da-nop"
    RETURNED = "tra-lai"
    REOPENED = "mo-lai"  # after it was accepted
    ACCEPTED = "da-tiep-nhan"


# The name of each state, at the department and at the Justice Department.
WORDS = {
    ReportState.NOT_STARTED: ("Chưa bắt đầu", "Chưa bắt đầu"),
    ReportState.DRAFTING: ("Đang soạn", "Đang soạn"),
    ReportState.SUBMITTED: ("Đã {submit}", "Mới nhận"),
    ReportState.RETURNED: ("Bị trả lại", "Đã trả lại"),
    ReportState.REOPENED: ("Được mở lại", "Đã mở lại"),
    ReportState.ACCEPTED: ("Được tiếp nhận", "Đã tiếp nhận"),
}
# With the department again, which reads why, answers the notes and submits the next version.
GIVEN_BACK = frozenset({ReportState.RETURNED, ReportState.REOPENED})
OPEN = GIVEN_BACK | {ReportState.DRAFTING}
OUTCOMES = {
    OutcomeKind.ACCEPTED: ReportState.ACCEPTED,
    OutcomeKind.RETURNED: ReportState.RETURNED,
    OutcomeKind.REOPENED: ReportState.REOPENED,
    OutcomeKind.WITHDRAWN: ReportState.DRAFTING,
}


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a report, with its last submission and the outcome of it."""

    state: ReportState
    submission: Submission | None = None
    outcome: Outcome | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the report can be written on."""
        return self.state in OPEN

    @property
    def is_decided(self) -> bool:
        """Return whether the Justice Department has accepted, returned or reopened it; a withdrawal is no decision."""
        return self.outcome is not None and self.state is not ReportState.DRAFTING

    @property
    def is_withdrawn(self) -> bool:
        return self.outcome is not None and self.state is ReportState.DRAFTING

    @property
    def words(self) -> str:
        """Return the state as its own body reads it: "Đã nộp (bản 2, 14/11/2025)", "Đã phát hành (bản 1, …)"."""
        words = WORDS[self.state][0]
        if self.state is ReportState.SUBMITTED and self.submission:
            words = words.format(submit=self.submission.report.wording.submit)
        return f"{words}{self._when()}"

    @property
    def words_for_receiver(self) -> str:
        """Return the state as the Justice Department reads it: "Mới nhận"."""
        return WORDS[self.state][1]

    def _when(self) -> str:
        if self.submission is None or self.state is ReportState.DRAFTING:
            return ""
        moment = self.outcome.decided_at if self.outcome else self.submission.submitted_at
        return f" (bản {self.submission.version}, {date_format(localdate(moment))})"


def status_of(report: Report | None, *, submissions: Iterable[Submission] | None = None) -> Status:
    """Return the status of a report by its last submission: one of those given, else loaded with a query.

    Give the report's submissions, with their outcomes, where they are loaded already.
    """
    if report is None:
        return Status(ReportState.NOT_STARTED)
    if submissions is None:
        last = report.submissions.select_related("outcome").defer(*LONG_TEXTS).last()
    else:
        last = max(submissions, key=_version, default=None)
    return status_after(last) if last else Status(ReportState.DRAFTING)


def status_after(submission: Submission) -> Status:
    """Return the status of a report after a submission, as long as no later version is submitted."""
    outcome: Outcome | None = getattr(submission, "outcome", None)
    if outcome is None:
        return Status(ReportState.SUBMITTED, submission)
    return Status(OUTCOMES[OutcomeKind(outcome.kind)], submission, outcome)


def _version(submission: Submission) -> int:
    return submission.version


class Action(Enum):
    WRITE = "soạn"  # texts, head and end, criteria, waivers of findings
    SUBMIT = "nộp"
    WITHDRAW = "rút"
    ADD_SIGNED = "thêm bản đã ký"
    REPLACE_SIGNED = "thay bản đã ký"
    NOTE = "ghi nhận xét"
    SETTLE = "xử lý chỗ cần xem về số liệu"
    REPLY = "trả lời nhận xét"
    RETURN = "trả lại"
    ACCEPT = "tiếp nhận"
    REOPEN = "mở lại"


class Side(Enum):
    WRITER = "nơi lập báo cáo"
    RECEIVER = "nơi nhận báo cáo"


@dataclass(frozen=True, slots=True)
class Permit:
    """The side that may do an action, and the states in which it may be done."""

    side: Side
    states: frozenset[ReportState]

    def is_for(self, by: User, report: Report) -> bool:
        """Return whether a person is of that side: at the report's body, or at the one that it reports to."""
        owner = report.organisation
        place = owner.reports_to_id if self.side is Side.RECEIVER else owner.pk
        return self.is_for_role_of(by) and by.organisation_id == place

    def is_for_role_of(self, by: User) -> bool:
        return by.receives_reports if self.side is Side.RECEIVER else by.writes_reports


PERMITS = {
    Action.WRITE: Permit(Side.WRITER, OPEN),
    Action.SUBMIT: Permit(Side.WRITER, OPEN),
    Action.WITHDRAW: Permit(Side.WRITER, frozenset({ReportState.SUBMITTED})),
    Action.ADD_SIGNED: Permit(Side.WRITER, frozenset({ReportState.SUBMITTED, ReportState.ACCEPTED})),
    # An accepted report keeps the signed file with which it was accepted.
    Action.REPLACE_SIGNED: Permit(Side.WRITER, frozenset({ReportState.SUBMITTED})),
    Action.NOTE: Permit(Side.RECEIVER, frozenset({ReportState.SUBMITTED})),
    Action.SETTLE: Permit(Side.RECEIVER, frozenset({ReportState.SUBMITTED, ReportState.ACCEPTED})),
    Action.REPLY: Permit(Side.WRITER, GIVEN_BACK),
    Action.RETURN: Permit(Side.RECEIVER, frozenset({ReportState.SUBMITTED})),
    Action.ACCEPT: Permit(Side.RECEIVER, frozenset({ReportState.SUBMITTED})),
    # What is found to be wrong after acceptance: the same can be done then as with a returned one.
    Action.REOPEN: Permit(Side.RECEIVER, frozenset({ReportState.ACCEPTED})),
}
# Why an action cannot be done in a state, and the way out, at the department and at the Justice Department.
REFUSALS = {
    ReportState.NOT_STARTED: ("Báo cáo chưa bắt đầu.", "Báo cáo chưa bắt đầu."),
    ReportState.DRAFTING: ("Báo cáo đang soạn, chưa {submit}.", "Báo cáo đang soạn, chưa nộp."),
    ReportState.SUBMITTED: ("{locked}", "Báo cáo đã nộp, đang chờ xem. Tiếp nhận hoặc trả lại báo cáo."),
    ReportState.RETURNED: ("Báo cáo đã bị trả lại để sửa.", "Báo cáo đã trả lại để đơn vị sửa."),
    ReportState.REOPENED: ("Báo cáo đã được mở lại để sửa.", "Báo cáo đã mở lại để đơn vị sửa."),
    ReportState.ACCEPTED: (
        "Báo cáo đã được tiếp nhận nên không sửa được nữa. Còn sai thì đề nghị Sở Tư pháp mở lại.",
        "Báo cáo đã tiếp nhận. Mở lại báo cáo nếu đơn vị cần sửa.",
    ),
}


class WrongState(ValidationError):
    """Raised when an action is not possible in the state of the report; the message names the state."""


def may(action: Action, *, status: Status, report: Report, by: User) -> bool:
    permit = PERMITS[action]
    return permit.is_for(by, report) and status.state in permit.states


def require(action: Action, *, report: Report, by: User) -> Status:
    """Return the status of the report.

    Raise PermissionDenied when `PERMITS` gives the action to the other side, WrongState when not in this state.
    """
    permit, status = PERMITS[action], status_of(report)
    if not permit.is_for(by, report):
        raise PermissionDenied
    if status.state not in permit.states:
        wording = report.wording
        names = {Action.SUBMIT: wording.submit, Action.WITHDRAW: wording.withdraw}
        raise WrongState(
            f"Không {names.get(action, action.value)} được: {refusal_of(report, status.state, permit.side)}"
        )
    return status


def refusal_of(report: Report, state: ReportState, side: Side = Side.WRITER) -> str:
    """Return why something cannot be done with a report in a state, as a side reads it."""
    words, wording = REFUSALS[state][side is Side.RECEIVER], report.wording
    return words.format(submit=wording.submit, locked=wording.locked)


def locked(report: Report) -> Report:
    """Return the report as it is stored now, with its row locked until the transaction ends."""
    reports = Report.objects.select_related("organisation__reports_to")
    stored: Report = reports.select_for_update(of=("self",), no_key=True).get(pk=report.pk)
    return stored
