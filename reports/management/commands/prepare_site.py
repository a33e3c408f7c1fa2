import logging
import os
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.models import Organisation
from pbgdpl.lib.collecting import collect_changed
from pbgdpl.lib.commands import PoliteCommand
from reports.demo.printed import CODE, YEAR, PrintedDemo
from reports.models import FileKind, SignatureCheck, SubmittedFile

logger = logging.getLogger(__name__)


class Command(PoliteCommand):
    help = "Chuẩn bị trang web để chạy thử: cơ sở dữ liệu, tệp tĩnh, dữ liệu mẫu, báo cáo mẫu; bỏ qua việc đã xong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="thư mục nhận báo cáo mẫu")

    def handle(self, *, to: Path, **options: Any) -> None:
        if is_migration_pending():
            call_command("migrate", verbosity=0, interactive=False)
        # Files left by interrupted submissions; only those older than a month, so that none in progress loses a file.
        self.attempt("clear_unfinished_files", stdout=StringIO())
        if are_files_unchecked():
            self.attempt("check_signed_files", stdout=StringIO())
        collect_changed()
        accounts = settings.DATA_DIR / "accounts.txt"
        passwords = "" if Organisation.objects.exists() else load_accounts(accounts)
        if accounts.is_file():
            self.print_report(to)
            self.stdout.write(passwords or f"Tài khoản và mật khẩu: xem tệp {accounts.resolve()}")

    def print_report(self, to: Path) -> None:
        """Print the demo's report unless its files are there and would be the same; write where they are."""
        self.stdout.write("\nBáo cáo mẫu:")
        printed = PrintedDemo(to)
        if printed.is_up_to_date:
            self.stdout.write("\n".join(map(str, printed.paths)))
        elif self.attempt("render_report", CODE, str(YEAR), to=to, stdout=self.stdout):
            printed.remember()
        self.stdout.write("")

    def attempt(self, name: str, *args: str, **options: Any) -> bool:
        """Run a command that the site can do without; return whether it did, else say why not."""
        try:
            call_command(name, *args, **options)
        except CommandError as error:
            self.stderr.write(str(error))
        except Exception:
            logger.exception("%s failed.", name)
        else:
            return True
        return False


def are_files_unchecked() -> bool:
    """Return whether signed files were added before their signatures were checked; none after the first time."""
    return SubmittedFile.ever.filter(kind=FileKind.SIGNED, signature_check=SignatureCheck.UNCHECKED).exists()


def is_migration_pending() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def load_accounts(path: Path) -> str:
    """Load the demo into an empty site and return its accounts with their passwords, else an empty text.

    The passwords are made at random and shown once; afterwards this file, for its owner alone, is where they are.
    """
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    with open(draft, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        call_command("load_demo", if_empty=True, stdout=file)
    if passwords := draft.read_text(encoding="utf-8"):
        draft.replace(path)
    else:
        draft.unlink()
    return passwords
