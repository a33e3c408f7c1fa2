"""A new report: the outline copied, the letterhead, the signer and the recipients taken from the organisation."""

from django.db import transaction

from accounts.models import Organisation
from reports.models import Outline, Recipient, Report, Section


def usual_subject(year: int) -> str:
    return f"Kết quả công tác phổ biến, giáo dục pháp luật năm {year}"


def open_number(organisation: Organisation) -> str:
    """Return the symbol of the body's reports, its number still to be registered: "/BC-SKHCN"."""
    return f"/BC-{organisation.symbol}"


@transaction.atomic
def start_report(*, organisation: Organisation, year: int, subject: str = "") -> Report:
    """Return a new draft of the year's report, its sections copied from the outline in use."""
    outline = Outline.objects.filter(from_year__lte=year).order_by("-from_year", "pk").first()
    report = Report(
        organisation=organisation,
        reporting_year=year,
        parent_body=organisation.parent_body,
        issuing_body=organisation.name,
        number=open_number(organisation),
        place=organisation.place,
        contact=organisation.contact,
        subject=subject or usual_subject(year),
        signer_authority=organisation.signer_authority,
        signer_name=organisation.signer_name,
    )
    if outline:
        report.numbering = outline.numbering
    report.full_clean()
    report.save()
    _add_sections(report, outline)
    _add_recipients(report)
    return report


def _add_sections(report: Report, outline: Outline | None) -> None:
    Section.objects.bulk_create(
        Section(
            report=report,
            position=section.position,
            depth=section.depth,
            heading=section.heading,
            body=section.starting_text,
        )
        for section in (outline.sections.all() if outline else ())
    )


def _add_recipients(report: Report) -> None:
    Recipient.objects.bulk_create(
        Recipient(report=report, position=position, name=name)
        for position, name in enumerate(report.organisation.recipients.splitlines(), start=1)
    )
