"""read_events FILE: the events held that each line describes as JSON, one object a line."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import CommandError

from events.reading import SentenceEvent, read_events
from pbgdpl.lib.commands import PoliteCommand, json_line, lines_of_file

YEARS = range(1900, 2101)


class Command(PoliteCommand):
    help = "Đọc từng dòng của tệp văn bản (UTF-8) và in ra các hoạt động đã tổ chức, mỗi dòng một đối tượng JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="tệp văn bản UTF-8, mỗi dòng một hoặc nhiều câu")
        parser.add_argument(
            "--year",
            metavar="YEAR",
            type=int,
            help="năm của những ngày ghi thiếu năm, như 2025 cho “ngày 7/11”",
        )

    def handle(self, *, file: str, year: int | None, **options: object) -> None:
        if year is not None and year not in YEARS:
            raise CommandError(f"Năm ở --year phải từ {YEARS.start} đến {YEARS.stop - 1}.")
        for line in lines_of_file(Path(file)):
            events = [event_values(event) for event in read_events(line, year=year)]
            self.stdout.write(json_line({"line": line, "events": events}))


def event_values(event: SentenceEvent) -> dict[str, object]:
    """Return the values of an event for JSON, with null for what is not stated."""
    return {
        "name": event.name,
        "kind": str(event.kind.label),
        "held_from": event.held_from.isoformat() if event.held_from else None,
        "held_to": event.held_to.isoformat() if event.held_to else None,
        "precision": event.precision.value,
        "attendance": event.attendance,
        "attendance_is_minimum": event.attendance_is_minimum,
        "attendance_is_approximate": event.attendance_is_approximate,
        "sessions": event.sessions,
        "place": event.place,
        "partners": event.partners,
        "handouts": [{"what": one.what, "number": one.number} for one in event.handouts],
    }
