"""A paper is uploaded first: the form is filled from it, and it is attached when the row is saved."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from lxml import html

from accounts.attaching.checking import CheckedFile
from accounts.attaching.keeping import attach_waiting, keep_waiting
from accounts.forms.files import NOTHING_CHOSEN
from accounts.history import history_of
from accounts.models import Attachment
from pbgdpl.lib import ocr
from plans.models import Directive, Plan
from plans.reading.paper.file import NO_OCR, PICTURE, READ
from tests.accounts.attaching import uploads
from tests.factories import make_attachment, make_plan, make_waiting_file
from tests.pages import words
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS

LETTER = DRESSES["Word, bảng"][1](DOCUMENTS["công văn"])
PLAN = DRESSES["PDF, bảng"][1](DOCUMENTS["kế hoạch của UBND"])


def upload(client, name="cong-van.docx", data=LETTER, *, kind="plan", key=None):
    paper = SimpleUploadedFile(name, data)
    return client.post(reverse(f"{kind}_upload", args=[2024]), {"sent_key": key or uuid4(), "paper": paper})


def fields(page):
    """Return what the form on a page says, by the names of its fields."""
    [form] = html.fromstring(page.content.decode()).xpath("//form[contains(@class, 'entry')]")
    return {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}


def save(client, address, **typed):
    return client.post(address, fields(client.get(address)) | typed)


def test_the_paper_of_a_plan_fills_its_form_and_is_attached(client, an):
    client.force_login(an)
    led_to = upload(client)
    page = client.get(led_to.url)
    assert words(page, "//*[@class='notice']/p") == [f"cong-van.docx: {READ}"]

    client.post(led_to.url, fields(page))
    plan = Plan.objects.get()
    assert plan.citation() == (
        "Công văn số 498/SXD-VP ngày 12/3/2024 về việc tuyên truyền, tập huấn sử dụng ứng dụng VNeID"
    )
    assert [file.name for file in Attachment.objects.for_row(plan)] == ["cong-van.docx"]
    attached, added = history_of(plan)
    assert (attached.values, added.kind) == ([["tệp đính kèm", "", "cong-van.docx"]], "added")


def test_the_paper_of_a_directive_names_who_issued_it(client, an):
    client.force_login(an)
    save(client, upload(client, "325.pdf", PLAN, kind="directive").url)
    directive = Directive.objects.get()
    assert (directive.issuing_body, directive.issued_on) == (
        "Ủy ban nhân dân thành phố Hà Nội",
        date(2023, 12, 29),
    )


@pytest.fixture
def without_ocr(monkeypatch):
    """Make this a machine without the programs that read scans."""
    monkeypatch.setitem(ocr.ENVIRONMENT, "PATH", "/nowhere")
    ocr.is_available.cache_clear()
    yield
    ocr.is_available.cache_clear()


def test_a_picture_is_kept_and_the_page_says_why_it_was_not_read(client, an, without_ocr):
    client.force_login(an)
    address = upload(client, "ảnh.jpg", uploads.jpeg()).url
    page = client.get(address)
    assert words(page, "//*[@class='notice']/p") == [f"ảnh.jpg: {PICTURE} {NO_OCR}"]
    client.post(address, fields(page) | {"kind_text": "Kế hoạch", "number": "9/KH-SXD"})
    assert [file.name for file in Attachment.objects.for_row(Plan.objects.get())] == ["ảnh.jpg"]


SCANNED = {
    "values": {
        "kind_text": "Kế hoạch",
        "number": "12/KH-SXD",
        "issued_on": "08/01/2024",
        "issuing_body": "",
        "subject": "về hòa giải",
    },
    "doubts": [],
    "is_by_machine": True,
}
BY_MACHINE = [
    "Số, ký hiệu “12/KH-SXD” đọc bằng máy từ bản quét: đối chiếu với bản quét.",
    "Ngày ban hành “08/01/2024” đọc bằng máy từ bản quét: đối chiếu với bản quét.",
]
DOUBTS = "//*[@role='alert']//li"


def test_the_number_and_the_date_of_a_scan_are_asked_about_before_they_are_saved(client, an):
    client.force_login(an)
    file = make_waiting_file(an, reading=SCANNED)
    address = f"{reverse('plan_add', args=[2024])}?tep={file.pk}"
    page = save(client, address)
    assert (words(page, DOUBTS), Plan.objects.count()) == (BY_MACHINE, 0)
    corrected = client.post(address, fields(page) | {"number": "72/KH-SXD"})
    assert words(corrected, DOUBTS) == BY_MACHINE[1:]
    insisted = " ".join(html.fromstring(corrected.content.decode()).xpath("//*[@id='insist']/@value"))
    client.post(address, fields(corrected) | {"insist": insisted})
    assert Plan.objects.get().citation() == "Kế hoạch số 72/KH-SXD ngày 08/01/2024 về hòa giải"


def test_what_is_wrong_with_the_form_does_not_lose_the_file(client, an):
    client.force_login(an)
    address = upload(client).url
    page = save(client, address, issued_on="31/9/2024")
    assert words(page, "//*[@class='notice']/p") == [f"cong-van.docx: {READ}"]
    client.post(address, fields(page) | {"issued_on": "30/9/2024"})
    assert Attachment.objects.for_row(Plan.objects.get()).count() == 1


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.exe", "MZ", "“a.exe”: Không nhận loại tệp này."),
        ("a.pdf", "", "“a.pdf”: Tệp trống, không có nội dung. Chọn lại tệp."),
    ],
)
def test_a_file_that_is_refused_is_told_on_the_page(client, an, name, data, sentence):
    client.force_login(an)
    page = upload(client, name, data.encode())
    assert words(page, "//*[@role='alert']/p")[0].startswith(sentence)
    assert Attachment.objects.count() == 0


def test_nothing_chosen_is_told_on_the_page(client, an):
    client.force_login(an)
    page = client.post(reverse("plan_upload", args=[2024]), {"sent_key": uuid4()})
    assert words(page, "//*[@role='alert']/p") == [NOTHING_CHOSEN]


def test_a_double_click_keeps_one_file(client, an):
    client.force_login(an)
    key = uuid4()
    first, second = upload(client, key=key), upload(client, key=key)
    assert (first.url, Attachment.objects.count()) == (second.url, 1)


def test_the_form_sent_twice_saves_one_plan_with_its_file(client, an):
    client.force_login(an)
    address = upload(client).url
    typed = fields(client.get(address))
    first, second = (client.post(address, typed) for _ in range(2))
    assert first.url == second.url
    assert Attachment.objects.for_row(Plan.objects.get()).count() == 1


def test_a_file_of_another_department_is_not_found(client, an, chi):
    client.force_login(an)
    address = upload(client).url
    client.force_login(chi)
    assert (client.get(address).status_code, client.post(address, {}).status_code) == (404, 404)


@pytest.mark.parametrize("number", ["", "x", "-1", "0", "9" * 40])
def test_a_number_that_no_file_has_is_not_found(client, an, number):
    client.force_login(an)
    assert client.get(f"{reverse('plan_add', args=[2024])}?tep={number}").status_code == 404


def test_events_are_made_from_no_paper(client, an):
    client.force_login(an)
    file = make_attachment(an.organisation, row=None)
    assert client.get(f"{reverse('event_add', args=[2024])}?tep={file.pk}").status_code == 404


def test_a_file_that_was_given_to_another_row_in_the_meantime_stays_there(client, an):
    client.force_login(an)
    address = upload(client).url
    typed = fields(client.get(address))
    earlier = make_plan(an.organisation)
    attach_waiting(Attachment.objects.get(), row=earlier, by=an)

    page = client.post(address, typed, follow=True)
    assert Plan.objects.count() == 2
    assert Attachment.objects.get().row == earlier
    assert words(page, "//*[contains(@class, 'notice warning')]/p")[0].startswith(
        "Tệp “cong-van.docx” không còn"
    )
    assert client.get(address).status_code == 404


def test_of_many_files_that_wait_for_an_the_oldest_are_removed(an, chi):
    files = [CheckedFile(f"{number}.png", "png", b"") for number in range(63)]
    keep_waiting(files[0], by=chi)
    for file in files:
        keep_waiting(file, by=an)
    keep_waiting(files[0], by=an)
    names = Attachment.objects.filter(added_by=an).order_by("pk").values_list("name", flat=True)
    assert [*names] == [*(f"{number}.png" for number in range(3, 63)), "0.png"]
    assert Attachment.objects.filter(added_by=chi).count() == 1


def test_files_that_nobody_saved_a_row_for_are_removed_after_two_days(
    client, an, chi, django_capture_on_commit_callbacks
):
    client.force_login(an)
    upload(client, "cũ.docx")
    upload(client, "mới.docx")
    Attachment.objects.filter(name="cũ.docx").update(added_at=timezone.now() - timedelta(days=2, minutes=1))
    Attachment.objects.filter(name="mới.docx").update(added_at=timezone.now() - timedelta(days=1, hours=23))
    make_attachment(an.organisation, name="của dòng.docx")
    Attachment.objects.filter(name="của dòng.docx").update(added_at=timezone.now() - timedelta(days=900))
    stored = {file.name: file.file.name for file in Attachment.objects.all()}

    client.force_login(chi)
    with django_capture_on_commit_callbacks(execute=True):
        upload(client, "của Chi.docx")
    assert {file.name for file in Attachment.objects.all()} == {"mới.docx", "của dòng.docx", "của Chi.docx"}
    assert {name: default_storage.exists(path) for name, path in stored.items()} == {
        "cũ.docx": False,
        "mới.docx": True,
        "của dòng.docx": True,
    }
