"""The models of reports, periods and submissions, one noun in each module."""

from reports.models.criteria import Assessment, CriteriaSet, Criterion, Result
from reports.models.earlier_report import EarlierReport
from reports.models.indicators import (
    Count,
    CountedKind,
    Figure,
    Indicator,
    IndicatorSet,
    SubmittedFigure,
)
from reports.models.notice import Notice, NoticeKind
from reports.models.outline import NumberingScheme, Outline, OutlineSection
from reports.models.period import Extension, Reminder, ReportingPeriod
from reports.models.report import (
    Annex,
    EarlierText,
    PeriodKey,
    PeriodKind,
    Recipient,
    Report,
    Section,
)
from reports.models.settled_mark import SettledMark
from reports.models.signatures import SignatureCheck
from reports.models.submission import (
    FileKind,
    NoteReply,
    Outcome,
    OutcomeKind,
    ReplyKind,
    ReviewNote,
    Submission,
    SubmittedFile,
)
from reports.models.submitted_event import SubmittedEvent
from reports.models.taken_over import TakenOver
from reports.models.waiver import Waiver

__all__ = [
    "Annex",
    "Assessment",
    "Count",
    "CountedKind",
    "CriteriaSet",
    "Criterion",
    "EarlierReport",
    "EarlierText",
    "Extension",
    "Figure",
    "FileKind",
    "Indicator",
    "IndicatorSet",
    "NoteReply",
    "Notice",
    "NoticeKind",
    "NumberingScheme",
    "Outcome",
    "OutcomeKind",
    "Outline",
    "OutlineSection",
    "PeriodKey",
    "PeriodKind",
    "Recipient",
    "Reminder",
    "ReplyKind",
    "Report",
    "ReportingPeriod",
    "Result",
    "ReviewNote",
    "Section",
    "SettledMark",
    "SignatureCheck",
    "Submission",
    "SubmittedEvent",
    "SubmittedFigure",
    "SubmittedFile",
    "TakenOver",
    "Waiver",
]
