"""The pages for adding and editing a row."""

from functools import cache

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView

from accounts.history import last_change
from accounts.once import carried_out, carry_out_once
from accounts.returning import at_row, return_address, return_query
from accounts.rows import parse_pk
from accounts.rows.conflict import TAKING, Take
from accounts.rows.editing import edit_row, revive_row
from accounts.rows.views.conflict import ConflictMixin
from accounts.rows.views.files import WaitingFileMixin
from accounts.rows.views.link_search import as_typed, is_finding
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from accounts.typed import restore_typed
from pbgdpl.lib.composed import Composed
from pbgdpl.lib.vietnamese import clean_line

LONGEST_KIND = 40  # characters of a kind's name in an address


class RowForm(EditorsOnlyMixin, OwnedRowsMixin, FormView):
    """The base class for adding and editing a row; with "preview" it shows the sentence without saving."""

    keeps_typed = True  # restores form data after the session ended: see accounts.typed
    template_name = "accounts/rows/form.html"

    def get_form_class(self):
        return self.pages.form_class

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"by": self.request.user, "year": self.kwargs["year"]}
        if (typed := restore_typed(self.request)) is not None:
            kwargs["data"] = typed
        if year := self.request.POST.get("into_year"):
            kwargs["data"] = self.request.POST.copy()
            kwargs["data"]["reporting_year"] = year
        return kwargs

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        if "preview" in request.POST or is_finding(request.POST):
            return self.preview(form)
        if form.is_valid() and not form.open_doubts(self.insisted_on):
            return self.form_valid(form)
        return self.form_invalid(form)

    @property
    def insisted_on(self):
        """Return the keys of the doubts that the user has seen and insists on."""
        return " ".join(self.request.POST.getlist("insist")).split()

    def preview(self, form):
        """Show the typed values with their sentence, without error messages."""
        context = self.get_context_data(form=as_typed(self, form), typed_form=form, is_unsaved=True)
        return self.render_to_response(context)

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        form = context["form"]
        is_doubted = form.is_bound and form.is_valid()
        doubts = form.open_doubts(self.insisted_on) if is_doubted else []
        if not doubts:  # which take the focus themselves
            form.focus()
        return {
            "sentence_url": self.sentence_url(),
            "back_url": self.back_url(),
            "typed_form": self.filled(form),
            "is_unsaved": form.is_bound,
            "doubts": doubts,
            "insisted_on": " ".join(self.insisted_on),
        } | context

    def filled(self, form):
        """Return the form from whose values the sentence is composed."""
        return form

    def sentence_url(self):
        row = f"?dong={self.kwargs['pk']}" if "pk" in self.kwargs else ""
        return f"{self.pages.url('sentence', self.kwargs['year'])}{row}"

    def back_url(self):
        """Return the address of the link for leaving without saving."""
        return self.pages.list_url(self.kwargs["year"])


class RowAdd(WaitingFileMixin, RowForm):
    def get_initial(self):
        """Return the initial values: the kind of the row added before, or the values of a row to copy."""
        return super().get_initial() | self.kind_again() | self.copied()

    def kind_again(self):
        kind = clean_line(self.request.GET.get("loai", "")[:LONGEST_KIND])
        return {self.get_form_class().carried_over: kind} if kind else {}

    def copied(self):
        """Return the values of the row to copy, ?tu=12, which may be of any year."""
        if (pk := parse_pk(self.request.GET.get("tu", ""))) is None:
            return {}
        rows = self.model.objects.of(self.request.user.organisation)
        row = get_object_or_404(rows, pk=pk)
        form = self.get_form_class()(instance=row, by=self.request.user, year=self.kwargs["year"])
        return form.copy_values()

    def filled(self, form):
        """Return a form bound to the values of the document or of the row that a new row is filled from."""
        if form.is_bound or not {"tep", "tu"} & self.request.GET.keys():
            return form
        values = {name: form[name].value() for name in form.fields}
        return self.get_form_class()(values, by=self.request.user, year=self.kwargs["year"])

    def form_valid(self, form):
        def save():
            row = form.save()
            messages.success(self.request, f"Đã lưu {row.short_name}.")
            self.attach_waiting_file(row)
            return self.next_address(form, row)

        key = form.cleaned_data["sent_key"]
        return HttpResponseRedirect(carry_out_once(save, key=key, by=self.request.user))

    def form_invalid(self, form):
        """Show the faults; redirect a form sent again to its row, which would count as a duplicate now."""
        key = form.cleaned_data.get("sent_key")
        if key and (address := carried_out(key=key, by=self.request.user)):
            return HttpResponseRedirect(address)
        return super().form_invalid(form)

    def next_address(self, form, row):
        """Return the address of the row's page, or of the form for another row of the same kind."""
        if "add_another" not in self.request.POST:
            return row.get_absolute_url()
        asked = QueryDict(mutable=True)
        kind = getattr(row, form.carried_over)
        asked["loai"] = kind if len(kind) <= LONGEST_KIND else row.get_kind_display()
        return f"{self.pages.url('add', self.kwargs['year'])}?{asked.urlencode()}"


class RowEdit(ConflictMixin, RowForm):
    stored_message = "Giữ bản đã lưu: {}."

    @cached_property
    def instance(self):
        """Return the row, also if somebody has meanwhile moved it to another year or deleted it."""
        row = _own_row(self.model).first(self.request.user.organisation_id, self.kwargs["pk"])
        if row is None:
            raise Http404
        row.organisation = self.request.user.organisation  # which is read already
        return row

    def get(self, request, *args, **kwargs):
        if self.instance.deleted_at:
            return HttpResponseRedirect(self.instance.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def bound(self, row, data=None):
        return self.get_form_class()(data, instance=row, by=self.request.user, year=self.kwargs["year"])

    def save(self, form):
        return form.save(edit=revive_row if self.request.POST.get(TAKING) == Take.REVIVED else edit_row)

    def called(self, row):
        return row.short_name

    def next_address(self, row):
        """Return the address of the list that the row was opened from, at the row, else that of the row's page."""
        address = return_address(self.request)
        return at_row(address, row.pk) if address else row.get_absolute_url()

    def stored_address(self):
        return self.next_address(self.instance)

    def about_conflict(self, row):
        return {
            "view": self,
            "year": self.kwargs["year"],
            "title": f"Hai người cùng sửa {row.short_name}",
            "heading": "Dòng bạn đang sửa vừa bị xóa" if row.deleted_at else "Hai người cùng sửa một dòng",
            "name": row.short_name,
            "parts": "mục",
            "change": last_change(row),
        }

    def back_url(self):
        page = reverse(self.pages.name, args=[self.kwargs["year"], self.kwargs["pk"]])
        return f"{page}{return_query(return_address(self.request))}"


class RowSentence(RowForm):
    """Renders the sentence for the values typed so far, of a new row or of the row ?dong=12, without saving."""

    keeps_typed = False
    http_method_names = ("post",)
    template_name = "accounts/rows/_form_sentence.html"

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if (pk := parse_pk(self.request.GET.get("dong", ""))) is not None:
            rows = self.model.objects.of(self.request.user.organisation)
            kwargs["instance"] = get_object_or_404(rows, pk=pk)
        return kwargs

    def post(self, request, *args, **kwargs):
        return self.render_to_response({"typed_form": self.get_form()})


@cache
def _own_row(model):
    return Composed(lambda organisation, pk: model.with_deleted.filter(organisation=organisation, pk=pk))
