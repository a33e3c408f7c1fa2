"""A new report: from the outline of its period, or from the words of an earlier report."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from accounts.history import record
from accounts.models import ChangeKind, Organisation, User
from pbgdpl.lib.vietnamese import fold
from reports.deadlines import period_for
from reports.models import (
    Assessment,
    CriteriaSet,
    Outline,
    PeriodKey,
    PeriodKind,
    Report,
    ReportingPeriod,
    Section,
)
from reports.models.outline import HeadedText
from reports.writing import set_recipients

# What is taken over from an earlier report beside its sections.
SAID_AGAIN = ("addressees", "legal_bases", "opening", "closing", "signer_authority", "signer_name", "author")


def usual_subject(year: int, kind: PeriodKind = PeriodKind.YEAR) -> str:
    return f"Kết quả công tác phổ biến, giáo dục pháp luật {PeriodKey(year, kind).words}"


def open_number(organisation: Organisation) -> str:
    """Return the symbol of the body's reports, its number still to be registered: "/BC-SKHCN"."""
    return f"/BC-{organisation.symbol}"


@transaction.atomic
def start_report(
    *,
    organisation: Organisation,
    year: int,
    kind: PeriodKind = PeriodKind.YEAR,
    earlier: Report | None = None,
    subject: str = "",
    by: User | None = None,
) -> Report:
    """Return a new draft, its sections those of the outline in use or of an earlier report.

    Raises ValidationError where the period has a report already.
    """
    period = period_for(organisation, PeriodKey(year, kind))
    outline = period.outline if period else Outline.objects.in_use(year).first()
    report = _blank(organisation, year, kind, subject)
    if period:
        report.statistics_from, report.statistics_to = period.statistics_from, period.statistics_to
    if outline:
        report.numbering = outline.numbering
    if earlier:
        _say_again(report, earlier)
    report.full_clean()
    report.save()
    Section.objects.bulk_create(_sections(report, outline, earlier))
    set_recipients(report, _recipients(organisation, earlier))
    Assessment.objects.bulk_create(_assessments(report, period, earlier))
    if by:
        record(report, ChangeKind.ADDED, by=by)
    return report


def earlier_report(organisation: Organisation, key: PeriodKey) -> Report | None:
    """Return the last report before a period to begin with or to look at: the year before, of the same kind."""
    reports = Report.objects.of(organisation).filter(period_kind=key.kind, reporting_year__lt=key.year)
    return reports.order_by("-reporting_year").first()


def _blank(organisation: Organisation, year: int, kind: PeriodKind, subject: str) -> Report:
    return Report(
        organisation=organisation,
        reporting_year=year,
        period_kind=kind,
        parent_body=organisation.parent_body,
        issuing_body=organisation.name,
        number=open_number(organisation),
        place=organisation.place,
        contact=organisation.contact,
        subject=subject or usual_subject(year, kind),
        signer_authority=organisation.signer_authority,
        signer_name=organisation.signer_name,
    )


def _say_again(report: Report, earlier: Report) -> None:
    """Take over what an earlier report says outside its sections; a signer who has changed since stays."""
    report.started_from, report.numbering = earlier, earlier.numbering
    for name in SAID_AGAIN:
        setattr(report, name, getattr(report, name) or getattr(earlier, name))


def _sections(report: Report, outline: Outline | None, earlier: Report | None) -> Iterator[Section]:
    """Yield the sections of the earlier report, those of the outline where there is none."""
    asked = list(outline.sections.all()) if outline else []
    if earlier is None:
        yield from (_section(report, one, one.starting_text, one) for one in asked)
        return
    by_heading = {fold(one.heading): one for one in asked}
    for section in earlier.sections.all():
        yield _section(report, section, section.body, by_heading.get(fold(section.heading), section))


def _section(report: Report, like: HeadedText, body: str, asked: HeadedText) -> Section:
    """Return a section at the place of another one, with what is asked of it now."""
    return Section(
        report=report,
        position=like.position,
        depth=like.depth,
        heading=like.heading,
        guidance=asked.guidance,
        is_required=asked.is_required,
        body=body,
    )


def _recipients(organisation: Organisation, earlier: Report | None) -> list[str]:
    usual = organisation.recipients.splitlines()
    return usual or ([recipient.name for recipient in earlier.recipients.all()] if earlier else [])


def _assessments(
    report: Report, period: ReportingPeriod | None, earlier: Report | None
) -> Iterator[Assessment]:
    """Yield one for each criterion, with what the earlier report said of the same one."""
    criteria_set = (
        period.criteria_set if period else CriteriaSet.objects.in_use(report.reporting_year).first()
    )
    said = {}
    if earlier:
        assessments = earlier.assessments.select_related("criterion")
        said = {fold(assessment.criterion.name): assessment.text for assessment in assessments}
    for criterion in criteria_set.criteria.all() if criteria_set else ():
        yield Assessment(report=report, criterion=criterion, text=said.get(fold(criterion.name), ""))
