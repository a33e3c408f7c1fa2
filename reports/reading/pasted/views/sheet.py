"""The pages for uploading a list as a spreadsheet and choosing its columns; then it is reviewed like a pasted one."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views.generic import FormView, View

from accounts.attaching.arriving import UploadLimit
from accounts.costly import READS
from accounts.models import UploadedSheet
from accounts.rows.sheets.kinds import LARGEST_SHEET, UnreadableSheet
from accounts.rows.sheets.layouts import remember, wanted_of
from accounts.rows.sheets.reading import Unmapped, read_sheet
from accounts.rows.sheets.sketch import sketch
from accounts.rows.views.owned import EditorsOnlyMixin
from reports.reading.pasted.forms.paste import SheetForm
from reports.reading.pasted.forms.sheet_columns import SheetColumnsForm
from reports.reading.pasted.views.showing import show_sheet

GONE = "Tệp đã tải lên không còn được giữ. Chọn lại tệp để đọc."

ANOTHER = "Một tệp khác vừa được tải lên, có thể ở thẻ khác. Dưới đây là các cột của tệp đó; chọn lại."


class SheetUpload(EditorsOnlyMixin, FormView):
    pages = None  # RowPages
    template_name = "reports/reading/sheet.html"
    form_class = SheetForm
    upload_limit = UploadLimit(most_bytes=LARGEST_SHEET)
    quota = READS

    def get_context_data(self, **context):
        year = self.kwargs["year"]
        return super().get_context_data(
            **context,
            list_url=self.pages.list_url(year),
            template_url=self.pages.url("template", year),
        )

    def form_valid(self, form):
        data = form.cleaned_data["sheet"].read()
        wanted = wanted_of(self.pages, self.request.user.organisation)
        try:
            sheet = read_sheet(data, self.pages.columns, wanted)
        except Unmapped as problem:
            sheets = sketch(data, wanted)
            if sheets:
                upload = UploadedSheet.objects.store(data, rows=self.pages.name, by=self.request.user)
                columns = SheetColumnsForm(sheets=sheets, columns=self.pages.columns)
                return show_columns(self.request, self.pages, self.kwargs["year"], upload, columns, problem)
            form.add_error("sheet", str(problem))
            return self.form_invalid(form)
        except UnreadableSheet as problem:
            form.add_error("sheet", str(problem))
            return self.form_invalid(form)
        UploadedSheet.objects.store(data, rows=self.pages.name, by=self.request.user)
        return show_sheet(self.request, self.pages, self.kwargs["year"], sheet)


class SheetColumns(EditorsOnlyMixin, View):
    """The page on which a person says what the columns of the file hold that was uploaded last."""

    pages = None  # RowPages

    def get(self, request, year):
        return self.answer(None)

    def post(self, request, year):
        return self.answer(request.POST)

    def answer(self, sent):
        request, year, pages = self.request, self.kwargs["year"], self.pages
        upload = UploadedSheet.objects.of_person(request.user, pages.name)
        if upload is None:
            messages.warning(request, GONE)
            return HttpResponseRedirect(pages.url("sheet", year))
        data, wanted = bytes(upload.data), wanted_of(pages, request.user.organisation)
        form = SheetColumnsForm(sent, sheets=sketch(data, wanted), columns=pages.columns)
        if sent is not None and sent.get("file") != upload.name:
            form = SheetColumnsForm(sheets=form.sketched, columns=pages.columns)
            return show_columns(request, pages, year, upload, form, ANOTHER)
        if not form.is_valid():
            return show_columns(request, pages, year, upload, form)
        return self.chosen(upload, wanted, form)

    def chosen(self, upload, wanted, form):
        """Remember the choice and show the rows of the list for review."""
        pages, year, organisation = self.pages, self.kwargs["year"], self.request.user.organisation
        choices = form.choices
        try:
            wanted = replace(wanted, choices=choices, with_hidden=form.cleaned_data["hidden"])
            sheet = read_sheet(bytes(upload.data), pages.columns, wanted)
        except UnreadableSheet as problem:
            return show_columns(self.request, pages, year, upload, form, problem)
        tables = {one.place: one.table_under(choices[one.place]) for one in form.sketched}
        remember(tables, choices, pages=pages, of=organisation)
        return show_sheet(self.request, pages, year, sheet)


def show_columns(request, pages, year, upload, form, problem=""):
    context = {
        "form": form,
        "file": upload.name,
        "pages": pages,
        "year": year,
        "problem": str(problem),
        "columns_url": pages.url("sheet_columns", year),
        "sheet_url": pages.url("sheet", year),
        "list_url": pages.list_url(year),
    }
    return render(request, "reports/reading/sheet_columns.html", context)
