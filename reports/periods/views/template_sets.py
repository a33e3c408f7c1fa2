"""What the pages of outlines, criteria sets and statistical forms share: the list, one set, its copy, its deletion."""

from uuid import uuid4

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import ListView, TemplateView, View

from accounts.conflict import Conflict
from accounts.forms.sent_key import SentKeyField
from accounts.history import history_of
from accounts.models.history import Difference
from accounts.once import carry_out_once
from accounts.typed import restore_typed
from accounts.views.paging import PagedMixin
from reports.models import ReportingPeriod
from reports.models.outline import is_deleted
from reports.periods.forms.rows import COMMAND
from reports.periods.template_sets import (
    PARTS,
    add_set,
    change_set,
    copy_to_change,
    delete_set,
    described_set,
    differences,
    restore_set,
    rows_of,
)
from reports.views import ReceivedReadersMixin, ReceiversOnlyMixin


class SetMixin:
    """Which sets of a kind an officer reads and changes."""

    pages = None  # SetPages

    @property
    def year(self):
        return self.kwargs["year"]

    @property
    def readable(self):
        """Return the own sets, the copies of the own periods among them, and those of the program."""
        own = Q(organisation=self.request.user.organisation) | Q(organisation=None)
        return self.pages.model.objects.filter(own)

    @property
    def changeable(self):
        return self.pages.model.objects.filter(organisation=self.request.user.organisation, period=None)


class SetList(ReceivedReadersMixin, SetMixin, PagedMixin, ListView):
    template_name = "reports/periods/set_list.html"

    def get_queryset(self):
        model = self.pages.model
        templates = model.objects.templates_of(self.request.user.organisation)
        return templates.annotate(many=Count(PARTS[model].rows))

    def page_rows(self, page):
        """Return each set with the key of the form that copies it."""
        return [(template, uuid4()) for template in page]


class SetForm(ReceiversOnlyMixin, SetMixin, TemplateView):
    """A head and its rows on one page. The buttons that add and move rows send it as it is typed."""

    keeps_typed = True

    def get_template_names(self):
        return [f"reports/periods/{self.pages.name}_form.html"]

    def get(self, request, **kwargs):
        typed = restore_typed(request)
        if typed is None:
            return self.show(*self.forms())
        return self.show_after(typed, "")

    def post(self, request, **kwargs):
        if COMMAND in request.POST:
            return self.show_after(request.POST, request.POST[COMMAND])
        head, rows = self.forms(request.POST)
        if all([head.is_valid(), rows.is_valid()]):
            return self.save(head, rows)
        return self.show(head, rows, is_unsaved=True)

    def forms(self, data=None):
        rows = rows_of(self.template).all() if self.template.pk else ()
        head = self.pages.head_form(data, instance=self.template)
        return head, self.pages.rows_form(data, stored=rows)

    def show_after(self, data, command):
        """Show what was typed again, without faults yet, after a command on its rows."""
        head, rows = self.forms(data)
        typed = {name: head[name].value() for name in head.fields}
        head = self.pages.head_form(instance=self.template, initial=typed)
        return self.show(head, rows.after(command), is_unsaved=True)

    def show(self, head, rows, status=200, **more):
        rows.follow(head)
        context = self.get_context_data(
            form=head,
            rows=rows,
            template=self.template,
            entered={"faults": [*head.faults, *rows.faults]},
            **more,
        )
        return self.render_to_response(context, status=status)


class SetAdd(SetForm):
    @cached_property
    def template(self):
        return self.pages.model(from_year=self.year)

    def forms(self, data=None):
        head, rows = super().forms(data)
        return head, rows if data else rows.after("add")

    def show(self, head, rows, **more):
        key = SentKeyField().clean(self.request.POST.get("sent_key"))
        return super().show(head, rows, sent_key=key, **more)

    def save(self, head, rows):
        def add():
            template = add_set(head.instance, rows.instances, by=self.request.user)
            messages.success(self.request, f"Đã lưu {self.pages.noun} {template}.")
            return self.pages.url("", self.year, template.pk)

        key = SentKeyField().clean(self.request.POST.get("sent_key"))
        return HttpResponseRedirect(carry_out_once(add, key=key, by=self.request.user))


class SetPage(SetForm):
    """An own set to change; a set of the program, or the copy of a period, to read and to copy."""

    @cached_property
    def template(self):
        return get_object_or_404(self.readable, pk=self.kwargs["pk"])

    @cached_property
    def period(self):
        """Return the period that works with this very set, None of a template."""
        periods = ReportingPeriod.objects.of(self.request.user.organisation)
        return periods.filter(**{PARTS[self.pages.model].in_period: self.template}).first()

    @property
    def may_change(self):
        return self.template.organisation_id is not None and self.period is None

    def get_template_names(self):
        return (
            super().get_template_names() if self.may_change else [f"reports/periods/{self.pages.name}.html"]
        )

    def post(self, request, **kwargs):
        if not self.may_change:
            raise Http404
        return super().post(request, **kwargs)

    def show(self, head, rows, **more):
        is_gone = is_deleted(self.template)
        history = list(history_of(self.template)) if self.may_change else []
        known = {"period": self.period, "is_deleted": is_gone, "history": history, "copy_key": uuid4()}
        return super().show(head, rows, **known | more)

    def save(self, head, rows):
        version = head.cleaned_data["version"]
        try:
            stored = change_set(head.instance, rows.instances, version=version, by=self.request.user)
        except Conflict as conflict:
            return self.conflict(head, rows, conflict.stored)
        messages.success(self.request, f"Đã lưu {self.pages.noun} {stored}.")
        return HttpResponseRedirect(self.pages.url("", self.year, stored.pk))

    def conflict(self, head, rows, stored):
        """Show how what was typed differs from what somebody else stored; saving once more takes what was typed."""
        theirs, mine = (
            described_set(stored, rows_of(stored).all()),
            described_set(head.instance, rows.instances),
        )
        context = {
            "conflict": [Difference(*one) for one in differences(theirs, mine)],
            "change": history_of(stored).first(),
            "is_unsaved": True,
        }
        data = self.request.POST.copy()
        data["version"] = stored.version
        self.template = stored
        return self.show(*self.forms(data), status=409, **context)


class SetCopy(ReceiversOnlyMixin, SetMixin, View):
    http_method_names = ("post",)

    def post(self, request, **kwargs):
        template = get_object_or_404(self.readable, pk=kwargs["pk"])

        def copy():
            own = copy_to_change(template, by=request.user)
            messages.success(request, f"Đã tạo {self.pages.noun} {own}. Sửa ở đây rồi lưu.")
            return self.pages.url("", self.year, own.pk)

        key = SentKeyField().clean(request.POST.get("sent_key"))
        return HttpResponseRedirect(carry_out_once(copy, key=key, by=request.user))


class SetDelete(ReceiversOnlyMixin, SetMixin, View):
    http_method_names = ("post",)

    def post(self, request, **kwargs):
        template = get_object_or_404(self.changeable, pk=kwargs["pk"])
        delete_set(template, by=request.user)
        undo = self.pages.url("_restore", self.year, template.pk)
        messages.success(request, f"Đã xóa {self.pages.noun} {template}.", extra_tags=undo)
        return HttpResponseRedirect(self.pages.list_url(self.year))


class SetRestore(ReceiversOnlyMixin, SetMixin, View):
    http_method_names = ("post",)

    def post(self, request, **kwargs):
        template = get_object_or_404(self.changeable, pk=kwargs["pk"])
        restore_set(template, by=request.user)
        messages.success(request, f"Đã khôi phục {self.pages.noun} {template}.")
        return HttpResponseRedirect(self.pages.url("", self.year, template.pk))
