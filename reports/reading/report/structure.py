"""Makes the Document from lines with roles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pbgdpl.lib.vietnamese import fold
from reports.document.lines import annex_reference
from reports.document.tree import Annex, Document, Letterhead, Numbering, Paragraph, Signature
from reports.reading.marks import Family, mark
from reports.reading.report import places
from reports.reading.report.blocks import Body, read_body
from reports.reading.report.roles import BODY_ROLES, PlacedLine, Role
from reports.reading.report.schemes import numbering_of

Placed = Sequence[PlacedLine]

ANNEX_ROLES = {Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.ANNEX_REFERENCE}
AUTHOR = re.compile(r"\bcủa\s+([^()]+)\)?\.?$")
DATE = re.compile(r"ngày[\s\d.…_/]*(?:tháng[\s\d.…_]*năm[\s\d.…_]*)?")


@dataclass(frozen=True, slots=True)
class Structure:
    """A report with the lines of its text, those of the body, then those of each annex, and of its legal bases."""

    document: Document
    bodies: tuple[Body, ...]
    bases: tuple[tuple[int, ...], ...]  # the positions of the lines of each


def structure_of(placed: Placed, author: str = "") -> Structure:
    """Return the report of the lines; lines that do not fit their role are text of the body."""
    first = next((at for at, place in enumerate(placed) if place.role in ANNEX_ROLES), len(placed))
    report, annexes = placed[:first], _parted(placed[first:])
    numbering, bodies = _numbered([*_undated(report), *report], annexes)
    body, *annex_blocks = (one.blocks() for one in bodies)
    letterhead = _letterhead(placed)
    document = Document(
        letterhead=letterhead,
        kind=_words(report, Role.KIND),
        subject=_words(report, Role.SUBJECT),
        period_note=_words(report, Role.PERIOD_NOTE),
        addressees=tuple(map(_addressee, _texts(report, Role.ADDRESSEE))),
        legal_bases=tuple(_texts(report, Role.LEGAL_BASIS)),
        body=body,
        closing=_words(report, Role.CLOSING),
        recipients=tuple(map(_listed, _texts(report, Role.RECIPIENT))),
        signature=Signature(tuple(_texts(report, Role.AUTHORITY)), _words(report, Role.SIGNER)),
        numbering=numbering,
        author="" if author == letterhead.issuing_body else author,
        annexes=tuple(
            Annex(_annex_title(annex, position), blocks)
            for position, (annex, blocks) in enumerate(zip(annexes, annex_blocks, strict=True), start=1)
        ),
    )
    references = [_words(annex, Role.ANNEX_REFERENCE) for annex in annexes]
    return Structure(_with_references(references, document), tuple(bodies), tuple(_bases(report)))


def _bases(placed: Placed) -> Iterator[tuple[int, ...]]:
    return (place.line.positions for place in placed if place.role is Role.LEGAL_BASIS)


def _numbered(report: Placed, annexes: Sequence[Placed]) -> tuple[Numbering, list[Body]]:
    """Return the numbering of the headings, and the body and the annexes read with it."""
    body, parts = read_body(_body(report)), [_body(annex) for annex in annexes]
    read = [body, *(read_body(part, is_annex=True) for part in parts)]
    numbering = numbering_of(read)
    if numbering is Numbering.LETTERS:
        return numbering, read
    return numbering, [body, *(read_body(part, is_annex=True, numbering=numbering) for part in parts)]


def _listed(text: str) -> str:
    """Return a name without its bullet and its ";" or ".": "- Như trên;" → "Như trên"."""
    sign = mark(text)
    text = sign.words if sign and sign.family is Family.BULLET else text
    return text[:-1].rstrip() if text[-1:] in {";", "."} else text


def _addressee(text: str) -> str:
    title = places.ADDRESSEES.fullmatch(text)
    return title[1] if title else _listed(text)


def _texts(placed: Placed, role: Role) -> Iterator[str]:
    return (place.line.text for place in placed if place.role is role)


def _words(placed: Placed, role: Role) -> str:
    return " ".join(_texts(placed, role))


def _body(placed: Placed) -> Placed:
    return [place for place in placed if place.role in BODY_ROLES]


def _undated(placed: Placed) -> Iterator[PlacedLine]:
    """Yield, as text, the dates except the first one that exists."""
    dates = [place for place in placed if place.role is Role.PLACE_DATE]
    read = next((place for place in dates if places.place_date(place.line.text)), None)
    return (replace(place, role=Role.TEXT) for place in dates if place is not read)


def _letterhead(placed: Placed) -> Letterhead:
    numbers, dates = _words(placed, Role.NUMBER), map(places.place_date, _texts(placed, Role.PLACE_DATE))
    number = places.number(numbers)
    place, issued_on = next(filter(None, dates), ("", None))
    return Letterhead(
        parent_body=_words(placed, Role.PARENT_BODY),
        issuing_body=_words(placed, Role.ISSUING_BODY),
        number=numbers.removeprefix("Số:").strip() if number is None else number,
        place=place,
        issued_on=issued_on,
        contact=_words(placed, Role.CONTACT),
    )


def _parted(placed: Placed) -> list[Placed]:
    """Return the lines of each annex."""
    starts = [at for at, place in enumerate(placed) if place.role is Role.ANNEX_LABEL]
    starts = starts if starts[:1] == [0] or not placed else [0, *starts]
    return [placed[start:end] for start, end in pairwise([*starts, len(placed)])]


def _annex_title(annex: Placed, position: int) -> str:
    """Return the title of an annex, with its label if this differs from the one that will be printed."""
    label, title = _words(annex, Role.ANNEX_LABEL), _words(annex, Role.ANNEX_TITLE)
    parts = places.annex(label)
    is_printed = not label or (parts and not parts[1] and places.annex_number(label) in (0, position))
    return title if is_printed else f"{label} {title}".strip()


def _with_references(references: list[str], document: Document) -> Document:
    """Return the document with the author that a reference names, and with references as text if they differ."""
    if not document.author:
        document = replace(
            document, author=next(filter(None, (_author(text, document) for text in references)), "")
        )
    annexes = (
        annex if _is_printed(text, document) else replace(annex, blocks=(Paragraph(text), *annex.blocks))
        for text, annex in zip(references, document.annexes, strict=True)
    )
    return replace(document, annexes=tuple(annexes))


def _author(reference: str, document: Document) -> str:
    """Return the issuing body in ordinary letters: "(Kèm theo … của Sở Tài chính)"."""
    found = AUTHOR.search(reference)
    issuing_body = fold(document.letterhead.issuing_body)
    is_body = found and issuing_body and issuing_body in fold(found[1])
    return found[1] if found and is_body and found[1] != document.letterhead.issuing_body else ""


def _is_printed(reference: str, document: Document) -> bool:
    """Return whether the printed reference will have each word of this one, apart from a date that is still blank."""
    stated = reference if document.letterhead.issued_on else DATE.sub("", reference)
    return not _plain_words(stated) - _plain_words(annex_reference(document))


def _plain_words(text: str) -> Counter[str]:
    return Counter(word.lstrip("0") for word in re.findall(r"[^\W_]+", text.casefold()))
