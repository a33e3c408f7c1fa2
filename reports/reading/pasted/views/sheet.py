"""The page for uploading a list as a spreadsheet, which is then reviewed like a pasted one."""

from django.views.generic import FormView

from accounts.attaching.arriving import UploadLimit
from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.left_out import left_out_words
from accounts.rows.sheets.reading import read_sheet
from accounts.rows.views.owned import EditorsOnlyMixin
from reports.reading.pasted.forms.paste import LARGEST_SHEET, SheetForm
from reports.reading.pasted.forms.review import Review
from reports.reading.pasted.lines import sheet_lines
from reports.reading.pasted.views.paste import show_review


class SheetUpload(EditorsOnlyMixin, FormView):
    pages = None  # RowPages
    template_name = "reports/reading/sheet.html"
    form_class = SheetForm
    upload_limit = UploadLimit(most_bytes=LARGEST_SHEET)

    def get_context_data(self, **context):
        year = self.kwargs["year"]
        return super().get_context_data(
            **context,
            list_url=self.pages.list_url(year),
            template_url=self.pages.url("template", year),
        )

    def form_valid(self, form):
        by, year = self.request.user, self.kwargs["year"]
        try:
            sheet = read_sheet(form.cleaned_data["sheet"].read(), self.pages.columns)
        except UnreadableSheet as problem:
            form.add_error("sheet", str(problem))
            return self.form_invalid(form)
        if sheet.sentences:
            lines = sheet_lines(sheet.sentences)
            review = Review.of_lines(lines, by=by, year=year, unclear=self.pages.model)
        else:
            review = Review.of_sheet(sheet, kind=self.pages.name, by=by, year=year)
        not_read = [*left_out_words(sheet.left_out)]
        if sheet.unknown_headings:
            not_read.insert(0, f"Không đọc các cột: {'; '.join(sheet.unknown_headings)}.")
        return show_review(self.request, self.pages, year, review, not_read=not_read)
