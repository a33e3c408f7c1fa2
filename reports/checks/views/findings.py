"""The page that lists the findings of a report, with links for correcting and forms for waiving them."""

from dataclasses import dataclass

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import ListView

from accounts.views.paging import PagedMixin
from reports.checks.addresses import address_of
from reports.checks.forms import WaiverForm
from reports.checks.groups import Group, groups
from reports.checks.mending.sources import Sources
from reports.checks.old_year import OLD_YEAR
from reports.checks.page import (
    ANYWHERE,
    RULES_BY_CODE,
    WHOLE_SECTION,
    Entry,
    anchor,
    asked_in,
    checked,
    filters_in,
)
from reports.checks.passages import NAMES
from reports.checks.waiving import can_be_waived
from reports.views import OwnReportMixin

# Places that are listed with their groups, of all groups and of each; the others are on a page of their own.
MOST_LISTED, FEWEST_LISTED, MOST_OF_A_GROUP = 60, 5, 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding on the page, with the address where it is corrected and the form for waiving it."""

    entry: Entry
    url: str
    record_url: str  # for recording a document that is not recorded
    more_url: str  # of the findings that are not listed here
    mend_url: str  # of the preview that mends all findings of its group; empty if they cannot be mended
    group: Group
    form: WaiverForm | None


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group of findings on the page, with the form for waiving them all."""

    group: Group
    mend_url: str
    list_url: str
    places: list[tuple[str, str]]  # the sentence of each finding, and its address on this page
    form: WaiverForm | None


class FindingsPage(OwnReportMixin, PagedMixin, ListView):
    """The open findings, filtered by ?muc-do=, ?quy-tac= and ?muc= (the pk of a section)."""

    template_name = "reports/checks/findings.html"
    paginate_by = 30  # a finding is as long as several rows of a list, and has a form of its own
    refused = None  # the form whose reason is invalid

    @cached_property
    def checked(self):
        return checked(self.report, timezone.localdate())

    @cached_property
    def asked(self):
        return asked_in(self.request.GET)

    @cached_property
    def groups(self):
        return groups(Sources(self.checked.draft), self.checked.wanted(self.asked))

    def get_queryset(self):
        return self.checked.entries(self.asked)

    def page_rows(self, page):
        return [self.shown(entry, place) for place, entry in enumerate(page, start=1)]

    def shown(self, entry, place):
        finding = entry.finding
        group = self.groups[finding.rule, finding.cause]
        form = self.waiver_form(finding.key, place) if can_be_waived(finding) else None
        url = self.url(finding, entry.excerpt[1])
        more_url, record_url = self.more_url(entry), self.record_url(finding)
        return Shown(entry, url, record_url, more_url, self.mend_url(group), group, form)

    def shown_groups(self):
        """Return the groups with several places, numbered after the findings of the page."""
        shown = [group for group in self.groups.values() if group.is_shown]
        most = min(max(MOST_LISTED // len(shown), FEWEST_LISTED), MOST_OF_A_GROUP) if shown else 0
        return [self.shown_group(group, place, most) for place, group in enumerate(shown, start=1)]

    def shown_group(self, group, place, most):
        form = self.waiver_form(group.key, f"nhom-{place}") if group.may_be_waived else None
        list_url = self.narrowed({"quy-tac": group.rule.code})
        places = [(one.text, self.url(one)) for one in group.findings[:most]]
        return ShownGroup(group, self.mend_url(group), list_url, places, form)

    def url(self, finding, words=""):
        back, may_edit = self.address(self.after(finding)), self.request.user.may_edit
        return address_of(finding.place, self.report, words, back, may_edit=may_edit)

    def waiver_form(self, key, place):
        """Return the form for waiving, the refused one if it was sent for this; None for who may not write."""
        if not self.may_write:
            return None
        is_refused = self.refused is not None and self.refused.data.get("key") == key
        form = self.refused if is_refused else WaiverForm()
        form.auto_id = f"id_%s_{place}"
        if is_refused:
            form.fields["reason"].widget.attrs["autofocus"] = True
        return form

    def mend_url(self, group):
        if self.may_write and group.rule is OLD_YEAR:
            return reverse("report_years", args=[self.period])
        if not (self.may_write and group.mended and self.may_mend(group)):
            return ""
        filters = urlencode(filters_in(self.request.GET))
        return f"{reverse('report_mend', args=[self.period])}?{group.query}{'&' if filters else ''}{filters}"

    def may_mend(self, group):
        """Return whether the reader may mend some of a group's places: rows are for those who may edit them."""
        return self.request.user.may_edit or any(one.place.part not in NAMES for one in group.findings)

    def address(self, finding=None):
        """Return the address of the page with its filters, at a finding."""
        filters = urlencode(filters_in(self.request.GET))
        fragment = f"#{anchor(finding)}" if finding else ""
        return f"{reverse('report_findings', args=[self.period])}{'?' if filters else ''}{filters}{fragment}"

    def more_url(self, entry):
        finding = entry.finding
        return self.narrowed({"quy-tac": finding.rule.code, "muc": finding.place.section or WHOLE_SECTION})

    def record_url(self, finding):
        if not (finding.unrecorded and self.request.user.may_edit):
            return ""
        paste = reverse("paste", args=[self.report.reporting_year])
        return f"{paste}?vao={finding.unrecorded.part.value}s"

    def narrowed(self, changes):
        """Return the address of this page with some filters changed, or removed by None."""
        filters = filters_in(self.request.GET) | changes
        query = {name: value for name, value in filters.items() if value is not None and name != "trang"}
        return f"?{urlencode(query)}"

    def grades(self):
        """Return each severity with its address and whether it is selected."""
        return [
            (grade, self.narrowed({"muc-do": grade.slug}), grade.severity is self.asked.severity)
            for grade in self.checked.grades
        ]

    def chips(self):
        """Return the filters other than the severity, each with the address without it."""
        section, rule = self.checked.headings().get(self.asked.section), RULES_BY_CODE.get(self.asked.rule)
        return [
            *(
                [(section, self.narrowed({"muc": None}))]
                if self.asked.section is not ANYWHERE and section
                else []
            ),
            *([(rule.title, self.narrowed({"quy-tac": None}))] if rule else []),
        ]

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {
            "report": self.report,
            "may_write": self.may_write,
            "checked": self.checked,
            "open_count": len(self.checked.open),
            "asked": self.asked,
            "grades": self.grades(),
            "all_url": self.narrowed({"muc-do": None}),
            "chips": self.chips(),
            "groups": self.shown_groups(),
            "refused": self.refused,
        }

    def back(self, finding=None):
        """Return a redirect to the page with its filters, at a finding."""
        return HttpResponseRedirect(self.address(finding))

    def after(self, finding):
        """Return the finding that is listed after another one, or before the last; None if it is the only one."""
        return self.neighbours.get(finding.key)

    @cached_property
    def neighbours(self):
        listed = [entry.finding for entry in self.checked.entries(self.asked)]
        return {one.key: other for one, other in zip(listed, [*listed[1:], *listed[-2:-1]], strict=False)}
