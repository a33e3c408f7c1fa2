"""What every test stands on: a database of its own, quick passwords, random examples that stay the same."""

import time

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection

DATABASE = {"db", "transactional_db", "live_server"}  # the fixtures that open it
LEAVES_WITHIN = 5  # seconds
OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"

hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")


def pytest_configure(config):
    """Hash passwords fast, serve static files as they lie, keep attached and printed ones in memory, and call the cast.

    Tests of modules that know nothing of Django run without it as well: pytest -p no:django.
    """
    if not settings.configured:
        return
    hashers = ("MD5PasswordHasher", "PBKDF2PasswordHasher")  # the second for first passwords of many people
    settings.PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{name}" for name in hashers]
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    in_memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {"default": in_memory, "staticfiles": plain}
    in_process = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {name: {**in_process, "LOCATION": name} for name in ("default", "files", "quotas")}
    settings.LONG_WORK_IN_BACKGROUND = False
    config.pluginmanager.import_plugin("tests.cast")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what asks a database, and put the rows of migrations back before each test that empties the tables."""
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE & set(item.fixturenames):
            item.add_marker("database")
        mark = item.get_closest_marker("django_db")
        marked = mark is not None and mark.kwargs.get("transaction", False)
        if marked or {"live_server", "transactional_db"} & set(item.fixturenames):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.fixture
def disk(tmp_path, settings):
    """Store files on a disk, as in production, where they have ages; return the folder."""
    settings.MEDIA_ROOT = tmp_path
    on_disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": on_disk}
    return tmp_path


@pytest.fixture
def no_quotas(monkeypatch):
    """Let a test send hundreds of bad inputs to costly work."""
    monkeypatch.setattr("accounts.costly.Quota.wait", lambda quota, person: 0)


@pytest.fixture(autouse=True)
def fresh_quotas():
    """Forget how often the people of the test before asked for costly work: their keys are given again."""
    yield
    if settings.configured:
        caches["quotas"].clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let those who served the browsers go home before PostgreSQL is asked to drop their database.

    A thread of the live server ends when its browser has hung up, which the browser does not wait for.
    """
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            show_others_out()


def show_others_out():
    """Wait some seconds until nobody else is in the database; end the sessions of those who are left then."""
    end = time.monotonic() + LEAVES_WITHIN
    with connection.cursor() as cursor:
        while time.monotonic() < end:
            cursor.execute(f"SELECT count(*) {OTHERS}")
            if not cursor.fetchone()[0]:
                return
            time.sleep(0.1)
        cursor.execute(f"SELECT pg_terminate_backend(pid) {OTHERS}")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """Keep SQLite's test database in a file, as in earnest: live server and threads each open it.

    Each process has its own directory, so that test runs do not meet.
    """
    default = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        default["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
