"""Takes words of an accepted report over into a section, and tells who did so that another version is accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from pbgdpl.lib.vietnamese import without_province
from reports.checks.taken_over import STALE
from reports.models import NoticeKind, OutcomeKind, Report, Section, Submission, TakenOver
from reports.notices import notify
from reports.received.taken_over import Remaining, TakenWords, remaining, taken_into
from reports.writing.said import Said
from reports.writing.saving import write_section

NO_LONGER = (
    "Bản {version} của {body} không còn là bản được tiếp nhận nên không lấy lời được. "
    "Tải lại trang rồi chọn câu khác."
)


def with_words(text: str, said: Said, taken: Sequence[TakenWords]) -> str:
    """Return a text with a piece at its end, unchanged if the piece stands in it."""
    if said.standing_in(text, taken):
        return text
    return f"{text.rstrip()}\n\n{said.text}".lstrip()


@transaction.atomic
def take_over(section: Section, *, said: Said, body: str, version: int, by: User, **how: bool) -> Section:
    """Save a section's text, and of which version the piece is that was taken over, where it stands in the text.

    `how` are the options of `write_section`, which says what is raised; ValidationError also where the version is not
    accepted by the section's body.
    """
    source = said.source
    received = Submission.objects.filter(report__organisation__reports_to=section.report.organisation_id)
    if not received.filter(pk=source.submission, outcome__kind=OutcomeKind.ACCEPTED).exists():
        name = without_province(source.organisation.name)
        raise ValidationError(NO_LONGER.format(version=source.version, body=name))
    stored = write_section(section, body=body, version=version, by=by, **how)
    text, _ = said.standing_in(stored.body, taken_into(stored)) or (said.text, None)
    if remaining(text, stored.body) is Remaining.KEPT:
        # The same words of an earlier version lead to this one from now on.
        same = stored.taken_over.filter(text=text, submission__report=source.report)
        same.exclude(submission=source.submission).delete()
        TakenOver.objects.get_or_create(
            section=stored, submission_id=source.submission, text=text, defaults={"taken_by": by}
        )
    return stored


def tell_of_taken_words(accepted: Submission, report: Report) -> None:
    """Tell a Justice Department that the report has another accepted version than the one it took words from."""
    taken = TakenOver.objects.filter(submission__report=report).exclude(submission=accepted)
    places: defaultdict[Report, set[str]] = defaultdict(set)
    for one in taken.select_related("section__report__organisation"):
        if remaining(one.text, one.section.body) is not Remaining.GONE:
            places[one.section.report].add(one.section.heading)
    for province, headings in places.items():
        where = f"mục “{min(headings)}”" if len(headings) == 1 else f"{len(headings)} mục"
        message = (
            f"{report.organisation} có bản {accepted.version} được tiếp nhận. "
            f"Báo cáo {province.period.words} của tỉnh đang lấy lời từ bản trước ở {where}: xem lại các câu đó."
        )
        address = f"{reverse('report_findings', args=[province.period])}?quy-tac={STALE.code}"
        notify(province.organisation, NoticeKind.ACCEPTED, message, address)
