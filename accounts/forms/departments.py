"""Forms for one department that reports to an administrator's organisation."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.functional import cached_property

from accounts.departments import CHANGED
from accounts.enrolling.departments import NewDepartment
from accounts.enrolling.names import suggested_codes, suggested_usernames
from accounts.forms.entrance import LoginNameField
from accounts.forms.people import NO_EMAIL, USER_NAME_CHARACTERS
from accounts.forms.sent_key import SentKeyField
from accounts.models import Organisation, User
from accounts.people import USER_NAME_TAKEN
from accounts.rows.fields import CleanedField, cleaned_formfield

LAST_PLACE = 9999
NO_PLACE = f"Thứ tự là một số từ 0 đến {LAST_PLACE}, như 3."


class FirstAdministratorMixin(forms.Form):
    """The fields of a department's first administrator; without a full name there is none."""

    full_name = CleanedField(label="Họ và tên", required=False, max_length=50)
    username = LoginNameField(
        label="Tên đăng nhập",
        required=False,
        max_length=150,
        validators=[UnicodeUsernameValidator(message=USER_NAME_CHARACTERS)],
        widget=forms.TextInput,
        help_text="Để trống thì máy đặt theo họ tên.",
    )
    email = forms.EmailField(label="Thư điện tử", required=False, error_messages={"invalid": NO_EMAIL})
    phone = CleanedField(label="Điện thoại", required=False, max_length=50)

    def clean(self):
        super().clean()
        values = self.cleaned_data
        if not values.get("full_name") and any(values.get(name) for name in ("username", "email", "phone")):
            self.add_error("full_name", "Chưa ghi họ tên người quản trị.")
        return values

    @cached_property
    def department(self):
        values = self.cleaned_data
        fields = {name: values[name] for name in ("full_name", "username", "email", "phone")}
        return NewDepartment(self.instance, User(**fields) if values["full_name"] else None)


class DepartmentForm(forms.ModelForm):
    place_in_group = forms.IntegerField(
        label="Thứ tự trong nhóm",
        required=False,
        min_value=0,
        max_value=LAST_PLACE,
        widget=forms.TextInput({"inputmode": "numeric"}),
        help_text="Số nhỏ đứng trước; bằng nhau thì xếp theo tên.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_PLACE),
    )

    class Meta:
        model = Organisation
        formfield_callback = cleaned_formfield
        fields = CHANGED
        help_texts = {"code": "Ngắn, không dấu, như SKHCN; thành một phần của tên tệp."}

    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(
        "name",
        Row(Column("code"), Column("symbol"), Column("place")),
        Row(Column("group", css_class="col-md-8"), Column("place_in_group")),
        "parent_body",
        "contact",
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["group"].required = False
        if not self.is_bound:
            self.fields["name"].widget.attrs["autofocus"] = True

    def clean_group(self):
        return self.cleaned_data["group"] or self.instance.group

    def clean_place_in_group(self):
        return self.cleaned_data["place_in_group"] or 0


class DepartmentAddForm(FirstAdministratorMixin, DepartmentForm):
    """A new department with its first administrator; its code, symbol and user name may be left empty."""

    sent_key = SentKeyField()

    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(
        "sent_key",
        DepartmentForm.helper.layout,
        Fieldset(
            "Người quản trị đầu tiên",
            Row(Column("full_name"), Column("username")),
            Row(Column("email"), Column("phone")),
        ),
    )

    def __init__(self, *args, by, **kwargs):
        own = by.organisation
        kwargs["initial"] = {"place": own.place, "parent_body": own.parent_body}
        super().__init__(*args, by=by, **kwargs)
        self.fields["code"].required = False
        self.fields["code"].help_text += " Để trống thì lấy chữ đầu của tên."

    def validate_unique(self):
        """Leave this to the verb, which attaches a body of this code that nobody uses."""

    def clean_username(self):
        username = self.cleaned_data["username"]
        if username and User.objects.filter(username=username).exists():
            raise forms.ValidationError(USER_NAME_TAKEN)
        return username

    def clean(self):
        values = super().clean()
        if not values.get("code") and "code" not in self.errors and values.get("name"):
            values["code"] = suggested_codes([values["name"]], used=())[0]
        if values.get("full_name") and not values.get("username"):
            values["username"] = suggested_usernames([values["full_name"]], used=())[0]
        return values


class NameRefusalForm(forms.Form):
    """Why a department does not get the name that it has asked for."""

    name = CleanedField(required=False, max_length=200, widget=forms.HiddenInput)
    reason = CleanedField(
        label="Lý do",
        max_length=200,
        widget=forms.TextInput({"autofocus": True}),
        help_text="Cơ quan đọc lý do này ở trang Thông báo.",
        error_messages={"required": "Chưa ghi lý do."},
    )

    helper = FormHelper()
    helper.form_tag = False

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
