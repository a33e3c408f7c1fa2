"""Organisations and users, and the records of their work other than rows: changes, files, sent forms."""

from accounts.models.attachment import Attachment
from accounts.models.changed_together import ChangedItem, ChangedTogether
from accounts.models.history import Change, ChangeKind
from accounts.models.log import LogEntry, LogHead, LogKind
from accounts.models.logins import LoginAttempt, LoginPlace, Trust
from accounts.models.long_work import LongWork
from accounts.models.people import BodyGroup, Division, Organisation, Role, User
from accounts.models.sent_form import SentForm
from accounts.models.sheet import SheetLayout, UploadedSheet

__all__ = [
    "Attachment",
    "BodyGroup",
    "Change",
    "ChangeKind",
    "ChangedItem",
    "ChangedTogether",
    "Division",
    "LogEntry",
    "LogHead",
    "LogKind",
    "LoginAttempt",
    "LoginPlace",
    "LongWork",
    "Organisation",
    "Role",
    "SentForm",
    "SheetLayout",
    "Trust",
    "UploadedSheet",
    "User",
]
