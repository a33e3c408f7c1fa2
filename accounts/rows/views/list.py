"""The list of a year's rows."""

from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import ListView

from accounts.forms.selected_rows import SelectedForm
from accounts.returning import return_address, return_query
from accounts.rows import parse_pk
from accounts.rows.files import file_counts
from accounts.rows.list_rows import ListRows, Use
from accounts.rows.views.in_place import InPlaceMixin
from accounts.rows.views.order import stored_reordering
from accounts.rows.views.owned import OwnedRowsMixin
from accounts.rows.year_listing import YearListing
from accounts.views.paging import PagedMixin

DENSE, FULL = "gon", "day-du"
STYLE = "list_style"  # where the session stores the last choice of ?kieu=
# {what the context says that the user may do: how the rows are written}
USES = {"can_select": Use.SELECT, "can_restore": Use.RESTORE, "is_ordering": Use.MOVE}
MOST_IN_FULL = 12  # rows; longer lists are dense until somebody chooses


class YearRowList(InPlaceMixin, OwnedRowsMixin, PagedMixin, ListView):
    """Lists a year's rows, filtered by ?tim=, ?loai= …, or with buttons for moving them by ?xep-lai=1."""

    @cached_property
    def listing(self):
        return YearListing(self.request.user.organisation, self.kwargs["year"], self.pages, self.request.GET)

    def get_queryset(self):
        return self.listing.listed()

    def get_paginator(self, *args, **kwargs):
        """Return the paginator, which needs no query where the listing has counted its rows."""
        paginator = super().get_paginator(*args, **kwargs)
        if not self.listing.is_narrowed:
            paginator.count = self.listing.total
        return paginator

    def page_rows(self, page):
        """Return the rows of a page, each with its place in the list and its count of files.

        These are texts: a template takes longer to localise a number than to render the rest of the row.
        """
        rows = list(page)
        files, places = file_counts(rows), self.places(rows, page)
        for row in rows:
            place = places[row.pk]
            row.key, row.place, row.files = str(row.pk), str(place), str(files.get(row.pk, ""))
            row.is_first, row.is_last = place == 1, place == self.listing.total
            row.focus, row.is_chosen = self.focus(row), self.all_chosen or row.pk in self.chosen
        return rows

    def places(self, rows, page):
        """Return {pk: place in the whole list of the year, as the report prints it}, also in a filtered list.

        Deleted rows have no such place; they are numbered as they are shown.
        """
        shown = {row.pk: place for place, row in enumerate(rows, start=page.start_index())}
        return shown if self.listing.is_plain or self.listing.shows_deleted else self.listing.places()

    def focus(self, row):
        """Return which button of the row just moved gets the focus: the one that moved it, if it still works."""
        if row.key != self.request.GET.get("dong"):
            return ""
        down = self.request.GET.get("huong") == "xuong" or row.is_first
        return "up" if row.is_last or not down else "down"

    @property
    def all_chosen(self):
        return self.request.GET.get("chon") == "trang"

    @cached_property
    def chosen(self):
        """Return the pks of the rows that are ticked from the start: ?chon=12-15."""
        return {parse_pk(text) for text in self.request.GET.get("chon", "").split("-")}

    @cached_property
    def is_dense(self):
        """Return whether each row takes one line: as ?kieu= says, else as chosen last in this session."""
        session, asked = self.request.session, self.request.GET.get("kieu")
        if asked in (DENSE, FULL) and session.get(STYLE) != asked:
            session[STYLE] = asked
        chosen = session.get(STYLE) or (DENSE if self.listing.total > MOST_IN_FULL else FULL)
        return chosen == DENSE

    @property
    def here(self):
        """Return the address of this page of the list, without what is open or ticked on it."""
        query = self.query()
        return f"{self.pages.list_url(self.kwargs['year'])}{'?' if query else ''}{query}"

    def query(self):
        page = parse_pk(self.request.GET.get("trang", "")) or 1
        return urlencode(self.listing.state | ({"trang": page} if page > 1 else {}))

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        context |= {"listing": self.listing, **self.uses(), **self.addresses()}
        if context["can_select"]:
            known = {"by": self.request.user, "divisions": self.listing.divisions}
            context["selection"] = SelectedForm(model=self.model, year=self.kwargs["year"], **known)
        context |= self.form_in_place(context["object_list"])
        return context | {"rows": self.html(context)}

    def html(self, context):
        """Return the rows as HTML: the first ones, which end with the one edited in place, and the others."""
        use = next((use for name, use in USES.items() if context[name]), Use.READ)
        listed = ListRows(
            self.pages.cells,
            use,
            row_query=context["row_query"] if context["is_linked"] else None,
            edit_query=context["in_place_query"],
        )
        rows, row = context["object_list"], context["in_place"]
        count = rows.index(row) + 1 if row else 0
        return {"first": listed.html(rows[:count]), "others": listed.html(rows[count:])}

    def uses(self):
        """Return the context for what the user may do with the list."""
        may_edit, listing = self.request.user.may_edit, self.listing
        return {
            "may_edit": may_edit,
            "is_ordering": self.is_ordering,
            "is_dense": self.is_dense,
            "is_linked": not listing.shows_deleted,
            "can_restore": may_edit and listing.shows_deleted,
            "can_select": may_edit and not listing.shows_deleted and not self.is_ordering,
            "can_paste": may_edit and listing.is_plain and not self.is_ordering,
            **(self.ordering() if self.is_ordering else {}),
        }

    def ordering(self):
        """Return the context for moving rows: what undoes the last move, and the button pressed last."""
        year = self.kwargs["year"]
        last = stored_reordering(self.request.session, self.pages, year)
        return {
            "undo_key": last["key"] if last else "",
            "undo_url": self.pages.url("order_undo", year),
            "pressed": self.request.GET.get("nut", ""),
        }

    def addresses(self):
        """Return the addresses for these actions."""
        pages, year, query = self.pages, self.kwargs["year"], self.query()
        exports = {ending.upper(): pages.url("export", year, ending) for ending in ("xlsx", "docx")}
        return {
            "add_url": pages.url("add", year),
            "upload_url": pages.url("upload", year) if pages.read_file else "",
            "sheet_url": pages.url("sheet", year),
            "select_url": pages.url("select", year),
            "order_url": pages.url("order", year),
            "by_date_url": pages.url("by_date", year),
            "exports": {name: f"{url}{self.listing.query()}" for name, url in exports.items()},
            "return_url": return_address(self.request),
            "row_query": return_query(self.here if query else ""),
            "in_place_query": f"?{query}{'&' if query else ''}sua=",
        }

    @property
    def is_ordering(self):
        """Return whether rows are being moved, which takes an unfiltered list in the order of the report."""
        asks = self.request.GET.get("xep-lai") == "1"
        return asks and self.request.user.may_edit and self.listing.is_plain
