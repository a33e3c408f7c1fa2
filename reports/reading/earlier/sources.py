"""The lines of an uploaded file: read in a process of its own, then kept as JSON, so that pages need not read it again.

This module is what that process imports; it knows no models.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from pbgdpl.lib.apart import LimitReached, WorkFailed, call_apart
from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.office.older_files import older_format
from pbgdpl.lib.vietnamese import thousands
from reports.reading.report import UnreadableReport, old_code_pages, refuse_illegible, source_of
from reports.reading.report.reading import read_source
from reports.reading.report.source import LeftOut, Source, SourceLine

MOST_CHARACTERS = 300_000
MOST_LINES = 20_000
TOO_LONG = "báo cáo dài {count} {noun}, nhiều nhất {most} {noun}; hãy tách phụ lục thành tệp khác."
TOO_MUCH = "tệp quá phức tạp để đọc, hãy mở bằng Word, lưu lại dạng .docx rồi chọn lại."
FROM_OLD_LETTERS = "Chữ trong tệp viết bằng bảng mã cũ {names}, đã chuyển sang Unicode: xem lại từng chữ."


def read_apart(data: bytes, name: str, *, seconds: int) -> dict[str, Any]:
    """Return the lines of a file as JSON; raise UnreadableReport with a Vietnamese sentence.

    Raises LimitReached where this takes longer than so many seconds of the processor. What converts a file or
    recognises its pages has processes and limits of its own.
    """
    try:
        is_apart = not is_converted(data)
        lines = call_apart(source_json, data, seconds=seconds) if is_apart else source_json(data)
        answer: dict[str, Any] = json.loads(lines)
        if reason := answer.get("problem"):
            raise UnreadableReport(reason)
    except LimitReached:
        raise
    except WorkFailed as problem:
        raise UnreadableReport(f"Không đọc được {name}: {TOO_MUCH}") from problem
    except UnreadableReport as problem:
        raise UnreadableReport(f"Không đọc được {name}: {problem}") from problem
    return answer


def is_converted(data: bytes) -> bool:
    """Return whether a file is converted or recognised before it is read, which takes longer than a page may."""
    return older_format(data) is not None or content_of(data) is Content.PDF


def source_json(data: bytes) -> str:
    """Return the lines of a file, or why they cannot be read."""
    try:
        source = source_of(data)
        _refuse_too_long(source)
        refuse_illegible(read_source(source).document)
        source = replace(source, notices=(*source.notices, *_old_letters(data)))
    except UnreadableReport as problem:
        return json.dumps({"problem": str(problem)})
    return json.dumps(asdict(source)).replace("\\u0000", "")  # which PostgreSQL does not store


def _old_letters(data: bytes) -> Iterator[str]:
    if names := old_code_pages(data):
        yield FROM_OLD_LETTERS.format(names=" và ".join(names))


def _refuse_too_long(source: Source) -> None:
    counts = (
        (len(source.all_lines), "dòng", MOST_LINES),
        (sum(map(_length, source.all_lines)), "ký tự", MOST_CHARACTERS),
    )
    for count, noun, most in counts:
        if count > most:
            raise UnreadableReport(TOO_LONG.format(count=thousands(count), noun=noun, most=thousands(most)))


def _length(line: SourceLine) -> int:
    return len(line.text) + sum(len(cell) for row in line.rows for cell in row)


def source_from(stored: Mapping[str, Any]) -> Source:
    """Return the lines that were kept as JSON; what the program did not know then has its usual value."""
    values = _known(Source, stored)
    for name in ("lines", "heads", "feet"):
        values[name] = tuple(_line(line) for line in values.get(name, ()))
    values["left_out"] = tuple(LeftOut(**_known(LeftOut, one)) for one in values.get("left_out", ()))
    return Source(**values)


def _line(stored: Mapping[str, Any]) -> SourceLine:
    return SourceLine(**_known(SourceLine, stored))


def _known(kind: Any, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that the class has fields for, with tuples in place of lists."""
    names = {field.name for field in fields(kind)}
    return {name: _frozen(value) for name, value in stored.items() if name in names}


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
