"""The figures as a spreadsheet in the ministry's shape: downloaded, and read back with what it says differently."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View

from accounts.attaching.arriving import UploadLimit
from accounts.costly import EXPORTS, READS
from accounts.history import record_download
from accounts.rows.sheets.kinds import LARGEST_SHEET, UnreadableSheet
from accounts.rows.views.export import download
from reports.figures.form import load_form
from reports.figures.forms.figures import FigureForms
from reports.figures.forms.sheet import FiguresSheetForm, fields_with
from reports.figures.views.figures import FiguresPage
from reports.figures.views.own import OwnFiguresMixin
from reports.figures.workbook import form_workbook, read_form_workbook
from reports.views import WritersOnlyMixin


@method_decorator(never_cache, name="dispatch")
class FiguresSheet(OwnFiguresMixin, View):
    """The form as it is filled now; that of a submitted report is among its submitted files."""

    http_method_names = ("get", "head")
    quota = EXPORTS

    def get(self, request, period):
        if not self.status.is_open:
            return HttpResponseRedirect(reverse("report_figures", args=[period]))
        form = load_form(self.report.organisation, period)
        if form is None:
            raise Http404
        name = f"{self.report.file_name.replace('bao-cao', 'so-lieu', 1)}.xlsx"
        if request.method == "GET":
            record_download(self.report, name, by=request.user)
        return download(form_workbook(form, self.report), name)


class FiguresUpload(WritersOnlyMixin, FiguresPage):
    """Reads a spreadsheet into the fields of the page of figures, which shows what differs; nothing is saved yet."""

    keeps_typed = False
    template_name = "reports/figures/upload.html"
    upload_limit = UploadLimit(most_bytes=LARGEST_SHEET)
    quota = READS

    def get(self, request, *args, **kwargs):
        if not self.may_act:
            messages.warning(request, self.refusal)
            return HttpResponseRedirect(reverse("report_figures", args=[self.period]))
        return self.ask(FiguresSheetForm())

    def post(self, request, period):
        sheet_form = FiguresSheetForm(request.POST, request.FILES)
        form = load_form(self.report.organisation, period)
        if form is None or not sheet_form.is_valid():
            return self.ask(sheet_form)
        try:
            read = read_form_workbook(sheet_form.cleaned_data["sheet"].read(), form, self.names)
        except UnreadableSheet as problem:
            sheet_form.add_error("sheet", str(problem))
            return self.ask(sheet_form)
        self.template_name = FiguresPage.template_name
        forms = FigureForms(form, fields_with(read.differences, form))
        return self.render_to_response(self.get_context_data(forms=forms, is_unsaved=True, read=read))

    @property
    def names(self):
        """Return what the body is called, in its report and here."""
        return self.report.organisation.name, self.report.author, self.report.issuing_body

    def ask(self, sheet_form):
        return self.render_to_response({"report": self.report, "form": sheet_form, "view": self})
