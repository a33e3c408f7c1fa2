from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in

from accounts.sessions import begin


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        user_logged_in.connect(begin)
