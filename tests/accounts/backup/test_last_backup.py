"""A late backup is shown to those who can see to it, and to nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.backup.last_backup import LATE, NEVER, last_backup, record_backup
from accounts.models import Role, User
from tests.factories import make_user
from tests.pages import words

pytestmark = pytest.mark.django_db
WARNING = "//div[@class='notice']/p"


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    """Keep the record of the last backup in a directory of the test."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "last_backup"


@pytest.fixture
def tho(justice_department):
    """Return the administrator of the site, who has been there for a month."""
    long_ago = timezone.now() - timedelta(days=30)
    return make_user(justice_department, Role.ADMINISTRATOR, username="tho", date_joined=long_ago)


def warnings(client, person, address="/don-vi/2024/"):
    client.force_login(person)
    return words(client.get(address), WARNING)


def test_tho_is_warned_where_there_never_was_a_backup(client, tho, department):
    assert warnings(client, tho) == [NEVER]
    assert warnings(client, tho, "/tong-hop/2024/") == [NEVER]


def test_tho_is_warned_two_days_after_the_last_one(client, tho, place):
    place.write_text("2026-01-05T03:00:00+00:00")
    assert warnings(client, tho) == [LATE.format(moment="10:00 05/01/2026")]


def test_nobody_is_warned_after_a_backup(client, tho):
    record_backup()
    assert warnings(client, tho) == []


def test_the_administrator_of_a_department_is_not_warned(client, tho, giang):
    assert warnings(client, giang) == []


def test_a_site_of_today_is_not_warned(client, tho):
    User.objects.update(date_joined=timezone.now())
    assert warnings(client, tho) == []


@pytest.mark.parametrize("text", ["", "hôm qua", "2026-01-05", "2026-01-05T03:00:00"])
def test_a_record_that_cannot_be_read_is_none(place, text):
    place.write_text(text, encoding="utf-8")
    assert last_backup() is None


def test_the_health_page_tells_the_last_backup_to_administrators_alone(client, tho, an, place):
    place.write_text("2026-01-05T03:00:00+00:00")
    read = []
    for person in (None, an, tho):
        client.logout()
        if person:
            client.force_login(person)
        read.append(client.get("/trang-thai/").content.decode())
    assert read == ["ok", "ok", "ok\nSao lưu gần nhất: 10:00 05/01/2026."]


def test_the_health_page_says_where_there_never_was_a_backup(client, tho):
    client.force_login(tho)
    assert client.get("/trang-thai/").content.decode() == "ok\nChưa có bản sao lưu nào."
