"""The list of a year's rows."""

from django.utils.functional import cached_property
from django.views.generic import ListView

from accounts.forms.selected_rows import SelectedForm
from accounts.rows.files import file_counts
from accounts.rows.listing import Listing
from accounts.rows.views.owned import OwnedRowsMixin
from accounts.views.paging import PagedMixin


class YearRowList(OwnedRowsMixin, PagedMixin, ListView):
    """Lists a year's rows, filtered by ?tim=, ?loai= …, or with buttons for moving them by ?xep-lai=1."""

    @cached_property
    def listing(self):
        rows = self.model.with_deleted.of(self.request.user.organisation).for_year(self.kwargs["year"])
        return Listing(rows.select_related("division", "entered_by"), self.pages, self.request.GET)

    def get_queryset(self):
        return self.listing.rows

    def page_rows(self, page):
        """Return the rows of a page, each with its place in the list and its count of files.

        These are texts: a template takes longer to localise a number than to render the rest of the row.
        """
        rows = list(page)
        files = file_counts(rows)
        for place, row in enumerate(rows, start=page.start_index()):
            row.key, row.place, row.files = str(row.pk), str(place), str(files.get(row.pk, ""))
            row.is_first, row.is_last = place == 1, place == self.listing.total
            row.focus = self.focus(row)
        return rows

    def focus(self, row):
        """Return which button of the row just moved gets the focus: the one that moved it, if it still works."""
        if row.key != self.request.GET.get("dong"):
            return ""
        down = self.request.GET.get("huong") == "xuong" or row.is_first
        return "up" if row.is_last or not down else "down"

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        context |= {"listing": self.listing, **self.uses(), **self.addresses()}
        if context["can_select"]:
            by, year = self.request.user, self.kwargs["year"]
            context["selection"] = SelectedForm(model=self.model, by=by, year=year)
        return context

    def uses(self):
        """Return the context for what the user may do with the list."""
        may_edit, listing = self.request.user.may_edit, self.listing
        return {
            "may_edit": may_edit,
            "is_ordering": self.is_ordering,
            "is_linked": not listing.shows_deleted,
            "can_restore": may_edit and listing.shows_deleted,
            "can_select": may_edit and not listing.shows_deleted and not self.is_ordering,
            "can_paste": may_edit and listing.is_plain and not self.is_ordering,
            "all_chosen": self.request.GET.get("chon") == "trang",
        }

    def addresses(self):
        """Return the addresses for these actions."""
        pages, year = self.pages, self.kwargs["year"]
        exports = {ending.upper(): pages.url("export", year, ending) for ending in ("xlsx", "docx")}
        return {
            "add_url": pages.url("add", year),
            "upload_url": pages.url("upload", year) if pages.read_file else "",
            "sheet_url": pages.url("sheet", year),
            "select_url": pages.url("select", year),
            "by_date_url": pages.url("by_date", year),
            "exports": {name: f"{url}{self.listing.query()}" for name, url in exports.items()},
        }

    @property
    def is_ordering(self):
        """Return whether rows are being moved, which takes an unfiltered list in the order of the report."""
        asks = self.request.GET.get("xep-lai") == "1"
        return asks and self.request.user.may_edit and self.listing.is_plain
