"""Where a report stands, and who may do what with it then. `PERMITS` is the documentation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localdate

from accounts.models import Role, User
from reports.models import Outcome, OutcomeKind, Report, Submission


class ReportState(Enum):
    """The value is how addresses name it."""

    NOT_STARTED = "chua-bat-dau"
    DRAFTING = "dang-soan"
    SUBMITTED = "da-nop"
    RETURNED = "tra-lai"
    ACCEPTED = "da-tiep-nhan"


# What a state is called at the department and at the Justice Department.
WORDS = {
    ReportState.NOT_STARTED: ("Chưa bắt đầu", "Chưa bắt đầu"),
    ReportState.DRAFTING: ("Đang soạn", "Đang soạn"),
    ReportState.SUBMITTED: ("Đã nộp", "Mới nhận"),
    ReportState.RETURNED: ("Bị trả lại", "Đã trả lại"),
    ReportState.ACCEPTED: ("Được tiếp nhận", "Đã tiếp nhận"),
}
OPEN = frozenset({ReportState.DRAFTING, ReportState.RETURNED})
OUTCOMES = {
    OutcomeKind.ACCEPTED: ReportState.ACCEPTED,
    OutcomeKind.RETURNED: ReportState.RETURNED,
    OutcomeKind.WITHDRAWN: ReportState.DRAFTING,
}


@dataclass(frozen=True, slots=True)
class Status:
    """A report's state, and the last submission that it comes from."""

    state: ReportState
    submission: Submission | None = None
    outcome: Outcome | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the report can be written on."""
        return self.state in OPEN

    @property
    def is_decided(self) -> bool:
        """Return whether the Justice Department has taken or returned it; who withdraws decides nothing."""
        return self.outcome is not None and self.state is not ReportState.DRAFTING

    @property
    def is_withdrawn(self) -> bool:
        return self.outcome is not None and self.state is ReportState.DRAFTING

    @property
    def words(self) -> str:
        """Return the state as the department reads it: "Đã nộp (bản 2, 14/11/2025)"."""
        return f"{WORDS[self.state][0]}{self._when()}"

    @property
    def words_for_receiver(self) -> str:
        """Return the state as the Justice Department reads it: "Mới nhận"."""
        return WORDS[self.state][1]

    def _when(self) -> str:
        if self.submission is None or self.state is ReportState.DRAFTING:
            return ""
        moment = self.outcome.decided_at if self.outcome else self.submission.submitted_at
        return f" (bản {self.submission.version}, {date_format(localdate(moment))})"


def status_of(report: Report | None) -> Status:
    """Return where a report stands; its submissions may be prefetched with their outcomes."""
    if report is None:
        return Status(ReportState.NOT_STARTED)
    last = _asked(report) if _asks(report) else max(report.submissions.all(), key=_version, default=None)
    return status_after(last) if last else Status(ReportState.DRAFTING)


def status_after(submission: Submission) -> Status:
    """Return where a report stood before a later version was submitted, if one was."""
    outcome: Outcome | None = getattr(submission, "outcome", None)
    if outcome is None:
        return Status(ReportState.SUBMITTED, submission)
    return Status(OUTCOMES[OutcomeKind(outcome.kind)], submission, outcome)


def _asks(report: Report) -> bool:
    return "submissions" not in getattr(report, "_prefetched_objects_cache", {})


def _asked(report: Report) -> Submission | None:
    """Return the last submission without its words, which are long and seldom needed."""
    return report.submissions.select_related("outcome").defer("parts").last()


def _version(submission: Submission) -> int:
    return submission.version


class Action(Enum):
    WRITE = "soạn"  # texts, head and end, criteria, what is let stand
    SUBMIT = "nộp"
    WITHDRAW = "rút"
    ADD_SIGNED = "thêm bản đã ký"
    REPLACE_SIGNED = "thay bản đã ký"
    NOTE = "ghi nhận xét"
    RETURN = "trả lại"
    ACCEPT = "tiếp nhận"


@dataclass(frozen=True, slots=True)
class Permit:
    """Who may do it, at the department itself or at the one that it reports to, and in which states."""

    role: Role
    states: frozenset[ReportState]

    def is_for(self, by: User, report: Report) -> bool:
        """Return whether the person has the role at the right body."""
        owner = report.organisation
        place = owner.reports_to_id if self.role is Role.JUSTICE_OFFICER else owner.pk
        return by.role == self.role and by.organisation_id == place


PERMITS = {
    Action.WRITE: Permit(Role.LEGAL_OFFICER, OPEN),
    Action.SUBMIT: Permit(Role.LEGAL_OFFICER, OPEN),
    Action.WITHDRAW: Permit(Role.LEGAL_OFFICER, frozenset({ReportState.SUBMITTED})),
    Action.ADD_SIGNED: Permit(Role.LEGAL_OFFICER, frozenset({ReportState.SUBMITTED, ReportState.ACCEPTED})),
    # What was accepted was accepted with the file that stood there.
    Action.REPLACE_SIGNED: Permit(Role.LEGAL_OFFICER, frozenset({ReportState.SUBMITTED})),
    Action.NOTE: Permit(Role.JUSTICE_OFFICER, frozenset({ReportState.SUBMITTED})),
    Action.RETURN: Permit(Role.JUSTICE_OFFICER, frozenset({ReportState.SUBMITTED})),
    Action.ACCEPT: Permit(Role.JUSTICE_OFFICER, frozenset({ReportState.SUBMITTED})),
}
# Why something is not to be done any more, and the way out.
REFUSALS = {
    ReportState.NOT_STARTED: "Báo cáo chưa bắt đầu.",
    ReportState.DRAFTING: "Báo cáo đang soạn, chưa nộp.",
    ReportState.SUBMITTED: "Báo cáo đã nộp, đang chờ Sở Tư pháp xem. Rút bản đã nộp nếu cần sửa.",
    ReportState.RETURNED: "Báo cáo đã bị trả lại để sửa.",
    ReportState.ACCEPTED: "Báo cáo đã được tiếp nhận nên không sửa được nữa.",
}


class WrongState(ValidationError):
    """The report has moved on since the page was read; the message says where it stands."""


def may(action: Action, *, status: Status, report: Report, by: User) -> bool:
    permit = PERMITS[action]
    return permit.is_for(by, report) and status.state in permit.states


def require(action: Action, *, report: Report, by: User) -> Status:
    """Return where the report stands; raise PermissionDenied or WrongState where the table does not allow it."""
    permit, status = PERMITS[action], status_of(report)
    if not permit.is_for(by, report):
        raise PermissionDenied
    if status.state not in permit.states:
        raise WrongState(f"Không {action.value} được: {REFUSALS[status.state]}")
    return status


def locked(report: Report) -> Report:
    """Return the report as it is stored now, kept from others until the transaction ends."""
    reports = Report.objects.select_related("organisation__reports_to")
    stored: Report = reports.select_for_update(of=("self",), no_key=True).get(pk=report.pk)
    return stored
