"""Many people at the same moment: one version each time, one outcome of each, and no database that is locked.

PBGDPL_ROUNDS=50 lets them meet fifty times:
PBGDPL_ROUNDS=50 script/test tests/reports/handing_in/test_submission_together.py
"""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from accounts.models import Change, ChangeKind
from reports.models import Notice, NoticeKind, Outcome, Submission, SubmittedFile
from reports.review.reviewing import accept_submission, return_submission
from reports.states import WrongState
from reports.submission.submission import DraftChanged, prepare, submit_report, withdraw_submission
from reports.writing.saving import write_section
from tests.factories import make_period, make_report, make_submission
from tests.reports.submission.handed_in import fields_of, open_report

ROUNDS = int(os.environ.get("PBGDPL_ROUNDS", "3"))
CLICKS, DOUBLE_CLICKS = 20, 10
SUBMIT, VERSIONS = "/bao-cao/2024/nop/", "/bao-cao/2024/cac-ban/"

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("disk")]


def together(*actions):
    """Do everything at the same moment, each on a connection of its own; return what each returned."""
    start = Barrier(len(actions))

    def do(action):
        start.wait()
        try:
            return action()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as people:
        return list(people.map(do, actions))


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


def click(client, fields):
    response = client.post(SUBMIT, fields)
    return response.status_code, response.url


def test_twenty_submits_at_the_same_moment_make_one_version(department, binh):
    open_report(department)
    clients = [client_of(binh) for _ in range(CLICKS)]
    for version in range(1, ROUNDS + 1):
        fields = fields_of(clients[0].get(SUBMIT))
        forms = [
            fields if one < DOUBLE_CLICKS else fields | {"sent_key": str(uuid4())} for one in range(CLICKS)
        ]
        answers = together(*(partial(click, *one) for one in zip(clients, forms, strict=True)))
        page, elsewhere = (302, f"{VERSIONS}{version}/"), (302, VERSIONS)
        assert set(answers) <= {page, elsewhere}
        assert answers.count(page) in (1, DOUBLE_CLICKS)
        submission = Submission.objects.last()
        assert (Submission.objects.count(), submission.version) == (version, version)
        withdraw_submission(submission=submission, reason="Nộp lại.", by=binh)
    assert SubmittedFile.objects.count() == 3 * ROUNDS
    assert Change.objects.filter(kind=ChangeKind.SUBMITTED).count() == ROUNDS
    assert Notice.objects.filter(kind=NoticeKind.SUBMITTED).count() == ROUNDS


def outcome_of(verb, **values):
    """Return the kind of outcome that the verb made, None where it came too late."""
    try:
        return verb(**values).kind
    except WrongState:
        return None


def test_who_withdraws_and_who_reviews_at_the_same_moment_leave_one_outcome(department, binh, dung):
    report = make_report(department)
    for version in range(1, ROUNDS + 1):
        submission = make_submission(report, version=version, submitted_by=binh)
        actions = (
            (withdraw_submission, {"reason": "Nhầm.", "by": binh}),
            (accept_submission, {"by": dung}),
            (return_submission, {"reason": "Thiếu.", "by": dung}),
        )
        made = together(
            *(partial(outcome_of, verb, submission=submission, **values) for verb, values in actions)
        )
        (kind,) = {kind for kind in made if kind}
        assert made.count(None) == 2
        assert Outcome.objects.get(submission=submission).kind == kind
    assert Outcome.objects.count() == ROUNDS
    assert Notice.objects.count() == ROUNDS


def tried(verb, *args, **values):
    try:
        verb(*args, **values)
    except ValidationError as refusal:
        return type(refusal)
    return None


def test_who_writes_while_another_submits_is_refused_or_makes_the_other_check_again(department, binh):
    for year in range(2001, 2001 + ROUNDS):
        make_period(department.reports_to, reporting_year=year)
        report = make_report(department, reporting_year=year)
        prepared, section = prepare(report), report.sections.last()
        answers = together(
            partial(tried, submit_report, report=report, prepared=prepared, by=binh),
            partial(tried, write_section, section, body="Sở đã sửa.", version=1, by=binh),
        )
        section.refresh_from_db()
        assert (*answers, section.body) in {
            (None, WrongState, "Đạt yêu cầu."),
            (DraftChanged, None, "Sở đã sửa."),
        }


def test_twenty_reviews_at_the_same_moment_make_one_outcome(department, dung):
    report = make_report(department)
    submission = make_submission(report)
    made = together(*[partial(outcome_of, accept_submission, submission=submission, by=dung)] * 20)
    assert (made.count("accepted"), made.count(None)) == (1, 19)
