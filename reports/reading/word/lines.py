"""Reads a Word file as lines: paragraphs with hints of their formatting, tables as rows, layout tables as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pbgdpl.lib.office.unprinted import text_in
from pbgdpl.lib.office.xml import Element, attribute, child, local, whole_number
from reports.document import layout
from reports.reading.report import places
from reports.reading.report.roles import ROLE_OF_STYLE
from reports.reading.report.source import LeftOut, Source, SourceLine, invisible_left_out
from reports.reading.word.file import WordFile
from reports.reading.word.formatting import StyleSheet, with_properties
from reports.reading.word.numbers import Numbers
from reports.reading.word.runs import content, printed_lines
from reports.reading.word.tables import CONTENT_STYLES, Cell, table_lines

SKIPPED = {"sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr"}
CONTENTS = "dòng của mục lục do Word lập"
UNREFERRED = "chú thích không có chỗ nào dẫn tới"
PAGE_NUMBER = "số trang"
# Footnotes that hold the rule above the notes, and no text.
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
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
    left_out: list[LeftOut] = field(default_factory=list)

    def lines(self, container: Element) -> Iterator[SourceLine]:
        for block in container:
            match local(block):
                case "p":
                    yield from self.paragraph(block)
                case "tbl":
                    after_gap, rows = self.after_gap, tuple(map(self.row, _inside(block, "tr")))
                    yield from table_lines(rows, after_gap=after_gap)
                case name if name not in SKIPPED:
                    yield from self.lines(block)

    def paragraph(self, paragraph: Element) -> Iterator[SourceLine]:
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        formatting = with_properties(self.styles.formatting(style), properties, None)
        if formatting.is_contents:
            self.left_out.append(LeftOut(text_in(paragraph), CONTENTS))
            return
        inner = content(paragraph, formatting, self.styles)
        lines = [line for line in printed_lines(inner) if line.raw.strip()]
        label = self.numbers.label(formatting.number, formatting.depth, style) if lines else ""
        for position, line in enumerate(lines):
            yield replace(
                line,
                raw=f"{label} {line.raw}" if label and position == 0 else line.raw,
                style=self.own_styles.get(style, ""),
                level=formatting.level,
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
        before = whole_number(child(row, "trPr", "gridBefore")) or 0
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
    """Return the lines of a Word file: of its text, and of its page headers and footers without page numbers."""
    body, left_out = child(file.document, "body"), list(file.left_out)
    reader = _reader(file)
    lines = tuple(reader.lines(body)) if body is not None else ()
    unread = (note for note in reader.notes.values() if attribute(note, "type") not in SEPARATORS)
    left_out += [*reader.left_out, *(LeftOut(text_in(note), UNREFERRED) for note in unread)]
    heads, feet = (_around(_reader(file), parts, left_out) for parts in (file.headers, file.footers))
    return Source(
        lines,
        heads=heads,
        feet=feet,
        author=file.creator,
        left_out=(*(one for one in left_out if one.text), *invisible_left_out(_printed(file))),
        notices=file.notices,
    )


def _printed(file: WordFile) -> str:
    """Return all text of a Word file as it is stored."""
    roots = (file.document, file.footnotes, file.endnotes, *file.headers, *file.footers)
    return "".join(text.text or "" for root in roots for text in root.iter("{*}t"))


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


def _around(reader: WordReader, parts: Sequence[Element], left_out: list[LeftOut]) -> tuple[SourceLine, ...]:
    """Return each line of headers or footers once, without page numbers, which are left out."""
    lines = [line for part in parts for line in reader.lines(part)]
    numbers = dict.fromkeys(line.text for line in lines if _is_page_number(line))
    left_out += [*reader.left_out, *(LeftOut(number, PAGE_NUMBER) for number in numbers)]
    return tuple({(line.text, line.rows): line for line in lines if not _is_page_number(line)}.values())


def _is_page_number(line: SourceLine) -> bool:
    if line.style:
        return line.style == layout.PAGE_NUMBER.id
    return not line.rows and places.is_page_number(line.text)
