"""Reads the end of a report in any formatting: Nơi nhận and the signature, in any order (ô 7 and 9b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from reports.reading.marks import Family, mark
from reports.reading.report import places
from reports.reading.report.annexes import is_annex_label
from reports.reading.report.roles import PlacedLine, Role
from reports.reading.report.source import SourceLine, halves

Lines = Sequence[SourceLine]

LONGEST_TAIL_LINE = 200
# The most lines after "./." that are taken for a signature in unusual words.
LONGEST_SIGNATURE = 15


def tail_at(lines: Lines) -> int:
    """Return the position of the tail, if possible after the closing words; the count of lines if there is none."""
    starts = [at for at, line in enumerate(lines) if not line.rows and _starts_tail(line)]
    closed = max((at for at, line in enumerate(lines) if _closes(line)), default=0)
    start = next((at for at in starts if at >= closed), starts[0] if starts else _after_last_words(lines))
    while 0 < start < len(lines) and _is_place_or_rule(lines[start - 1]):
        start -= 1
    return start


def _closes(line: SourceLine) -> bool:
    return line.raw.rstrip().endswith("./.") or places.CLOSING.match(line.text) is not None


def _is_place_or_rule(line: SourceLine) -> bool:
    return not line.rows and (not places.has_words(line.raw) or places.place_date(line.text) is not None)


def _starts_tail(line: SourceLine) -> bool:
    return any(
        (places.RECIPIENTS.fullmatch(half) and len(half) <= LONGEST_TAIL_LINE)
        or (places.is_capitals(half) and places.is_authority(half))
        for half in map(_squeezed, halves(line.raw))
    )


def _after_last_words(lines: Lines) -> int:
    """Return the position after the last "./." if only a few short lines, in capitals and with a name, follow."""
    ends = [at for at, line in enumerate(lines) if line.raw.rstrip().endswith("./.")]
    rest = [line.text for line in lines[ends[-1] + 1 :] if places.has_words(line.text)] if ends else []
    short = 2 <= len(rest) <= LONGEST_SIGNATURE and all(len(text) < 80 for text in rest)
    return (
        ends[-1] + 1 if short and places.is_capitals(rest[0]) and places.is_person(rest[-1]) else len(lines)
    )


def tail_end(lines: Lines, start: int) -> int:
    """Return the position after the tail that begins at `start`: before an annex, even one without a label."""
    signed = False
    for at in range(start, len(lines)):
        line = lines[at]
        if line.rows or is_annex_label(line) or len(line.text) > LONGEST_TAIL_LINE:
            return at
        parts = [half for half in map(_squeezed, halves(line.raw)) if places.has_words(half)]
        if signed and not all(map(_is_of_tail, parts)):
            return at
        signed = signed or any(places.is_person(half) and not places.is_authority(half) for half in parts)
    return len(lines)


def _is_of_tail(text: str) -> bool:
    sign = mark(text)
    return (
        (sign is not None and sign.family is Family.BULLET)
        or text[-1] in ";."
        or any(pattern.match(text) for pattern in (places.RECIPIENTS, places.SIGNED, places.CONTACT))
        or places.is_authority(text)
        or (places.is_person(text) and not (places.is_capitals(text) and places.STAMP.match(text)))
    ) and not (sign is not None and sign.family in (Family.ROMAN, Family.NUMBER))


@dataclass(slots=True)
class Reader:
    """Finds the roles of the lines of the tail one by one, by the lines before."""

    titles: list[SourceLine] = field(default_factory=list)  # "Nơi nhận:"
    placed: list[PlacedLine] = field(default_factory=list)
    known: set[Role] = field(default_factory=set)
    in_recipients: bool = False

    def read(self, line: SourceLine) -> None:
        if line.is_note:
            self.placed.append(PlacedLine(Role.TEXT, line))
        elif title := places.RECIPIENTS.fullmatch(line.text):
            self.titles.append(replace(line, raw="Nơi nhận:"))
            self.in_recipients = True
            for name in filter(places.has_words, re.split(r"(?<=;)\s+", title[1] or "")):
                self.put(Role.RECIPIENT, replace(line, raw=name))
        else:
            self.put(self.role(line.text), line)

    def put(self, role: Role, line: SourceLine) -> None:
        last = self.placed[-1] if self.placed else None
        if last and role is last.role is Role.RECIPIENT and _goes_on(last.line.text, line.text):
            before = self.placed.pop().line
            line = replace(
                line, raw=f"{before.raw} {line.raw}", positions=(*before.positions, *line.positions)
            )
        self.in_recipients = role is Role.RECIPIENT
        self.known.add(role)
        self.placed.append(PlacedLine(role, line))

    def role(self, text: str) -> Role:
        listed = mark(text) is not None
        nameless = Role.AUTHORITY in self.known and Role.SIGNER not in self.known
        is_signer = nameless and places.is_person(text) and not places.is_capitals(text)
        if places.SIGNED.fullmatch(text):
            return Role.FURNITURE
        if places.place_date(text) is not None:
            return Role.PLACE_DATE
        if places.CONTACT.match(text):
            return Role.CONTACT
        if not listed and Role.SIGNER not in self.known and places.is_authority(text):
            return Role.AUTHORITY
        if self.in_recipients and (listed or not is_signer):
            return Role.RECIPIENT
        if is_signer:
            return Role.SIGNER
        if nameless and places.is_capitals(text):
            return Role.AUTHORITY
        return Role.RECIPIENT if listed and self.titles else Role.TEXT


def read_tail(lines: Lines) -> Iterator[PlacedLine]:
    """Yield the lines of the tail with their roles, first those of the left half of the page."""
    pieces = [(line, *halves(line.raw)) for line in lines]
    left, right = ([replace(line, raw=pair[side]) for line, *pair in pieces] for side in (0, 1))
    reader = Reader()
    for line in filter(lambda line: places.has_words(line.raw), chain(left, right)):
        reader.read(line)
    printed = 1 if Role.RECIPIENT in reader.known else 0
    yield from (PlacedLine(Role.TEXT, title) for title in reader.titles[printed:])
    yield from _signed(reader)


def _signed(reader: Reader) -> Iterator[PlacedLine]:
    """Yield the lines, with the last office as the signer if there is none and it can be a name in capitals."""
    offices = [place for place in reader.placed if place.role is Role.AUTHORITY]
    last = offices[-1] if offices and Role.SIGNER not in reader.known else None
    for place in reader.placed:
        text = place.line.text
        is_name = place is last and places.is_person(text) and not places.is_authority(text)
        yield replace(place, role=Role.SIGNER) if is_name else place


def _goes_on(before: str, text: str) -> bool:
    """Return whether a text continues the recipient before it, which must not be too long for a recipient."""
    unfinished = before[-1] not in ";." or text[0].islower()
    return mark(text) is None and unfinished and len(before) <= LONGEST_TAIL_LINE


def _squeezed(text: str) -> str:
    return " ".join(text.split())
