"""The views that order the rows of a list: moving one, and ordering all by date."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode
from django.views.generic import View

from accounts.rows import parse_pk
from accounts.rows.ordering import move_row, order_by_date, step_row
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from accounts.views.paging import ROWS_A_PAGE

TO_END = "end"


class RowMove(EditorsOnlyMixin, OwnedRowsMixin, View):
    """Moves a row one place (direction=up, down) or before another one (before=its pk, before=end: to the end)."""

    http_method_names = ("post",)

    def post(self, request, year, pk):
        row = get_object_or_404(self.get_queryset(), pk=pk)
        way, asked = request.POST.get("direction"), request.POST.get("before", "")
        if (before := self.other(asked)) or asked == TO_END:
            place = move_row(row, by=request.user, before=before)
        elif way in ("up", "down"):
            place = step_row(row, by=request.user, down=way == "down")
        else:
            return HttpResponseRedirect(self.address())
        # The row keeps the focus, on the button that moved it.
        direction = "xuong" if way == "down" else "len"
        return HttpResponseRedirect(self.address(trang=-(-place // ROWS_A_PAGE), dong=pk, huong=direction))

    def other(self, text):
        """Return the row of this list with the pk in the text, or None."""
        return self.get_queryset().filter(pk=parse_pk(text) or 0).first()

    def address(self, **more):
        return f"{self.pages.list_url(self.kwargs['year'])}?{urlencode({'xep-lai': 1, **more})}"


class RowsByDate(EditorsOnlyMixin, OwnedRowsMixin, View):
    """Orders the rows by date again."""

    http_method_names = ("post",)

    def post(self, request, year):
        # Deleted rows as well, so that a restored one appears by its date.
        order_by_date(self.model.with_deleted.of(request.user.organisation).for_year(year), by=request.user)
        messages.success(request, "Đã xếp lại theo ngày.")
        return HttpResponseRedirect(self.pages.list_url(year))
