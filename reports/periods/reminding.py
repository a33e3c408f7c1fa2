"""The verb of a Justice Department that reminds departments of a report that they have not submitted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.formats import date_format

from accounts.history import record
from accounts.models import ChangeKind, Organisation, User
from reports.deadlines.days import due_days
from reports.models import NoticeKind, Reminder, ReportingPeriod
from reports.notices import notify_each
from reports.periods.extensions import arrived_of
from reports.periods.lifecycle import locked_period, period_address

CLOSED = "Kỳ báo cáo đã đóng nên không nhắc nộp được. Mở lại kỳ hoặc gia hạn cho đơn vị trước."
STRANGER = "Đơn vị đã chọn không báo cáo về đây."
# The server refused this message alone; others may still be sent.
REFUSED = (SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused, ValueError)


@dataclass(frozen=True, slots=True)
class Reminded:
    """What came of reminding several departments."""

    sent: tuple[Reminder, ...]
    arrived: tuple[Organisation, ...]  # those that have submitted meanwhile, which were not reminded


@transaction.atomic
def remind(
    period: ReportingPeriod, *, departments: Sequence[Organisation], message: str, by: User
) -> Reminded:
    """Remind departments by a notice with their own deadline and a message; those that have submitted are left out."""
    stored = locked_period(period, by)
    if stored.closed_at:
        raise ValidationError(CLOSED)
    if any(one.reports_to_id != stored.receiver_id for one in departments):
        raise ValidationError(STRANGER)
    arrived, days = arrived_of(departments, stored), due_days(stored)
    sent = Reminder.objects.bulk_create(
        Reminder(period=stored, organisation=one, message=message, sent_by=by)
        for one in departments
        if one not in arrived
    )
    values = [["nhắc nộp", "", f"{one.organisation}: {one.message}"] for one in sent]
    record(stored, ChangeKind.EDITED, by=by, values=values)
    sentences = {
        one.organisation: f"{by.organisation} nhắc nộp báo cáo {stored.key.words}, "
        f"hạn {date_format(days.of(one.organisation_id) or stored.due_on)}: {one.message}"
        for one in sent
    }
    notify_each(sentences, NoticeKind.REMINDED, period_address(stored))
    return Reminded(tuple(sent), arrived)


def mails_reminders() -> bool:
    """Return whether this installation has a mail server."""
    return bool(settings.EMAIL_HOST)


def mail_reminders(reminders: Iterable[Reminder], *, address: str) -> list[Organisation]:
    """Send the reminders to the departments that have an e-mail address; return those whose e-mail failed.

    `address` is the page of the report. Call this after the transaction: it may take seconds.
    """
    waiting = [one for one in reminders if one.organisation.contact_email]
    failed: list[Organisation] = []
    connection = get_connection()
    try:
        connection.open()
        for reminder in waiting:
            if not _is_mailed(reminder, address, connection):
                failed.append(reminder.organisation)
    except OSError:  # no server, or none any more
        return [one.organisation for one in waiting if not one.emailed_to]
    finally:
        connection.close()
    return failed


def _is_mailed(reminder: Reminder, address: str, connection: BaseEmailBackend) -> bool:
    """Send one reminder and store where it was sent; return whether the server took it."""
    email = reminder.organisation.contact_email
    subject = f"Nhắc nộp báo cáo {reminder.period.key.words}"
    body = f"{reminder.message}\n\n{address}\n\n{reminder.sent_by}, {reminder.sent_by.organisation}"
    try:
        connection.send_messages([EmailMessage(subject, body, to=[email], connection=connection)])
    except REFUSED:
        return False
    reminder.emailed_to = email
    reminder.save(update_fields=["emailed_to"])
    return True
