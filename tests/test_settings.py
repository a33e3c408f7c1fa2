"""The site starts only with settings it can be trusted with, and says in Vietnamese what is wrong."""

import runpy
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from django import forms
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import ConnectionHandler
from django.http import HttpResponse
from django.utils.formats import date_format, localize
from whitenoise.storage import CompressedManifestStaticFilesStorage

from pbgdpl.secret_key import stored_key
from pbgdpl.security import content_security_policy
from pbgdpl.static_files import StaticFilesStorage

GOOD_KEY = "d8Kq!x2Lm7#Zt5Rw9@Vb3Nc6Hs1Jf4Gp0Qa-Ye_Uo+Ti=Xk*Wz%"
SETTINGS = Path(__file__).resolve().parent.parent / "pbgdpl" / "settings.py"
VARIABLES = [
    "PBGDPL_SECRET_KEY",
    "PBGDPL_DEBUG",
    "PBGDPL_ALLOWED_HOSTS",
    "PBGDPL_HTTPS",
    "PBGDPL_DATA_DIR",
    "DATABASE_URL",
    "PBGDPL_EMAIL_HOST",
    "PBGDPL_EMAIL_PORT",
    "PBGDPL_EMAIL_TLS",
    "PBGDPL_EMAIL_SSL",
    "PBGDPL_ATTACHMENTS_GB",
    "PBGDPL_CLAMAV",
    "PBGDPL_LOG_YEARS",
    "PBGDPL_DELETED_FILES_DAYS",
]


@pytest.fixture
def start(monkeypatch, tmp_path):
    """Return a function that reads the settings afresh in the environment it is given."""

    def read_settings(**environment):
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in {"PBGDPL_DATA_DIR": str(tmp_path), **environment}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return read_settings


def refusal(start, **environment):
    with pytest.raises(ImproperlyConfigured) as refused:
        start(**environment)
    return str(refused.value)


def test_a_first_start_makes_a_key_that_later_starts_keep(start):
    first = start()["SECRET_KEY"]
    assert (len(first), start()["SECRET_KEY"]) == (50, first)


def test_two_machines_have_two_keys(tmp_path):
    assert stored_key(tmp_path / "one") != stored_key(tmp_path / "two")


def test_the_key_is_readable_by_its_owner_alone(start, tmp_path):
    start()
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_processes_that_start_together_agree_on_the_key(tmp_path):
    together = Barrier(8)

    def key_of_one(path):
        together.wait()
        return stored_key(path)

    with ThreadPoolExecutor(8) as processes:
        rounds = [set(processes.map(key_of_one, [tmp_path / str(n)] * 8)) for n in range(20)]
    assert [len(keys) for keys in rounds] == [1] * 20


def test_the_draft_of_a_key_is_not_left_behind(start, tmp_path):
    start()
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_key_of_the_environment_is_taken_and_none_is_made(start, tmp_path):
    assert start(PBGDPL_SECRET_KEY=GOOD_KEY)["SECRET_KEY"] == GOOD_KEY
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("", "PBGDPL_SECRET_KEY đang để trống. Xóa đi để máy tự tạo khóa, hoặc đặt khóa khác."),
        ("bí mật", "PBGDPL_SECRET_KEY dễ đoán: cần một chuỗi ngẫu nhiên từ 50 ký tự trở lên."),
        ("ab" * 40, "PBGDPL_SECRET_KEY dễ đoán: cần một chuỗi ngẫu nhiên từ 50 ký tự trở lên."),
        (
            f"django-insecure-{GOOD_KEY}",
            "PBGDPL_SECRET_KEY là khóa mẫu ai cũng biết. Hãy đặt một khóa ngẫu nhiên.",
        ),
    ],
)
def test_a_key_that_could_be_guessed_is_refused(start, key, sentence):
    assert refusal(start, PBGDPL_SECRET_KEY=key) == sentence


def test_an_emptied_key_file_is_refused_by_its_name(start, tmp_path):
    (tmp_path / "secret_key").write_text("")
    sentence = f"Tệp {tmp_path}/secret_key đang để trống. Xóa đi để máy tự tạo khóa, hoặc đặt khóa khác."
    assert refusal(start) == sentence


def test_a_developer_may_use_a_simple_key(start):
    assert start(PBGDPL_SECRET_KEY="simple", PBGDPL_DEBUG="1")["SECRET_KEY"] == "simple"


def test_debugging_is_off_unless_asked_for(start):
    assert [start()["DEBUG"], start(PBGDPL_DEBUG="0")["DEBUG"], start(PBGDPL_DEBUG="1")["DEBUG"]] == [
        False,
        False,
        True,
    ]


def test_a_site_in_earnest_does_not_debug(start):
    sentence = "PBGDPL_DEBUG=1 chỉ dành cho máy lập trình, không dùng cùng PBGDPL_HTTPS=1."
    assert refusal(start, PBGDPL_DEBUG="1", PBGDPL_HTTPS="1") == sentence


def test_a_switch_is_1_or_0(start):
    assert refusal(start, PBGDPL_HTTPS="yes") == "PBGDPL_HTTPS phải là 1 hoặc 0, không phải “yes”."


def test_a_data_directory_that_cannot_be_made_is_named_in_a_sentence(start, tmp_path):
    (tmp_path / "file").write_text("")
    sentence = f"Không tạo được thư mục {tmp_path}/file/var: một phần của đường dẫn không phải thư mục."
    assert refusal(start, PBGDPL_DATA_DIR=f"{tmp_path}/file/var") == sentence


def test_the_site_answers_to_this_machine_unless_hosts_are_named(start):
    assert start()["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    named = start(PBGDPL_ALLOWED_HOSTS="pbgdpl.hanoi.gov.vn, 10.0.0.5")
    assert named["ALLOWED_HOSTS"] == ["pbgdpl.hanoi.gov.vn", "10.0.0.5"]


def test_https_guards_cookies_and_is_remembered_by_browsers(start):
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"]
    plain, guarded = start(), start(PBGDPL_HTTPS="1")
    assert [plain[name] for name in names] == [False, False, False, 0]
    assert [guarded[name] for name in names] == [True, True, True, 31_536_000]


def test_behind_https_other_hosts_and_plain_http_cannot_set_the_cookies(start):
    """A browser takes a cookie of the prefix __Host- only with Secure, Path=/ and no Domain."""
    names = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "DEVICE_COOKIE_NAME"]
    plain, guarded = start(), start(PBGDPL_HTTPS="1")
    assert [plain[name] for name in names] == ["sessionid", "csrftoken", "device"]
    assert [guarded[name] for name in names] == ["__Host-sessionid", "__Host-csrftoken", "__Host-device"]
    others = ("SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_DOMAIN", "SESSION_COOKIE_PATH", "CSRF_COOKIE_PATH")
    assert [name in guarded for name in others] == [False] * 4


def test_writers_of_sqlite_wait_for_each_other(start, django_db_blocker):
    connection = ConnectionHandler({"default": start()["DATABASES"]["default"]})["default"]
    pragmas = ["journal_mode", "synchronous", "foreign_keys", "busy_timeout"]
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        values = [cursor.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
    mode = connection.transaction_mode
    connection.close()
    assert (values, mode) == (["wal", 1, 1, 20_000], "IMMEDIATE")


def test_database_url_names_a_postgresql(start):
    found = start(DATABASE_URL="postgresql://an:mat%2Fkhau@db.hanoi.gov.vn:5433/pbgdpl")["DATABASES"][
        "default"
    ]
    values = [found[name] for name in ("ENGINE", "USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert values == ["django.db.backends.postgresql", "an", "mat/khau", "db.hanoi.gov.vn", 5433, "pbgdpl"]


def test_options_of_the_address_are_kept_beside_the_limit_of_waiting(start):
    found = start(DATABASE_URL="postgresql://an@db/pbgdpl?options=-c%20search_path%3Dsen&sslmode=require")
    assert found["DATABASES"]["default"]["OPTIONS"] == {
        "options": "-c lock_timeout=20s -c search_path=sen",
        "sslmode": "require",
    }


def test_another_kind_of_database_is_refused(start):
    sentence = "DATABASE_URL phải có dạng postgresql://người-dùng:mật-khẩu@máy:cổng/tên."
    assert refusal(start, DATABASE_URL="mysql://an@localhost/pbgdpl") == sentence


def test_printed_drafts_are_stored_beside_the_database_for_a_week(start, tmp_path):
    caches = start()["CACHES"]
    files = caches["files"]
    assert (files["LOCATION"], files["TIMEOUT"], files["OPTIONS"]) == (
        tmp_path / "cache",
        604_800,
        {"MAX_ENTRIES": 500},
    )
    assert [caches[name]["BACKEND"].rpartition(".")[2] for name in ("default", "files")] == [
        "LocMemCache",
        "FileBasedCache",
    ]


def test_pages_may_load_from_this_site_only(rf):
    response = content_security_policy(lambda request: HttpResponse())(rf.get("/"))
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    )


def test_dates_are_read_and_shown_day_first():
    read = forms.DateField().clean("05/3/2024")
    assert (read, date_format(read), localize(read)) == (date(2024, 3, 5), "05/03/2024", "05/03/2024")


def test_thousands_are_grouped_in_figures_and_never_in_years():
    assert (intcomma(1245), localize(2024), localize(1.5)) == ("1.245", "2024", "1,5")


def test_static_files_are_compressed_and_named_by_content(start):
    backend = start()["STORAGES"]["staticfiles"]["BACKEND"]
    assert backend == "pbgdpl.static_files.StaticFilesStorage"
    assert issubclass(StaticFilesStorage, CompressedManifestStaticFilesStorage)
    assert Path(start()["STATIC_ROOT"]).name == "static"


def test_the_site_sends_no_mail_unless_a_server_is_named(start):
    plain, named = start(), start(PBGDPL_EMAIL_HOST="thu.sen.gov.vn", PBGDPL_EMAIL_PORT="587")
    assert [(one["EMAIL_HOST"], one["EMAIL_BACKEND"].split(".")[-2]) for one in (plain, named)] == [
        ("", "dummy"),
        ("thu.sen.gov.vn", "smtp"),
    ]
    assert named["EMAIL_PORT"] == 587


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", "²"])
def test_a_port_that_is_none_stops_the_start(start, port):
    sentence = f"PBGDPL_EMAIL_PORT phải là số cổng từ 1 đến 65535, không phải “{port}”."
    assert refusal(start, PBGDPL_EMAIL_PORT=port) == sentence


def test_mail_is_secured_in_one_way_at_most(start):
    sentence = "Chỉ đặt một trong hai: PBGDPL_EMAIL_TLS=1 hoặc PBGDPL_EMAIL_SSL=1."
    assert refusal(start, PBGDPL_EMAIL_TLS="1", PBGDPL_EMAIL_SSL="1") == sentence


def test_the_room_for_attached_files_is_a_number_of_gigabytes(start):
    assert (start()["MOST_ATTACHED"], start(PBGDPL_ATTACHMENTS_GB="12")["MOST_ATTACHED"]) == (
        5 * 2**30,
        12 * 2**30,
    )
    for wrong in ("0", "-1", "1,5", "5 GB", "10001", "٣"):
        assert refusal(start, PBGDPL_ATTACHMENTS_GB=wrong) == (
            f"PBGDPL_ATTACHMENTS_GB phải là số GB từ 1 đến 10000, không phải “{wrong}”."
        )


def test_the_virus_scan_is_on_unless_it_is_switched_off(start):
    assert (start()["SCANS_FOR_VIRUSES"], start(PBGDPL_CLAMAV="0")["SCANS_FOR_VIRUSES"]) == (True, False)


def test_terms_are_read_from_the_environment(start):
    assert start()["KEPT_FOR"]["deleted_files"].days == 90
    kept = start(PBGDPL_LOG_YEARS="2", PBGDPL_DELETED_FILES_DAYS="30")["KEPT_FOR"]
    assert (kept["log"].days, kept["deleted_files"].days) == (732, 30)


@pytest.mark.parametrize("value", ["0", "71", "-1", "5 năm", "1.5", "²"])
def test_a_term_is_a_whole_number(start, value):
    assert (
        refusal(start, PBGDPL_LOG_YEARS=value)
        == f"PBGDPL_LOG_YEARS phải là số năm từ 1 đến 70, không phải “{value}”."
    )
