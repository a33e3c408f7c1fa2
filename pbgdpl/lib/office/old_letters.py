"""Turns the text of a Word file from old Vietnamese code pages into Unicode, by its fonts and by its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from string import hexdigits

from lxml import etree

from pbgdpl.lib.code_pages import CODE_PAGES, WORD, CodePage, code_page_of, odd_words, shows_capitals
from pbgdpl.lib.office.fonts import Fonts, font_in
from pbgdpl.lib.office.xml import WORD_CHARACTERS, Element, attribute, child, local
from pbgdpl.lib.tcvn3 import IN_UNICODE, SOFT_HYPHEN

# Properties, what a tracked change deleted, what Word computes, and boxes, whose paragraphs come by themselves.
SKIPPED = {"pPr", "rPr", "delText", "instrText", "fldData", "txbxContent"}
FEWEST_VOTES = 5  # different words that make sense in an old code page alone
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Fonts of symbols: Word stores their characters 0x20 to 0xFF in this place.
FROM_SYMBOLS = {0xF000 + code: code for code in range(0x20, 0x100)}


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    font: str
    element: Element | None = None  # which holds the text; None for a space, a tab or a break


@dataclass(frozen=True, slots=True)
class Span:
    """Pieces that follow each other in a paragraph, all in fonts of one code page or all in other fonts."""

    pieces: Sequence[Piece]
    page: CodePage | None

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def to_unicode(
    roots: Iterable[Element], styles: Element | None, *, most: int | None = None
) -> tuple[str, ...]:
    """Convert the text of the parts in place and return the names of the code pages that some of it was in.

    `most` is how many paragraphs of each part are looked at. Text in Unicode stays as it is, whatever its font.
    """
    roots, fonts = tuple(roots), Fonts(styles)
    if not (_names_old_font((*roots, styles)) or _has_old_letters(roots, most)):
        return ()
    spans = [span for root in roots for span in (*_numbers(root), *_paragraphs(root, fonts, most))]
    names = []
    for page in CODE_PAGES:
        if converted := {id(span) for span in _converted_from(page, spans)}:
            names.append(page.name)
            spans = [span for span in spans if id(span) not in converted]
    return tuple(names)


def lines_to_unicode(
    lines: Sequence[Sequence[tuple[str, str]]],
) -> tuple[tuple[str, ...], list[list[str]]]:
    """Return the names of the code pages that lines were in, and the texts of each line in Unicode.

    A line has texts, each with the name of its font, "" where it is not known: then some words are no evidence.
    """
    texts = [text for line in lines for text, _ in line]
    if not any(code_page_of(font) for line in lines for _, font in line) and not _speak_for_old(texts):
        return (), [[text for text, _ in line] for line in lines]
    root = etree.Element("document")
    for line in lines:
        paragraph = etree.SubElement(root, "p")
        for text, font in line:
            run = etree.SubElement(paragraph, "r")
            etree.SubElement(etree.SubElement(run, "rPr"), "rFonts", ascii=font)
            etree.SubElement(run, "t").text = NOT_IN_XML.sub("", text)
    names = to_unicode([root], None)
    return names, [[run[1].text or "" for run in paragraph] for paragraph in root]


def _speak_for_old(texts: Iterable[str]) -> bool:
    """Return whether enough different words of the texts make sense in an old code page alone."""
    words = {word for text in texts if not text.isascii() for word in WORD.findall(text)}
    return any(sum(map(page.vote, words)) >= FEWEST_VOTES for page in CODE_PAGES)


def _names_old_font(parts: Iterable[Element | None]) -> bool:
    found = (fonts for part in parts if part is not None for fonts in part.iter("{*}rFonts"))
    return any(code_page_of(str(name)) for fonts in found for name in fonts.attrib.values())


def _has_old_letters(roots: Iterable[Element], most: int | None) -> bool:
    """Return whether a whole paragraph is in an old code page; most files have none, which is soon known."""
    paragraphs = (paragraph for root in roots for paragraph in islice(root.iter("{*}p"), most))
    texts = ("".join(piece.text for piece in _pieces(one, "", None)) for one in paragraphs)
    return any(page.is_in(text) for text in texts for page in CODE_PAGES)


def _converted_from(page: CodePage, spans: Sequence[Span]) -> Iterator[Span]:
    """Convert what is in a code page and yield the spans that changed."""
    named = [span for span in spans if span.page is page]
    others = [span for span in spans if span.page is None]
    is_usual = _is_old(page, named)
    yield from (span for span in named if _convert(page, span, is_usual=is_usual))
    if is_usual or any(page.is_in(span.text) for span in others):
        yield from (span for span in _old_by_themselves(page, others) if _convert(page, span, is_usual=True))


def _old_by_themselves(page: CodePage, others: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans in a code page under other fonts; those that may be either are as the one before them."""
    votes = [_vote(page, span.text) for span in others]
    last = next(filter(None, votes), 0)
    for span, vote in zip(others, votes, strict=True):
        last = vote or last
        if last > 0:
            yield span


def _vote(page: CodePage, text: str) -> int:
    """Return how much a text speaks for a code page; below 0 where it is in Unicode or rather in another one."""
    if IN_UNICODE.search(text):
        return -1
    votes, best = page.votes(text), max(other.votes(text) for other in CODE_PAGES if other is not page)
    return votes - max(best, 0)


def _is_old(page: CodePage, named: Sequence[Span]) -> bool:
    """Return whether most of the text in the fonts of a code page is in that code page."""
    votes = sum(page.votes(span.text) for span in named)
    return votes > 0 or (votes == 0 and any(any(odd_words(span.text)) for span in named))


def _convert(page: CodePage, span: Span, *, is_usual: bool) -> bool:
    """Convert a span, by what is usual where its own words do not tell; return whether it changed."""
    votes = page.votes(span.text)
    is_old = votes > 0 or (votes == 0 and is_usual)
    letters = page.converted(span.text, is_old=is_old)
    start, changed = 0, False
    for piece in span.pieces:
        text = "".join(letters[start : start + len(piece.text)])
        start += len(piece.text)
        if is_old and shows_capitals(piece.font):
            text = text.upper()
        if piece.element is not None and (is_old or text != piece.text):
            _write(piece.element, text)
            changed |= text != piece.text
    return changed


def _write(element: Element, text: str) -> None:
    """Set the text of an element, also of a number, a symbol and a soft hyphen, which is a letter in TCVN3."""
    if local(element) == "lvlText":
        key = next(key for key in element.attrib if str(key).endswith("val"))
        element.set(key, text)
        return
    element.tag = re.sub("(?:softHyphen|sym)$", "t", str(element.tag))
    element.text = text


def _numbers(root: Element) -> Iterator[Span]:
    """Yield the words around automatic numbers, such as "Phần %1"."""
    for level in root.iter("{*}lvl"):
        font, shown = font_in(child(level, "rPr")), child(level, "lvlText")
        yield Span((Piece(attribute(shown, "val"), font, shown),), code_page_of(font))


def _paragraphs(root: Element, fonts: Fonts, most: int | None) -> Iterator[Span]:
    for paragraph in islice(root.iter("{*}p"), most):
        yield from _spans(_pieces(paragraph, fonts.of_paragraph(paragraph), fonts))


def _spans(pieces: Iterable[Piece]) -> Iterator[Span]:
    for page, group in groupby(pieces, key=lambda piece: code_page_of(piece.font)):
        yield Span(tuple(group), page)


def _pieces(element: Element, font: str, fonts: Fonts | None) -> Iterator[Piece]:
    for inner in element:
        match local(inner):
            case "r":
                yield from _pieces(inner, fonts.of_run(inner, font) if fonts else "", fonts)
            case "t":
                yield Piece(_plain(inner.text or "", font), font, inner)
            case "softHyphen":
                yield Piece(SOFT_HYPHEN, font, inner)
            case "sym" if code_page_of(attribute(inner, "font")):
                yield Piece(_symbol(inner), attribute(inner, "font"), inner)
            case name if name in WORD_CHARACTERS:
                yield Piece(" ", font)
            case name if name not in SKIPPED:
                yield from _pieces(inner, font, fonts)


def _symbol(element: Element) -> str:
    """Return the character of a letter that is stored as a symbol of its font."""
    code = attribute(element, "char")[-2:]
    return chr(int(code, 16)) if len(code) == 2 and not set(code) - set(hexdigits) else ""


def _plain(text: str, font: str) -> str:
    return text.translate(FROM_SYMBOLS) if code_page_of(font) else text
