"""The page for uploading a list as a spreadsheet, which is then reviewed like a pasted one."""

from django.views.generic import FormView

from accounts.attaching.arriving import UploadLimit
from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.reading import read_sheet
from accounts.rows.views.owned import EditorsOnlyMixin
from reports.reading.pasted.forms.paste import LARGEST_SHEET, SheetForm
from reports.reading.pasted.forms.review import Review
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
        review = Review.of_upload(sheet, self.pages, by=by, year=year)
        return show_review(self.request, self.pages, year, review, not_read=[*sheet.not_read()])
