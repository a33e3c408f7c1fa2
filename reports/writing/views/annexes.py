"""The pages of a report's annexes: the list with its buttons, and the forms to add and to write one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View

from accounts.conflict import Conflict
from accounts.once import carry_out_once
from accounts.returning import return_address
from accounts.rows import parse_pk
from accounts.typed import restore_typed
from pbgdpl.lib.vietnamese import first_words
from reports.models import Annex
from reports.views import OwnReportMixin, WritersOnlyMixin
from reports.writing.annexes import (
    AnnexGone,
    add_annex,
    delete_annex,
    deleted_annexes,
    label_of,
    listed_annexes,
    move_annex,
    restore_annex,
    write_annex,
)
from reports.writing.differences import section_difference
from reports.writing.figures import figures_of_text
from reports.writing.forms.annex import AnnexForm
from reports.writing.views.question import question_shown

MOST_DELETED = 20
TYPED = ("title", "body")
ADD_AGAIN = "Phụ lục này vừa bị xóa ở nơi khác. Bấm Lưu để thêm lại thành phụ lục mới với chữ đã gõ dưới đây."


class AnnexMixin:
    """Reaches the annexes of the report that the page reaches."""

    def address(self, name="report_annexes", *more):
        return reverse(name, args=[self.period, *more])

    @cached_property
    def stored_annex(self):
        return get_object_or_404(self.report.annexes.select_related("saved_by"), pk=self.kwargs["pk"])

    @property
    def annex(self):
        """Return the annex of the address, or an unsaved one, for which verbs raise AnnexGone."""
        pk = self.kwargs["pk"]
        return self.report.annexes.filter(pk=pk).first() or Annex(pk=pk, report=self.report)

    @cached_property
    def heading(self):
        return label_of(self.report, self.kwargs["pk"])


class AnnexList(OwnReportMixin, TemplateView):
    template_name = "reports/writing/annexes.html"

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {
            "report": self.report,
            "period": self.period,
            "annexes": listed_annexes(self.report),
            "deleted": deleted_annexes(self.report)[:MOST_DELETED] if self.may_write else [],
            "may_write": self.may_write,
            "status": self.status,
        }


@method_decorator(never_cache, name="dispatch")
class AnnexForms(WritersOnlyMixin, FormView):
    """A form of an annex; a refusal is shown above the fields, which still have what was typed."""

    http_method_names = ("get", "head", "post")
    keeps_typed = True
    template_name = "reports/writing/annex_form.html"
    form_class = AnnexForm

    def get(self, request, *args, **kwargs):
        if not self.status.is_open:
            messages.warning(request, self.refusal)
            return HttpResponseRedirect(self.address())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self):
        typed = restore_typed(self.request)
        return super().get_form_kwargs() | ({} if typed is None else {"data": typed})

    def form_valid(self, form):
        try:
            return HttpResponseRedirect(self.carry_out(form.cleaned_data))
        except ValidationError as refusal:
            return self.refused(form, refusal)

    def refused(self, form, refusal):
        form.add_error(None, refusal)
        return self.render_to_response(self.get_context_data(form=form), status=409)

    def get_context_data(self, **context):
        context = super().get_context_data(**context) | {"period": self.period, "heading": self.heading}
        return context | {"question": question_shown(context["form"])}


class AnnexAdd(AnnexMixin, AnnexForms):
    """Adds an annex with a title, and with a text if one was typed; it is then written on its own page."""

    heading = "Thêm phụ lục"

    def carry_out(self, sent):
        def add():
            annex = add_annex(self.report, title=sent["title"], body=sent["body"], by=self.request.user)
            messages.success(self.request, f"Đã thêm phụ lục “{first_words(annex.title)}”.")
            return self.address("report_annex", annex.pk)

        return carry_out_once(add, key=sent["sent_key"], by=self.request.user)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["title"].widget.attrs["autofocus"] = True
        return form

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        return context | {"has_text": bool(context["form"]["body"].value())}


class AnnexPage(AnnexMixin, AnnexForms):
    """The page on which an annex is written; after a conflict it shows both texts."""

    template_name = "reports/writing/annex.html"

    def get_initial(self):
        if self.request.method == "POST":
            return {"body": self.annex.body}
        annex = self.stored_annex
        return {"title": annex.printed("title"), "body": annex.body, "version": annex.version}

    def post(self, request, *args, **kwargs):
        if "keep_stored" in request.POST:
            messages.success(request, "Giữ bản đã lưu. Bản của bạn không được lưu.")
            return HttpResponseRedirect(return_address(request) or request.path)
        return super().post(request, *args, **kwargs)

    def carry_out(self, sent):
        typed = {name: sent[name] for name in (*TYPED, "version")}
        keeps_present = "both_shown" in self.request.POST
        write_annex(self.annex, **typed, by=self.request.user, keeps_present=keeps_present)
        messages.success(self.request, f"Đã lưu phụ lục “{first_words(sent['title'])}”.")
        here = return_address(self.request) or self.request.path
        return self.address() if "to_list" in self.request.POST else here

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Conflict as conflict:
            return self.conflict(form, conflict.stored)

    def refused(self, form, refusal):
        if isinstance(refusal, AnnexGone):
            form.add_error(None, ADD_AGAIN)
            context = {"form": form, "period": self.period, "heading": self.heading, "has_text": True}
            context["action"] = self.address("report_annex_add")
            return render(self.request, "reports/writing/annex_form.html", context, status=409)
        return super().refused(form, refusal)

    def conflict(self, form, stored):
        """Show the typed text beside the stored one; save nothing."""
        mine = [form.cleaned_data[name] for name in TYPED]
        theirs = [stored.printed("title"), stored.body]
        context = {
            "period": self.period,
            "noun": "phụ lục",
            "heading": self.heading,
            "form": form,
            "stored": stored,
            "lines": section_difference("\n".join(theirs), "\n".join(mine)),
        }
        return render(self.request, "reports/writing/annex_conflict.html", context, status=409)

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        return context | {
            "annex": self.stored_annex,
            "figures": figures_of_text(self.report, self.stored_annex.body),
            "can_write": self.status.is_open,
            "is_unsaved": context["form"].is_bound,
            "earlier_count": self.stored_annex.earlier_texts.count(),
        }


class AnnexAction(WritersOnlyMixin, AnnexMixin, View):
    """A button of the list: `carry_out` does its action; the list is shown again with a message."""

    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        try:
            anchor = self.carry_out()
        except ValidationError as refused:
            messages.warning(request, " ".join(refused.messages))
            anchor = ""
        return HttpResponseRedirect(f"{self.address()}{anchor}")


class AnnexMove(AnnexAction):
    def carry_out(self):
        annex = self.annex
        place = parse_pk(self.request.POST.get("place", ""))
        if place:
            move_annex(annex, place=place, by=self.request.user)
        return f"#phu-luc-{annex.pk}"


class AnnexDelete(AnnexAction):
    def carry_out(self):
        annex = self.annex
        delete_annex(annex, by=self.request.user)
        undo = self.address("report_annex_restore", annex.pk)
        messages.success(self.request, f"Đã xóa phụ lục “{first_words(annex.title)}”.", extra_tags=undo)
        return ""


class AnnexRestore(AnnexAction):
    def carry_out(self):
        annex = deleted_annexes(self.report).filter(pk=self.kwargs["pk"]).first()
        if annex is None:
            raise ValidationError("Phụ lục này đã được khôi phục rồi.")
        restore_annex(annex, by=self.request.user)
        messages.success(self.request, f"Đã khôi phục phụ lục “{first_words(annex.title)}”.")
        return f"#phu-luc-{annex.pk}"
