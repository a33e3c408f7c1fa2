"""What an archive holds, in lines for the person who runs a command."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

from accounts.backup.manifest import Manifest
from pbgdpl.lib.vietnamese import thousands


def contents(manifest: Manifest) -> Iterator[str]:
    """Yield when it was made and how much is in it, each table with its rows and hash."""
    moment = date_format(localtime(datetime.fromisoformat(manifest.made_at)), "DATETIME_FORMAT")
    yield f"Lúc {moment}, từ {manifest.vendor}."
    for name, table in manifest.tables.items():
        if table.rows:
            yield f"  {name}: {thousands(table.rows)} dòng, SHA-256 {table.sha256}"
    size = sum(file.size for file in manifest.files.values())
    yield f"Cộng {thousands(manifest.rows)} dòng, {thousands(len(manifest.files))} tệp ({thousands(size)} byte)."


def lost_files(manifest: Manifest) -> Iterator[str]:
    """Yield a line for each file that rows of the archive name and the archive does not have as they say."""
    yield from (f"Tệp {path} được xóa khỏi trang trong khi sao lưu." for path in manifest.deleted)
    yield from (f"Thiếu tệp {path}." for path in manifest.missing)
    yield from (f"Tệp {path} không phải là tệp mà dữ liệu ghi nhận." for path in manifest.changed)
