"""How people come in."""

from django.conf import settings
from django.test import Client

from tests.factories import PASSWORD


def log_in(page, name, password=PASSWORD):
    """Come in through the login page."""
    page.goto("/")
    send_login(page, name, password)


def send_login(page, name, password=PASSWORD):
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


def come_in(page, person):
    """Give the browser the session of somebody who has logged in before."""
    client = Client()
    client.force_login(person)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": key, "domain": "localhost", "path": "/"}]
    )
