"""The rows of several people under review."""

from django import forms

from accounts.enrolling.columns import PEOPLE, ROLES
from accounts.enrolling.names import suggested_usernames
from accounts.enrolling.people import NewPerson, new_divisions
from accounts.enrolling.values import contacts
from accounts.forms.enrolling import ReviewedRow, ReviewedRows, rows_data
from accounts.forms.entrance import LoginNameField
from accounts.forms.people import NO_EMAIL, USER_NAME_CHARACTERS
from accounts.models import Role, User
from accounts.organisations import compared
from accounts.people import USER_NAME_TAKEN, roles_of
from accounts.rows.fields import CleanedField, cleaned_formfield
from accounts.rows.sheets.list_rows import MOST_ROWS
from pbgdpl.lib.vietnamese import fold

SAME_NAME = "Cơ quan đã có người tên này. Đánh dấu nếu là người khác cùng tên."


class PersonRow(ReviewedRow):
    columns = PEOPLE
    division_name = CleanedField(required=False, max_length=200)

    class Meta:
        model = User
        formfield_callback = cleaned_formfield
        fields = ("full_name", "role", "username", "job_title", "email", "phone")
        field_classes = {"username": LoginNameField}
        error_messages = {"username": {"invalid": USER_NAME_CHARACTERS}, "email": {"invalid": NO_EMAIL}}

    def __init__(self, *args, by, roles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].required = False
        self.fields["role"].choices = roles
        self.fields["role"].error_messages["invalid_choice"] = (
            "Không có vai trò “%(value)s”. Chọn một vai trò trong danh sách."
        )

    @property
    def doubts(self):
        return [] if self.is_taken else list(filter(None, [self["doubt"].value()]))

    @property
    def person(self):
        return NewPerson(self.instance, self.cleaned_data["division_name"])


class ReviewedPeople(ReviewedRows):
    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, by=by, **kwargs)
        self.divisions = list(by.organisation.divisions.all())
        self.role_choices = [(role.value, role.label) for role in roles_of(by.organisation)]

    def get_form_kwargs(self, index):
        return super().get_form_kwargs(index) | {"roles": self.role_choices}

    @property
    def new_divisions(self):
        """Return the names of the divisions that are created with the people."""
        return new_divisions((row["division_name"].value() or "" for row in self.taken), self.divisions)

    def clean(self):
        super().clean()
        unnamed = [row for row in self.taken if not row["username"].value() and "full_name" not in row.errors]
        used = [row.cleaned_data.get("username", "") for row in self.taken]
        names = suggested_usernames([row.cleaned_data["full_name"] for row in unnamed], used=used)
        for row, name in zip(unnamed, names, strict=True):
            row.cleaned_data["username"] = row.instance.username = name
        typed = [row.cleaned_data.get("username", "") for row in self.taken]
        stored = set(User.objects.filter(username__in=typed).values_list("username", flat=True))
        self.refuse_repeated("username", stored, USER_NAME_TAKEN)


PeopleRows = forms.formset_factory(
    PersonRow, formset=ReviewedPeople, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)


def people_data(listed, by):
    """Return the form data for the rows that were read, with suggested user names and known roles."""
    rows = [(number, values | contacts(values)) for number, values in listed.rows]
    unnamed = [values for _, values in rows if not values.get("username")]
    used = [values.get("username", "") for _, values in rows]
    names = suggested_usernames([values.get("full_name", "") for values in unnamed], used=used)
    for values, name in zip(unnamed, names, strict=True):
        values["username"] = name
    stored = {compared(name) for name in by.organisation.users.values_list("full_name", flat=True)}
    for _, values in rows:
        role = values.get("role", "")
        values["role"] = ROLES.get(fold(role), role) or Role.STAFF.value
        if compared(values.get("full_name", "")) in stored:
            values |= {"take": "", "doubt": SAME_NAME}
    return rows_data(rows)
