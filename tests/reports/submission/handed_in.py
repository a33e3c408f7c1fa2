"""Makers of a report that can be submitted and of its submission, and what is stored of them."""

from lxml import html

from accounts.attaching.checking import CheckedFile
from accounts.history import history_of
from reports.models import (
    Assessment,
    CriteriaSet,
    Criterion,
    FileKind,
    Notice,
    SignatureCheck,
    SubmittedFile,
)
from reports.states import status_of
from reports.submission.signatures import Signatures
from reports.submission.submission import prepare, submit_report
from tests.factories import make_period, make_report, make_submission, make_submitted_file
from tests.lib.signing import printed, sign

SIGNED = Signatures(SignatureCheck.SIGNED, (1,), (("Trần Thị Ký", "2024-11-14T09:30:00+07:00"),))
OTHER = Signatures(SignatureCheck.OTHER)


def open_report(department, **values):
    """Save a report that nothing blocks, and its period."""
    make_period(department.reports_to)
    return make_report(department, **values)


def submit(report, by):
    return submit_report(report=report, prepared=prepare(report), by=by)


def signed_copy(submission):
    """Return the PDF that was handed in, signed."""
    return CheckedFile("da-ky.pdf", "pdf", sign(frozen_bytes(submission, FileKind.PDF)))


def with_real_pdf(report):
    """Return a submission whose PDF is one."""
    submission = make_submission(report)
    submission.files.get(kind=FileKind.PDF).delete()
    make_submitted_file(submission, data=printed())
    return submission


def frozen_bytes(submission, kind):
    return SubmittedFile.objects.get(submission=submission, kind=kind).file.read()


def state(report):
    return status_of(report).state.name


def entries(report):
    """Return the report's history, the first entry first."""
    return [
        (one.get_kind_display(), one.changed_by.username, one.values) for one in reversed(history_of(report))
    ]


def notices_of(organisation):
    """Return the notices to an organisation, the first first."""
    return list(
        Notice.objects.filter(organisation=organisation)
        .order_by("pk")
        .values_list("kind", "words", "address")
    )


def make_assessment(report, *, text="Đạt.", **evidence):
    """Save an assessment of a criterion of its own, with rows and files as evidence."""
    criteria_set = CriteriaSet.objects.create(name="Bộ tiêu chí", from_year=report.reporting_year)
    criterion = Criterion.objects.create(criteria_set=criteria_set, position=1, name="Kế hoạch")
    assessment = Assessment.objects.create(report=report, criterion=criterion, text=text)
    for name, rows in evidence.items():
        getattr(assessment, name).set(rows)
    return assessment


def fields_of(response):
    """Return what a browser would send of the page's own form."""
    (form,) = html.fromstring(response.content.decode()).xpath("//main//form[@method='post']")
    return dict(form.form_values())
