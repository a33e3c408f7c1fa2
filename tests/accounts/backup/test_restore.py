"""Restoring into a site that has people, after a kill, and from an older site; by the commands, on SQLite."""

from sqlite3 import connect
from time import sleep

from tests.accounts.backup.sites import Site, content

NOT_EMPTY = (
    "Trang này đã có dữ liệu. Khôi phục vào một trang trống, hoặc thêm --replace: trang hiện tại được sao lưu trước, "
    "rồi thay bằng bản sao lưu."
)
SAVED = "Trang như trước khi khôi phục: "


def kill_soon(process, folder):
    """Kill a restore about when it has saved the present site and begins to change it."""
    while process.poll() is None and not [*folder.glob("before-restore-*")]:
        sleep(0.05)
    sleep(1)
    process.kill()
    process.communicate()


def test_a_site_with_people_is_replaced_only_on_request_whole_and_saved_before(tmp_path):
    site = Site(tmp_path / "site")
    site.run("migrate")
    site.run("create_organisation", "CU", "Sở Cũ", "--place", "Sen")
    old = site.content("archive")
    site.run("create_organisation", "MOI", "Sở Mới", "--place", "Sen")
    new = site.content("new")
    archive = site.folder / "archive"
    assert site.run("restore", archive) == [NOT_EMPTY]
    assert site.content("refused") == new
    kill_soon(site.start("restore", archive, "--replace"), site.folder / "backups")
    killed = site.content("killed")
    assert killed in (old, new)
    first, *_ = site.run("restore", archive, "--replace")
    assert content(first.removeprefix(SAVED)) == killed
    assert site.content("replaced") == old


def test_the_archive_of_an_older_site_is_brought_up_to_date(tmp_path):
    older, newer = Site(tmp_path / "older"), Site(tmp_path / "newer")
    older.run("migrate", "accounts", "0001")
    with connect(older.folder / "pbgdpl.sqlite3") as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(accounts_organisation)")]
        values = [{"id": 7, "reports_to_id": None}.get(name, "Sen") for name in columns]
        places = ", ".join("?" * len(columns))
        database.execute(f"INSERT INTO accounts_organisation VALUES ({places})", values)
    older.run("backup", tmp_path / "archive")
    newer.run("restore", tmp_path / "archive")
    assert newer.run("migrate", "--check") == []
    with connect(newer.folder / "pbgdpl.sqlite3") as database:
        found = database.execute("SELECT id, name, is_active FROM accounts_organisation")
        assert found.fetchall() == [(7, "Sen", 1)]
