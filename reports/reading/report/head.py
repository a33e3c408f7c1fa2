"""Reads the head of a report in any formatting: all lines before the text (ô 1–5 and 9a)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from reports.reading.marks import Family, mark
from reports.reading.report import places
from reports.reading.report.roles import PlacedLine, Role
from reports.reading.report.source import SourceLine, halves

Lines = Sequence[SourceLine]

LINES_TO_SEARCH = 60
LONGEST_TITLE_LINE = 300
LONGEST_LINE_BESIDE = 120


def read_head(lines: Lines) -> tuple[list[PlacedLine], Lines]:
    """Return the lines of the head with their roles, and the lines that follow."""
    at = _kind_at(lines)
    if at is None:
        end = _end_without_kind(lines)
        head = _letterhead(lines[:end])
    else:
        titles, end = _titles(lines, at)
        head = [*_letterhead(lines[:at]), *titles]
    addressees, end = _addressees(lines, end)
    return [*head, *addressees], lines[end:]


def _kind_at(lines: Lines) -> int | None:
    """Return the position of the kind of document: BÁO CÁO, alone or with the subject in capitals."""
    for position, line in enumerate(lines[:LINES_TO_SEARCH]):
        text = line.text
        if places.kind(text):
            return position
        sign = mark(text)
        if len(text) > LONGEST_TITLE_LINE or (sign and sign.family is not Family.BULLET):
            return None
    return None


def _end_without_kind(lines: Lines) -> int:
    """Return the position after the letterhead of a letter, which has no kind; 0 if there is none."""
    end, before = 0, ""
    for line in lines[:LINES_TO_SEARCH]:
        goes_on = _role(before) is Role.SUBJECT and line.text[:1].islower()
        if not (_is_beside(line) or goes_on):
            break
        end, before = end + 1, line.text
    known = any(place.role in (Role.FURNITURE, Role.NUMBER) for place in _letterhead(lines[:end]))
    return end if known else 0


def _is_beside(line: SourceLine) -> bool:
    pieces = list(filter(places.has_words, _pieces(line)))
    return not line.rows and all(_role(piece) is not None for piece in pieces)


def _letterhead(lines: Lines) -> list[PlacedLine]:
    """Return the lines of ô 1–4, first those of the left half of the page, and other lines as text."""
    pieces = [(line, *_pieces(line)) for line in lines]
    left, right = ([replace(line, raw=pair[side]) for line, *pair in pieces] for side in (0, 1))
    right = [line for line in right if not line.rows]
    seen: set[Role] = set()
    placed: list[PlacedLine] = []
    for line in chain(left, right):
        if not (line.rows or places.has_words(line.raw)):
            continue
        role = Role.TEXT if line.rows or line.is_note else _role(line.text) or Role.TEXT
        if role in (Role.NUMBER, Role.PLACE_DATE) and role in seen:
            role = Role.TEXT
        if role is Role.TEXT and Role.SUBJECT in seen and placed[-1].role is Role.SUBJECT:
            role = Role.SUBJECT
        seen.add(role)
        placed.append(PlacedLine(role, line))
    return list(_with_parent_bodies(placed))


def _pieces(line: SourceLine) -> tuple[str, str]:
    """Return the two halves of a line of the letterhead, split before and after Quốc hiệu or Tiêu ngữ if needed."""
    if len(line.raw) > LONGEST_TITLE_LINE:
        return line.raw, ""
    raw = places.NUMBER_BEFORE_DATE.sub(r"\1\t", line.raw)
    for furniture in (places.NATIONAL_NAME, places.MOTTO):
        raw = furniture.sub(r"\t\g<0>\t", raw, count=1) if furniture.search(raw) else raw
    return halves(raw)


def _role(text: str) -> Role | None:
    if places.NATIONAL_NAME.fullmatch(text) or places.MOTTO.fullmatch(text):
        return Role.FURNITURE
    if places.number(text) is not None:
        return Role.NUMBER
    if places.place_date(text) is not None:
        return Role.PLACE_DATE
    if places.LETTER_SUBJECT.match(text):
        return Role.SUBJECT
    if places.is_capitals(text) and len(text) <= LONGEST_LINE_BESIDE and not places.STAMP.match(text):
        return Role.ISSUING_BODY
    return None


def _with_parent_bodies(placed: list[PlacedLine]) -> Iterator[PlacedLine]:
    """Yield the lines, with the parent's role for all names of bodies except the last, which may take several lines."""
    names = [place.line.text for place in placed if place.role is Role.ISSUING_BODY]
    starts = [at for at, name in enumerate(names) if at == 0 or places.BODY_WORDS.match(name)]
    parents = starts[-1] if starts else 0
    for place in placed:
        if place.role is Role.ISSUING_BODY and parents > 0:
            parents -= 1
            yield PlacedLine(Role.PARENT_BODY, place.line)
        else:
            yield place


def _titles(lines: Lines, at: int) -> tuple[list[PlacedLine], int]:
    """Return the lines of kind, subject and period note from the line of the kind on, and the position after them."""
    printed, rest = places.kind(lines[at].text) or (lines[at].text, "")
    placed = [PlacedLine(Role.KIND, replace(lines[at], raw=printed))]
    if rest:
        placed.append(PlacedLine(Role.SUBJECT, replace(lines[at], raw=rest)))
    before, ruled = placed[-1], False
    for position, line in enumerate(lines[at + 1 :], start=at + 1):
        if line.is_note:
            placed.append(PlacedLine(Role.TEXT, line))
        elif not (line.rows or places.has_words(line.raw)):
            ruled = ruled or before.role is Role.SUBJECT
        elif role := _title_role(line, before, ruled):
            before = PlacedLine(role, line)
            placed.append(before)
        else:
            return placed, position
    return placed, len(lines)


def _title_role(line: SourceLine, before: PlacedLine, ruled: bool) -> Role | None:
    """Return the role of a line after another: SUBJECT, PERIOD_NOTE or None."""
    text = line.text
    if line.rows or len(text) > LONGEST_TITLE_LINE:
        return None
    if before.role is Role.PERIOD_NOTE and before.line.text[0] == "(" and before.line.text[-1] != ")":
        return Role.PERIOD_NOTE
    is_title = text[0] == "(" or text[-1] not in ".,:;"
    if places.PERIOD.match(text) and is_title and not places.ANNEX_REFERENCE.fullmatch(text):
        return Role.PERIOD_NOTE
    if before.role is Role.PERIOD_NOTE or mark(text) or places.ADDRESSEES.match(text):
        return None
    if before.role is Role.KIND:
        return Role.SUBJECT if text[-1] not in ":;" else None
    goes_on = text[-1] not in ".:;!?" and not (
        places.LEGAL_BASIS.match(text) or places.PART.match(text) or ruled
    )
    is_formatted_alike = (line.centred or not before.line.centred) and (
        places.is_capitals(before.line.text) or not places.is_capitals(text)
    )
    return Role.SUBJECT if goes_on and is_formatted_alike else None


def _addressees(lines: Lines, start: int) -> tuple[list[PlacedLine], int]:
    """Return the addressees listed from `start` on, and the position after them."""
    first = next(
        (at for at in range(start, len(lines)) if places.has_words(lines[at].raw) or lines[at].rows), None
    )
    title = places.ADDRESSEES.fullmatch(lines[first].text) if first is not None else None
    if first is None or title is None:
        return [], start
    names = [replace(lines[first], raw=name) for name in title[1].split("; ") if places.has_words(name)]
    is_list = not names
    end = first + 1
    for line in lines[end:]:
        is_name = not places.has_words(line.text) or _is_addressee(line, names, is_list=is_list)
        if line.rows or not is_name:
            break
        names += [line] if places.has_words(line.text) else []
        end += 1
        if line.text.endswith("."):
            break
    return [PlacedLine(Role.ADDRESSEE, name) for name in names], end if names else start


def _is_addressee(line: SourceLine, names: Lines, *, is_list: bool) -> bool:
    """Return whether a line names another addressee after these names.

    The list continues if its last name ends with ";", or from one "-" to the next below "Kính gửi:".
    """
    sign = mark(line.text)
    name = sign.words if sign else line.text
    if len(name) > LONGEST_TITLE_LINE or not places.is_addressee(name):
        return False
    if sign and sign.family is Family.BULLET:
        return is_list or _is_open(names)
    return _is_open(names)


def _is_open(names: Lines) -> bool:
    """Return whether a list of addressees is unfinished: it is empty, or its last name ends with ";"."""
    return not names or names[-1].text.endswith(";")
