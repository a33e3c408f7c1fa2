"""The form of one row within its list: the list's own page shows it, and accepts what it sends."""

from django.http import Http404

from accounts.forms.row_in_place import in_place_form
from accounts.returning import at_row
from accounts.rows import parse_pk
from accounts.rows.views.form import RowEdit

ASKED = "sua"  # ?sua=12 shows the form of the row with that pk


class RowInPlace(RowEdit):
    """Saves the form of a row within its list, and returns to that row; the list shows the form's faults."""

    list_page = None  # the list's view

    def get_form_class(self):
        return in_place_form(self.pages.form_class)

    def preview(self, form):
        return self.form_invalid(form)

    def form_invalid(self, form):
        return self.list_page.shown_with(form)

    def next_address(self, row):
        return at_row(self.list_page.here, row.pk)


class InPlaceMixin:
    """Adds to a list the form of the row that ?sua=12 names."""

    keeps_typed = True  # restores form data after the session ended: see accounts.typed
    in_place_form = None  # the sent form, with its faults

    @property
    def row_in_place(self):
        """Return the pk of the row whose form is asked for, or None."""
        return parse_pk(self.request.GET.get(ASKED, "")) if self.request.user.may_edit else None

    def in_place(self):
        """Return the view that saves the row's form."""
        view = RowInPlace(pages=self.pages, list_page=self)
        view.setup(self.request, year=self.kwargs["year"], pk=self.row_in_place)
        return view

    def post(self, request, year):
        if not request.GET.get(ASKED, "").isdecimal():
            raise Http404
        return self.in_place().dispatch(request, year=year, pk=self.row_in_place or 0)

    def shown_with(self, form):
        self.in_place_form = form
        return self.get(self.request, **self.kwargs)

    def form_in_place(self, rows):
        """Return the context for the form of the row that is asked for, if the page has that row."""
        if not (row := next((row for row in rows if row.pk == self.row_in_place), None)):
            return {"in_place": None}
        view = self.in_place()
        form = self.in_place_form or view.get_form()
        form.focus()
        doubts = form.open_doubts(view.insisted_on) if form.is_bound and form.is_valid() else []
        return {"in_place": row, "form": form, "doubts": doubts, "insisted_on": view.insisted_on}
