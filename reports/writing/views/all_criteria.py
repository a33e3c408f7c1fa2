"""The page of all criteria of a report, on which they are assessed together, and the automatic saving of each."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from accounts.rows import parse_pk
from accounts.typed import restore_typed
from reports.compiling.listings import CRITERIA, choices_in
from reports.models import Section
from reports.views import OwnReportMixin
from reports.writing.criteria.assessments import assess, missing_criteria
from reports.writing.criteria.last_year import EarlierAssessment, earlier_assessments
from reports.writing.criteria.page import (
    AssessedCriterion,
    Group,
    assessed_count,
    criteria_page,
    progress_of,
    progress_words,
)
from reports.writing.forms.all_criteria import ALL_EMPTY, KEEP_STORED, TAKE, AllCriteriaForms, OneOfManyForm
from reports.writing.forms.criterion import AssessmentTextForm
from reports.writing.saving import write_section
from reports.writing.views.written import TextAutosave

SECTIONS, DONE = "criteria_section", "section_done"  # the sections whose boxes were shown; the ticked ones


@dataclass(frozen=True, slots=True)
class WrittenCriterion:
    """A criterion with its form and what the report of the year before says of it."""

    listed: AssessedCriterion
    form: OneOfManyForm
    earlier: EarlierAssessment | None


@method_decorator(never_cache, name="dispatch")
class CriteriaList(OwnReportMixin, TemplateView):
    """All criteria: for those who may write now one form with a button for all, for others a table."""

    http_method_names = ("get", "head", "post")
    keeps_typed = True
    template_name = "reports/writing/criteria.html"

    def post(self, request, period):
        if not request.user.writes_reports:
            raise PermissionDenied
        self.fill(request.POST)
        try:
            count = self.save_all()
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self.shown(is_unsaved=True)
        if self.forms.faulty or self.forms.conflicts:
            if count:
                messages.success(request, f"Đã lưu {count} tiêu chí.")
            return self.shown(is_unsaved=True, status=409 if self.forms.conflicts else 200)
        messages.success(request, f"Đã lưu {count} tiêu chí." if count else "Không có gì mới để lưu.")
        return HttpResponseRedirect(f"{request.path}{self.place}")

    def fill(self, data):
        """Read the forms that were sent, and do what the pressed button adds."""
        self.forms = self.forms_of(data)
        if command := data.get(TAKE, ""):
            self.forms.take(command, self.earlier)
        self.forms.keep_stored(data.get(KEEP_STORED, ""))

    def save_all(self):
        count = self.forms.save(self.report, confirmed=parse_pk(self.request.POST.get(TAKE, "")))
        shown, done = self.request.POST.getlist(SECTIONS), self.request.POST.getlist(DONE)
        for section in self.sections:
            is_done = str(section.pk) in done
            if str(section.pk) in shown and is_done != section.is_done:
                how = {"version": section.version, "by": self.request.user}
                write_section(section, body=section.body, is_done=is_done, **how)
        return count

    @property
    def place(self):
        """Return the part of the page that the pressed button belongs to, as the end of an address."""
        pk = parse_pk(self.request.POST.get(TAKE, "")) or parse_pk(self.request.POST.get(KEEP_STORED, ""))
        return f"#tieu-chi-{pk}" if pk in self.forms.stored else ""

    def shown(self, *, is_unsaved, status=200):
        self.page = criteria_page(self.report, with_evidence=True)
        return self.render_to_response(self.get_context_data(is_unsaved=is_unsaved), status=status)

    @cached_property
    def page(self):
        return criteria_page(self.report, with_evidence=self.may_write)

    @cached_property
    def earlier(self):
        return earlier_assessments(self.report)

    @cached_property
    def sections(self):
        """Return the sections of the report that print the criteria."""
        return [one for one in self.report.sections.all() if _prints_criteria(one)]

    @cached_property
    def forms(self):
        return self.forms_of(restore_typed(self.request))

    def forms_of(self, data):
        assessments = [one.assessment for one in self.page.criteria]
        how = {"by": self.request.user, "year": self.report.reporting_year}
        return AllCriteriaForms(assessments, data=data, **how)

    def get_context_data(self, **context):
        context |= {"report": self.report, "page": self.page, "may_write": self.may_write}
        if self.page.criteria and (self.may_write or self.request.method == "POST"):
            context |= {"groups": self.groups(), "earlier": self.earlier, "sections": self.sections}
            context |= {"forms": self.forms, "can_take_all": self.can_take_all, "take_all": ALL_EMPTY}
            context.setdefault("is_unsaved", self.forms.data is not None)
        return super().get_context_data(**context, missing=missing_criteria(self.report))

    def groups(self):
        return [Group(one.name, tuple(map(self.written, one.criteria))) for one in self.page.groups]

    def written(self, listed):
        form = self.forms.forms[listed.assessment.pk]
        return WrittenCriterion(listed, form, self.earlier_of(listed.assessment))

    def earlier_of(self, assessment):
        return self.earlier.of(assessment.criterion) if self.earlier else None

    @property
    def can_take_all(self):
        """Return whether several boxes are empty for which there is an earlier text."""
        empty = [one for one in self.forms.stored.values() if not one.text]
        return sum(bool((earlier := self.earlier_of(one)) and earlier.text) for one in empty) > 1


def _prints_criteria(section: Section) -> bool:
    return any(choice.name == CRITERIA for choice in choices_in(section.body))


class CriterionAutosave(TextAutosave):
    """Saves the text, result and points of one criterion while somebody types."""

    noun = "Tiêu chí này"

    @cached_property
    def assessment(self):
        assessments = self.report.assessments.select_related("criterion")
        return get_object_or_404(assessments, pk=self.kwargs["pk"])

    def form(self):
        how = {"by": self.request.user, "year": self.report.reporting_year}
        return AssessmentTextForm(self.request.POST, instance=self.assessment, **how)

    def save(self, *, version, by, automatic, **_):
        return assess(self.assessment, evidence={}, version=version, by=by, automatic=automatic)

    def more(self, stored):
        progress = progress_of(stored)
        assessed = list(self.report.assessments.select_related("report"))
        return {
            "progress": {"name": progress.name.lower(), "words": progress.value, "icon": progress.icon},
            "count": progress_words(assessed_count(assessed), len(assessed)),
        }
