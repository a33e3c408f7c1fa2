"""Whether a report came in time is shown alike to everybody, on every page."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from openpyxl import load_workbook

from reports.deadlines.timing import awaited
from reports.models import OutcomeKind, Submission
from reports.periods.lifecycle import close_period
from tests.factories import make_outcome, make_period, make_report, make_submission
from tests.pages import words

RETURNED, WITHDRAWN = OutcomeKind.RETURNED, OutcomeKind.WITHDRAWN
DESK = "//section[@aria-labelledby='tinh-trang']//span[contains(@class, 'due')]"


@pytest.fixture
def report(department):
    return make_report(department)


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def hand_in(report, days, outcome=None, **values):
    """Save the next version, handed in so many days from now."""
    submission = make_submission(report, **values)
    Submission.objects.filter(pk=submission.pk).update(submitted_at=timezone.now() + timedelta(days=days))
    if outcome:
        make_outcome(submission, outcome)
    return submission


def shown_to(dung, binh, client, report, version):
    """Return what the board, the review, the ZIP's index, the version and the list of versions say."""
    client.force_login(dung)
    board = words(client.get("/tong-hop/2024/"), "//td[@class='deadline']/span")
    review = words(client.get(f"/tong-hop/2024/{report.pk}/?ban={version}"), "//dt[.='Hạn nộp']/../dd/span")
    data = b"".join(client.get("/tong-hop/2024/tai-ve/").streaming_content)
    sheet = load_workbook(BytesIO(ZipFile(BytesIO(data)).read("muc-luc.xlsx"))).active
    index = [row[6] for row in sheet.iter_rows(min_row=3, values_only=True)]
    client.force_login(binh)
    own = words(client.get(f"/bao-cao/2024/cac-ban/{version}/"), "//dt[.='Hạn nộp']/../dd/span")
    listed = words(client.get("/bao-cao/2024/cac-ban/"), "//tbody/tr[1]/td[4]/span")
    return [*board, review, index[0], own, listed]


def test_who_corrects_what_was_given_back_is_late_nowhere(client, dung, binh, report, justice_department):
    make_period(justice_department, due_on=in_days(-3))
    hand_in(report, -5, RETURNED, due_on=in_days(-3))
    hand_in(report, -1, due_on=in_days(-3))
    by_the_first = ["Đúng hạn", "(tính theo bản 1)"]
    assert shown_to(dung, binh, client, report, 2) == [
        "Đúng hạn",
        by_the_first,
        "Đúng hạn",
        by_the_first,
        by_the_first,
    ]
    assert words(client.get("/bao-cao/2024/"), DESK) == [f"Đúng hạn {date_format(in_days(-3))}"]


def test_who_took_a_report_back_is_judged_by_the_next(client, dung, binh, report, justice_department):
    make_period(justice_department, due_on=in_days(-3))
    hand_in(report, -5, WITHDRAWN, due_on=in_days(-3))
    hand_in(report, -1, due_on=in_days(-3))
    late = "Nộp muộn 2 ngày"
    assert shown_to(dung, binh, client, report, 2) == [late, [late], late, [late], [late]]
    assert words(client.get("/bao-cao/2024/cac-ban/1/"), "//dt[.='Hạn nộp']/../dd/span") == ["Đúng hạn"]


@pytest.mark.parametrize("due_now", [9, -9])
def test_no_later_change_of_the_deadline_makes_anybody_late(
    client, dung, binh, report, justice_department, due_now
):
    make_period(justice_department, due_on=in_days(due_now))
    hand_in(report, -1, due_on=in_days(-1))
    assert shown_to(dung, binh, client, report, 1) == [
        "Đúng hạn",
        ["Đúng hạn"],
        "Đúng hạn",
        ["Đúng hạn"],
        ["Đúng hạn"],
    ]


def test_a_deadline_that_is_put_off_is_put_off_for_who_was_late(
    client, dung, binh, report, justice_department
):
    make_period(justice_department, due_on=in_days(-1))
    hand_in(report, -1, due_on=in_days(-2))
    assert shown_to(dung, binh, client, report, 1)[:2] == ["Đúng hạn", ["Đúng hạn"]]


RETURNED_DESK = {"still time": (4, "Còn 4 ngày, hạn {}"), "no time left": (-4, "Đúng hạn {}")}


@pytest.mark.parametrize("case", RETURNED_DESK)
def test_who_got_a_report_back_reads_how_long_there_is_time_but_no_blame(
    client, binh, report, justice_department, case
):
    days, expected = RETURNED_DESK[case]
    make_period(justice_department, due_on=in_days(days))
    hand_in(report, -5, RETURNED, due_on=in_days(days))
    client.force_login(binh)
    assert words(client.get("/bao-cao/2024/"), DESK) == [expected.format(date_format(in_days(days)))]


def test_the_desk_says_that_the_period_is_closed(client, binh, report, dung):
    period = make_period(dung.organisation, due_on=in_days(4))
    close_period(period, by=dung)
    client.force_login(binh)
    closed = f"Kỳ đã đóng ngày {date_format(in_days(0))}, hạn {date_format(in_days(4))}"
    assert words(client.get("/bao-cao/2024/"), DESK) == [closed]
    hand_in(report, -1, RETURNED, due_on=in_days(4))
    assert words(client.get("/bao-cao/2024/"), DESK) == [f"Còn 4 ngày, hạn {date_format(in_days(4))}"]


def test_the_list_of_periods_and_the_board_say_the_same_of_a_day(client, dung, department):
    period = make_period(dung.organisation, due_on=in_days(-3))
    client.force_login(dung)
    for address, path in (
        ("/ky-bao-cao/2024/", "//td[@class='due']/small"),
        (period.get_absolute_url(), "//dt[.='Hạn nộp']/../dd/small"),
    ):
        assert words(client.get(address), path) == ["quá hạn 3 ngày"]
    assert words(client.get("/tong-hop/2024/"), "//nav[@aria-label]/p") == [
        f"Hạn nộp {date_format(in_days(-3))} · quá hạn 3 ngày"
    ]


@pytest.mark.parametrize(
    ("days", "expected"), [(1, "Còn 1 ngày"), (0, "Hôm nay là ngày cuối"), (-1, "Quá hạn 1 ngày")]
)
def test_days_in_words(days, expected):
    assert awaited(in_days(days)).words == expected
