"""Submitting in the background: a report whose files are not printed yet is submitted as soon as they are."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from accounts.long_work import Progress, WorkRefused, start
from accounts.models import User
from accounts.once import carried_out, carry_out_once
from pbgdpl.lib.pool import Unfinished, waiting_at_most
from reports.document.pdf import UnprintableError
from reports.models import Report
from reports.submission.submission import (
    DraftChanged,
    Prepared,
    Submittable,
    printed,
    submit_report,
    submittable,
)

CHANGED = "da-doi"  # the parameter with which the page before submitting says that the report has changed
SECONDS_BETWEEN_QUESTIONS = 10
IS_PRINTED = (
    "Đang in báo cáo thành tệp DOCX và PDF; in xong thì báo cáo được {submit}, tính từ lúc bạn bấm nút ({moment}). "
    "Ai sửa báo cáo trong lúc này thì phải xem lại và {submit} lại."
)


def start_submitting(report: Report, *, digest: str, at: datetime, by: User) -> str:
    """Submit what has the digest once it is printed; return the address of the page where one waits for it.

    Raises TooManyWorks.
    """
    return start(
        submit_when_printed,
        by=by,
        year=report.reporting_year,
        title=f"{report.wording.submit.capitalize()} báo cáo {report.period.words}",
        back=_address(report),
        pk=report.pk,
        digest=digest,
        at=at.isoformat(),
    )


def submit_when_printed(progress: Progress, *, pk: int, digest: str, at: str) -> str:
    """Print and submit the report, as `accounts.long_work` calls it.

    Return the address of the version; of the page before submitting, which says why, where it is not submitted.
    """
    key, by = progress.work.key, progress.by
    if address := carried_out(key=key, by=by):
        return address
    report = Report.objects.get(pk=pk)
    moment = datetime.fromisoformat(at)

    def submit() -> str:
        return submit_report(report=report, prepared=prepared, by=by, at=moment).get_absolute_url()

    try:
        draft = submittable(report)
        if draft.digest != digest:
            raise DraftChanged(report)
        prepared = _printed(
            draft, progress, IS_PRINTED.format(submit=report.wording.submit, moment=_words(moment))
        )
        return carry_out_once(submit, key=key, by=by)
    except DraftChanged:
        return f"{_address(report)}?{CHANGED}=1"
    except UnprintableError as problem:
        raise WorkRefused(str(problem)) from problem
    except ValidationError:
        return _address(report)


def _printed(draft: Submittable, progress: Progress, sentence: str) -> Prepared:
    while True:
        progress.tell(sentence)
        try:
            with waiting_at_most(SECONDS_BETWEEN_QUESTIONS):
                return printed(draft)
        except Unfinished:
            continue


def _address(report: Report) -> str:
    return reverse("report_submit", args=[report.period])


def _words(moment: datetime) -> str:
    return date_format(localtime(moment), "DATETIME_FORMAT")
