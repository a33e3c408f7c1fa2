"""Where there is nothing to see, the site says so in Vietnamese and shows the way home."""

import json
from errno import ENOSPC, EROFS

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.files.storage import InMemoryStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import path

from accounts.models import Attachment, Change, SentForm
from pbgdpl import urls as site
from pbgdpl.refusals import server_error
from reports.models import Submission
from tests.accounts.attaching.uploads import pdf
from tests.factories import make_plan
from tests.pages import title, words
from tests.reports.submission.handed_in import fields_of, open_report, state


def refuse(error):
    def view(request):
        raise error

    return view


handler500 = site.handler500
urlpatterns = [
    *site.urlpatterns,
    path("cam/", refuse(PermissionDenied())),
    path("sai/", refuse(SuspiciousOperation())),
    path("hong/", refuse(RuntimeError())),
    path("mat-tep/", refuse(FileNotFoundError(2, "No such file"))),
    path("day-dia/", refuse(OSError(ENOSPC, "No space left on device"))),
    path("chi-doc/", refuse(OSError(EROFS, "Read-only file system"))),
    path("ban/", refuse(OperationalError("database is locked"))),
    path("doc-hong/", refuse(OperationalError("disk I/O error"))),
]
FULL = (503, "Máy chủ chưa lưu được lúc này")
BUSY = (503, "Máy chủ đang bận ghi dữ liệu của nhiều người")
REFUSALS = {
    "/khong-co/": (404, "Không có trang này"),
    "/cam/": (403, "Bạn không có quyền xem trang này"),
    "/sai/": (400, "Máy chủ không hiểu yêu cầu này"),
    "/hong/": (500, "Máy chủ gặp lỗi"),
    "/mat-tep/": (500, "Máy chủ gặp lỗi"),
    "/day-dia/": FULL,
    "/chi-doc/": FULL,
    "/ban/": BUSY,
    "/doc-hong/": FULL,
}


class FullDisk(InMemoryStorage):
    def _save(self, name, content):
        raise OSError(ENOSPC, "No space left on device", name)


def shown(response):
    return response.status_code, words(response, "//h1")[0], words(response, "//main//a/@href")


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("address", "refusal"), REFUSALS.items())
def test_an_reads_a_sentence_and_finds_the_way_home(an, address, refusal):
    client = Client(raise_request_exception=False)
    client.force_login(an)
    ways = [address, "/"] if refusal == BUSY else ["/"]  # the page may be there in a moment
    assert shown(client.get(address)) == (*refusal, ways)


def test_a_stranger_reads_the_same_sentence(client, db):
    response = client.get("/khong-co/")
    assert shown(response) == (404, "Không có trang này", ["/"])
    assert title(response) == "Không có trang này – Báo cáo PBGDPL"


def test_a_form_from_elsewhere_is_not_taken(an):
    client = Client(enforce_csrf_checks=True)
    client.force_login(an)
    assert shown(client.post("/dang-xuat/")) == (403, "Chưa nhận được biểu mẫu vừa gửi", ["/"])


@pytest.fixture
def hashed_files(settings, tmp_path):
    """Name static files as production does; return the function that collects some of them."""
    settings.STATIC_ROOT = str(tmp_path)
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "pbgdpl.static_files.StaticFilesStorage"}
    }

    def collect(names):
        paths = {name: f"{name}.0123456789ab" for name in names}
        manifest = json.dumps({"version": "1.1", "paths": paths, "hash": ""})
        (tmp_path / "staticfiles.json").write_text(manifest, encoding="utf-8")

    return collect


@pytest.mark.urls(__name__)
def test_the_page_for_a_broken_server_links_the_collected_files(an, hashed_files):
    names = ["icons/favicon.svg", "bootstrap/css/bootstrap.min.css", "colors.css", "site.css"]
    hashed_files(names)
    client = Client(raise_request_exception=False)
    client.force_login(an)
    links = words(client.get("/hong/"), "//link/@href")
    assert links == [f"/static/{name}.0123456789ab" for name in names]
    assert [name for name in names if not finders.find(name)] == []


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/hong/", "/day-dia/"])
def test_where_static_files_were_never_collected_an_reads_the_page_without_styles(an, hashed_files, address):
    client = Client(raise_request_exception=False)
    client.force_login(an)
    response = client.get(address)
    assert (response.status_code, words(response, "//h1"), words(response, "//a/@href")) == (
        500,
        ["Máy chủ gặp lỗi"],
        ["/"],
    )


@pytest.mark.urls(__name__)
def test_the_page_for_a_broken_server_asks_no_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        server_error(RequestFactory().get("/hong/"))


@pytest.mark.parametrize("charset", ["utf-16", "zlib", "idna"])
@pytest.mark.parametrize("address", ["/dang-nhap/", "/ke-hoach/2024/them/"])
def test_a_form_in_another_encoding_than_ours_is_refused(an, address, charset):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(an)
    client.get("/mat-khau/")  # its form brings the token's cookie
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    response = client.generic("POST", address, b"subject=%e9", content_type=kind)
    assert shown(response) == (400, "Máy chủ không hiểu yêu cầu này", ["/"])


def test_no_page_is_stored_by_a_cache_or_a_browser(client, an):
    client.force_login(an)
    addresses = ("/nam/2024/", "/ke-hoach/2024/", "/ke-hoach/2024/them/", "/khong-co/")
    assert {client.get(address).headers["Cache-Control"] for address in addresses} == {"private, no-store"}


@pytest.fixture
def full_disk(settings):
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": f"{__name__}.FullDisk"}}


def test_a_file_sent_to_a_full_disk_is_not_taken(an, department, full_disk):
    plan, client = make_plan(department), Client(raise_request_exception=False)
    client.force_login(an)
    sent = {"files": SimpleUploadedFile("ke-hoach.pdf", pdf())}
    assert shown(client.post(f"{plan.get_absolute_url()}tep/", sent)) == (*FULL, ["/"])
    assert (Attachment.objects.count(), Change.objects.count(), SentForm.objects.count()) == (0, 0, 0)


def test_a_report_is_not_handed_in_to_a_full_disk(binh, department, full_disk):
    report, client = open_report(department), Client(raise_request_exception=False)
    client.force_login(binh)
    address = f"{report.get_absolute_url()}nop/"
    assert shown(client.post(address, fields_of(client.get(address)))) == (*FULL, ["/"])
    assert (Submission.objects.count(), Change.objects.count(), state(report)) == (0, 0, "DRAFTING")
