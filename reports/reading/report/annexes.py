"""Reads the annexes of a report: label, title and reference of each, then its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reports.reading.marks import mark
from reports.reading.report import places
from reports.reading.report.paragraphs import mended, tabulated
from reports.reading.report.roles import PlacedLine, Role
from reports.reading.report.source import SourceLine

Lines = Sequence[SourceLine]

LONGEST_TITLE_LINE = 250


def is_annex_label(line: SourceLine) -> bool:
    return not line.rows and len(line.text) <= LONGEST_TITLE_LINE and places.annex(line.text) is not None


def read_annexes(lines: Lines) -> Iterator[PlacedLine]:
    """Yield the lines of all annexes with their roles; lines before the first label are an annex too."""
    lines = [line for line in lines if line.rows or places.has_words(line.raw)]
    starts = [at for at, line in enumerate(lines) if is_annex_label(line)]
    if lines and (not starts or starts[0] > 0):
        starts.insert(0, 0)
    for start, end in pairwise([*starts, len(lines)]):
        yield from _annex(lines[start:end])


def _annex(lines: Lines) -> Iterator[PlacedLine]:
    first, head, end = lines[0], [], 0
    if is_annex_label(first) and (labelled := places.annex(first.text)):
        label, title = labelled
        head = [_titled(replace(first, raw=title))] if title else []
        end = 1
    yield PlacedLine(Role.ANNEX_LABEL, replace(first, raw=label if end else "", rows=()))
    while end < len(lines) and (role := _role(lines[end], head)):
        head.append(PlacedLine(role, lines[end]))
        end += 1
    yield from (_in_capitals(place) for place in head)
    yield from (PlacedLine(Role.TEXT, line) for line in mended(tuple(tabulated(lines[end:]))))


def _titled(line: SourceLine) -> PlacedLine:
    is_reference = places.ANNEX_REFERENCE.fullmatch(line.text)
    return PlacedLine(Role.ANNEX_REFERENCE if is_reference else Role.ANNEX_TITLE, line)


def _in_capitals(place: PlacedLine) -> PlacedLine:
    """Return a title in capitals, as in the decree (Appendix I, III.1), and any other line unchanged."""
    if place.role is not Role.ANNEX_TITLE:
        return place
    return replace(place, line=replace(place.line, raw=place.line.raw.upper()))


def _role(line: SourceLine, head: Sequence[PlacedLine]) -> Role | None:
    """Return the role of a line in the head of an annex, after the lines of `head`; None below the head."""
    text, before = line.text, head[-1] if head else None
    if line.rows or line.is_note or len(text) > LONGEST_TITLE_LINE:
        return None
    if (
        before
        and before.role is Role.ANNEX_REFERENCE
        and before.line.text[0] == "("
        and before.line.text[-1] != ")"
    ):
        return Role.ANNEX_REFERENCE
    referred = any(place.role is Role.ANNEX_REFERENCE for place in head)
    if places.ANNEX_REFERENCE.fullmatch(text) and not referred:
        return Role.ANNEX_REFERENCE
    titled = any(place.role is Role.ANNEX_TITLE for place in head)
    if mark(text) or "\t" in line.raw.strip() or "|" in text or text[0] == "(" or (titled and referred):
        return None
    is_first = not titled and text[-1] not in ".;:"
    goes_on = titled and not referred and (places.is_capitals(text) or text[0].islower() or line.centred)
    return Role.ANNEX_TITLE if is_first or goes_on else None
