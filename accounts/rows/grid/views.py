"""The page where the values that rows lack are typed in a table."""

from functools import reduce
from operator import or_

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.functional import cached_property
from django.views.generic import ListView

from accounts.rows import parse_pk
from accounts.rows.grid.saving import grid_forms, save_grid
from accounts.rows.listing import Listing
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from accounts.rows.views.undo import GRID
from accounts.typed import restore_typed
from accounts.views.paging import ROWS_A_PAGE, PagedMixin

NOTHING_TYPED = "Chưa có ô nào thay đổi."
ALL_ROWS = "tatca"


class RowGrid(EditorsOnlyMixin, OwnedRowsMixin, PagedMixin, ListView):
    """Shows the rows that lack values, with ?tatca=1 all rows, with the filters of the list those rows; saves them.

    Rows that could not be saved are shown again with what was typed, and nothing else.
    """

    http_method_names = ("get", "post")
    keeps_typed = True
    template_name = "accounts/rows/grid.html"

    def get(self, request, *args, **kwargs):
        if (typed := restore_typed(request)) is not None:
            rows = {row.pk: row for row in self.rows.filter(pk__in=self.sent_pks(typed))}
            sent = [rows[pk] for pk in self.sent_pks(typed) if pk in rows]
            return self.show(self.forms(sent, typed))
        return super().get(request, *args, **kwargs)

    def post(self, request, year):
        done = save_grid(self.pages, self.sent_pks(request.POST), request.POST, year=year, by=request.user)
        self.show_what_was_done(done)
        if not done.open:
            return HttpResponseRedirect(request.get_full_path())
        for form in done.open:
            form.show_again()
        return self.show(done.open, status=409 if any(form.conflicts for form in done.open) else 200)

    def show_what_was_done(self, done):
        if done.stored:
            undo = self.pages.url("undo", self.kwargs["year"], done.stored.key)
            words = f"Đã lưu {len(done.changed)} {self.pages.noun}."
            messages.success(
                self.request, words, extra_tags=f"{undo}?{GRID}=1&{self.request.GET.urlencode()}"
            )
        elif not done.open:
            messages.warning(self.request, NOTHING_TYPED)

    @cached_property
    def rows(self):
        """Return the organisation's rows, also those that were deleted or moved to another year."""
        return self.model.with_deleted.of(self.request.user.organisation)

    @cached_property
    def listing(self):
        params = self.request.GET.copy()
        params.pop("daxoa", None)
        return Listing(self.rows.for_year(self.kwargs["year"]), self.pages, params)

    def get_queryset(self):
        rows = self.listing.rows.select_related("division")
        return rows if self.listing.is_narrowed or self.shows_all else rows.filter(self.lacking)

    @property
    def shows_all(self):
        return self.request.GET.get(ALL_ROWS) == "1"

    @property
    def lacking(self):
        return reduce(or_, (gap.condition for gap in self.pages.gaps))

    def page_rows(self, page):
        forms = self.forms(list(page))
        any(form.focus() for form in forms)
        return forms

    def sent_pks(self, data):
        """Return the pks of the rows in a sent grid, in their order; one grid shows at most a page."""
        pks = (parse_pk(text) for text in data.getlist("row")[:ROWS_A_PAGE])
        return [pk for pk in dict.fromkeys(pks) if pk]

    def forms(self, rows, data=None):
        return grid_forms(self.pages, rows, data, year=self.kwargs["year"], by=self.request.user)

    def show(self, forms, status=200):
        """Show the rows of these bound forms, and no others."""
        self.object_list = self.model.objects.none()
        context = self.get_context_data() | {"object_list": forms, "is_unsaved": True, "is_paginated": False}
        return self.render_to_response(context, status=status)

    def get_context_data(self, **context):
        context, year = super().get_context_data(**context), self.kwargs["year"]
        lacking = self.listing.all_rows.filter(self.lacking).count()
        state = "listing" if self.listing.is_narrowed else "all" if self.shows_all else "lacking"
        return context | {
            "listing": self.listing,
            "lacking": lacking,
            "state": state,
            "headings": [self.heading(name) for name in self.pages.grid_form_class.columns],
            "list_url": f"{self.pages.list_url(year)}{self.listing.query()}",
        }

    def heading(self, name):
        return self.pages.grid_form_class.base_fields[name].label
