"""Reads a Word file as lines: paragraphs with hints of their formatting, tables as rows, layout tables as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pbgdpl.lib.office.xml import Element, attribute, child, local, whole_number
from reports.document import layout
from reports.reading.report import places
from reports.reading.report.roles import ROLE_OF_STYLE
from reports.reading.report.source import Source, SourceLine
from reports.reading.word.file import WordFile
from reports.reading.word.formatting import StyleSheet, with_properties
from reports.reading.word.numbers import Numbers
from reports.reading.word.runs import content, printed_lines
from reports.reading.word.tables import CONTENT_STYLES, Cell, table_lines

# Properties, and text removed by a tracked change.
SKIPPED = {"sectPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "tblPr", "tblGrid", "trPr", "tcPr"}
OWN_STYLES = {*ROLE_OF_STYLE, *CONTENT_STYLES, layout.PAGE_NUMBER.id}
# Other programs save styles with other ids, but with the same names.
OWN_STYLE_OF_NAME = {style.name.lower(): style.id for style in layout.STYLES if style.id in OWN_STYLES}
# Styles that only files made by this program have, unlike "heading 1".
CHARACTERISTIC_STYLES = {layout.NATIONAL_NAME.id, layout.SIGNER.id, layout.ANNEX_LABEL.id}

MOST_COLUMNS = 63  # of a table in Word


@dataclass(slots=True)
class WordReader:
    """Reads the blocks of a Word file in order and counts the automatic numbers."""

    styles: StyleSheet
    numbers: Numbers
    notes: dict[tuple[str, str], Element]  # those not read yet
    # The ids of this program's styles by those in the file; empty if another program made the file.
    own_styles: Mapping[str, str]
    notes_read: int = 0
    after_gap: bool = False

    def lines(self, container: Element) -> Iterator[SourceLine]:
        for block in container:
            match local(block):
                case "p":
                    yield from self.paragraph(block)
                case "tbl":
                    after_gap, rows = self.after_gap, tuple(map(self.row, _inside(block, "tr")))
                    yield from table_lines(rows, after_gap=after_gap)
                case "AlternateContent":  # the same content twice, for new and for old programs
                    yield from self.lines(next(iter(block), block))
                case name if name not in SKIPPED:
                    yield from self.lines(block)

    def paragraph(self, paragraph: Element) -> Iterator[SourceLine]:
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        formatting = with_properties(self.styles.formatting(style), properties, None)
        if formatting.is_contents:
            return
        inner = content(paragraph, formatting, self.styles)
        lines = [line for line in printed_lines(inner) if line.raw.strip()]
        label = self.numbers.label(formatting.number, formatting.depth, style) if lines else ""
        for position, line in enumerate(lines):
            yield replace(
                line,
                raw=f"{label} {line.raw}" if label and position == 0 else line.raw,
                style=self.own_styles.get(style, ""),
                centred=formatting.centred,
                after_gap=self.after_gap and position == 0,
            )
        self.after_gap = not lines
        for box in inner.boxes:
            yield from self.lines(box)
        for note in inner.notes:
            yield from self.note(note)

    def note(self, name: tuple[str, str]) -> Iterator[SourceLine]:
        """Yield the lines of a footnote, the first with a label."""
        note = self.notes.pop(name, None)
        lines = [line for line in self.lines(note) if line.raw] if note is not None else []
        self.notes_read += bool(lines)
        for position, line in enumerate(lines):
            label = f"Chú thích {self.notes_read}: " if position == 0 else ""
            yield replace(line, raw=f"{label}{line.raw}", is_note=True)

    def row(self, row: Element) -> tuple[Cell, ...]:
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            return ()
        before = whole_number(child(properties, "gridBefore")) or 0
        return (*[Cell()] * min(before, MOST_COLUMNS), *map(self.cell, _inside(row, "tc")))

    def cell(self, cell: Element) -> Cell:
        span = whole_number(child(cell, "tcPr", "gridSpan")) or 1
        return Cell(tuple(self.lines(cell)), min(span, MOST_COLUMNS))


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of that name, also those inside a content control or a tracked change."""
    for inner in parent:
        if local(inner) == name:
            yield inner
        elif local(inner) not in {*SKIPPED, "p", "tbl"}:
            yield from _inside(inner, name)


def word_source(file: WordFile) -> Source:
    """Return the lines of a Word file: those of its text, its page headers and its page footers."""
    return Source(
        tuple(word_lines(file)),
        heads=tuple(head_lines(file)),
        feet=tuple(foot_lines(file)),
        author=file.creator,
    )


def word_lines(file: WordFile) -> Sequence[SourceLine]:
    """Return the lines of the text."""
    body = child(file.document, "body")
    return tuple(_reader(file).lines(body)) if body is not None else ()


def head_lines(file: WordFile) -> Sequence[SourceLine]:
    """Return the lines of the headers without page numbers."""
    reader = _reader(file)
    return _without_page_numbers(line for header in file.headers for line in reader.lines(header))


def foot_lines(file: WordFile) -> Sequence[SourceLine]:
    """Return the lines of the footers without page numbers."""
    reader = _reader(file)
    return _without_page_numbers(line for footer in file.footers for line in reader.lines(footer))


def _reader(file: WordFile) -> WordReader:
    notes = {
        (local(note), attribute(note, "id")): note
        for part in (file.footnotes, file.endnotes)
        for note in part
    }
    styles = StyleSheet(file.styles)
    own_styles = {
        name: OWN_STYLE_OF_NAME[shown] for name, shown in styles.names.items() if shown in OWN_STYLE_OF_NAME
    }
    is_own = {*own_styles.values()} >= CHARACTERISTIC_STYLES
    return WordReader(styles, Numbers(file.numbering), notes, own_styles if is_own else {})


def _without_page_numbers(lines: Iterator[SourceLine]) -> Sequence[SourceLine]:
    """Return each line once, without page numbers."""
    return tuple({(line.text, line.rows): line for line in lines if not _is_page_number(line)}.values())


def _is_page_number(line: SourceLine) -> bool:
    if line.style:
        return line.style == layout.PAGE_NUMBER.id
    return not line.rows and places.is_page_number(line.text)
