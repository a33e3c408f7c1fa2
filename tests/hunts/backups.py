"""Backups of random sites under write load, damaged archives, killed restores.

    script/hunt backups [SITES [DAMAGES [KILLS]]]

Each site is backed up while a process writes into it, then restored on SQLite and on PostgreSQL; every row and byte is
compared. Restores are killed on both. The PostgreSQL is the one that DATABASE_URL names, else one of its own where it
is installed; databases named hunt_… are made there and dropped. Ends with 1 where something differs.
"""

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from random import Random
from time import monotonic, sleep
from zipfile import ZipFile

ADDRESS = os.environ.pop("DATABASE_URL", "")
os.environ["DJANGO_SETTINGS_MODULE"] = "pbgdpl.settings"
os.environ["PBGDPL_DATA_DIR"] = tempfile.mkdtemp(prefix="pbgdpl-hunt-")
import django  # noqa: E402

django.setup()

import psycopg2  # noqa: E402
from django.core.exceptions import ValidationError  # noqa: E402

from accounts.backup.reading import checked_archive  # noqa: E402
from tests.accounts.backup.damages import DAMAGES  # noqa: E402
from tests.accounts.backup.sites import Site, content, rows  # noqa: E402
from tests.bench.postgresql import cluster, programs  # noqa: E402

FILL = ("-m", "tests.hunts.random_site")
FOLDER = Path(os.environ["PBGDPL_DATA_DIR"])
ROUNDS = 30
LACKS_FILES = "Bản sao lưu đã ghi, nhưng trang thiếu những tệp nêu trên"
faults: list[str] = []


def expect(is_so: bool, fault: str) -> None:
    if not is_so:
        faults.append(fault)
        print(f"  SAI: {fault}", flush=True)


@contextmanager
def writing(site: Site, seed: int):
    """Let a process write into the site, which must still be writing at the end."""
    process = site.start(seed, 10**6, program=FILL)
    sleep(4)
    try:
        yield
    finally:
        has_stopped = process.poll() is not None
        process.kill()
        errors = process.communicate()[1]
        expect(not has_stopped, f"tiến trình ghi dừng giữa chừng: {errors[-300:]}")


def filled(site: Site, seed: int) -> Site:
    """Fill a site that has its tables already."""
    _, errors = site.start(seed, ROUNDS, program=FILL).communicate()
    expect(not errors, f"không tạo được trang {seed}: {errors[-300:]}")
    return site


def is_of_one_moment(path: Path) -> bool:
    """Return whether an archive has the plan and the event of each round, or neither."""
    with ZipFile(path) as archive:
        plans, events = (archive.read(f"rows/{name}.jsonl") for name in ("plans_plan", "events_event"))
    numbers = {json.loads(line)["number"] for line in plans.splitlines()}
    names = {json.loads(line)["name"] for line in events.splitlines()}
    ours = {one.removesuffix("/KH") for one in numbers if one.endswith("/KH")}
    return ours == {one.removeprefix("Sự kiện ") for one in names if one.startswith("Sự kiện ")}


def round_trip(source: Site, targets: list[Site], seed: int) -> None:
    archive = source.folder / "archive"
    with writing(source, seed + 1000):
        said = source.run("backup", archive)
    # A restored site lacks the files that its people deleted while it was backed up, and says so.
    is_saved = said[0].startswith("Đã sao lưu") or (source.database and said[0].startswith(LACKS_FILES))
    expect(is_saved, f"trang {seed} không sao lưu được: {said[0]}")
    expect(is_of_one_moment(archive), f"trang {seed}: không phải của một thời điểm")
    whole = content(archive, reads_json=True)
    for target in targets:
        said = target.run("restore", archive)
        expect(said[-1].startswith("Đã khôi phục"), f"trang {seed}: {said[-1]}")
        target.run("backup", target.folder / "again")
        same = content(target.folder / "again", reads_json=True) == whole
        expect(same, f"trang {seed} sang {target.database or 'SQLite'}: khác")
    sizes = sum(len(value) for value in whole.values() if isinstance(value, bytes))
    print(
        f"  trang {seed}: {len(whole)} thành phần, {sizes:,} byte tệp, {len(targets)} lần khôi phục",
        flush=True,
    )


def damages(archive: Path, count: int) -> None:
    whole, path, accepted, sentences = archive.read_bytes(), FOLDER / "damaged", [], Counter()
    names = list(DAMAGES)
    for number in range(count):
        name = names[number % len(names)]
        path.write_bytes(DAMAGES[name](whole, Random(number)))
        try:
            with checked_archive(path):
                accepted.append(name)
        except ValidationError as error:
            sentences[" ".join(error.messages)[:60]] += 1
    expect(not accepted, f"nhận bản hỏng: {accepted}")
    print(f"  {count} bản hỏng, {len(accepted)} được nhận, {len(sentences)} câu khác nhau", flush=True)


def kills(old: Site, archive: Path, count: int, address: str) -> None:
    """Kill a restore that replaces a copy of a site at random moments; it is the old site or the new one."""
    before, random, found = old.content("before"), Random(7), Counter()
    with copied(old, "first", address) as first:
        start = monotonic()
        first.run("restore", archive, "--replace")
        lasts = monotonic() - start
        after = first.content("after")
    expect(content(archive, reads_json=True) == read_again(after), "trang khôi phục khác bản sao lưu")
    for number in range(count):
        with copied(old, f"killed_{number}", address) as site:
            process = site.start("restore", archive, "--replace")
            sleep(random.uniform(0, lasts * 1.1))
            process.kill()
            process.communicate()
            is_now = site.content("after")  # fails where a file is lost
        found["trang cũ" if is_now == before else "trang mới" if is_now == after else "nửa chừng"] += 1
    where = "PostgreSQL" if old.database else "SQLite"
    expect(not found["nửa chừng"], f"khôi phục nửa chừng trên {where}")
    print(f"  {where}: {count} lần bị ngắt trong {lasts:.1f} giây: {dict(found)}", flush=True)


def read_again(whole: dict[str, object]) -> dict[str, object]:
    """Return the content of an archive with the values of its rows instead of their texts."""
    return {name: rows(text) if name.startswith("rows/") else text for name, text in whole.items()}


@contextmanager
def copied(site: Site, name: str, address: str):
    """Copy a site with its database; remove the copy afterwards."""
    copy = Site(shutil.copytree(site.folder, FOLDER / name))
    with new_database(address, name, site.database) if site.database else nullcontext("") as copy.database:
        yield copy
    shutil.rmtree(copy.folder)


@contextmanager
def new_database(server: str, name: str, source: str = "template0"):
    """Make a database, empty or a copy of one that nobody uses; yield its address and drop it afterwards."""
    name, source = f"hunt_{name}", source.rpartition("/")[2]
    drop = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(drop)
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {source}")
        try:
            yield f"{server.rpartition('/')[0]}/{name}"
        finally:
            cursor.execute(drop)


def main() -> int:
    sites, damaged, killed = (*map(int, sys.argv[1:]), *(20, 200, 50)[len(sys.argv) - 1 :])
    empty = Site(FOLDER / "empty")
    empty.run("migrate")
    with server() as address:
        for seed in range(sites):
            try_site(empty, address, seed)
        damages(FOLDER / "site-0" / "archive", damaged)
        source = Site(FOLDER / "site-0")
        source.content("quiet")
        with copied(empty, "old", address) as old:
            kills(filled(old, 99), source.folder / "quiet", killed, address)
        if address:
            with new_database(address, "old") as database:
                old = Site(FOLDER / "old-there", database)
                old.run("migrate")
                kills(filled(old, 99), source.folder / "quiet", killed, address)
    shutil.rmtree(FOLDER)
    print("Không có sai." if not faults else f"{len(faults)} chỗ sai.")
    return 1 if faults else 0


def server():
    """Return a context with the address of a database on a PostgreSQL, or with "" where there is none."""
    if ADDRESS:
        return nullcontext(ADDRESS)
    directory = programs()
    return cluster(directory) if directory else nullcontext("")


def try_site(empty: Site, address: str, seed: int) -> None:
    """Back up a random site and restore it on SQLite and PostgreSQL, and from PostgreSQL on both again."""
    source = filled(Site(shutil.copytree(empty.folder, FOLDER / f"site-{seed}")), seed)
    lite, back = (Site(FOLDER / f"{name}-{seed}") for name in ("lite", "back"))
    if not address:
        return round_trip(source, [lite], seed)
    with new_database(address, f"one_{seed}") as one, new_database(address, f"two_{seed}") as two:
        moved, beside = Site(FOLDER / f"postgres-{seed}", one), Site(FOLDER / f"beside-{seed}", two)
        round_trip(source, [lite, moved], seed)
        return round_trip(filled(moved, seed + 500), [back, beside], seed + 500)


if __name__ == "__main__":
    sys.exit(main())
