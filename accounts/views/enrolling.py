"""The pages for several people or departments at once: a table is read, reviewed and saved; then slips are printed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View
from django.views.generic.base import TemplateResponseMixin

from accounts.attaching.arriving import UploadLimit
from accounts.costly import READS
from accounts.enrolling.departments import enroll_departments
from accounts.enrolling.people import enroll_people, give_passwords, slips_of
from accounts.enrolling.slips import forget_slips, slips_in, store_slips
from accounts.forms.enrolled_departments import DepartmentRows, departments_data
from accounts.forms.enrolled_people import PeopleRows, people_data
from accounts.forms.enrolling import DepartmentListForm, PeopleListForm, ReviewForm
from accounts.once import carried_out, carry_out_once
from accounts.passwords import FIRST_PASSWORD_LASTS
from accounts.rows.sheets.kinds import LARGEST_SHEET
from accounts.typed import restore_typed
from accounts.views.administrators import AdministratorsOnlyMixin, ReceiversAdministratorMixin


class ListReview(TemplateResponseMixin, View):
    """Shows the box for a table, then the rows that were read, and saves them when the review is sent."""

    keeps_typed = True
    upload_limit = UploadLimit(most_bytes=LARGEST_SHEET)
    quota = READS
    list_form = None
    rows_form = None

    def get(self, request, **kwargs):
        typed = restore_typed(request)
        if typed is None:
            return self.show_box(self.list_form())
        return self.review(typed, typed.getlist("note")) if is_review(typed) else self.read(typed, None)

    def post(self, request, **kwargs):
        if not is_review(request.POST):
            return self.read(request.POST, request.FILES)
        return self.save(request.POST)

    def read(self, data, files):
        form = self.list_form(data, files)
        if not form.is_valid():
            return self.show_box(form)
        return self.review(self.rows_data(form.listed, self.request.user), form.listed.notes)

    def review(self, data, notes):
        return self.show_rows(self.rows_form(data, prefix="row", by=self.request.user), notes, ReviewForm())

    def save(self, data):
        key = ReviewForm(data)
        key.full_clean()
        sent_key, by = key.cleaned_data["sent_key"], self.request.user
        if address := carried_out(key=sent_key, by=by):
            return HttpResponseRedirect(address)
        rows = self.rows_form(data, prefix="row", by=by)
        if rows.is_valid():
            users = self.users(rows)
            passwords = give_passwords(users)

            def enroll():
                self.enroll(rows)
                store_slips(self.request.session, slips_of(users, passwords))
                return self.url("slips") if users else self.back()

            try:
                address = carry_out_once(enroll, key=sent_key, by=by)
                messages.success(self.request, self.message(rows))
                return HttpResponseRedirect(address)
            except ValidationError as refusal:
                messages.error(self.request, " ".join(refusal.messages))
        return self.show_rows(rows, data.getlist("note"), key)

    def show_box(self, form):
        return self.render_to_response({"form": form, "view": self, "back": self.back()})

    def show_rows(self, rows, notes, review):
        context = {"rows": rows, "notes": notes, "review": review, "back": self.back()}
        return self.render_to_response(context | {"view": self})


class PeopleReview(AdministratorsOnlyMixin, ListReview):
    template_name = "accounts/people_rows.html"
    list_form = PeopleListForm
    rows_form = PeopleRows
    rows_data = staticmethod(people_data)

    def users(self, rows):
        return [row.person.user for row in rows.taken]

    def enroll(self, rows):
        enroll_people([row.person for row in rows.taken], by=self.request.user)

    def message(self, rows):
        return f"Đã thêm {len(rows.taken)} người dùng."

    def back(self):
        return self.url("organisation")


class DepartmentsReview(ReceiversAdministratorMixin, ListReview):
    template_name = "accounts/department_rows.html"
    list_form = DepartmentListForm
    rows_form = DepartmentRows
    rows_data = staticmethod(departments_data)

    def users(self, rows):
        return [row.department.administrator for row in rows.taken if row.department.administrator]

    def enroll(self, rows):
        enroll_departments([row.department for row in rows.taken], by=self.request.user)

    def message(self, rows):
        return f"Đã thêm {len(rows.taken)} cơ quan báo cáo về đây."

    def back(self):
        return self.url("departments")


@method_decorator(never_cache, name="dispatch")
class Slips(AdministratorsOnlyMixin, View):
    """The slips to print, until the administrator says that they are printed, at most an hour."""

    def get(self, request, **kwargs):
        context = {"slips": slips_in(request.session), "days": FIRST_PASSWORD_LASTS.days}
        return render(request, "accounts/slips.html", context)

    def post(self, request, **kwargs):
        forget_slips(request.session)
        return HttpResponseRedirect(self.url("organisation"))


def is_review(data):
    """Return whether form data are the rows under review, not the box for a table."""
    return "row-TOTAL_FORMS" in data
