"""The views that order the rows of a list by hand, order them by date again, and undo the last ordering."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode
from django.views.generic import View

from accounts.rows import parse_pk
from accounts.rows.ordering import Reordering, Way, move_rows, order_by_date, undo_reordering
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from accounts.views.paging import ROWS_A_PAGE

NOTHING_CHOSEN = "Chưa chọn dòng nào để chuyển. Đánh dấu ít nhất một dòng rồi bấm lại."
NO_SUCH_PLACE = "Ghi số thứ tự của dòng sẽ đứng ngay sau các dòng đã chọn, như 7."
NOT_LAST = "Chỉ hoàn tác được lần sắp xếp cuối cùng của phiên làm việc này."
TO_END, NO_PLACE = "end", 0
MOST_ROWS = 100_000  # of a list; a place beyond it is the end
WAYS = frozenset(Way)
LAST = "last_reordering"  # where the session stores what undoes the last ordering


def stored_reordering(session, pages, year):
    """Return the last ordering of a list in this session as stored, with its key; None if there is none."""
    stored = session.get(LAST) or {}
    return stored if stored.get("list") == [pages.name, year] else None


class ReorderingMixin(EditorsOnlyMixin, OwnedRowsMixin):
    """Stores what undoes an ordering, and returns to the list while rows are moved."""

    http_method_names = ("post",)

    def store(self, made):
        """Store what undoes the ordering; return the address that does it."""
        year, key = self.kwargs["year"], uuid4().hex
        self.request.session[LAST] = {"list": [self.pages.name, year], "key": key, "made": made.as_json()}
        return f"{self.pages.url('order_undo', year)}?{urlencode({'key': key})}"

    def rows(self):
        return self.model.objects.of(self.request.user.organisation).for_year(self.kwargs["year"])

    def rows_with_deleted(self):
        return self.model.with_deleted.of(self.request.user.organisation).for_year(self.kwargs["year"])

    def move(self, rows, pks, way, before=None):
        if made := move_rows(rows, pks, way, by=self.request.user, before=before):
            self.store(made)

    def page_of(self, rows, pks):
        """Return the number of the list's page with the first of the rows."""
        places = enumerate(rows.in_order().values_list("pk", flat=True))
        return next((place // ROWS_A_PAGE + 1 for place, pk in places if pk in pks), 1)

    def address(self, **more):
        """Return the address of the list with the rows being moved; it still leads back to where it was opened."""
        sent = QueryDict(self.request.POST.get("back", "")[:3000])
        back = {"ve": sent["ve"]} if "ve" in sent else {}
        return f"{self.pages.list_url(self.kwargs['year'])}?{urlencode({'xep-lai': 1, **more, **back})}"


class RowMove(ReorderingMixin, View):
    """Moves a row one place (direction=up, down) or before another one (before=its pk, before=end: to the end)."""

    def post(self, request, year, pk):
        rows = self.rows()
        get_object_or_404(rows, pk=pk)
        direction, before = request.POST.get("direction"), request.POST.get("before", "")
        if before == TO_END or rows.filter(pk=parse_pk(before) or 0).exists():
            self.move(rows, {pk}, Way.BEFORE, before=parse_pk(before))
        elif direction in (Way.UP, Way.DOWN):
            self.move(rows, {pk}, Way(direction))
        else:
            return HttpResponseRedirect(self.address())
        # The row keeps the focus, on the button that moved it.
        turned = "xuong" if direction == Way.DOWN else "len"
        return HttpResponseRedirect(self.address(trang=self.page_of(rows, {pk}), dong=pk, huong=turned))


class RowsOrder(ReorderingMixin, View):
    """Moves the ticked rows together: command=up, down, first, last, or before the row in a place (place=7)."""

    def post(self, request, year):
        rows, command = self.rows(), request.POST.get("command")
        pks = {pk for text in request.POST.getlist("row")[:ROWS_A_PAGE] if (pk := parse_pk(text))}
        chosen = [pk for pk in rows.in_order().values_list("pk", flat=True) if pk in pks]
        if not chosen:
            messages.warning(request, NOTHING_CHOSEN)
        elif command == Way.BEFORE and self.followed(rows) == NO_PLACE:
            messages.warning(request, NO_SUCH_PLACE)
        elif command in WAYS:
            self.move(rows, chosen, Way(command), before=self.followed(rows))
        ticked = "-".join(map(str, chosen))
        page = self.page_of(rows, chosen)
        return HttpResponseRedirect(self.address(trang=page, chon=ticked, nut=command if chosen else ""))

    def followed(self, rows):
        """Return the pk of the row that the chosen ones are put before, None for the end, 0 for no such place."""
        if before := self.request.POST.get("before"):
            return None if before == TO_END else parse_pk(before) or NO_PLACE
        place = parse_pk(self.request.POST.get("place", "").strip()) or NO_PLACE
        pks = rows.in_order().values_list("pk", flat=True)
        return (pks[place - 1 : place].first() if place < MOST_ROWS else None) if place else NO_PLACE


class RowsByDate(ReorderingMixin, View):
    """Orders the rows by date again."""

    def post(self, request, year):
        # Deleted rows as well, so that a restored one appears by its date.
        made = order_by_date(self.rows_with_deleted(), by=request.user)
        messages.success(request, "Đã xếp lại theo ngày.", extra_tags=self.store(made) if made else "")
        return HttpResponseRedirect(self.pages.list_url(year))


class OrderUndo(ReorderingMixin, View):
    """Undoes the last ordering of this session, if it was of this list and is the one that the button shows."""

    def post(self, request, year):
        stored = stored_reordering(request.session, self.pages, year)
        if not stored or stored["key"] != request.GET.get("key"):
            messages.warning(request, NOT_LAST)
        else:
            del request.session[LAST]
            self.undo(Reordering(**stored["made"]))
        is_ordering = "back" in request.POST
        return HttpResponseRedirect(self.address() if is_ordering else self.pages.list_url(year))

    def undo(self, made):
        try:
            undo_reordering(self.rows_with_deleted(), made, by=self.request.user)
        except ValidationError as refused:
            messages.warning(self.request, " ".join(refused.messages))
        else:
            messages.success(self.request, "Đã trả lại thứ tự trước khi sắp xếp.")
