"""What the province's report lists of a submission is stored with it, and of older ones read from their data."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from plans.kinds import DocumentKind
from reports.models import Criterion, FileKind, Submission
from tests.factories import make_plan, make_submission, make_submitted_file
from tests.reports.submission.handed_in import open_report, submit

pytestmark = pytest.mark.django_db
filling = import_module("reports.migrations.0032_listed_of_older_submissions")


@pytest.fixture
def submission(department, binh):
    """Let Bình submit a report with two documents, of which one is not printed, and one criterion."""
    report = open_report(department)
    make_plan(department, number="139/KH-SXD", subject="về phổ biến pháp luật")
    make_plan(department, number="7/KH-SXD", in_report=False)
    first, second = Criterion.objects.all()[:2]
    report.assessments.create(criterion=first, text="Đạt.", result="met", points="9.50")
    report.assessments.create(criterion=second, text="Chưa.")
    return submit(report, binh)


def fill_in():
    filling.fill_in(apps, SimpleNamespace(connection=connection))


def test_what_is_printed_and_assessed_is_stored(submission):
    (document,) = submission.listed["documents"]
    assert document["kind"] == DocumentKind.PLAN
    assert document["words"].startswith("Kế hoạch số 139/KH-SXD ngày 16/01/2024")
    first, second = submission.listed["criteria"]
    assert (first["result"], first["points"]) == ("met", "9.50")
    assert (second["result"], second["points"]) == ("", "")


def test_older_submissions_get_the_same_from_their_data(submission):
    listed = submission.listed
    Submission.objects.update(listed={})
    fill_in()
    submission.refresh_from_db()
    assert submission.listed == listed


@pytest.mark.parametrize("data", ["{}", "[1]", "không phải JSON", '{"rows": {"plans": [3]}, "criteria": []}'])
def test_data_that_cannot_be_read_are_passed_over(submission, data):
    Submission.objects.update(listed={})
    broken, without = make_submission(submission.report), make_submission(submission.report)
    make_submitted_file(broken, kind=FileKind.JSON, data=data.encode())
    fill_in()
    listed = {one.pk: one.listed for one in Submission.objects.all()}
    assert (bool(listed[submission.pk]), listed[broken.pk], listed[without.pk]) == (True, {}, {})


def test_a_file_that_is_lost_or_was_altered_is_passed_over(submission):
    Submission.objects.update(listed={})
    file = submission.files.get(kind=FileKind.JSON)
    submission.files.filter(pk=file.pk).update(sha256="0" * 64)
    fill_in()
    submission.files.filter(pk=file.pk).update(sha256=file.sha256)
    file.file.delete(save=False)
    fill_in()
    submission.refresh_from_db()
    assert submission.listed == {}


def test_what_is_stored_already_stays(submission):
    Submission.objects.update(listed={"documents": []})
    fill_in()
    submission.refresh_from_db()
    assert submission.listed == {"documents": []}
