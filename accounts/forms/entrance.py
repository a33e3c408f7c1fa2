"""The login form, and the form for changing one's own password."""

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib.auth import authenticate, password_validation
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.utils import timezone

from accounts.logins.checking import login_refused
from accounts.passwords import FIRST_PASSWORD_LASTS
from accounts.people import login_name, password_given_at

NOTHING_TYPED = "Chưa gõ mật khẩu vào ô này."


class LoginNameField(UsernameField):
    """A user name; capitals make no difference."""

    def to_python(self, value):
        value = super().to_python(value)
        return value if len(value) > self.max_length else login_name(value)


class LoginForm(AuthenticationForm):
    username = LoginNameField(
        label="Tên đăng nhập",
        max_length=150,
        widget=forms.TextInput(attrs={"autofocus": True}),
        error_messages={"required": "Chưa ghi tên đăng nhập."},
    )

    error_messages = {
        "invalid_login": (
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ tiếng Việt rồi thử lại."
        ),
        "inactive": "Tài khoản này đã ngừng. Liên hệ người quản trị để mở lại.",
        "stopped": "Cơ quan của tài khoản này đã ngừng hoạt động trên hệ thống. Liên hệ Sở Tư pháp.",
        "expired": (
            f"Mật khẩu được cấp chỉ dùng trong {FIRST_PASSWORD_LASTS.days} ngày và đã hết hạn. "
            "Nhờ người quản trị của đơn vị đặt lại mật khẩu."
        ),
    }

    helper = FormHelper()
    helper.form_tag = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Mật khẩu"
        self.fields["password"].error_messages["required"] = NOTHING_TYPED

    def confirm_login_allowed(self, user):
        """Raise ValidationError for a stopped organisation, or a given password that was not changed in time."""
        super().confirm_login_allowed(user)
        if not user.organisation.is_active:
            self.refuse(user, "stopped")
        given_at = password_given_at(user) if user.must_change_password else None
        if given_at and timezone.now() - given_at > FIRST_PASSWORD_LASTS:
            self.refuse(user, "expired")

    def refuse(self, user, reason):
        login_refused.send(LoginForm, request=self.request, username=user.username, reason=reason)
        raise forms.ValidationError(self.error_messages[reason], code=reason)


def password_field(label, autocomplete):
    """Return a password field that does not strip spaces."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(
        label=label, strip=False, widget=widget, error_messages={"required": NOTHING_TYPED}
    )


class OwnPasswordForm(forms.Form):
    """Takes the password in use, and the new one twice; right after a login the one in use is not asked for."""

    current_password = password_field("Mật khẩu đang dùng", "current-password")
    new_password = password_field("Mật khẩu mới", "new-password")
    new_password_again = password_field("Gõ lại mật khẩu mới", "new-password")

    helper = FormHelper()
    helper.form_tag = False

    def __init__(self, *args, request, is_just_typed=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        if is_just_typed:
            del self.fields["current_password"]
        if not self.is_bound:
            next(iter(self.fields.values())).widget.attrs["autofocus"] = True

    def clean_current_password(self):
        """Return the password in use; wrong guesses count towards the login limit."""
        password = self.cleaned_data["current_password"]
        if authenticate(self.request, username=self.request.user.username, password=password) is None:
            raise forms.ValidationError("Mật khẩu đang dùng chưa đúng.")
        return password

    def clean_new_password(self):
        password = self.cleaned_data["new_password"]
        is_asked = "current_password" in self.fields
        current = self.cleaned_data.get("current_password")
        if password == current if is_asked else self.request.user.check_password(password):
            raise forms.ValidationError("Mật khẩu mới phải khác mật khẩu đang dùng.")
        password_validation.validate_password(password, self.request.user)
        return password

    def clean(self):
        new, again = self.cleaned_data.get("new_password"), self.cleaned_data.get("new_password_again")
        if new and again and new != again:
            self.add_error("new_password_again", "Hai lần gõ mật khẩu mới không giống nhau. Gõ lại lần nữa.")
        return self.cleaned_data
