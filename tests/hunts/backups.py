"""Backups of random sites under write load, damaged archives, killed restores.

    script/hunt backups [SITES [DAMAGES [KILLS]]]

Each site is backed up while a process writes into it, then restored on SQLite and, where it is installed, on
PostgreSQL; every row and byte is compared. Ends with 1 where something differs.
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

os.environ["DJANGO_SETTINGS_MODULE"] = "pbgdpl.settings"
os.environ["PBGDPL_DATA_DIR"] = tempfile.mkdtemp(prefix="pbgdpl-hunt-")
import django

django.setup()

import psycopg2  # noqa: E402
from django.core.exceptions import ValidationError  # noqa: E402

from accounts.backup.reading import checked_archive  # noqa: E402
from tests.accounts.backup.damages import DAMAGES  # noqa: E402
from tests.accounts.backup.sites import Site, content  # noqa: E402
from tests.bench.postgresql import cluster, programs  # noqa: E402

FILL = ("-m", "tests.hunts.random_site")
FOLDER = Path(os.environ["PBGDPL_DATA_DIR"])
ROUNDS = 30
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
    expect(said[0].startswith("Đã sao lưu"), f"trang {seed} không sao lưu được: {said[0]}")
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


def kills(old: Site, archive: Path, count: int) -> None:
    """Kill a restore that replaces a copy of a site at random moments; it is the old site or the new one."""
    before, after, random, found = old.content("before"), content(archive), Random(7), Counter()
    first = copied(old, "first")
    start = monotonic()
    first.run("restore", archive, "--replace")
    lasts = monotonic() - start
    for number in range(count):
        site = copied(old, f"killed-{number}")
        process = site.start("restore", archive, "--replace")
        sleep(random.uniform(0, lasts * 1.1))
        process.kill()
        process.communicate()
        is_now = site.content("after")  # fails where a file is lost
        found["trang cũ" if is_now == before else "trang mới" if is_now == after else "nửa chừng"] += 1
        shutil.rmtree(site.folder)
    expect(not found["nửa chừng"], "khôi phục nửa chừng")
    print(f"  {count} lần bị ngắt trong {lasts:.1f} giây: {dict(found)}", flush=True)


def copied(site: Site, name: str) -> Site:
    return Site(shutil.copytree(site.folder, FOLDER / name))


def main() -> int:
    sites, damaged, killed = (*map(int, sys.argv[1:]), *(20, 200, 50)[len(sys.argv) - 1 :])
    directory = programs()
    empty = Site(FOLDER / "empty")
    empty.run("migrate")
    with cluster(directory) if directory else nullcontext("") as server:
        for seed in range(sites):
            source = filled(copied(empty, f"site-{seed}"), seed)
            targets = [Site(FOLDER / f"lite-{seed}")]
            if server:
                targets.append(Site(FOLDER / f"postgres-{seed}", database_of(server, f"one_{seed}")))
            round_trip(source, targets, seed)
            if server:
                # The site on PostgreSQL goes on from there, and back to both.
                moved = filled(targets[1], seed + 500)
                others = [Site(FOLDER / f"back-{seed}")]
                others.append(Site(FOLDER / f"beside-{seed}", database_of(server, f"two_{seed}")))
                round_trip(moved, others, seed + 500)
    archive = FOLDER / "site-0" / "archive"
    damages(archive, damaged)
    kills(filled(copied(empty, "old"), 99), archive, killed)
    shutil.rmtree(FOLDER)
    print("Không có sai." if not faults else f"{len(faults)} chỗ sai.")
    return 1 if faults else 0


def database_of(server: str, name: str) -> str:
    """Make a database on the server of the hunt, and return its address."""
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        connection.cursor().execute(f"CREATE DATABASE {name}")
    return f"{server.rsplit('/', 1)[0]}/{name}"


if __name__ == "__main__":
    sys.exit(main())
