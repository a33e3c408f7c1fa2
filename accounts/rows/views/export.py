"""Downloads of a list: its rows as a spreadsheet or a register, and the empty spreadsheet."""

from django.http import Http404, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.generic import View

from accounts.attaching.checking import ending_of
from accounts.attaching.kinds import KINDS
from accounts.costly import EXPORTS
from accounts.log.writing import record_export
from accounts.rows.listing import Listing
from accounts.rows.sheets.register import register_docx
from accounts.rows.sheets.template import template_sheet
from accounts.rows.sheets.writing import write_sheet
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from pbgdpl.lib.vietnamese import fold


def download(file, name):
    """Return the response that downloads a file; its content type follows from the name's ending."""
    content_type = KINDS[ending_of(name)].content_type
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(file, content_type=content_type, headers={"Content-Disposition": disposition})


@method_decorator(never_cache, name="dispatch")
class RowsExport(OwnedRowsMixin, View):
    """Exports all pages of the list with the same query string."""

    http_method_names = ("get", "head")
    quota = EXPORTS

    def sheet(self, listing):
        body, year = self.request.user.organisation.name, self.kwargs["year"]
        return write_sheet(self.pages, listing.rows, head=f"{self.pages.heading} năm {year} – {body}")

    def register(self, listing):
        return register_docx(
            self.pages,
            listing.rows,
            organisation=self.request.user.organisation,
            year=self.kwargs["year"],
            filters_text="; ".join(chip.words for chip in listing.chips),
        )

    formats = {"xlsx": sheet, "docx": register}

    def get(self, request, year, ending):
        if ending not in self.formats:
            raise Http404
        rows = self.model.with_deleted.of(request.user.organisation).for_year(year)
        listing = Listing(rows.select_related("division"), self.pages, request.GET)
        file, name = self.formats[ending](self, listing), self.file_name(ending)
        if request.method == "GET":
            words, chips = f"{self.pages.heading} năm {year}", [chip.words for chip in listing.chips]
            record_export(self.model, words, "; ".join([name, *chips]), by=request.user)
        return download(file, name)

    def file_name(self, ending):
        """Return a file name in ASCII letters, which every document system accepts."""
        code = "".join(char if char.isalnum() else "-" for char in fold(self.request.user.organisation.code))
        return f"{self.pages.slug}-{code.upper()}-{self.kwargs['year']}.{ending}"


class RowsTemplate(EditorsOnlyMixin, View):
    pages = None  # RowPages
    http_method_names = ("get", "head")

    def get(self, request, year):
        return download(template_sheet(self.pages), f"{self.pages.slug}-mau.xlsx")
