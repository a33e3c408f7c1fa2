"""Takes out of a Word file what paper does not show: hidden text, what tracked changes deleted, codes of fields.

Everything is removed in place and returned with its reason, so that no text disappears without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import NamedTuple

from pbgdpl.lib.office.run_styles import RunStyles, Shown, is_on, is_shaded
from pbgdpl.lib.office.xml import WORD_CHARACTERS, Element, attribute, child, local

HIDDEN = "chữ ẩn, không in ra giấy"
HIDDEN_ROW = "hàng ẩn của bảng, không in ra giấy"
WHITE = "chữ màu trắng, không thấy trên giấy"
TINY = "chữ quá nhỏ, không đọc được trên giấy"
DELETED = "chữ đã xóa, còn lưu vết sửa đổi (Track Changes)"
MOVED = "chữ đã chuyển sang chỗ khác, còn lưu vết sửa đổi (Track Changes)"
PLACEHOLDER = "chữ gợi ý của ô chưa điền"
CHANGES = {"del": DELETED, "moveFrom": MOVED}
# Elements that state a change of what they stand in, not a changed text.
PROPERTIES = {"pPr", "rPr", "trPr", "tcPr", "ctrlPr", "numPr", "sectPr"}


class TakenOut(NamedTuple):
    """A text of the file that is not read, and why."""

    text: str
    why: str


def take_out_unprinted(
    roots: Iterable[Element], styles: Element | None, *, most: int | None = None
) -> list[TakenOut]:
    """Remove what paper does not show and return its texts; the parts read like the paper afterwards.

    `most` is how many paragraphs of each part are searched for hidden text. The time is linear in their size.
    """
    roots, found = tuple(roots), list[TakenOut]()
    run_styles = RunStyles(styles) if _may_hide((*roots, styles)) else None
    for root in roots:
        _choose_alternatives(root)
        found.extend(_changes(root))
        _remove_field_codes(root)
        if run_styles:
            found.extend(_hidden(root, run_styles, most))
        found.extend(_placeholders(root))
        _join_paragraphs(root)
    return [one for one in found if one.text]


def text_in(element: Element) -> str:
    """Return all text inside an element on one line, deleted text too."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    for inner in element.iter():
        match local(inner):
            case "t" | "delText":
                yield inner.text or ""
            case name if name in WORD_CHARACTERS:
                yield WORD_CHARACTERS[name]
            case "p":
                yield " "


def _take_out(element: Element, why: str) -> TakenOut:
    """Remove an element with all that is in it and return its text."""
    found = TakenOut(text_in(element), why)
    parent = element.getparent()
    # What is inside may be hidden or deleted too, and is not to be described once more. The innermost first: emptying
    # an element goes over all that is in it.
    for inner in reversed(list(element.iter())):
        inner.clear()
    if parent is not None:
        parent.remove(element)
    return found


def _choose_alternatives(root: Element) -> None:
    """Leave of each content that stands there for new and for old programs the first one that has text."""
    for both in list(root.iter("{*}AlternateContent")):
        chosen = next((one for one in both if _has_text(one)), next(iter(both), None))
        for one in both:
            if one is not chosen:
                both.remove(one)


def _has_text(element: Element) -> bool:
    return next(element.iter("{*}t"), None) is not None


def _changes(root: Element) -> Iterator[TakenOut]:
    """Take out what tracked changes deleted or moved away, table rows and cells too."""
    for changed in list(root.iter("{*}del", "{*}moveFrom", "{*}cellDel")):
        parent = changed.getparent()
        name, place = local(changed), "" if parent is None else local(parent)
        if place not in PROPERTIES and name in CHANGES:
            yield _take_out(changed, CHANGES[name])
        elif parent is not None and place in {"trPr", "tcPr"} and (whole := parent.getparent()) is not None:
            yield _take_out(whole, DELETED)


def _remove_field_codes(root: Element) -> None:
    """Empty the texts in the codes of fields: a field inside a code has its result there, which is not printed."""
    states: list[list[Element]] = []  # of each open field the texts of its code
    closed: list[bool] = []
    for element in root.iter("{*}fldChar", "{*}t"):
        if local(element) == "t":
            if states and not all(closed):
                states[closed.index(False)].append(element)
            continue
        match attribute(element, "fldCharType"):
            case "begin" if len(states) < 100:
                states.append([])
                closed.append(False)
            case "separate" if states:
                closed[-1] = True
            case "end" if states:
                for text in states.pop():
                    text.text = ""
                closed.pop()


def _may_hide(parts: Iterable[Element | None]) -> bool:
    """Return whether anything is hidden, white or tiny; most files have nothing, which is soon known."""
    for part in parts:
        for element in part.iter("{*}vanish", "{*}hidden", "{*}color", "{*}sz") if part is not None else ():
            value = attribute(element, "val")
            match local(element):
                case "color":
                    found = value.upper() == "FFFFFF"
                case "sz":
                    found = Shown(size=value).is_tiny
                case _:
                    found = True
            if found:
                return True
    return False


def _hidden(root: Element, styles: RunStyles, most: int | None) -> Iterator[TakenOut]:
    """Take out hidden rows and hidden runs; the text of neighbouring ones together."""
    for mark in list(root.iter("{*}hidden")):
        properties = mark.getparent()
        if properties is not None and local(properties) == "trPr" and is_on(mark):
            row = properties.getparent()
            if row is not None:
                yield _take_out(row, HIDDEN_ROW)
    shaded = _shaded_paragraphs(root)
    for paragraph in list(islice(root.iter("{*}p"), most)):
        shown = styles.of_paragraph(child(paragraph, "pPr"))
        if paragraph in shaded:
            shown = shown._replace(shaded=True)
        marked = [(run, _why_hidden(styles.of_run(child(run, "rPr"), shown))) for run in _runs(paragraph)]
        for why, group in groupby(marked, key=lambda pair: pair[1]):
            if why:
                texts = [_take_out(run, why).text for run, _ in group]
                yield TakenOut(" ".join(filter(None, texts)), why)


def _why_hidden(shown: Shown) -> str:
    if shown.hidden:
        return HIDDEN
    return WHITE if shown.is_white else TINY if shown.is_tiny else ""


def _shaded_paragraphs(root: Element) -> set[Element]:
    """Return the paragraphs in tables and boxes that have, or may have, a background; all of them on coloured paper."""
    if next(root.iter("{*}background"), None) is not None:
        return set(root.iter("{*}p"))
    found: set[Element] = set()
    for box in root.iter("{*}txbxContent", "{*}tbl", "{*}tc"):
        properties = child(box, "tblPr" if local(box) == "tbl" else "tcPr")
        is_styled = attribute(child(properties, "tblStyle"), "val") not in {"", "TableGrid", "TableNormal"}
        is_new = next(box.iter("{*}p"), None) not in found  # else all that is inside was found before
        if is_new and (local(box) == "txbxContent" or is_styled or is_shaded(properties)):
            found.update(box.iter("{*}p"))
    return found


def _runs(element: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, without those of its boxes."""
    for inner in element:
        name = local(inner)
        if name == "r":
            yield inner
        elif name not in PROPERTIES:
            yield from _runs(inner)


def _placeholders(root: Element) -> Iterator[TakenOut]:
    """Take out the text that shows where something is to be filled in."""
    for shown in list(root.iter("{*}showingPlcHdr")):
        properties = shown.getparent()
        control = properties.getparent() if properties is not None and is_on(shown) else None
        content = child(control, "sdtContent")
        if content is not None:
            styled = [run for run in content.iter("{*}r") if child(run, "rPr", "rStyle") is not None]
            yield from (_take_out(run, PLACEHOLDER) for run in styled)


def _join_paragraphs(root: Element) -> None:
    """Join each paragraph whose end is deleted or hidden with the next one, as paper shows them."""
    marks = root.iter("{*}vanish", "{*}del", "{*}moveFrom")
    ends = {paragraph for mark in marks if (paragraph := _of_end(mark)) is not None}
    for paragraph in ends:
        before = paragraph.getprevious()
        if before is not None and before in ends:
            continue  # joined with the first one of them
        pieces, last = list[Element](), paragraph
        while last in ends and (following := last.getnext()) is not None and local(following) == "p":
            pieces.extend(inner for inner in last if local(inner) != "pPr")
            parent = last.getparent()
            if parent is not None:
                parent.remove(last)
            last = following
        own = [inner for inner in last if local(inner) != "pPr"]
        if last is not paragraph:
            last.extend((*pieces, *own))


def _of_end(mark: Element) -> Element | None:
    """Return the paragraph whose end a mark deletes or hides; None for any other mark."""
    run = mark.getparent()
    properties = None if run is None or local(run) != "rPr" else run.getparent()
    if properties is None or local(properties) != "pPr" or (local(mark) == "vanish" and not is_on(mark)):
        return None
    return properties.getparent()
