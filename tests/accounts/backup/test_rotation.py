"""Which archives of a directory are kept."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from accounts.backup.rotation import NAME, rotate


def archives(folder, moments):
    for moment in moments:
        (folder / f"{moment:{NAME}}").touch()


def days_of(folder):
    """Return the days of the archives that are left, newest first: "1130"."""
    return sorted((path.name[11:15] for path in folder.glob("pbgdpl-*.backup")), reverse=True)


@pytest.fixture
def year(tmp_path):
    """Store an archive of each night of a hundred days up to Monday, 30 November."""
    archives(
        tmp_path, [datetime(2026, 11, 30, 2, 30, tzinfo=UTC) - timedelta(days=day) for day in range(100)]
    )
    return tmp_path


def test_the_last_days_and_the_last_of_some_weeks_stay(year):
    gone = rotate(year, days=3, weeks=4)
    assert days_of(year) == ["1130", "1129", "1128", "1122", "1115"]
    assert len(gone) == 95


def test_a_second_rotation_deletes_nothing(year):
    rotate(year, days=14, weeks=8)
    assert rotate(year, days=14, weeks=8) == []


def test_the_last_of_a_day_stays(tmp_path):
    archives(tmp_path, [datetime(2026, 11, 30, hour, tzinfo=UTC) for hour in (1, 23, 12)])
    rotate(tmp_path, days=5, weeks=0)
    assert [path.name for path in tmp_path.iterdir()] == ["pbgdpl-20261130-230000.backup"]


def test_the_newest_always_stays(year):
    rotate(year, days=0, weeks=0)
    assert days_of(year) == ["1130"]


def test_days_without_a_backup_do_not_count(tmp_path):
    archives(
        tmp_path,
        [
            datetime(2025, 1, 1, tzinfo=UTC),
            datetime(2025, 6, 1, tzinfo=UTC),
            datetime(2026, 1, 1, tzinfo=UTC),
        ],
    )
    rotate(tmp_path, days=2, weeks=0)
    assert days_of(tmp_path) == ["0601", "0101"]


def test_files_with_other_names_stay(year):
    others = {
        "ghi-chu.txt",
        "pbgdpl-2026.backup",
        "pbgdpl-20261399-000000.backup",
        "pbgdpl-20260101-000000.backup.old",
    }
    for name in others:
        (year / name).touch()
    rotate(year, days=0, weeks=0)
    assert {path.name for path in year.iterdir()} == {*others, "pbgdpl-20261130-023000.backup"}


def test_what_a_killed_backup_left_goes_after_a_day(tmp_path):
    for name, age in (
        ("pbgdpl-20261101-000000.backup.ab1_c.new", 10**6),
        ("pbgdpl-20261130-000000.backup.x.new", 0),
    ):
        path = tmp_path / name
        path.touch()
        os.utime(path, (path.stat().st_mtime - age,) * 2)
    rotate(tmp_path, days=14, weeks=0)
    assert [path.name for path in tmp_path.iterdir()] == ["pbgdpl-20261130-000000.backup.x.new"]
