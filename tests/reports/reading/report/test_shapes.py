"""Nine made-up reports, each of another shape: the headings, documents and events that a person finds in them.

In `shapes/`, what a line is follows it after " ## ": the depth of a heading ("h2", "h3?" if it may also be text), the
number of a document of the body itself ("p:") or from above ("d:"), words of the name of an event and its day ("e:",
or "e?:" if it need not be a row), words of one that was only planned ("x:").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from accounts.models import Organisation
from events.models import Event
from pbgdpl.lib.vietnamese import fold
from plans.models import Directive, Plan
from reports.document.text import to_text
from reports.reading.report import read_text
from reports.reading.report.intake import intake_of
from reports.reading.report.signs import sign_of
from tests.reports.reading.report.reading import lost_words, outline

# How many words are not printed: "Chương", "Mục" and numbers of other kinds, that skip or start anew; "đã ký".
LOST = {"chapters": 13, "mixed_signs": 5, "parts_and_decimals": 2}
SHAPES = sorted(Path(__file__).with_name("shapes").glob("*.txt"))
NOTE = re.compile(r"\s(?=(?:h\d|[pdex])\??(?::|$|\s))")


@dataclass
class Gold:
    """A report's text, and what a person finds in it."""

    lines: list[str] = field(default_factory=list)
    found: dict[str, list[str]] = field(default_factory=dict)

    def add(self, raw: str) -> None:
        text, _, notes = raw.partition(" ## ")
        self.lines.append(text)
        for note in NOTE.split(notes.strip()) if notes else ():
            key, _, value = note.partition(":")
            words = value or text
            sign = sign_of(words) if not value else None
            self.found.setdefault(key, []).append(sign.words if sign else words)


def gold(path: Path) -> Gold:
    found = Gold()
    for raw in path.read_text(encoding="utf-8").splitlines():
        found.add(raw)
    return found


def plain(heading: str) -> str:
    return fold(heading).rstrip(": .")


def rows_of(path: Path, report: Gold):
    symbol = re.search(r"/BC-(\w+)", path.read_text(encoding="utf-8"))
    name = (
        next(line for line in report.lines if re.match(r"SỞ |THANH TRA", line)).split("\t")[0].split("   ")[0]
    )
    code = symbol[1] if symbol else "SGDĐT"
    body = Organisation(code=code, name=name.strip().capitalize(), place="Sen", symbol=code)
    document = read_text("\n".join(report.lines))
    return [found.row for found in intake_of(document, organisation=body, year=2025).found]


def tells(row: Event, value: str) -> bool:
    words, _, day = value.partition("@")
    day = day.partition("/")[0]
    return fold(words) in fold(row.name or row.wording) and day in ("", str(row.held_from))


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_headings_have_the_depths_that_a_person_gives_them(path):
    report = gold(path)
    read = [(depth, plain(words)) for depth, words in outline(read_text("\n".join(report.lines)).body)]
    given = [
        (int(key[1]), plain(words)) for key, texts in report.found.items() if key[0] == "h" for words in texts
    ]
    optional = [plain(words) for key, texts in report.found.items() if key.endswith("?") for words in texts]
    assert sorted(one for one in read if one[1] not in optional) == sorted(
        one for one in given if one[1] not in optional
    )


def test_headings_keep_their_numbers():
    lost = {}
    for path in SHAPES:
        text = "\n".join(gold(path).lines)
        lost[path.stem] = lost_words(text, to_text(read_text(text))).total()
    assert {shape: count for shape, count in lost.items() if count} == LOST


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_documents_and_events_are_those_that_a_person_finds(path):
    report = gold(path)
    rows = rows_of(path, report)
    events = [row for row in rows if isinstance(row, Event)]
    known = [*report.found.get("e", ()), *report.found.get("e?", ())]
    assert {row.number for row in rows if isinstance(row, Plan)} == set(report.found.get("p", ()))
    assert {row.number for row in rows if isinstance(row, Directive)} == set(report.found.get("d", ()))
    assert [
        value for value in report.found.get("e", ()) if not any(tells(row, value) for row in events)
    ] == []
    assert [row.name for row in events if not any(tells(row, value) for value in known)] == []
    assert [value for value in report.found.get("x", ()) if any(tells(row, value) for row in events)] == []
