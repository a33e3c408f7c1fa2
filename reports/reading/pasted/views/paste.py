"""The pages of a pasted list: pasting, reviewing, saving, undoing."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.functional import cached_property
from django.views.generic import FormView, View

from accounts.conflict import Conflict
from accounts.costly import READS
from accounts.forms.sent_key import SentKeyField
from accounts.models import UploadedSheet
from accounts.once import carry_out_once
from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.layouts import wanted_of
from accounts.rows.sheets.reading import read_sheet
from accounts.rows.views.owned import EditorsOnlyMixin
from accounts.typed import restore_typed
from events.views import EVENTS
from plans.views import DIRECTIVES, PLANS, POLICIES
from reports.reading.pasted.forms.kinds import counted
from reports.reading.pasted.forms.paste import PasteForm
from reports.reading.pasted.forms.review import NotReady, Review, pasted_text
from reports.reading.pasted.lines import pasted_lines
from reports.reading.pasted.save_rows import pks_of, take_back
from reports.reading.pasted.table import pasted_table
from reports.reading.pasted.views.showing import address, show_review, show_sheet

PAGES = {pages.list_name: pages for pages in (DIRECTIVES, PLANS, POLICIES, EVENTS)}
BY_HEADINGS = (PLANS, DIRECTIVES, POLICIES, EVENTS)  # of lists that know a block's headings alike, the first
OF_LIST = "Theo tiêu đề các cột, đây là danh sách {heading}, nên đọc vào danh sách đó."
LAST_PASTED = "pasted"  # the session's key for the last saved list: its key and the pks of its rows


class FromListMixin:
    """Gives the pages of the list that a person came from: ?vao=, by default that of plans."""

    @cached_property
    def pages(self):
        return PAGES.get(self.request.GET.get("vao"), PLANS)


class Paste(EditorsOnlyMixin, FromListMixin, FormView):
    """The page with the box for a list. A review that is sent here becomes the text that was pasted."""

    keeps_typed = True
    quota = READS
    template_name = "reports/reading/paste.html"
    form_class = PasteForm

    def get_context_data(self, **context):
        year = self.kwargs["year"]
        addresses = {"list_url": self.pages.list_url(year), "sheet_url": self.pages.url("sheet", year)}
        paste_url = address("paste", year, self.pages)
        return super().get_context_data(**context, **addresses, pages=self.pages, paste_url=paste_url)

    def get_initial(self):
        typed = restore_typed(self.request)
        return {"text": pasted_text(typed)} if typed else {}

    def post(self, request, year):
        if "row" in request.POST:
            form = PasteForm(initial={"text": pasted_text(request.POST)})
            return self.render_to_response(self.get_context_data(form=form))
        return super().post(request, year)

    def form_valid(self, form):
        text = form.cleaned_data["text"]
        lists = [self.pages, *(pages for pages in BY_HEADINGS if pages != self.pages)]
        table = pasted_table(text, lists, self.request.user.organisation)
        if table and table.data:
            with suppress(UnreadableSheet):  # what is no list by its columns may be one by its lines
                return self.show_table(table, text)
        by, year = self.request.user, self.kwargs["year"]
        review = Review.of_lines(pasted_lines(text), by=by, year=year, unclear=self.pages.model)
        not_read = [table.why_not] if table and table.why_not else []
        return show_review(self.request, self.pages, year, review, not_read=not_read)

    def show_table(self, table, text):
        by, pages = self.request.user, table.pages
        sheet = read_sheet(table.data, pages.columns, wanted_of(pages, by.organisation))
        UploadedSheet.objects.store(table.data, rows=pages.name, by=by)
        notes = [OF_LIST.format(heading=pages.heading)] if pages != self.pages else []
        return show_sheet(self.request, pages, self.kwargs["year"], sheet, text=text, notes=notes)


class PasteSave(EditorsOnlyMixin, FromListMixin, View):
    """Saves a reviewed list, or shows it again with its problems."""

    keeps_typed = True

    def get(self, request, year):
        if typed := restore_typed(request):
            return show_review(request, self.pages, year, Review.sent(typed, by=request.user, year=year))
        return HttpResponseRedirect(address("paste", year, self.pages))

    def post(self, request, year):
        key = SentKeyField().clean(request.POST.get("sent_key"))
        try:
            return HttpResponseRedirect(carry_out_once(self.save, key=key, by=request.user))
        except NotReady as refused:
            review = refused.review
        except Conflict:  # while the list was being saved
            review = Review.sent(request.POST, by=request.user, year=year)
        return show_review(request, self.pages, year, review, was_refused=True)

    def save(self):
        """Check and save the list in one transaction, so that a second click finds it saved, not full of duplicates."""
        year, by = self.kwargs["year"], self.request.user
        review = Review.sent(self.request.POST, by=by, year=year)
        if review.problems():
            raise NotReady(review)
        self.request.session[LAST_PASTED] = [str(review.sent_key), pks_of(review.save(by))]
        undo = "" if review.changed else address("paste_undo", year, self.pages, review.sent_key)
        UploadedSheet.objects.filter(uploaded_by=by).delete()
        messages.success(self.request, saved_words(review, year), extra_tags=undo)
        return self.pages.list_url(year)


class PasteUndo(EditorsOnlyMixin, FromListMixin, View):
    http_method_names = ("post",)

    def post(self, request, year, key):
        match request.session.get(LAST_PASTED):
            case [last_key, added] if last_key == str(key):
                count = take_back(added, by=request.user)
                messages.success(request, f"Đã xóa {count} dòng vừa lưu.")
            case _:
                messages.warning(request, "Không hoàn tác được nữa. Xóa từng dòng trong danh sách nếu cần.")
        return HttpResponseRedirect(self.pages.list_url(year))


def saved_words(review, year):
    """Return the message about a list that was saved."""
    added = f"lưu {counted(review.added)} vào năm {year}" if review.added else ""
    changed = f"sửa {len(review.changed)} dòng" if review.changed else ""
    return f"Đã {', '.join(filter(None, (added, changed)))}."
