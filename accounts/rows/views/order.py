"""The view for commands for several rows of a list."""

from enum import StrEnum

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect, QueryDict
from django.utils.http import urlencode
from django.views.generic import View

from accounts.rows import parse_pk
from accounts.rows.editing import delete_row, list_rows, restore_row
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from accounts.views.paging import ROWS_A_PAGE

NOTHING_CHOSEN = "Chưa chọn dòng nào. Đánh dấu ít nhất một dòng trong danh sách rồi bấm lại."


class Command(StrEnum):
    """A button's command for the ticked rows."""

    ENLIST = "enlist"
    UNLIST = "unlist"
    DELETE = "delete"
    RESTORE = "restore"


class RowSelect(EditorsOnlyMixin, OwnedRowsMixin, View):
    """Carries out command=… (a `Command`) on the ticked rows, row=… for each."""

    http_method_names = ("post",)

    def post(self, request, year):
        # The button for undoing a deletion sends the command in its address.
        sent = request.POST if "command" in request.POST else request.GET
        with transaction.atomic():
            if rows := self.rows(sent.getlist("row")):
                self.carry_out(sent.get("command"), rows)
            else:
                messages.warning(request, NOTHING_CHOSEN)
        back = QueryDict(request.POST.get("back", "")[:1000]).urlencode()
        return HttpResponseRedirect(self.pages.list_url(year) + (f"?{back}" if back else ""))

    def rows(self, texts):
        rows = self.model.with_deleted.of(self.request.user.organisation).for_year(self.kwargs["year"])
        pks = [pk for pk in map(parse_pk, texts) if pk]
        return list(rows.filter(pk__in=pks[:ROWS_A_PAGE]).order_by("pk"))

    def carry_out(self, command, rows):
        match command:
            case Command.ENLIST:
                self.enlist(rows, in_report=True, words="Đã đưa {} vào danh mục của báo cáo.")
            case Command.UNLIST:
                self.enlist(rows, in_report=False, words="Đã bỏ {} khỏi danh mục của báo cáo.")
            case Command.DELETE:
                self.delete(rows)
            case Command.RESTORE:
                self.restore(rows)

    def enlist(self, rows, *, in_report, words):
        changed = list_rows(rows, by=self.request.user, in_report=in_report)
        messages.success(self.request, words.format(f"{changed} {self.pages.noun}"))

    def delete(self, rows):
        for row in rows:
            delete_row(row, by=self.request.user)
        undo = urlencode({"command": Command.RESTORE, "row": [row.pk for row in rows]}, doseq=True)
        messages.success(
            self.request, f"Đã xóa {self.words_for(rows)}.", extra_tags=f"{self.request.path}?{undo}"
        )

    def restore(self, rows):
        for row in rows:
            restore_row(row, by=self.request.user)
        messages.success(self.request, f"Đã khôi phục {self.words_for(rows)}.")

    def words_for(self, rows):
        """Return a description of the rows: the words of a single one, or how many there are."""
        return f"“{rows[0]}”" if len(rows) == 1 else f"{len(rows)} {self.pages.noun}"
