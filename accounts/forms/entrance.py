from crispy_forms.helper import FormHelper
from django.contrib.auth.forms import AuthenticationForm


class LoginForm(AuthenticationForm):
    error_messages = {
        "invalid_login": (
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ tiếng Việt rồi thử lại."
        ),
        "inactive": "Tài khoản này đã ngừng dùng. Liên hệ người quản trị để mở lại.",
    }

    helper = FormHelper()
    helper.form_tag = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Tên đăng nhập"
        self.fields["password"].label = "Mật khẩu"
