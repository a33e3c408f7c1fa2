"""Who asks for costly work too often is asked to wait, and loses nothing of what was typed."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts import costly
from accounts.costly import EXPORTS, PRINTS, READS
from accounts.rows.views.export import RowsExport
from accounts.rows.views.files import RowAttach
from reports.compiling.views import preview
from reports.reading.pasted.views.paste import Paste
from tests.factories import make_plan
from tests.pages import words

EXPORT = reverse("plan_export", args=[2024, "xlsx"])
PASTE = reverse("paste", args=[2024])


@pytest.fixture
def clock(monkeypatch):
    """Return a list with the time in seconds, which a test moves on."""
    now = [1_000_000.0]
    monkeypatch.setattr(costly, "time", lambda: now[0])
    return now


@pytest.fixture(autouse=True)
def twice(monkeypatch):
    """Allow everything twice in ten minutes."""
    for view, quota in (
        (RowsExport, EXPORTS),
        (Paste, READS),
        (RowAttach, READS),
        (preview.report_file, PRINTS),
    ):
        monkeypatch.setattr(view, "quota", replace(quota, most=2))


def sentences(page):
    return words(page, "//*[@class='nothing']/p")


def test_an_waits_for_her_third_export_until_the_time_is_over(client, an, clock):
    client.force_login(an)
    assert [client.get(EXPORT).status_code for _ in range(3)] == [200, 200, 429]
    clock[0] += 450
    refused = client.get(EXPORT)
    assert refused["Retry-After"] == "150"
    assert sentences(refused) == [
        "Bạn vừa tải danh sách hoặc cả bộ tệp 2 lần trong 10 phút. Việc này làm máy chủ chậm với mọi người, "
        "nên lần vừa rồi chưa được thực hiện. Thử lại sau 3 phút.",
        "Về trang chủ",
    ]
    clock[0] += 151
    assert client.get(EXPORT).status_code == 200


def test_what_an_does_does_not_count_for_giang(client, an, giang, clock):
    client.force_login(an)
    assert [client.get(EXPORT).status_code for _ in range(3)] == [200, 200, 429]
    client.force_login(giang)
    assert client.get(EXPORT).status_code == 200


def test_looking_at_the_form_costs_nothing_and_what_was_pasted_is_there_again(client, an, clock):
    client.force_login(an)
    for _ in range(2):
        client.post(PASTE, {"text": "Kế hoạch số 139/KH-SXD ngày 05/3/2024 về hòa giải"})
    refused = client.post(PASTE, {"text": "Kế hoạch số 140/KH-SXD"})
    assert (refused.status_code, sentences(refused)[1]) == (
        429,
        "Những gì đã gõ vẫn còn. Mở lại trang vừa gửi",
    )
    form = client.get(PASTE)
    assert (form.status_code, words(form, "//textarea[@name='text']")) == (200, ["Kế hoạch số 140/KH-SXD"])


def test_a_third_file_is_refused_before_it_is_read(client, an, department, clock):
    client.force_login(an)
    plan = make_plan(department)
    address = reverse("plan_attach", args=[2024, plan.pk])

    def attach():
        return client.post(address, {"sent_key": uuid4(), "files": SimpleUploadedFile("a.txt", b"a")})

    assert [attach().status_code for _ in range(3)] == [302, 302, 429]
    assert client.get(plan.get_absolute_url()).status_code == 200


def test_prints_are_counted_too(client, binh, year_of_work, clock):
    client.force_login(binh)
    address = reverse("report_file", args=[2024, "docx"])
    assert [client.head(address).status_code for _ in range(2)] == [200, 200]
    assert [client.get(address).status_code for _ in range(3)] == [200, 200, 429]
