"""A file is sent to be saved, to people of its organisation and to nobody else."""

import stat
from errno import EACCES
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, InMemoryStorage
from django.urls import reverse

from accounts.history import downloads_of, history_of
from accounts.models import Attachment
from accounts.models.attachment import random_name
from tests.factories import make_attachment
from tests.pages import title, words


def test_a_colleague_saves_the_file_under_its_own_name(client, binh, department):
    file = make_attachment(department, name="Kế hoạch 139.pdf", data=b"%PDF-1.7")
    client.force_login(binh)
    response = client.get(file.get_absolute_url())
    assert b"".join(response) == b"%PDF-1.7"
    assert {name: response[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control")} == {
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20139.pdf",
        "Cache-Control": "private, no-store",
    }
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_who_saved_it_is_written_down_beside_the_changes_and_not_among_them(client, binh, department):
    file = make_attachment(department, name="Kế hoạch 139.pdf")
    client.force_login(binh)
    client.head(file.get_absolute_url())
    b"".join(client.get(file.get_absolute_url()))
    (entry,) = downloads_of(file.row)
    assert (entry.changed_by, entry.values) == (binh, [["tệp", "", "Kế hoạch 139.pdf"]])
    assert list(history_of(file.row)) == []


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.jpeg", "image/jpeg"),
        ("a.html", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_the_content_type_follows_the_ending_and_not_the_content(client, an, department, name, content_type):
    file = make_attachment(department, name=name, data=b"<html><script>alert(1)</script>")
    client.force_login(an)
    assert client.get(file.get_absolute_url())["Content-Type"] == content_type


def test_chi_and_dung_find_no_file_of_ans_department(client, chi, dung, department):
    file = make_attachment(department)
    for person in (chi, dung):
        client.force_login(person)
        assert client.get(file.get_absolute_url()).status_code == 404


def test_a_file_that_is_gone_from_the_disk_is_a_page_that_says_so(client, an, department):
    file = make_attachment(department)
    file.file.storage.delete(file.file.name)
    client.force_login(an)
    page = client.get(file.get_absolute_url())
    assert page.status_code == 404
    assert title(page).startswith("Không tìm thấy tệp")
    assert words(page, "//h1") == ["Không tìm thấy tệp “ke-hoach.pdf” trong kho"]


def test_a_file_that_the_server_may_not_read_is_told_like_one_that_is_gone(
    client, an, department, monkeypatch
):
    file = make_attachment(department)

    def refuse(self, name, mode="rb"):
        raise PermissionError(EACCES, "Permission denied", name)

    monkeypatch.setattr(InMemoryStorage, "_open", refuse)
    client.force_login(an)
    page = client.get(file.get_absolute_url())
    assert (page.status_code, words(page, "//h1")) == (404, ["Không tìm thấy tệp “ke-hoach.pdf” trong kho"])


def test_chi_deletes_no_file_of_ans_department(client, chi, department):
    file = make_attachment(department)
    client.force_login(chi)
    for name in ("attachment_delete", "attachment_restore"):
        assert client.post(reverse(name, args=[file.pk])).status_code == 404
    assert Attachment.objects.get().deleted_at is None


def test_nothing_of_a_name_reaches_the_disk(tmp_path, settings):
    storage = FileSystemStorage(location=tmp_path)
    stored = Path(storage.path(storage.save(random_name(None, "../../kế hoạch.exe"), ContentFile(b"a"))))
    assert stored.relative_to(tmp_path).parts[0] == "attachments"
    assert set("".join(stored.relative_to(tmp_path).parts[1:])) <= set("0123456789abcdef")
    assert stat.S_IMODE(stored.stat().st_mode) == 0o600
