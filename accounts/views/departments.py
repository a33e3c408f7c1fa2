"""The pages of the departments that report to an administrator's organisation."""

from django.contrib import messages
from django.db.models import Count, Prefetch, Q
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import ListView, View

from accounts.departments import (
    change_department,
    confirm_name,
    refuse_name,
    resume_department,
    stop_department,
)
from accounts.enrolling.departments import enroll_departments
from accounts.enrolling.people import give_passwords, slips_of
from accounts.enrolling.slips import slips_in, store_slips
from accounts.forms.departments import DepartmentAddForm, DepartmentForm, NameRefusalForm
from accounts.forms.enrolling import DepartmentListForm
from accounts.history import history_of
from accounts.models import BodyGroup, Role, User
from accounts.once import carry_out_once
from accounts.views.administrators import AdministratorAct, ReceiversAdministratorMixin
from accounts.views.paging import PagedMixin
from accounts.views.verb_form import VerbForm
from pbgdpl.lib.vietnamese import clean_line, fold

LONGEST_SEARCH = 200


class Departments(ReceiversAdministratorMixin, PagedMixin, ListView):
    """The departments by their groups, in the order of their places and names there, filtered by ?tim=."""

    template_name = "accounts/departments.html"

    @cached_property
    def every_department(self):
        administrators = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True)
        departments = self.request.user.organisation.departments.annotate(
            people=Count("users", filter=Q(users__is_active=True))
        ).prefetch_related(Prefetch("users", administrators, to_attr="administrators"))
        return sorted(departments, key=_place)

    @property
    def has_groups(self):
        return len({one.group for one in self.every_department}) > 1

    @property
    def words(self):
        return clean_line(self.request.GET.get("tim", "")[:LONGEST_SEARCH])

    def get_queryset(self):
        wanted = fold(self.words).split()
        return [one for one in self.every_department if all(word in _searched(one) for word in wanted)]

    def get_context_data(self, **context):
        slips = len(slips_in(self.request.session))
        return super().get_context_data(**context, form=DepartmentListForm(), slips=slips)


class DepartmentAdd(ReceiversAdministratorMixin, VerbForm):
    template_name = "accounts/department_form.html"
    form_class = DepartmentAddForm

    def carry_out(self, form):
        department = form.department
        users = [department.administrator] if department.administrator else []
        passwords = give_passwords(users)

        def enroll():
            enroll_departments([department], by=self.request.user)
            store_slips(self.request.session, slips_of(users, passwords))
            return self.url("slips") if users else self.url("departments")

        address = carry_out_once(enroll, key=form.cleaned_data["sent_key"], by=self.request.user)
        messages.success(self.request, f"Đã thêm {form.instance}.")
        return address


class OwnDepartmentMixin(ReceiversAdministratorMixin):
    @cached_property
    def department(self):
        return get_object_or_404(self.request.user.organisation.departments, pk=self.kwargs["pk"])

    def refused_url(self):
        return self.url("departments")


class DepartmentEdit(OwnDepartmentMixin, VerbForm):
    template_name = "accounts/department_form.html"
    form_class = DepartmentForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.department}

    def get_context_data(self, **context):
        people = self.department.users.filter(role=Role.ADMINISTRATOR)
        history = list(history_of(self.department).filter(organisation=self.request.user.organisation))
        return super().get_context_data(**context, administrators=people, history=history)

    def carry_out(self, form):
        change_department(form.instance, by=self.request.user)
        messages.success(self.request, f"Đã lưu {form.instance}.")
        return self.url("departments")


class DepartmentStop(OwnDepartmentMixin, AdministratorAct, View):
    def carry_out(self):
        stop_department(self.department, by=self.request.user)
        undo = self.url("department_resume", self.department.pk)
        messages.success(self.request, f"Đã ngừng {self.department}.", extra_tags=undo)
        return self.url("departments")


class DepartmentResume(OwnDepartmentMixin, AdministratorAct, View):
    def carry_out(self):
        resume_department(self.department, by=self.request.user)
        messages.success(self.request, f"{self.department} hoạt động lại.")
        return self.url("departments")


class NameConfirm(OwnDepartmentMixin, AdministratorAct, View):
    def carry_out(self):
        confirm_name(self.department, self.request.POST.get("name", ""), by=self.request.user)
        messages.success(self.request, f"Đã xác nhận tên mới: {self.request.POST['name']}.")
        return self.refused_url()

    def refused_url(self):
        return self.url("department_edit", self.department.pk)


class NameRefuse(OwnDepartmentMixin, VerbForm):
    template_name = "accounts/department_name_refuse.html"
    form_class = NameRefusalForm

    def get_initial(self):
        return {"name": self.department.pending_name}

    def carry_out(self, form):
        name, reason = form.cleaned_data["name"], form.cleaned_data["reason"]
        refuse_name(self.department, name, reason, by=self.request.user)
        messages.success(self.request, f"Đã giữ tên {self.department}; cơ quan đọc được lý do.")
        return self.url("department_edit", self.department.pk)


def _place(department):
    """Return what a department is sorted by: within each group those that are stopped come last."""
    group = BodyGroup.values.index(department.group)
    name = fold(department.name), department.code
    return group, not department.is_active, department.place_in_group, *name


def _searched(department):
    people = " ".join(f"{one.full_name} {one.email} {one.phone}" for one in department.administrators)
    return fold(f"{department.name} {department.code} {department.symbol} {department.contact} {people}")
