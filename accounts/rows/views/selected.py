"""The view that does one thing to the selected rows of a list."""

from django.contrib import messages
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.generic import TemplateView

from accounts.forms.selected_rows import SelectedForm
from accounts.rows import parse_pk
from accounts.rows.listing import narrowed
from accounts.rows.selecting import MOST_SELECTED, do_to_selected
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from accounts.rows.views.undo import left_words
from accounts.typed import restore_typed
from pbgdpl.lib.vietnamese import thousands

NOTHING_CHOSEN = "Chưa chọn dòng nào. Đánh dấu ít nhất một dòng trong danh sách rồi bấm lại."
TOO_MANY = "Mỗi lần đổi được nhiều nhất {} dòng, danh sách này dài hơn. Lọc bớt rồi bấm lại."
OPTIONS = "goi-y"  # ?goi-y=1 answers with the options of the rows to link alone
LONGEST_BACK = 1000  # characters of the query string of the list


class RowSelect(EditorsOnlyMixin, OwnedRowsMixin, TemplateView):
    """Carries out command=… on the rows row=…, or with all=1 on all rows of the list whose filters are in back=….

    The page of the view lists the selected rows with the commands. It is shown where the value to set is not clear,
    and after a session that ended, so that nothing has to be chosen again.
    """

    http_method_names = ("get", "post")
    keeps_typed = True
    template_name = "accounts/rows/selected.html"

    def get(self, request, year):
        if OPTIONS in request.GET:
            return render(request, "accounts/rows/_link_options.html", {"options": self.form().options})
        self.sent = restore_typed(request)
        if self.sent is None or not (rows := self.rows()):
            return HttpResponseRedirect(self.address())
        return self.page(rows, self.form(initial=self.sent.dict() | {"link": self.sent.getlist("link")}))

    def post(self, request, year):
        self.sent = request.POST
        rows, form = self.rows(), self.form(self.sent)
        if not rows:
            messages.warning(request, NOTHING_CHOSEN)
        elif len(rows) > MOST_SELECTED:
            messages.warning(request, TOO_MANY.format(thousands(MOST_SELECTED)))
        elif not form.is_valid():
            return self.page(rows, form)
        else:
            self.carry_out(rows, form.task)
        return HttpResponseRedirect(self.address())

    def form(self, data=None, **kwargs):
        return SelectedForm(data, model=self.model, by=self.request.user, year=self.kwargs["year"], **kwargs)

    def rows(self):
        """Return the selected rows of the organisation, also those that were deleted or moved meanwhile."""
        rows = self.model.with_deleted.of(self.request.user.organisation)
        if "all" in self.sent:
            listed = narrowed(rows.for_year(self.kwargs["year"]), self.pages, QueryDict(self.back))
            return list(listed[: MOST_SELECTED + 1])
        pks = [pk for pk in map(parse_pk, self.sent.getlist("row")[:MOST_SELECTED]) if pk]
        return list(rows.filter(pk__in=pks).order_by("pk"))

    def page(self, rows, form):
        return self.render_to_response(
            self.get_context_data(
                rows=rows,
                selection=form,
                year=self.kwargs["year"],
                back=self.back,
                is_whole="all" in self.sent,
                list_url=self.address(),
                select_url=self.request.path,
            )
        )

    @property
    def back(self):
        return (self.sent or {}).get("back", "")[:LONGEST_BACK]

    def address(self):
        """Return the address of the list as it was."""
        query = QueryDict(self.back).urlencode()
        return self.pages.list_url(self.kwargs["year"]) + (f"?{query}" if query else "")

    def carry_out(self, rows, task):
        done = do_to_selected(rows, task, year=self.kwargs["year"], by=self.request.user)
        words = [self.done_words(done, task)] if done.changed else []
        if done.unchanged:
            words.append(f"{self.counted(done.unchanged)} không phải đổi.")
        words.append(left_words(done.gone, "đã bị xóa hoặc chuyển sang năm khác trước đó"))
        query = self.address().partition("?")[2]
        undo = self.pages.url("undo", self.kwargs["year"], done.stored.key) if done.stored else ""
        undo += f"?{query}" if undo and query else ""
        show = messages.warning if done.gone else messages.success
        show(self.request, " ".join(filter(None, words)), extra_tags=undo)

    def done_words(self, done, task):
        before, after = task.done
        if "deleted_at" in task.values and len(done.changed) == 1:
            return f"{before} “{done.changed[0]}”."
        return f"{before} {self.counted(done.changed)} {after}".strip() + "."

    def counted(self, rows):
        return f"{thousands(len(rows))} {self.pages.noun}"
