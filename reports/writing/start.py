"""Starting a report: from the outline of its period, or from the texts of an earlier report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.history import record
from accounts.models import ChangeKind, Organisation, User
from pbgdpl.lib.vietnamese import fold
from reports.checks.addressed import is_as_above
from reports.compiling.headings import heading_in, heading_moved
from reports.deadlines.days import period_for
from reports.models import (
    Assessment,
    CriteriaSet,
    Outline,
    OutlineSection,
    PeriodKey,
    PeriodKind,
    Report,
    ReportingPeriod,
    Section,
)
from reports.models.outline import HeadedText
from reports.models.province import province_subject
from reports.models.report import open_number, usual_subject
from reports.writing.province import add_annexes, complete, usual_recipients
from reports.writing.saving import set_recipients
from reports.year_mentions.headings import heading_key

# The fields that are taken over from an earlier report beside its sections.
TAKEN_OVER = ("legal_bases", "opening", "closing", "signer_authority", "signer_name", "author")


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
    """Return a new draft with the sections of the outline in use or of an earlier report.

    Raises ValidationError if the period has a report already, PermissionDenied if `by` may not write one.
    """
    _refuse_others(organisation, by)
    key = PeriodKey(year, kind)
    period = window_of(organisation, key)
    outline = outline_for(organisation, period, year)
    report = _blank(organisation, key, subject)
    _follow(report, period, outline)
    if earlier:
        _take_over(report, earlier)
    if organisation.reports_for_province:
        complete(report)
    report.full_clean()
    report.save()
    _save_sections(report, outline, earlier)
    _save_rest(report, period, earlier)
    if by:
        record(report, ChangeKind.ADDED, by=by)
    return report


def _refuse_others(organisation: Organisation, by: User | None) -> None:
    """Raise PermissionDenied if `by` may not write reports there; lock the organisation until the end."""
    if by and not (by.writes_reports and by.organisation_id == organisation.pk):
        raise PermissionDenied
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)


def window_of(organisation: Organisation, key: PeriodKey) -> ReportingPeriod | None:
    """Return the period whose days a report covers: of a province's report the one that its body opened itself."""
    if organisation.reports_for_province:
        return ReportingPeriod.objects.of(organisation).for_period(key).first()
    return period_for(organisation, key)


def outline_for(organisation: Organisation, period: ReportingPeriod | None, year: int) -> Outline | None:
    """Return the outline of a period, or the one in use if there is no period; of a province's report its own."""
    if organisation.reports_for_province:
        return Outline.objects.of_province(organisation, year).first()
    return period.outline if period else Outline.objects.in_use(year).first()


def _blank(organisation: Organisation, key: PeriodKey, subject: str) -> Report:
    report = Report(
        organisation=organisation,
        reporting_year=key.year,
        period_kind=key.kind,
        parent_body=organisation.parent_body,
        issuing_body=organisation.name,
        number=open_number(organisation),
        place=organisation.place,
        contact=organisation.contact,
        addressees=organisation.reports_to.name if organisation.reports_to else "",
        subject=subject or _subject(organisation, key),
        signer_authority=organisation.signer_authority,
        signer_name=organisation.signer_name,
    )
    report.take_lines(organisation)
    return report


def _subject(organisation: Organisation, key: PeriodKey) -> str:
    if organisation.reports_for_province:
        return province_subject(organisation, key)
    return usual_subject(key.year, key.kind)


def _follow(report: Report, period: ReportingPeriod | None, outline: Outline | None) -> None:
    """Set the days of the period and the numbering of the outline."""
    if period:
        report.statistics_from, report.statistics_to = period.statistics_from, period.statistics_to
    report.numbering = outline.numbering if outline else report.numbering


def _take_over(report: Report, earlier: Report) -> None:
    """Copy the fields of an earlier report that are empty in the new one; a new signer stays."""
    report.started_from, report.numbering, report.addressees = earlier, earlier.numbering, earlier.addressees
    for name in TAKEN_OVER:
        setattr(report, name, getattr(report, name) or getattr(earlier, name))


def _save_sections(report: Report, outline: Outline | None, earlier: Report | None) -> None:
    """Save the sections of the outline, or those of the earlier report and what a body's own outline adds to them."""
    asked = list(outline.sections.all()) if outline else []
    if earlier is None:
        sections = [_section(report, one, one.starting_text) for one in asked]
    else:
        sections = list(_sections_of_earlier(report, earlier, asked))
        if outline and outline.organisation_id:
            _add_missing(report, sections, asked)
    for position, section in enumerate(sections, start=1):
        section.position = position
    Section.objects.bulk_create(sections)


def _save_rest(report: Report, period: ReportingPeriod | None, earlier: Report | None) -> None:
    """Save the recipients, and the annexes of a province's report or the assessments of another one."""
    set_recipients(report, _recipients(report, earlier))
    if report.organisation.reports_for_province:
        add_annexes(report)
    else:
        Assessment.objects.bulk_create(_assessments(report, period, earlier))


def _sections_of_earlier(
    report: Report, earlier: Report, asked: Iterable[OutlineSection]
) -> Iterator[Section]:
    """Yield the sections of the earlier report with its texts and with today's headings and guidance."""
    by_heading = {heading_key(one.heading): one for one in asked}
    for old in earlier.sections.all():
        same = by_heading.get(heading_key(old.heading))
        section = _section(report, same or old, old.body)
        if same is None:
            section.heading = heading_moved(old.heading, of=earlier.reporting_year, to=report.reporting_year)
        section.depth = old.depth
        yield section


def _add_missing(report: Report, sections: list[Section], asked: Iterable[OutlineSection]) -> None:
    """Insert the outline's sections that are missing, each after the one before it in the outline."""
    place = 0
    for one in asked:
        key = heading_key(one.heading)
        found = next((at for at, section in enumerate(sections) if heading_key(section.heading) == key), None)
        if found is None:
            found = place
            while 0 < found < len(sections) and sections[found].depth > one.depth:
                found += 1
            sections.insert(found, _section(report, one, one.starting_text))
        place = found + 1


def _section(report: Report, asked: HeadedText, body: str) -> Section:
    return Section(
        report=report,
        depth=asked.depth,
        heading=heading_in(report.reporting_year, asked.heading),
        guidance=asked.guidance,
        is_required=asked.is_required,
        collects=asked.collects,
        body=body,
    )


def _recipients(report: Report, earlier: Report | None) -> list[str]:
    """Return the usual recipients, "Như trên" in place of those in "Kính gửi" (Decree 30, Appendix I, II.9b)."""
    usual = report.organisation.recipients.splitlines()
    names = usual or ([recipient.name for recipient in earlier.recipients.all()] if earlier else [])
    if not names and report.organisation.reports_for_province:
        names = usual_recipients(report.organisation)
    if not (names and report.addressees) or is_as_above(names[0]):
        return names
    addressed = report.addressees.splitlines()
    return ["Như trên", *(name for name in names if not any(_is_same_body(name, one) for one in addressed))]


def _is_same_body(name: str, other: str) -> bool:
    """Return whether one name begins with the other: "Sở Tư pháp", "Sở Tư pháp tỉnh Quảng Hà"."""
    shorter, longer = sorted((fold(name), fold(other)), key=len)
    return longer == shorter or longer.startswith(f"{shorter} ")


def _assessments(
    report: Report, period: ReportingPeriod | None, earlier: Report | None
) -> Iterator[Assessment]:
    """Yield an assessment for each criterion, with the text of the same one in the earlier report."""
    criteria_set = (
        period.criteria_set if period else CriteriaSet.objects.in_use(report.reporting_year).first()
    )
    texts = {}
    if earlier:
        assessments = earlier.assessments.select_related("criterion")
        texts = {fold(assessment.criterion.name): assessment.text for assessment in assessments}
    for criterion in criteria_set.criteria.all() if criteria_set else ():
        yield Assessment(report=report, criterion=criterion, text=texts.get(fold(criterion.name), ""))
