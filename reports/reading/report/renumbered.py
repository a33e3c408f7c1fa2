"""The numbers and the bullets of a report that will be printed differently, because they follow from the positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from reports.document.labels import label, letter
from reports.document.tree import Block, BulletList, LetteredList, Numbering, Paragraph, Section, Table
from reports.reading.report.blocks import Body
from reports.reading.report.candidates import BodyLine
from reports.reading.report.schemes import printed_sign, sign_words
from reports.reading.report.source import LeftOut
from reports.reading.report.structure import Structure

IS_RENUMBERED = "số của đề mục, nay in là “{label}” theo vị trí"
IS_BULLET = "dấu đầu dòng, nay in là “{label}”"
IS_BAR = "nét kẻ của bảng"
RENUMBERED = (
    "{count} đề mục được đánh số lại theo vị trí (ví dụ “{old}” nay in là “{new}”): "
    "xem lại những câu nhắc đến số mục cũ."
)
NUMBERED = "{count} đề mục chưa có số trong tệp được đánh số theo vị trí (ví dụ “{new}”)."


def changed_signs(structure: Structure) -> tuple[tuple[LeftOut, ...], tuple[str, ...]]:
    """Return the signs that are not printed as they are in the file, and sentences about those of headings."""
    left_out: list[LeftOut] = []
    renumbered: list[tuple[str, str]] = []
    numbered: list[str] = []
    for line, printed, is_heading in _signs(structure):
        old = printed_sign(line)
        if old == printed:
            continue
        if old:
            why = (IS_RENUMBERED if is_heading else IS_BULLET).format(label=printed)
            left_out.append(LeftOut(old, why, line.line.positions[0] if line.line.positions else None))
        if is_heading and sign_words(old) != sign_words(printed):
            (renumbered.append((old, printed)) if old else numbered.append(printed))
    notices = (
        *(RENUMBERED.format(count=len(renumbered), old=old, new=new) for old, new in renumbered[:1]),
        *(NUMBERED.format(count=len(numbered), new=new) for new in numbered[:1]),
    )
    return (*left_out, *_bars(structure.bodies)), notices


def _signs(structure: Structure) -> Iterator[tuple[BodyLine, str, bool]]:
    """Yield each heading and each item of a list with the sign that will be printed, and whether it is a heading."""
    document = structure.document
    all_blocks = (document.body, *(annex.blocks for annex in document.annexes))
    for blocks, body in zip(all_blocks, structure.bodies, strict=True):
        printed = list(_printed(blocks, document.numbering))
        lines = [line for line, _ in body.in_order() for _ in range(max(1, len(line.line.rows)))]
        for line, (sign, is_heading) in zip(lines, printed[len(printed) - len(lines) :], strict=True):
            if sign:
                yield line, sign, is_heading


def _printed(
    blocks: Iterable[Block], numbering: Numbering, path: tuple[int, ...] = ()
) -> Iterator[tuple[str, bool]]:
    """Yield the sign that is printed before each heading and each text; an empty text before a paragraph."""
    position = 0
    for block in blocks:
        match block:
            case Section(_, below):
                position += 1
                yield label((*path, position), numbering), True
                yield from _printed(below, numbering, (*path, position))
            case BulletList(items, mark):
                yield from [(mark, False)] * len(items)
            case LetteredList(items):
                yield from ((f"{letter(at)})", False) for at in range(1, len(items) + 1))
            case Table(rows):
                yield from [("", False)] * len(rows)
            case Paragraph():
                yield "", False
            case _:
                assert_never(block)


def _bars(bodies: Iterable[Body]) -> Iterator[LeftOut]:
    """Yield the bars between the cells of tables that are drawn with them."""
    for body in bodies:
        for line in body.lines:
            if line.line.bars:
                yield LeftOut("|" * line.line.bars, IS_BAR, line.line.positions[0])
