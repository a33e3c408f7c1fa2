"""Files on the page of a row: attached, downloaded, deleted, restored."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.forms.files import NOTHING_CHOSEN, TOO_MANY
from accounts.history import history_of
from accounts.models import Attachment
from tests.accounts.attaching import uploads
from tests.factories import make_attachment, make_directive, make_event, make_plan
from tests.pages import words

PDF = uploads.pdf()
KINDS = {"directive": make_directive, "plan": make_plan, "event": make_event}


@pytest.fixture
def plan(department):
    return make_plan(department)


def sent(name="ke-hoach.pdf", data=PDF):
    return SimpleUploadedFile(name, data)


def attach(client, row, *files, key=None):
    url = reverse(f"{row._meta.model_name}_attach", args=[row.reporting_year, row.pk])
    return client.post(url, {"sent_key": key or uuid4(), "files": files}, follow=True)


def changes(row):
    return [(str(change.changed_by), change.values) for change in history_of(row)]


def names(row):
    return [attachment.name for attachment in Attachment.objects.for_row(row)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_attaches_files_to_every_kind_of_row(client, an, department, kind):
    client.force_login(an)
    row = KINDS[kind](department)
    page = attach(client, row, sent(), sent("ảnh chụp.jpg", uploads.jpeg()))
    assert words(page, "//*[contains(@class, 'notice')]/p") == ["Đã đính kèm: ke-hoach.pdf, ảnh chụp.jpg."]
    assert words(page, "//section[contains(@class, 'attachments')]//li/a") == ["ke-hoach.pdf", "ảnh chụp.jpg"]
    assert changes(row) == [
        ("Nguyễn Hoài An", [["tệp đính kèm", "", "ke-hoach.pdf"], ["tệp đính kèm", "", "ảnh chụp.jpg"]])
    ]


def test_what_is_kept_of_a_file(client, an, plan):
    client.force_login(an)
    attach(client, plan, sent())
    [kept] = Attachment.objects.all()
    assert (kept.organisation, kept.row, kept.added_by, kept.size) == (an.organisation, plan, an, len(PDF))
    assert kept.sha256 == uploads.sha256(PDF)
    assert kept.file.read() == PDF
    assert "ke-hoach" not in kept.file.name


def test_the_good_files_are_attached_and_the_others_are_named(client, an, plan):
    client.force_login(an)
    page = attach(client, plan, sent(), sent("a.exe", b"MZ"))
    assert names(plan) == ["ke-hoach.pdf"]
    told = words(page, "//*[contains(@class, 'notice')]/p")
    assert told[0] == "Đã đính kèm: ke-hoach.pdf."
    assert told[1].startswith("Chưa đính kèm “a.exe”: Không nhận loại tệp này.")


@pytest.mark.parametrize(("count", "sentence"), [(0, NOTHING_CHOSEN), (11, TOO_MANY)])
def test_none_or_too_many_files_attach_nothing(client, an, plan, count, sentence):
    client.force_login(an)
    page = attach(client, plan, *[sent() for _ in range(count)])
    assert words(page, "//*[contains(@class, 'notice')]/p") == [sentence]
    assert (names(plan), changes(plan)) == ([], [])


def test_a_double_click_attaches_once(client, an, plan):
    client.force_login(an)
    key = uuid4()
    attach(client, plan, sent(), key=key)
    attach(client, plan, sent(), key=key)
    assert names(plan) == ["ke-hoach.pdf"]


def test_attaching_is_no_edit_that_another_persons_edit_would_meet(client, an, plan):
    client.force_login(an)
    attach(client, plan, sent())
    plan.refresh_from_db()
    assert plan.version == 1


def test_a_file_larger_than_the_limit_is_refused(client, an, plan):
    client.force_login(an)
    page = attach(client, plan, sent(data=b"%PDF-" + b"0" * (25 * 2**20)))
    assert words(page, "//*[contains(@class, 'notice')]/p") == [
        "Chưa đính kèm “ke-hoach.pdf”: Tệp lớn hơn 20 MB. Giảm dung lượng, hoặc tách thành nhiều tệp, rồi chọn lại."
    ]


def test_chi_attaches_nothing_to_a_plan_of_an(client, chi, plan):
    client.force_login(chi)
    assert attach(client, plan, sent()).status_code == 404
    assert names(plan) == []


def test_binh_deletes_a_file_and_brings_it_back(client, binh, plan):
    client.force_login(binh)
    file = make_attachment(binh.organisation, row=plan)
    page = client.post(reverse("attachment_delete", args=[file.pk]), follow=True)
    assert page.redirect_chain == [(plan.get_absolute_url(), 302)]
    assert words(page, "//*[contains(@class, 'notice')]/p") == ["Đã xóa tệp: ke-hoach.pdf."]
    assert (names(plan), client.get(file.get_absolute_url()).status_code) == ([], 404)

    [undo] = words(page, "//*[contains(@class, 'notice')]/form/@action")
    client.post(undo)
    assert names(plan) == ["ke-hoach.pdf"]
    assert changes(plan) == [
        ("Trần Thanh Bình", [["tệp đính kèm", "", "ke-hoach.pdf"]]),
        ("Trần Thanh Bình", [["tệp đính kèm", "ke-hoach.pdf", ""]]),
    ]


def test_deleting_twice_is_told_once(client, binh, plan):
    client.force_login(binh)
    file = make_attachment(binh.organisation, row=plan)
    for _ in range(2):
        client.post(reverse("attachment_delete", args=[file.pk]))
    assert len(changes(plan)) == 1


def test_a_page_with_many_files_asks_no_more_of_the_database(
    client, an, plan, django_assert_num_queries, django_assert_max_num_queries
):
    client.force_login(an)
    make_attachment(an.organisation, row=plan, added_by=an)
    with django_assert_max_num_queries(40) as asked:
        client.get(plan.get_absolute_url())
    for _ in range(5):
        make_attachment(an.organisation, row=plan)
    with django_assert_num_queries(len(asked)):
        client.get(plan.get_absolute_url())
