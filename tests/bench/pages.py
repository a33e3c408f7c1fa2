"""The pages of the demo department, asked for by a person who is logged in."""

from __future__ import annotations

from django.test import Client

from accounts.models import User

PAGES = (
    ("trang chủ", "/nam/2024/"),
    ("văn bản chỉ đạo", "/van-ban-chi-dao/2024/"),
    ("kế hoạch, văn bản", "/ke-hoach/2024/"),
    ("tìm “luat thu do”", "/ke-hoach/2024/?tim=luat+thu+do"),
    ("hoạt động", "/hoat-dong/2024/"),
    ("báo cáo", "/bao-cao/2024/"),
    ("bản in", "/bao-cao/2024/ban-in/"),
    ("tải DOCX", "/bao-cao/2024/tai-ve/docx/"),
    ("tải PDF", "/bao-cao/2024/tai-ve/pdf/"),
)


def officer() -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username="binh"))
    return client


def ask(client: Client, url: str) -> None:
    answer = client.get(url)
    if answer.status_code != 200:
        raise RuntimeError(f"{url}: {answer.status_code}")
    b"".join(answer) if answer.streaming else answer.content
