"""Reads the content of a Word paragraph: its printed text in runs that are bold or not, its boxes and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pbgdpl.lib.office.xml import WORD_CHARACTERS, Element, attribute, child, local
from pbgdpl.lib.vietnamese import clean_raw
from reports.reading.report.source import SourceLine
from reports.reading.word.formatting import Formatting, StyleSheet, switch
from reports.reading.word.symbols import equation, symbol

# Properties, and the codes of fields that Word computes; `take_out_unprinted` took out all else that paper lacks.
SKIPPED = {"pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "instrText", "fldData", "rubyPr"}
LONGEST_LABEL = 6

Run = tuple[str, bool]  # text, and whether it is bold


@dataclass(slots=True)
class Content:
    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # ("footnote", its id)


def content(paragraph: Element, formatting: Formatting, styles: StyleSheet) -> Content:
    found = Content()
    _collect(paragraph, formatting, styles, found)
    return found


def _collect(element: Element, formatting: Formatting, styles: StyleSheet, found: Content) -> None:
    for inner in element:
        match local(inner):
            case "r":
                properties = child(inner, "rPr")
                _collect(
                    inner,
                    formatting if properties is None else _run_formatting(formatting, properties, styles),
                    styles,
                    found,
                )
            case "t":
                text = clean_raw(inner.text or "")
                found.runs.append((text.upper() if formatting.capitals else text, formatting.bold))
            case name if name in WORD_CHARACTERS:
                found.runs.append((WORD_CHARACTERS[name], formatting.bold))
            case "sym":
                found.runs.append((symbol(inner), formatting.bold))
            case "oMath":
                found.runs.append((clean_raw(equation(inner)), formatting.bold))
            case "ruby":
                _collect_ruby(inner, formatting, styles, found)
            case "footnoteReference" | "endnoteReference" as name:
                found.notes.append((name.removesuffix("Reference"), attribute(inner, "id")))
            case "txbxContent":
                found.boxes.append(inner)
            case name if name not in SKIPPED:
                _collect(inner, formatting, styles, found)


def _collect_ruby(ruby: Element, formatting: Formatting, styles: StyleSheet, found: Content) -> None:
    """Collect the text, then what stands above it in brackets."""
    for part, before, after in (("rubyBase", "", ""), ("rt", " (", ")")):
        inner = child(ruby, part)
        if inner is not None:
            found.runs.append((before, formatting.bold))
            _collect(inner, formatting, styles, found)
            found.runs.append((after, formatting.bold))


def _run_formatting(formatting: Formatting, properties: Element, styles: StyleSheet) -> Formatting:
    """Return the formatting of a run by its own properties, else its character style, else the paragraph."""
    style = attribute(child(properties, "rStyle"), "val")
    named = styles.formatting(style) if style else Formatting()
    return replace(
        formatting,
        bold=switch(properties, "b", formatting.bold or named.bold),
        capitals=switch(properties, "caps", formatting.capitals or named.capitals),
    )


def printed_lines(found: Content) -> Iterator[SourceLine]:
    """Yield the lines of a paragraph, which are separated by soft breaks."""
    line: list[Run] = []
    for text, bold in found.runs:
        first, *others = text.split("\n")
        line.append((first, bold))
        for other in others:
            yield line_of(line)
            line = [(other, bold)]
    yield line_of(line)


def line_of(runs: Sequence[Run]) -> SourceLine:
    """Return a line with what is bold in it."""
    raw = clean_raw("".join(text for text, _ in runs))
    shown = [bold for text, bold in runs if text.strip()]
    is_bold = bool(shown) and all(shown)
    return SourceLine(raw, bold=is_bold, lead="" if is_bold or not any(shown) else _lead(runs))


def _lead(runs: Sequence[Run]) -> str:
    """Return the bold words at the start, or right after a number, if whole words follow them."""
    first = next(at for at, (text, bold) in enumerate(runs) if bold and text.strip())
    end = next((at for at in range(first, len(runs)) if runs[at][0].strip() and not runs[at][1]), len(runs))
    before, lead, rest = (
        "".join(text for text, _ in part) for part in (runs[:first], runs[first:end], runs[end:])
    )
    label = before.strip()
    whole = lead[-1:].isspace() or rest[:1].isspace()
    stands_first = not label or (len(label) <= LONGEST_LABEL and before[-1:].isspace() and " " not in label)
    return " ".join(clean_raw(lead).split()) if whole and stands_first and rest.strip() else ""
