"""Forms for the users of an administrator's organisation."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from accounts.forms.entrance import LoginNameField
from accounts.forms.sent_key import SentKeyField
from accounts.models import Role, User
from accounts.people import CONTACT, USER_NAME_TAKEN, roles_of
from accounts.rows.fields import cleaned_formfield

NO_EMAIL = "Thư điện tử viết chưa đúng. Viết như an@sen.gov.vn, hoặc để trống."
CONTACT_ROW = Row(Column("job_title"), Column("email"), Column("phone"))
USER_NAME_CHARACTERS = "Tên đăng nhập chỉ gồm chữ cái, chữ số và các dấu @ . + - _, không có khoảng trắng."


class UserForm(forms.ModelForm):
    """A user's name, division, role and contact."""

    class Meta:
        model = User
        formfield_callback = cleaned_formfield
        fields = ("full_name", "division", "role", *CONTACT)
        error_messages = {"email": {"invalid": NO_EMAIL}}

    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout("full_name", Row(Column("division"), Column("role")), CONTACT_ROW)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        if not self.is_bound:
            self.fields["full_name"].widget.attrs["autofocus"] = True
        self.fields["division"].queryset = by.organisation.divisions
        self.fields["division"].empty_label = "Không thuộc phòng nào"
        allowed = {*roles_of(by.organisation), Role(self.instance.role)}
        self.fields["role"].choices = [choice for choice in Role.choices if choice[0] in allowed]
        if self.instance.pk == by.pk:
            self.fields["role"].disabled = True
            self.fields["role"].help_text = "Vai trò của mình do một người quản trị khác đổi."


class InvitationForm(UserForm):
    sent_key = SentKeyField()

    class Meta(UserForm.Meta):
        fields = ("full_name", "username", "division", "role", *CONTACT)
        field_classes = {"username": LoginNameField}
        error_messages = UserForm.Meta.error_messages | {
            "username": {"invalid": USER_NAME_CHARACTERS, "unique": USER_NAME_TAKEN}
        }

    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout("sent_key", "full_name", "username", *UserForm.helper.layout[1:])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.organisation = self.by.organisation
        self.fields["username"].required = False
        self.fields[
            "username"
        ].help_text = "Để trống thì máy đặt theo họ tên, không dấu: Phạm Hoài An thành anph."


class ResetForm(forms.Form):
    sent_key = SentKeyField()
