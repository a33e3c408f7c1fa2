"""The password of an archive: from the environment, from a file, or asked for; never on the command line."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from pbgdpl.lib.commands import lines_of_file

VARIABLE = "PBGDPL_BACKUP_PASSWORD"
EMPTY = "Tệp mật khẩu {path} đang để trống."
DIFFERENT = "Hai lần gõ mật khẩu khác nhau."


def add_password_arguments(parser: CommandParser, *, encrypts: bool = False) -> None:
    words = "tệp có mật khẩu ở dòng đầu; không có thì lấy từ PBGDPL_BACKUP_PASSWORD"
    parser.add_argument("--password-file", type=Path, metavar="FILE", help=words)
    asked = "hỏi mật khẩu để mã hóa" if encrypts else "hỏi mật khẩu của bản sao lưu được mã hóa"
    parser.add_argument("--ask-password", action="store_true", help=asked)


def password_from(options: dict[str, Any], *, encrypts: bool = False) -> str | None:
    """Return the password that the options or the environment name; None if there is none."""
    if options["ask_password"]:
        return _asked(twice=encrypts)
    path = options["password_file"]
    if path is None:
        return os.environ.get(VARIABLE) or None
    password = next(lines_of_file(path), "")
    if not password:
        raise ValidationError(EMPTY.format(path=path))
    return password


def _asked(*, twice: bool) -> str:
    password = getpass("Mật khẩu của bản sao lưu: ", stream=sys.stderr)
    if twice and getpass("Gõ lại mật khẩu: ", stream=sys.stderr) != password:
        raise ValidationError(DIFFERENT)
    return password
