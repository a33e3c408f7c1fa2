"""Who comes in."""

from django.contrib.auth.views import LoginView

from accounts.forms.entrance import LoginForm


class Login(LoginView):
    template_name = "accounts/login.html"
    form_class = LoginForm
    redirect_authenticated_user = True
