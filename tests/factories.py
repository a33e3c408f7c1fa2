"""Rows for tests: each function saves one, plausible as it is; a test names only what it is about."""

import json
from datetime import date
from hashlib import sha256
from itertools import count

from django.core.files.base import ContentFile

from accounts.models import Attachment, Division, LongWork, Organisation, Role, User
from events.kinds import DatePrecision, EventKind
from events.models import Event
from plans.kinds import DocumentKind, PolicyKind
from plans.models import Directive, Plan, Policy
from reports.models import (
    CriteriaSet,
    Criterion,
    EarlierReport,
    FileKind,
    Indicator,
    IndicatorSet,
    Outcome,
    OutcomeKind,
    Outline,
    OutlineSection,
    Recipient,
    Report,
    ReportingPeriod,
    Section,
    Submission,
    SubmittedFile,
)
from reports.reading.earlier.sources import source_json

PASSWORD = "Sen hồng nở sớm 2024"
numbers = count(1)


def make_organisation(**values):
    number = next(numbers)
    return Organisation.objects.create(
        **{
            "code": f"DV{number}",
            "name": f"Sở Thứ {number}",
            "parent_body": "UBND tỉnh Sen",
            "place": "Sen",
            **values,
        }
    )


def make_user(organisation, role=Role.STAFF, **values):
    username = values.pop("username", f"nguoi{next(numbers)}")
    return User.objects.create_user(
        username,
        password=PASSWORD,
        **{"full_name": "Lê Văn Mẫu", "organisation": organisation, "role": role, **values},
    )


def make_division(organisation, **values):
    return Division.objects.create(organisation=organisation, **{"name": f"Phòng {next(numbers)}", **values})


def make_attachment(organisation, **values):
    """Save a file of a plan's, added by somebody of the organisation."""
    data = values.pop("data", b"%PDF-")
    return Attachment.objects.create(
        **{
            "organisation": organisation,
            "row": values.pop("row", None) or make_plan(organisation),
            "name": "ke-hoach.pdf",
            "file": ContentFile(data, name="x"),
            "size": len(data),
            "sha256": "0" * 64,
            "added_by": values.pop("added_by", None) or make_user(organisation),
            **values,
        }
    )


def make_waiting_file(by, **values):
    """Save a file that a person uploaded for a row to come."""
    file = make_attachment(by.organisation, row=by, added_by=by, **values)
    file.row = None
    file.save()
    return file


def make_long_work(by, **values):
    """Save work that runs for a person; nothing runs."""
    return LongWork.objects.create(
        started_by=by, **{"year": 2024, "title": "Đọc 3 tệp", "back": "/"} | values
    )


def make_plan(organisation, **values):
    return Plan.objects.create(organisation=organisation, **_document(DocumentKind.PLAN, "KH-SM") | values)


def make_directive(organisation, **values):
    body = {"issuing_body": "UBND tỉnh Sen"}
    return Directive.objects.create(
        organisation=organisation, **_document(DocumentKind.PLAN, "KH-UBND") | body | values
    )


def make_policy(organisation, **values):
    return Policy.objects.create(
        **{
            "organisation": organisation,
            "reporting_year": 2024,
            "kind": PolicyKind.DRAFT,
            "name": f"Dự thảo Nghị quyết thứ {next(numbers)}",
            "lead_body": "Sở Nội vụ",
            "due_on": date(2024, 6, 30),
            **values,
        }
    )


def make_event(organisation, **values):
    return Event.objects.create(
        **{
            "organisation": organisation,
            "reporting_year": 2024,
            "kind": EventKind.TRAINING,
            "name": f"Tập huấn lần thứ {next(numbers)}",
            "held_from": date(2024, 3, 5),
            "date_precision": DatePrecision.DAY,
            "attendance": 40,
            **values,
        }
    )


def make_report(organisation, *sections, **values):
    """Save a report that lacks nothing; each section is its depth, its heading and its words."""
    report = Report.objects.create(
        **{
            "organisation": organisation,
            "reporting_year": 2024,
            "issuing_body": organisation.name,
            "parent_body": organisation.parent_body,
            "number": "05/BC-SM",
            "place": organisation.place,
            "issued_on": date(2024, 11, 5),
            "subject": "Kết quả công tác phổ biến, giáo dục pháp luật năm 2024",
            "addressees": "Sở Tư pháp tỉnh Sen",
            "closing": "Trên đây là báo cáo của Sở./.",
            "signer_authority": "GIÁM ĐỐC",
            "signer_name": "Trần Thị Ký",
            **values,
        }
    )
    for position, name in enumerate(("Như trên", "Lưu: VT, PC"), start=1):
        Recipient.objects.create(report=report, position=position, name=name)
    for position, (depth, heading, body) in enumerate(sections or SECTIONS, start=1):
        Section.objects.create(report=report, position=position, depth=depth, heading=heading, body=body)
    return report


SECTIONS = (
    (1, "Kết quả", ""),
    (2, "Văn bản", "Sở đã ban hành:\n\n[[văn bản đã ban hành]]"),
    (2, "Hoạt động", "Sở đã tổ chức:\n\n[[hoạt động]]"),
    (1, "Nhận xét", "Đạt yêu cầu."),
)


def make_earlier_report(organisation, *, data, **values):
    """Save the uploaded file of an earlier report, which was read, added by somebody who writes reports there."""
    by = values.pop("added_by", None) or make_user(organisation, Role.LEGAL_OFFICER)
    return EarlierReport.objects.create(
        **{
            "organisation": organisation,
            "reporting_year": 2024,
            "name": "bao-cao.txt",
            "file": ContentFile(data, name="x"),
            "size": len(data),
            "sha256": sha256(data).hexdigest(),
            "source": json.loads(source_json(data)),
            "added_by": by,
            **values,
        }
    )


def make_outline(organisation=None, *headings, **values):
    """Save an outline with sections of the first depth."""
    outline = Outline.objects.create(
        **{"organisation": organisation, "name": "Đề cương mẫu", "from_year": 2024, **values}
    )
    for position, heading in enumerate(headings or ("Kết quả", "Kiến nghị"), start=1):
        OutlineSection.objects.create(outline=outline, position=position, depth=1, heading=heading)
    return outline


def make_criteria_set(organisation=None, *names, **values):
    criteria_set = CriteriaSet.objects.create(
        **{"organisation": organisation, "name": "Bộ tiêu chí mẫu", "from_year": 2024, **values}
    )
    for position, name in enumerate(names or ("Đúng hạn", "Đủ nội dung"), start=1):
        Criterion.objects.create(criteria_set=criteria_set, position=position, name=name)
    return criteria_set


def make_indicator_set(organisation=None, *columns, **values):
    """Save a form with columns, each a dict of what is said of it; codes and labels are counted where none are."""
    form = IndicatorSet.objects.create(
        **{
            "organisation": organisation,
            "name": "Biểu mẫu",
            "form_code": "04b/TP/PBGDPL",
            "from_year": 2024,
            "group": "department",
            **values,
        }
    )
    columns = columns or ({"label": "Số cuộc", "unit": "cuộc"}, {"label": "Số lượt người"})
    for position, column in enumerate(columns, start=1):
        named = {"code": str(position), "label": f"Chỉ tiêu {position}", "position": position}
        Indicator.objects.create(indicator_set=form, **named | column)
    return form


def make_period(receiver, **values):
    """Save the period of 2024, due in a distant year so that no clock makes it late."""
    return ReportingPeriod.objects.create(
        **{
            "receiver": receiver,
            "reporting_year": 2024,
            "statistics_from": date(2024, 1, 1),
            "statistics_to": date(2024, 10, 31),
            "due_on": date(2099, 11, 15),
            "outline": values.pop("outline", None) or make_outline(receiver),
            "opened_by": values.pop("opened_by", None) or make_user(receiver, Role.JUSTICE_OFFICER),
            **values,
        }
    )


def make_submission(report, **values):
    """Save a report as handed in, its files a few bytes each; nothing is compiled."""
    by = values.pop("submitted_by", None) or make_user(report.organisation, Role.LEGAL_OFFICER)
    submission = Submission.objects.create(
        **{
            "report": report,
            "version": report.submissions.count() + 1,
            "submitted_by": by,
            "pages": 9,
            "parts": [["I. Kết quả", "Sở đã phổ biến."], ["II. Kiến nghị", "Không có."]],
            **values,
        }
    )
    for kind in (FileKind.DOCX, FileKind.PDF):
        make_submitted_file(submission, kind=kind)
    return submission


def make_submitted_file(submission, *, kind=FileKind.PDF, data=None, **values):
    data = data or f"%PDF- {kind} {submission.pk}".encode()
    return SubmittedFile.objects.create(
        submission=submission,
        kind=kind,
        name=f"{submission.report.file_name}-ban-{submission.version}.{kind}",
        file=ContentFile(data, name="x"),
        size=len(data),
        sha256=sha256(data).hexdigest(),
        added_by=submission.submitted_by,
        **values,
    )


def make_outcome(submission, kind=OutcomeKind.RETURNED, **values):
    receiver = submission.report.organisation.reports_to
    by = values.pop("decided_by", None) or make_user(receiver, Role.JUSTICE_OFFICER)
    reason = "" if kind == OutcomeKind.ACCEPTED else "Bổ sung số liệu."
    return Outcome.objects.create(
        **{"submission": submission, "kind": kind, "reason": reason, "decided_by": by, **values}
    )


def _document(kind, symbol):
    number = next(numbers)
    return {
        "reporting_year": 2024,
        "kind": kind,
        "number": f"{number}/{symbol}",
        "issued_on": date(2024, 1, 16),
        "subject": f"về việc thứ {number}",
    }
