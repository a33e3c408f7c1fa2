"""The base class of management commands: errors are one Vietnamese sentence and exit code 1."""

from __future__ import annotations

import json
import sys
from argparse import Action
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser, handle_default_options
from django.db import Error as DatabaseError
from django.db import connections, models

from pbgdpl.lib.refused_files import why_refused

# Characters that some programs take for line breaks and JSON does not escape.
ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
# The options that Django adds to every command, left out of the usage sentence.
EVERY_COMMANDS = {
    "help",
    "version",
    "verbosity",
    "settings",
    "pythonpath",
    "traceback",
    "no_color",
    "force_color",
    "skip_checks",
}


class PoliteParser(CommandParser):
    """Reports usage errors in Vietnamese."""

    def error(self, message: str) -> NoReturn:
        words = [_written(action) for action in self._actions if action.dest not in EVERY_COMMANDS]
        raise CommandError(f"Lệnh viết chưa đúng. Cách viết: {' '.join([self.prog, *words])}")


def _written(action: Action) -> str:
    """Return the usage of an argument: "CODE", "--year YEAR", "[--symbol SYMBOL]"."""
    value = action.metavar or action.dest.upper()
    words = [*action.option_strings[:1], *([] if action.nargs == 0 else [str(value)])]
    return " ".join(words) if action.required else f"[{' '.join(words)}]"


class PoliteCommand(BaseCommand):
    """A command whose errors are sentences: raise `CommandError` or let a `ValidationError` through."""

    # The model whose labels name the fields in errors.
    model: type[models.Model] | None = None
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.__class__ = PoliteParser
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except ValidationError as error:
            raise CommandError(self.sentences(error)) from error
        except DatabaseError as error:
            raise CommandError(
                f"Không dùng được cơ sở dữ liệu ({str(error).splitlines()[0]}). Chạy “manage.py migrate” trước."
            ) from error

    def sentences(self, error: ValidationError) -> str:
        """Return the messages of an error, each after the label of its field."""
        if self.model is None or not hasattr(error, "error_dict"):
            return " ".join(error.messages)
        names = {
            field.name: str(getattr(field, "verbose_name", "")) for field in self.model._meta.get_fields()
        }
        return " ".join(
            f"{names[field].capitalize()}: {message}" if names.get(field) else message
            for field, messages in error.message_dict.items()
            for message in messages
        )

    def run_from_argv(self, argv: list[str]) -> None:
        """Run as Django does, but print errors without "CommandError:" before the sentence."""
        try:
            options = self.create_parser(argv[0], argv[1]).parse_args(argv[2:])
            handle_default_options(options)
            self.execute(**vars(options))
        except CommandError as error:
            self.stderr.write(str(error))
            sys.exit(1)
        finally:
            connections.close_all()


def lines_of_file(path: Path) -> Iterator[str]:
    """Yield the lines of a text file; raise CommandError with one sentence where there is none to read."""
    try:
        text = bytes_of_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"Tệp “{path}” không phải văn bản UTF-8.") from error
    yield from (line.removesuffix("\n") for line in StringIO(text, newline=None))


def bytes_of_file(path: Path) -> bytes:
    """Return the content of a file; raise CommandError with why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"Không đọc được tệp “{path}”: {why_refused(error)}.") from error
    except ValueError as error:  # a null character
        raise CommandError(f"Không đọc được tệp “{path}”: không có tệp tên như vậy.") from error


def json_line(values: dict[str, object]) -> str:
    """Return values as JSON on one line, whatever line breaks their words hold."""
    return json.dumps(values, ensure_ascii=False).translate(ESCAPES)
