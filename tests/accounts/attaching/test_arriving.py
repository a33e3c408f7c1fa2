"""What is stored of files while they arrive: of a stranger's nothing, of An's what the page takes."""

from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse

from accounts.attaching.checking import MOST_BYTES, TOO_LARGE
from accounts.forms.files import TOO_MANY
from accounts.rows.sheets.kinds import LARGEST_SHEET
from plans.models import Plan
from tests.accounts.attaching.test_row_files import attach, names, sent
from tests.accounts.rows.entry import send_new
from tests.factories import make_plan, make_report, make_submission
from tests.pages import words
from tests.reports.submission.handed_in import fields_of

MEGABYTE = 2**20
TOKEN = "a" * 32
CHECK = "/kiem-tra-tep/2024/"
ADDRESSES = ["/dang-nhap/", "/khong-co/", "/trang-thai/", CHECK, "/ke-hoach/2024/1/tep/", "/"]
NOTICES = "//*[contains(@class, 'notice')]/p"
STORED = []  # of each file that Django's own handlers receive: its bytes


class NoteStored(FileUploadHandler):
    """Stands before Django's own handlers and notes what they receive."""

    def new_file(self, *args, **kwargs):
        STORED.append(0)

    def receive_data_chunk(self, raw_data, start):
        STORED[-1] += len(raw_data)
        return raw_data

    def file_complete(self, file_size):
        return None


@pytest.fixture
def stored(settings, tmp_path):
    first, *others = settings.FILE_UPLOAD_HANDLERS
    settings.FILE_UPLOAD_HANDLERS = [first, f"{__name__}.NoteStored", *others]
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    STORED.clear()
    yield STORED
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def no_folder(settings, tmp_path):
    """Take the folder of temporary files away: a request that stores one fails with 500."""
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "missing"


@pytest.fixture
def plan(department):
    return make_plan(department)


def large(size=3 * MEGABYTE, name="a.pdf"):
    return SimpleUploadedFile(name, b"%PDF-".ljust(size, b"0"))


def multipart(token, *files):
    return encode_multipart(BOUNDARY, {"csrfmiddlewaretoken": token, "file": files, "typed": "a"})


def sent_over_a_socket(live_server, address, body, *, length=None, session=""):
    """Return the status and, of a redirect, the address of the answer to a request whose length may be a lie."""
    headers = {
        "Content-Type": MULTIPART_CONTENT,
        "Content-Length": str(len(body) if length is None else length),
        "Cookie": f"{site.CSRF_COOKIE_NAME}={TOKEN}; {site.SESSION_COOKIE_NAME}={session}",
    }
    with closing(HTTPConnection(urlsplit(live_server.url).netloc, timeout=60)) as connection:
        connection.request("POST", address, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location", "").partition("?")[0]


@pytest.mark.parametrize("token", [TOKEN, "b" * 32, ""])
def test_of_a_stranger_nothing_is_stored_wherever_it_is_sent(live_server, no_folder, token):
    body = multipart(token, large(), large())
    found = {address: sent_over_a_socket(live_server, address, body) for address in ADDRESSES}
    if token == TOKEN:
        to_login = (302, "/dang-nhap/")
        expected = [(200, ""), (404, ""), (405, ""), to_login, to_login, to_login]
    else:
        expected = [(403, ""), (404, ""), *[(403, "")] * 4]
    assert found == dict(zip(ADDRESSES, expected, strict=True))


def test_where_the_folder_is_missing_a_stored_file_would_be_noticed(live_server, no_folder, an):
    client = Client()
    client.force_login(an)
    session = client.cookies[site.SESSION_COOKIE_NAME].value
    body = multipart(TOKEN, large())
    assert sent_over_a_socket(live_server, CHECK, body, session=session) == (500, "")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_stranger_is_answered_before_a_gigabyte_has_arrived(live_server, no_folder, address):
    status = 404 if address == "/khong-co/" else 403
    begun = multipart(TOKEN, large(1000)).removesuffix(f"--{BOUNDARY}--\r\n".encode())
    assert sent_over_a_socket(live_server, address, begun, length=1200 * MEGABYTE) == (status, "")


@pytest.mark.parametrize("length", ["", "0", "-1", "many"])
def test_a_request_without_a_true_length_stores_nothing(live_server, no_folder, length):
    answer = sent_over_a_socket(live_server, "/dang-nhap/", multipart(TOKEN, large(1000)), length=length)
    assert answer[0] in (400, 403)


def test_of_a_file_over_the_limit_storing_stops_there_and_the_part_is_deleted(client, an, plan, stored):
    client.force_login(an)
    page = attach(client, plan, large(MOST_BYTES + 1), sent("b.pdf"))
    assert words(page, NOTICES) == ["Đã đính kèm: b.pdf.", f"Chưa đính kèm “a.pdf”: {TOO_LARGE}"]
    assert ([size <= MOST_BYTES for size in stored], stored[1], names(plan)) == (
        [True, True],
        len(sent().read()),
        ["b.pdf"],
    )


def test_a_file_as_large_as_the_limit_is_stored_whole(client, an, stored):
    client.force_login(an)
    page = client.post(CHECK, {"file": large(MOST_BYTES)})
    assert (words(page, "//p[@class='refused']"), stored) == ([], [MOST_BYTES])


def test_of_too_many_files_none_over_the_number_is_stored(client, an, plan, stored):
    client.force_login(an)
    page = attach(client, plan, *[large(1000) for _ in range(300)])
    assert (words(page, NOTICES), stored, names(plan)) == ([TOO_MANY], [1000] * 10, [])


@pytest.mark.parametrize("parts", ["files", "fields"])
def test_a_request_of_countless_parts_is_refused(an, plan, stored, parts):
    part = 'Content-Disposition: form-data; name="files"' + ('; filename="a.pdf"' if parts == "files" else "")
    body = f"--{BOUNDARY}\r\n{part}\r\n\r\n0\r\n" * 20_100 + f"--{BOUNDARY}--\r\n"
    client = Client(raise_request_exception=False)
    client.force_login(an)
    address = reverse("plan_attach", args=[2024, plan.pk])
    assert client.generic("POST", address, body, MULTIPART_CONTENT).status_code == 400
    assert stored == [1] * (10 if parts == "files" else 0)


def test_a_request_that_is_too_long_for_its_page_is_not_stored_at_all(client, an, stored):
    client.force_login(an)
    page = client.post(CHECK, {"file": large(MOST_BYTES + 11 * MEGABYTE)})
    assert (words(page, "//p[@class='refused']"), stored) == ([TOO_LARGE], [])


def test_a_page_for_one_file_refuses_a_second_one(client, an, stored):
    client.force_login(an)
    page = client.post(CHECK, {"file": [large(1000), large(1000)]})
    assert (words(page, "//p[@class='refused']"), stored) == ([TOO_LARGE], [1000])


def test_a_sheet_over_its_limit_is_not_stored(client, an, stored):
    client.force_login(an)
    data = {"sheet": large(LARGEST_SHEET + MEGABYTE, "a.xlsx")}
    page = client.post(reverse("plan_sheet", args=[2024]), data)
    [fault] = words(page, "//ul[contains(@class, 'errorlist')]/li")
    assert (fault.partition(".")[0], [size <= LARGEST_SHEET for size in stored]) == (
        "Bảng tính quá lớn",
        [True],
    )


def test_what_was_ticked_beside_a_file_over_the_limit_stays(client, binh, department, stored):
    client.force_login(binh)
    submission = make_submission(make_report(department))
    sent_fields = fields_of(client.get(submission.get_absolute_url()))
    data = sent_fields | {"file": large(MOST_BYTES + 1), "is_another_print": "on"}
    page = client.post(f"{submission.get_absolute_url()}ban-ky/", data)
    assert words(page, "//form//input[@name='is_another_print']/@checked") == ["checked"]
    assert words(page, "//p[@class='refused']") == [f"“a.pdf”: {TOO_LARGE}"]


def test_a_page_that_takes_no_file_stores_none(client, an, stored):
    client.force_login(an)
    fields = {"kind_text": "Kế hoạch", "number": "15", "subject": "về hòa giải ở cơ sở", "files": large()}
    send_new(client, "/ke-hoach/2024/them/", **fields)
    assert (Plan.objects.count(), stored) == (1, [])
