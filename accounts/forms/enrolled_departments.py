"""The rows of several departments under review."""

from django import forms

from accounts.enrolling.columns import DEPARTMENTS
from accounts.enrolling.departments import attachable, why_not_attached
from accounts.enrolling.groups import group_of, suggested_group
from accounts.enrolling.names import suggested_codes, suggested_usernames
from accounts.enrolling.values import contacts
from accounts.forms.departments import FirstAdministratorMixin
from accounts.forms.enrolling import ReviewedRow, ReviewedRows, rows_data
from accounts.models import Organisation, User
from accounts.organisations import compared
from accounts.people import USER_NAME_TAKEN
from accounts.rows.fields import cleaned_formfield
from accounts.rows.sheets.list_rows import MOST_ROWS
from pbgdpl.lib.vietnamese import initials

NAME_TAKEN = "Đã có cơ quan tên này báo cáo về đây. Bỏ dòng này, hoặc đổi tên."
NO_GROUP = "Không có nhóm “%(value)s”. Chọn một nhóm trong danh sách."
IS_ATTACHED = "Cơ quan mã này đã có trên hệ thống và chưa có ai dùng: sẽ được gắn về đây."


class DepartmentRow(FirstAdministratorMixin, ReviewedRow):
    """A department, and its first administrator."""

    columns = DEPARTMENTS

    class Meta:
        model = Organisation
        formfield_callback = cleaned_formfield
        fields = ("code", "name", "symbol", "place", "group")
        error_messages = {"group": {"invalid_choice": NO_GROUP}}

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.parent_body = by.organisation.parent_body
        self.is_attached = False

    @property
    def doubts(self):
        return [IS_ATTACHED] if self.is_attached else []


class ReviewedDepartments(ReviewedRows):
    def clean(self):
        super().clean()
        self._name_administrators()
        typed = [row.cleaned_data.get("username", "") for row in self.taken]
        stored = set(User.objects.filter(username__in=filter(None, typed)).values_list("username", flat=True))
        self.refuse_repeated("username", stored, USER_NAME_TAKEN)
        names = {compared(name) for name in self._receiver.departments.values_list("name", flat=True)}
        self.refuse_repeated("code", (), "")
        self._attach()
        attached = [row for row in self.taken if row.is_attached]
        self.refuse_repeated("name", names, NAME_TAKEN, compared, but=attached)

    @property
    def _receiver(self):
        return self.by.organisation

    def _name_administrators(self):
        rows = [
            row for row in self.taken if row.cleaned_data.get("full_name") and not row["username"].value()
        ]
        used = [row.cleaned_data.get("username", "") for row in self.taken]
        names = suggested_usernames([row.cleaned_data["full_name"] for row in rows], used=used)
        for row, name in zip(rows, names, strict=True):
            row.cleaned_data["username"] = name

    def _attach(self):
        """Mark the rows whose code is that of a body to attach; add an error where it may not be attached."""
        codes = [row.cleaned_data.get("code", "") for row in self.taken]
        stored = {one.code: one for one in Organisation.objects.filter(code__in=codes)}
        free = attachable(stored.values())
        for row in self.taken:
            if found := stored.get(row.cleaned_data.get("code", "")):
                if found.pk in free and found != self._receiver:
                    row.is_attached = True
                else:
                    row.add_error("code", why_not_attached(found, self._receiver))


DepartmentRows = forms.formset_factory(
    DepartmentRow, formset=ReviewedDepartments, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)


def departments_data(listed, by):
    """Return the form data for the rows that were read, with suggested codes, symbols and user names."""
    rows = [(number, values | contacts(values)) for number, values in listed.rows]
    uncoded = [values for _, values in rows if not values.get("code")]
    codes = suggested_codes(
        [values.get("name", "") for values in uncoded], used=[values.get("code", "") for _, values in rows]
    )
    for values, code in zip(uncoded, codes, strict=True):
        values["code"] = code
    led = [values for _, values in rows if values.get("full_name") and not values.get("username")]
    used = [values.get("username", "") for _, values in rows]
    names = suggested_usernames([values["full_name"] for values in led], used=used)
    for values, name in zip(led, names, strict=True):
        values["username"] = name
    for _, values in rows:
        values["symbol"] = values.get("symbol") or initials(values.get("name", ""))[:30]
        values["place"] = values.get("place") or by.organisation.place
        values["group"] = group_of(values.get("group", "")) or suggested_group(values.get("name", "")).value
    return rows_data(rows)
