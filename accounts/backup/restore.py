"""Restores the site from an archive: the files first, then all rows in one transaction."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.management.sql import emit_post_migrate_signal
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from accounts.backup.backup import write_backup
from accounts.backup.files import named_files, place_files, remove_files, unlike
from accounts.backup.manifest import Manifest
from accounts.backup.reading import Archive, checked_archive
from accounts.backup.sequences import set_last_key
from accounts.backup.tables import (
    Table,
    applied_migrations,
    delete_rows,
    insert_rows,
    leaves,
    tables_after,
)
from pbgdpl.lib.refused_files import why_refused

NOT_EMPTY = (
    "Trang này đã có dữ liệu. Khôi phục vào một trang trống, hoặc thêm --replace: "
    "trang hiện tại được sao lưu trước, rồi thay bằng bản sao lưu."
)
NOT_LOADED = (
    "Không nạp được bản sao lưu vào cơ sở dữ liệu ({error}). Dữ liệu của trang chưa thay đổi. "
    "Nếu trang đang chạy, dừng trang rồi chạy lại."
)
NOT_PLACED = "Không ghi được tệp của bản sao lưu ({error}). Dữ liệu của trang chưa thay đổi."
NOT_SAVED = (
    "Chưa khôi phục, vì không sao lưu được trang hiện tại: {why} Nếu cơ sở dữ liệu hiện tại đã hỏng, "
    "dời nó đi nơi khác rồi khôi phục vào trang trống."
)
LONGEST_WAIT = "30s"  # for those who use the tables


class Restored:
    """What was restored, and where the site as it was before is: None where it was empty."""

    def __init__(self, manifest: Manifest, before: Path | None) -> None:
        self.manifest, self.before = manifest, before


def restore(path: Path, *, password: str | None = None, replace: bool = False) -> Restored:
    """Restore the site from an archive; raise ValidationError, and change nothing, where that cannot be.

    The files come first: nothing names them before the rows are there, and no path is ever used twice. The commit of
    the rows is the one moment between the site as it was and the restored one.
    """
    with checked_archive(path, password=password) as archive:
        tables = _present_tables()
        present = named_files(tables.values(), connection)
        before = None
        if _has_people(tables):
            if not replace:
                raise ValidationError(NOT_EMPTY)
            before = _back_up_present(password)
        try:
            place_files(unlike(archive.manifest.files, present), archive.file)
        except OSError as error:
            raise ValidationError(NOT_PLACED.format(error=why_refused(error))) from error
        try:
            _load(archive, tables)
        except (DatabaseError, ValueError) as error:
            raise ValidationError(NOT_LOADED.format(error=str(error).splitlines()[0])) from error
        remove_files(present.keys() - archive.manifest.named_files)
        return Restored(archive.manifest, before)


def _present_tables() -> dict[str, Table]:
    """Return the tables that the site has now; none for a database that was never migrated."""
    return tables_after(applied_migrations(connection), what="Cơ sở dữ liệu")


def _has_people(tables: dict[str, Table]) -> bool:
    names = [name for name in ("accounts_organisation", "accounts_user") if name in tables]
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"SELECT 1 FROM {name} LIMIT 1")  # noqa: S608 (names of ours)
            if cursor.fetchone():
                return True
    return False


def _back_up_present(password: str | None) -> Path:
    folder = Path(settings.DATA_DIR) / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"before-restore-{timezone.localtime():%Y%m%d-%H%M%S-%f}"
    try:
        write_backup(path, password=password)
    except (ValidationError, DatabaseError) as error:
        why = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise ValidationError(NOT_SAVED.format(why=why)) from error
    return path


def _load(archive: Archive, present: dict[str, Table]) -> None:
    """Replace all tables by those of the archive and bring them up to date, in one transaction."""
    # SQLite changes tables only where foreign keys are not enforced row by row; they are checked as a whole.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            _drop(present)
            _migrate(archive.manifest.migrations)
            for name, table in archive.tables.items():
                delete_rows(table, connection)
                insert_rows(table, archive.rows(table), connection)
                set_last_key(table, archive.manifest.tables[name].last_key, connection)
            connection.check_constraints()
            _migrate_forward(archive)
    finally:
        connection.enable_constraint_checking()
        ContentType.objects.clear_cache()


def _drop(tables: dict[str, Table]) -> None:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL lock_timeout = %s", [LONGEST_WAIT])
        for name in tables:
            cascade = " CASCADE" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TABLE IF EXISTS {quote(name)}{cascade}")


def _migrate(migrations: list[tuple[str, str]]) -> None:
    executor = MigrationExecutor(connection, _after_each)
    executor.migrate(leaves(migrations, executor.loader, what="Bản sao lưu"))


def _migrate_forward(archive: Archive) -> None:
    """Bring the tables of an older archive up to date, as the command "migrate" does after an update."""
    executor = MigrationExecutor(connection, _after_each)
    targets = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(targets):
        executor.migrate(targets)
        emit_post_migrate_signal(0, interactive=False, db=connection.alias)
        connection.check_constraints()


def _after_each(action: str, *others: object) -> None:
    """Check the foreign keys after each migration: PostgreSQL changes no table that has checks to come."""
    if action == "apply_success":
        connection.check_constraints()
