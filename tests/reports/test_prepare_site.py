"""A site to try out is prepared by one command, which does again only what is not done."""

import stat
from io import StringIO

import pytest
from django.core.management import call_command

from accounts.models import Organisation
from pbgdpl.lib.collecting import collect_changed
from reports.models import Section
from tests.factories import make_organisation

REPORT = ("bao-cao-pbgdpl-SKHCN-2024.docx", "bao-cao-pbgdpl-SKHCN-2024.pdf")


@pytest.fixture
def site(settings, tmp_path):
    """Keep what is prepared in a directory of its own, with one static file to collect; return the directory."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.css").write_text("p{}", encoding="utf-8")
    settings.DATA_DIR = tmp_path
    settings.STATICFILES_DIRS = [tmp_path / "sources"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "pbgdpl.static_files.StaticFilesStorage"}
    }
    return tmp_path


def prepare(site):
    """Return what the command says, its lines without the directory."""
    out = StringIO()
    call_command("prepare_site", "--to", str(site / "out"), stdout=out)
    return [line.replace(f"{site}/", "") for line in out.getvalue().splitlines()]


def changed_at(site):
    return {path.name: path.stat().st_mtime_ns for path in (site / "out").iterdir()}


@pytest.mark.django_db
def test_the_passwords_are_shown_once_and_kept_for_their_owner_alone(site):
    first, second = prepare(site), prepare(site)
    accounts = site / "accounts.txt"
    report = ["", "Báo cáo mẫu:", *(f"out/{name}" for name in REPORT), ""]
    assert first == [*report, *accounts.read_text(encoding="utf-8").splitlines()]
    assert second == [*report, "Tài khoản và mật khẩu: xem tệp accounts.txt"]
    assert [len(line.split()[1].split("-")) for line in first[6:]] == [3] * 6
    assert stat.S_IMODE(accounts.stat().st_mode) == 0o600
    assert not (site / "accounts.txt.new").exists()


@pytest.mark.django_db
def test_the_report_is_printed_again_where_a_file_is_gone_or_a_row_has_changed(site):
    prepare(site)
    printed = changed_at(site)
    prepare(site)
    assert changed_at(site) == printed
    (site / "out" / REPORT[0]).unlink()
    prepare(site)
    again = changed_at(site)
    assert [again[name] != printed[name] for name in REPORT] == [True, True]
    Section.objects.filter(report__organisation__code="SKHCN").update(body="Đã làm.")
    prepare(site)
    assert [changed_at(site)[name] != again[name] for name in REPORT] == [True, True]


@pytest.mark.django_db
def test_a_site_in_use_gets_no_demo(site):
    make_organisation()
    assert prepare(site) == []
    assert (Organisation.objects.count(), (site / "accounts.txt").exists()) == (1, False)


def test_static_files_are_collected_when_they_have_changed(site):
    collected = [collect_changed(), collect_changed()]
    (site / "sources" / "a.css").write_text("p{color:red}", encoding="utf-8")
    collected += [collect_changed(), collect_changed()]
    (site / "static" / "staticfiles.json").unlink()
    assert [*collected, collect_changed()] == [True, False, True, False, True]


def test_files_that_no_page_loads_are_not_collected(site):
    for name in ("bootstrap-grid.css", "a.rtl.css", "jquery.js"):
        (site / "sources" / name).write_text("", encoding="utf-8")
    collect_changed()
    kept = {path.name.split(".")[0] for path in (site / "static").glob("*.css")}
    assert kept == {"a"}
