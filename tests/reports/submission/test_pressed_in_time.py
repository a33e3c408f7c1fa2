"""A report counts as submitted when the button was pressed, however long the print took."""

from contextlib import suppress
from datetime import datetime, time, timedelta

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.core.exceptions import ValidationError
from django.utils.timezone import get_current_timezone, localdate, now

from reports.deadlines.timing import timings_of
from reports.models import Extension, ReportingPeriod, Submission
from reports.submission.submission import prepare, submit_report
from tests.factories import make_period, make_report
from tests.reports.submission.handed_in import fields_of, open_report, state

SUBMIT = "/bao-cao/2024/nop/"
YESTERDAY = localdate() - timedelta(1)
PRESSED = datetime.combine(YESTERDAY, time(23, 59, 58), get_current_timezone())


def submit_pressed(report, by, moment=PRESSED):
    return submit_report(report=report, prepared=prepare(report), by=by, at=moment)


def test_who_pressed_before_midnight_is_in_time(department, binh, justice_department):
    make_period(justice_department, due_on=YESTERDAY)
    report = make_report(department)
    assert submit_pressed(report, binh).submitted_at == PRESSED
    assert [one.words for one in timings_of(report).values()] == ["Đúng hạn"]


@pytest.mark.parametrize(("later", "is_taken"), [(1, True), (0, False), (-1, False)])
def test_who_pressed_before_the_period_was_closed_has_submitted(
    department, binh, justice_department, later, is_taken
):
    make_period(justice_department, closed_at=PRESSED + timedelta(seconds=later))
    report = make_report(department)
    with suppress(ValidationError):
        submit_pressed(report, binh)
    assert (state(report) == "SUBMITTED") == is_taken


def test_who_pressed_on_the_last_day_of_an_extension_has_submitted(department, binh, justice_department):
    period = make_period(justice_department, closed_at=PRESSED - timedelta(9))
    Extension.objects.create(
        period=period,
        organisation=department,
        due_on=YESTERDAY,
        reason="Thiên tai.",
        given_by=period.opened_by,
    )
    report = make_report(department)
    with pytest.raises(ValidationError, match="Kỳ báo cáo đã đóng"):
        submit_pressed(report, binh, now())
    assert submit_pressed(report, binh).due_on == max(YESTERDAY, period.due_on)


class ClosingCache(LocMemCache):
    """Closes all periods when a file of a report was printed, before it is stored."""

    is_closing = False

    def set(self, key, *args, **kwargs):
        if self.is_closing:
            ReportingPeriod.objects.filter(closed_at=None).update(closed_at=now())
        super().set(key, *args, **kwargs)


def test_a_period_that_is_closed_while_the_report_is_printed_takes_it(
    client, department, binh, settings, monkeypatch
):
    settings.CACHES = {
        name: {"BACKEND": f"{__name__}.ClosingCache", "LOCATION": "closing"} for name in ("default", "files")
    }
    client.force_login(binh)
    open_report(department, subject="Báo cáo in chậm")
    fields = fields_of(client.get(SUBMIT))
    caches["files"].clear()
    monkeypatch.setattr(ClosingCache, "is_closing", True)
    assert client.post(SUBMIT, fields).url == "/bao-cao/2024/cac-ban/1/"
    assert Submission.objects.get().submitted_at < ReportingPeriod.objects.get().closed_at
