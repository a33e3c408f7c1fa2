"""A set from a spreadsheet, a set as a spreadsheet, and the sample report that a draft of it prints."""

from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View

from accounts.attaching.arriving import UploadLimit
from accounts.costly import READS
from accounts.log.writing import write
from accounts.models import LogKind
from accounts.rows.sheets.kinds import LARGEST_SHEET, UnreadableSheet
from accounts.rows.views.export import download
from accounts.typed import restore_typed
from pbgdpl.lib.vietnamese import fold
from reports.compiling.rendering import paged
from reports.compiling.views.style_sheet import style_sheet_url
from reports.document.pdf import UnprintableError
from reports.document.sheets import to_sheets
from reports.periods.forms.rows import COMMAND, ROW
from reports.periods.forms.set_sheet import SetSheetForm, form_data
from reports.periods.samples import sample_of
from reports.periods.set_columns import COLUMNS
from reports.periods.set_sheets import read_pasted_set, read_set_sheet, required_column, set_sheet
from reports.periods.template_sets import rows_of
from reports.periods.views.template_sets import SetAdd, SetMixin
from reports.views import ReceiversOnlyMixin


class SetSheet(SetAdd):
    """A file or pasted cells fill the form of a new set, which is then saved as usual."""

    upload_limit = UploadLimit(most_bytes=LARGEST_SHEET)
    quota = READS

    is_asking = False

    def get_template_names(self):
        return ["reports/periods/set_sheet.html"] if self.is_asking else super().get_template_names()

    def get(self, request, **kwargs):
        typed = restore_typed(request)
        if typed is not None and ROW in typed:
            return self.show_after(typed, "")
        return self.ask(SetSheetForm(typed))

    def post(self, request, **kwargs):
        if ROW in request.POST or COMMAND in request.POST:
            return super().post(request, **kwargs)
        form = SetSheetForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.ask(form)
        try:
            return self.fill(*self.read(form))
        except UnreadableSheet as problem:
            form.add_error("sheet" if form.cleaned_data["sheet"] else "cells", str(problem))
            return self.ask(form)

    def ask(self, form):
        self.is_asking = True
        model = self.pages.model
        headings = [column.heading for column in COLUMNS[model]]
        required = required_column(model).heading
        return self.render_to_response(self.get_context_data(form=form, headings=headings, required=required))

    def read(self, form):
        """Return what was read, and the name of the file."""
        file, model = form.cleaned_data["sheet"], self.pages.model
        if file:
            return read_set_sheet(file.read(), model), Path(file.name).stem
        return read_pasted_set(form.cleaned_data["cells"], model), ""

    def fill(self, read, name):
        """Show the form of a new set filled with what was read, with what is wrong in each row."""
        data = form_data(read, name=name, year=self.year)
        head, rows = self.forms(data)
        head.is_valid()
        rows.is_valid()
        return self.show(head, rows, is_unsaved=True, read=read)


class SetExport(ReceiversOnlyMixin, SetMixin, View):
    """The rows of a set as a spreadsheet, which `SetSheet` reads back the same."""

    http_method_names = ("get", "head")

    def get(self, request, **kwargs):
        template = get_object_or_404(self.readable, pk=kwargs["pk"])
        name = "-".join(fold(template.name).split())
        ascii_name = "".join(char for char in name if char.isascii() and (char.isalnum() or char == "-"))
        file_name = f"{ascii_name or self.pages.slug}.xlsx"
        file = set_sheet(template)
        if request.method == "GET":
            write(LogKind.EXPORTED, by=request.user, row=template, details=file_name)
        return download(file, file_name)


def as_paper(document):
    try:
        return HttpResponse(to_sheets(document, paged(document).starts, style_sheet_url=style_sheet_url()))
    except UnprintableError as problem:
        return HttpResponse(str(problem), content_type="text/plain; charset=utf-8")


@method_decorator(never_cache, name="dispatch")
class SetSample(SetAdd):
    """The sample report that a set prints as it is typed now; nothing is stored."""

    http_method_names = ("post",)
    keeps_typed = False

    def post(self, request, **kwargs):
        head, rows = self.forms(request.POST)
        head.is_valid()
        rows.is_valid()
        shown = [form.instance for form in rows.to_save]
        return as_paper(sample_of(head.instance, shown, request.user.organisation, self.year))


@method_decorator(never_cache, name="dispatch")
class SetPrint(ReceiversOnlyMixin, SetMixin, View):
    """The sample report of a stored set."""

    http_method_names = ("get", "head")

    def get(self, request, **kwargs):
        template = get_object_or_404(self.readable, pk=kwargs["pk"])
        rows = list(rows_of(template).all())
        return as_paper(sample_of(template, rows, request.user.organisation, self.year))
