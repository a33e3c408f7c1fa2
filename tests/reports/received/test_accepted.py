"""The Justice Department has the accepted reports of a period with their texts, each text read once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import BodyGroup
from pbgdpl.lib import remembering
from pbgdpl.lib.remembering import Generations
from reports.models import OutcomeKind, PeriodKey, PeriodKind, Submission
from reports.received.accepted import accepted_reports, digest_of_accepted
from tests.factories import make_organisation, make_outcome, make_report, make_submission, make_user

YEAR = PeriodKey(2024)
LISTED = {"documents": [{"number": "12/KH-SXD", "subject": "Phổ biến Luật Đường bộ"}], "criteria": []}


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch):
    monkeypatch.setattr(remembering, "of_provinces", Generations(remembering.MOST_OF_PROVINCES))


@pytest.fixture
def dung(justice_department):
    return make_user(justice_department)


def accept(body, dung, text="Sở đã phổ biến.", outcome=OutcomeKind.ACCEPTED, **values):
    """Save a report with one part of text, and what became of it."""
    report = make_report(body, **values)
    parts = [["I. Kết quả", text]]
    submission = make_submission(report, parts=parts, listed=LISTED, submitted_by=dung)
    if outcome:
        make_outcome(submission, outcome, decided_by=dung)
    return submission


def texts_of(receiver, key=YEAR):
    return [text for one in accepted_reports(receiver, key) for _, text in one.parts]


def queries(receiver):
    with CaptureQueriesContext(connection) as captured:
        accepted_reports(receiver, YEAR)
    return [query["sql"] for query in captured]


def test_what_the_listings_say_of_a_body_needs_no_other_query(
    justice_department, dung, django_assert_num_queries
):
    body = make_organisation(reports_to=justice_department, group=BodyGroup.COMMUNE, place_in_group=3)
    accept(body, dung)
    (report,) = accepted_reports(justice_department, YEAR)
    with django_assert_num_queries(0):
        found = report.organisation
        assert (found.pk, found.code, found.name) == (body.pk, body.code, body.name)
        assert (found.group, found.place_in_group) == (BodyGroup.COMMUNE, 3)


def test_accepted_reports_stand_in_the_order_of_the_form_with_their_texts(justice_department, dung):
    for name, group, place in (
        ("Xã Đông", BodyGroup.COMMUNE, 0),
        ("Sở Y tế", BodyGroup.DEPARTMENT, 2),
        ("Sở Xây dựng", BodyGroup.DEPARTMENT, 1),
    ):
        body = make_organisation(reports_to=justice_department, name=name, group=group, place_in_group=place)
        submission = accept(body, dung, f"{name} đã phổ biến.")
    reports = accepted_reports(justice_department, YEAR)
    assert [one.organisation.name for one in reports] == ["Sở Xây dựng", "Sở Y tế", "Xã Đông"]
    first = reports[0]
    assert (first.report, first.submission) == (submission.report_id, submission.pk)
    assert (first.version, first.submitted_at) == (1, submission.submitted_at)
    assert first.parts == (("I. Kết quả", "Sở Xây dựng đã phổ biến."),)
    assert first.listed == LISTED


def test_only_what_this_receiver_accepted_for_the_period_is_there(department, justice_department, dung):
    accept(department, dung, "Cả năm.")
    accept(department, dung, "Sáu tháng.", period_kind=PeriodKind.HALF_YEAR)
    accept(department, dung, "Năm trước.", reporting_year=2023)
    others = make_organisation(name="Sở Tư pháp tỉnh khác")
    accept(make_organisation(reports_to=others), dung, "Tỉnh khác.")
    for outcome in (None, OutcomeKind.RETURNED, OutcomeKind.WITHDRAWN):
        accept(make_organisation(reports_to=justice_department), dung, "Chưa.", outcome)
    assert texts_of(justice_department) == ["Cả năm."]
    assert texts_of(justice_department, PeriodKey(2024, PeriodKind.HALF_YEAR)) == ["Sáu tháng."]


def test_only_what_was_accepted_since_is_read(justice_department, dung):
    for number in range(3):
        accept(make_organisation(reports_to=justice_department), dung, f"Lần {number}.")
    assert len(queries(justice_department)) == 2
    assert len(queries(justice_department)) == 1
    Submission.objects.update(parts=[["I. Kết quả", "Không đọc lại."]])
    accept(make_organisation(reports_to=justice_department), dung, "Mới.")
    assert len(queries(justice_department)) == 2
    assert sorted(texts_of(justice_department)) == ["Lần 0.", "Lần 1.", "Lần 2.", "Mới."]


def test_what_becomes_of_reports_and_bodies_shows_at_once(department, justice_department, dung):
    submission = accept(department, dung)
    assert len(accepted_reports(justice_department, YEAR)) == 1
    department.name, department.symbol = "Sở Giao thông", "SGT"
    department.save()
    (renamed,) = accepted_reports(justice_department, YEAR)
    assert (renamed.organisation.name, renamed.organisation.symbol) == ("Sở Giao thông", "SGT")
    assert renamed.organisation.is_active is True
    submission.outcome.delete()
    assert accepted_reports(justice_department, YEAR) == ()


def test_what_is_made_of_them_is_known_by_a_digest(department, other_department, justice_department, dung):
    accept(department, dung)
    digests = [digest_of_accepted(justice_department, YEAR) for _ in range(2)]
    accept(other_department, dung)
    digests.append(digest_of_accepted(justice_department, YEAR))
    other_department.name = "Sở Giao thông"
    other_department.save()
    digests.append(digest_of_accepted(justice_department, YEAR))
    assert (digests[0], len(set(digests))) == (digests[1], 3)


def test_the_same_pk_after_a_backup_was_restored_is_another_text(department, justice_department, dung):
    submission = accept(department, dung, "Bản đã mất.")
    assert texts_of(justice_department) == ["Bản đã mất."]
    earlier = submission.submitted_at - timedelta(days=1)
    Submission.objects.update(submitted_at=earlier, parts=[["I. Kết quả", "Bản được khôi phục."]])
    assert texts_of(justice_department) == ["Bản được khôi phục."]


def test_reports_that_are_too_long_to_be_kept_are_read_again(
    department, justice_department, dung, monkeypatch
):
    monkeypatch.setattr(remembering, "of_provinces", Generations(6_000))
    accept(department, dung, "Ngắn.")
    assert [len(queries(justice_department)) for _ in range(2)] == [2, 1]
    accept(make_organisation(reports_to=justice_department), dung, "Dài. " * 2_000)
    assert [len(queries(justice_department)) for _ in range(2)] == [2, 2]
    assert len(texts_of(justice_department)) == 2
