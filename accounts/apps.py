from importlib import import_module

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.signals import request_finished, request_started

from accounts.sessions import begin


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self):
        """Let sessions and the log hear of requests and logins; the log's modules need the models, loaded by now."""
        address, entrances, checking = map(
            import_module, ("accounts.log.address", "accounts.log.entrances", "accounts.logins.checking")
        )
        request_started.connect(address.begin)
        request_finished.connect(address.end)
        user_logged_in.connect(begin)
        user_logged_in.connect(entrances.logged_in)
        user_logged_out.connect(entrances.logged_out)
        user_login_failed.connect(entrances.login_failed)
        checking.login_refused.connect(entrances.login_refused)
