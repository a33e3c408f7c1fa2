"""Restoring into a site that has people, after a kill, and from an older site; by the commands, on SQLite."""

from random import Random
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


def save_organisation(site, *, name):
    """Save an organisation in a site of the first migrations, whatever columns it has."""
    with connect(site.folder / "pbgdpl.sqlite3") as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(accounts_organisation)")]
        values = [{"id": 7, "reports_to_id": None, "name": name}.get(column, "Sen") for column in columns]
        places = ", ".join("?" * len(columns))
        database.execute(f"INSERT INTO accounts_organisation VALUES ({places})", values)


def test_the_archive_of_an_older_site_is_brought_up_to_date(tmp_path):
    older, newer = Site(tmp_path / "older"), Site(tmp_path / "newer")
    older.run("migrate", "accounts", "0001")
    save_organisation(older, name="Sen")
    older.run("backup", tmp_path / "archive")
    newer.run("restore", tmp_path / "archive")
    assert newer.run("migrate", "--check") == []
    with connect(newer.folder / "pbgdpl.sqlite3") as database:
        found = database.execute("SELECT id, name, is_active FROM accounts_organisation")
        assert found.fetchall() == [(7, "Sen", 1)]


def test_a_disk_that_is_full_is_told_in_one_sentence_and_nothing_is_left(tmp_path):
    site = Site(tmp_path / "site")
    site.run("migrate", "accounts", "0001")
    save_organisation(site, name=Random(1).randbytes(200_000).hex())
    for password in ("", "Sen hồng nở sớm 2024"):
        said = run_on_small_disk(site, "backup", tmp_path / "archive", PBGDPL_BACKUP_PASSWORD=password)
        assert [line[-14:] for line in said] == ["(tệp quá lớn)."]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def run_on_small_disk(site, *words, **environment):
    """Run a command that can write 64 KiB to a file, as on a disk that is nearly full."""
    program = ("-c", LIMITED)
    return site.start(*words, program=program, **environment).communicate()[1].splitlines()


LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
sys.argv = ["manage.py", *sys.argv[1:]]
runpy.run_path("manage.py", run_name="__main__")
"""
