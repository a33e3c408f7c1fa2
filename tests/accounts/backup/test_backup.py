"""The lost day: what was on the site is in its archive, and the archive makes the site again."""

import stat
from hashlib import sha256
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.backup.backup import write_backup
from accounts.backup.reading import checked_archive
from accounts.backup.tables import applied_migrations, rows_of, snapshot, tables_after
from accounts.models import Attachment, UploadedSheet
from reports.models import SubmittedFile
from tests.accounts.backup.damages import DAMAGES
from tests.accounts.backup.sites import Site, content, database_beside
from tests.factories import (
    make_attachment,
    make_criteria_set,
    make_division,
    make_earlier_report,
    make_long_work,
    make_organisation,
    make_outcome,
    make_period,
    make_submission,
    make_waiting_file,
)

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "Sen hồng nở sớm 2024"
# Characters, JSON and numbers that some database or format stores in its own way.
ODD = '“Đường bộ” \t\u2028\U0001f600 e\u0301 \\n {"a": 1}'


@pytest.fixture
def site(settings, tmp_path, year_of_work, department, justice_department, an, binh):
    """Save a site with rows of many kinds, whose files lie in a folder as in earnest; return its folder."""
    folder = tmp_path / "site"
    folder.mkdir()
    settings.DATA_DIR, settings.MEDIA_ROOT = folder, folder / "files"
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": storage}
    paper = b"%PDF-" + bytes(range(256)) * 10
    make_attachment(department, data=paper, sha256=sha256(paper).hexdigest(), added_by=an, name=ODD)
    make_earlier_report(department, data="BÁO CÁO\nI. KẾT QUẢ\nTốt./.\n".encode(), added_by=binh)
    make_period(justice_department)
    make_outcome(make_submission(department.reports.get(), submitted_by=binh))
    make_criteria_set(justice_department).criteria.update(maximum_points="0.50")
    UploadedSheet.objects.store(bytes(range(256)), rows="plan", by=an)
    make_long_work(an, result={"z": [1.5, None, ODD], "a": True}, arguments={"2": 1, "1": 2})
    make_long_work(an, result=["a" * 3_000_000])  # takes a thousandth of its size when compressed
    an.division = make_division(department)
    an.save()
    # The last division is deleted: its key is never given again.
    make_division(department).delete()
    return folder


@pytest.fixture
def archive(site, tmp_path):
    path = tmp_path / "archive"
    write_backup(path)
    return path


def run(*words):
    out = StringIO()
    call_command(*map(str, words), stdout=out)
    return out.getvalue().splitlines()


def refusal(path, **options):
    """Return the sentence with which an archive is refused, "" where it is not."""
    try:
        with checked_archive(path, **options):
            return ""
    except ValidationError as error:
        return " ".join(error.messages)


def test_a_restored_site_has_every_row_and_every_byte(archive, site, tmp_path):
    other = Site(tmp_path / "other")
    assert other.run("restore", archive)[-1] == "Đã khôi phục. Khởi động lại trang; mọi người đăng nhập lại."
    assert other.content("again") == content(archive)
    assert other.files() == Site(site).files()
    assert other.run("migrate", "--check") == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks for a PostgreSQL")
def test_a_site_moves_from_postgresql_to_postgresql_to_sqlite_and_back(archive, tmp_path):
    with database_beside("pbgdpl_one") as one, database_beside("pbgdpl_two") as two:
        sites = [Site(tmp_path / "1", one), Site(tmp_path / "2"), Site(tmp_path / "3", two)]
        found = [content(archive, reads_json=True)]
        for site in sites:
            site.run("restore", archive)
            site.content("again")
            archive = site.folder / "again"
            found.append(content(archive, reads_json=True))
    assert [one == found[0] for one in found] == [True] * 4


def test_a_backup_sees_one_moment_and_nobody_waits_for_it(site):
    with snapshot(connection) as source:
        make_organisation(code="SAU")
        table = tables_after(applied_migrations(source), what="")["accounts_organisation"]
        seen = [row["code"] for row in rows_of(table, source)]
    assert seen == ["STP", "SXD"]


def test_an_archive_is_for_its_owner_alone_and_never_written_over(archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    before = archive.read_bytes()
    with pytest.raises(CommandError, match=r"đã có. Đặt tên khác, hoặc ghi vào một thư mục."):
        run("backup", archive)
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.iterdir() if path.name.startswith("archive")] == ["archive"]


def test_a_lost_and_a_changed_file_are_named_and_the_rest_is_saved(site, tmp_path):
    lost, changed = (one.file.name for one in (Attachment.objects.get(), SubmittedFile.objects.first()))
    (site / "files" / lost).unlink()
    (site / "files" / changed).write_bytes(b"%PDF-")
    out = StringIO()
    with pytest.raises(CommandError, match="Bản sao lưu đã ghi, nhưng trang thiếu những tệp nêu trên"):
        call_command("backup", str(tmp_path / "archive"), stdout=out)
    named = [f"Thiếu tệp {lost}.", f"Tệp {changed} không phải là tệp mà dữ liệu ghi nhận."]
    assert out.getvalue().splitlines()[-2:] == named
    assert run("check_backup", tmp_path / "archive")[-3:] == [*named, "Bản sao lưu dùng được."]
    assert not (site / "last_backup").exists()
    # The lost one may lie on the disk of the site that is restored: it is not removed there.
    with checked_archive(tmp_path / "archive") as found:
        assert {lost, changed} < found.manifest.named_files


class ForgettingStorage(FileSystemStorage):
    """Deletes the files that wait for a row, as the site does by itself, while another one is read."""

    def _open(self, name, mode="rb"):
        for one in Attachment.objects.filter(object_id=None):
            one.delete()
            self.delete(one.file.name)
        return super()._open(name, mode)


def test_a_file_that_is_deleted_meanwhile_is_no_loss(site, settings, an, tmp_path):
    waiting = make_waiting_file(an).file.name
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": f"{__name__}.ForgettingStorage"}}
    manifest = write_backup(tmp_path / "archive")
    assert (manifest.deleted, manifest.missing, manifest.is_whole) == ([waiting], [], True)
    line = f"Tệp {waiting} được xóa khỏi trang trong khi sao lưu."
    assert run("check_backup", tmp_path / "archive")[-2:] == [line, "Bản sao lưu dùng được."]


def test_an_encrypted_archive_opens_with_its_password_alone(site, tmp_path, monkeypatch):
    monkeypatch.setenv("PBGDPL_BACKUP_PASSWORD", PASSWORD)
    path = tmp_path / "sealed"
    run("backup", path)
    assert "Nguyễn Hoài An".encode() not in path.read_bytes()
    assert run("check_backup", path)[-1] == "Bản sao lưu dùng được."
    assert [refusal(path), refusal(path, password="Sen hồng nở muộn 2024")] == [
        "Bản sao lưu này được mã hóa. Đặt mật khẩu trong PBGDPL_BACKUP_PASSWORD, hoặc dùng --password-file, "
        "--ask-password.",
        "Mật khẩu không đúng với bản sao lưu này.",
    ]
    monkeypatch.setenv("PBGDPL_BACKUP_PASSWORD", "ngắn")
    with pytest.raises(CommandError, match="cần ít nhất 12 ký tự"):
        run("backup", tmp_path / "short")


def test_the_password_may_stand_in_a_file(site, tmp_path):
    word, path = tmp_path / "password", tmp_path / "sealed"
    word.write_text(f"{PASSWORD}\n", encoding="utf-8")
    run("backup", path, "--password-file", word)
    assert refusal(path, password=PASSWORD) == ""
    word.write_text("\n")
    with pytest.raises(CommandError, match="đang để trống"):
        run("check_backup", path, "--password-file", word)


def test_every_damage_is_noticed(archive, tmp_path):
    whole, path, random = archive.read_bytes(), tmp_path / "damaged", Random(11)
    noticed = {}
    for name, damage in DAMAGES.items():
        path.write_bytes(damage(whole, random))
        noticed[name] = refusal(path)
    assert [name for name, sentence in noticed.items() if not sentence.endswith(".")] == []
    assert noticed["định dạng mới hơn"] == (
        "Bản sao lưu có định dạng 2, mã nguồn này chỉ đọc được đến định dạng 1. Cài mã nguồn mới hơn."
    )
    assert noticed["cấu trúc mới hơn"] == (
        "Bản sao lưu có những thay đổi cấu trúc mà mã nguồn này không biết (reports.9999_later), nên thuộc phiên bản "
        "mới hơn. Cài mã nguồn mới hơn rồi chạy lại."
    )


def test_a_folder_gets_dated_archives(site, tmp_path):
    folder = tmp_path / "nightly"
    folder.mkdir()
    first = Path(run("backup", folder, "--keep", 1)[0].removeprefix("Đã sao lưu vào "))
    assert [*folder.iterdir()] == [first]
    assert refusal(first) == ""
    assert (site / "last_backup").exists()
    with pytest.raises(CommandError, match="chỉ dùng khi sao lưu vào một thư mục"):
        run("backup", tmp_path / "file", "--keep", 1)
    with pytest.raises(CommandError, match="Lệnh viết chưa đúng"):
        run("backup", folder, "--keep", "-1")
