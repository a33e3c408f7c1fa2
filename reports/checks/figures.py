"""Rules about figures in texts: marks that print none, and numbers typed by hand that differ from the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from pbgdpl.lib.vietnamese import thousands
from reports.checks.draft import Draft
from reports.checks.findings import MOST_UNREAD, Finding, Part, Place, Rule, Severity, clipped, times
from reports.checks.passages import Origin
from reports.checks.repairs import Repair
from reports.checks.stored import StoredText, stored_texts
from reports.checks.typed_figures import TypedFigure, typed_figures
from reports.compiling.figures.marks import MARK, marks_in, read_mark, unread_listings, unread_marks
from reports.compiling.figures.names import nearest
from reports.compiling.figures.wording import official_number
from reports.compiling.listings import OF_PROVINCE, read_choice
from reports.document.typed import listings

UNREAD_FIGURE = Rule(
    "unread-figure",
    Severity.WARNING,
    "Tên số liệu không đọc được",
    "Tên số liệu viết sai thì bản in giữ nguyên chữ trong ngoặc vuông.",
)
NO_FIGURE = Rule(
    "no-figure",
    Severity.WARNING,
    "Số liệu trong lời chưa có",
    "Chỗ này in “(chưa có số liệu)” cho đến khi dữ liệu có số.",
)
TYPED_FIGURE = Rule(
    "typed-figure",
    Severity.WARNING,
    "Số gõ tay khác số của dữ liệu",
    "Số trong lời, trong biểu và trong danh mục phải là một; số chèn từ dữ liệu luôn khớp.",
)
AS_TYPED = "in như đã gõ: tiêu đề và nơi nhận không in số liệu, danh mục. Bỏ ngoặc vuông, hoặc đưa vào lời."
NO_LISTING = "in như đã gõ: ở đây không in danh mục. Đưa danh mục vào một mục hoặc phụ lục."
ELSEWHERE = "là danh mục của báo cáo toàn tỉnh, ở báo cáo này không in. Bỏ dòng này, hoặc chọn danh mục khác."
WITHOUT_LISTINGS = ("closing", "text")  # fields in which only figures are printed


def unread_figure(draft: Draft) -> Iterator[Finding]:
    """Yield the brackets that are printed as typed: they name nothing, or nothing is printed where they stand."""
    for stored in _texts(draft):
        unread = dict(_unread(stored, draft.is_of_province))
        counts = Counter(found[1] for found in MARK.finditer(stored.text)) if unread else Counter[str]()
        for words, why in islice(unread.items(), MOST_UNREAD):
            because = why or _why_unread(words, is_of_province=draft.is_of_province)
            text = f"“[[{clipped(words)}]]”{times(counts[words])} ({stored.where}) {because}"
            yield UNREAD_FIGURE.finds(text, _place(draft, stored, words), stored.key, words)
        if (more := len(unread) - MOST_UNREAD) > 0:
            text = f"Còn {thousands(more)} tên khác ({stored.where}) in như đã gõ. Sửa những tên trên trước."
            yield UNREAD_FIGURE.finds(text, _place(draft, stored, ""), stored.key)
    for passage in draft.passages:
        if passage.origin in (Origin.TITLE, Origin.NAME):
            for words in dict.fromkeys(found[1] for found in MARK.finditer(passage.text)):
                text = f"“[[{clipped(words)}]]” ({passage.where}) {AS_TYPED}"
                same = passage.place.part, passage.place.pks, passage.place.field, words
                yield UNREAD_FIGURE.finds(text, passage.with_line, *same)


def _unread(stored: StoredText, is_of_province: bool) -> Iterator[tuple[str, str]]:
    """Yield what stands in brackets and is printed as typed, with why where it is no misspelt name.

    `unread_listing` finds lines of sections.
    """
    for words in unread_marks(stored.text):
        yield words, ""
    if stored.part is not Part.SECTION:
        for words in unread_listings(stored.text, is_of_province=is_of_province):
            yield words, ""
    if stored.field in WITHOUT_LISTINGS:
        for words in (listing.name for listing in listings(stored.text)):
            if read_choice(words) and not read_mark(words):
                yield words, NO_LISTING


def _why_unread(words: str, *, is_of_province: bool) -> str:
    choice = read_choice(words)
    if choice and choice.name in OF_PROVINCE and not is_of_province:
        return ELSEWHERE
    if choice:
        return "là tên danh mục, chỉ in được khi đứng riêng một dòng. Đưa xuống một dòng riêng."
    like = nearest(words, is_of_province=is_of_province)
    advice = f"Có phải “[[{like}]]”?" if like else "Chọn một tên trong danh sách số liệu."
    return f"không phải tên số liệu nào. {advice}"


def figure_without_number(draft: Draft) -> Iterator[Finding]:
    for stored in _texts(draft):
        values = ((words, draft.figures.values[mark]) for words, mark in marks_in(stored.text))
        for words, value in islice((one for one in values if one[1].reason), MOST_UNREAD):
            why = f"{value.reason}. {value.way_out}"
            text = f"“[[{clipped(words)}]]” ({stored.where}) chưa in được số: {why}"
            yield NO_FIGURE.finds(text, _place(draft, stored, words), stored.key, words)


def typed_figure(draft: Draft) -> Iterator[Finding]:
    for passage in draft.passages:
        if passage.origin is Origin.PROSE:
            for one, number in different_figures(draft, passage.text):
                text = (
                    f"“{one.words}” ({passage.where}) khác số của dữ liệu: {official_number(number)}. "
                    f"Dùng số của dữ liệu “[[{one.mark}]]”, hoặc bổ sung các dòng còn thiếu."
                )
                same = passage.place.part, passage.place.pks, passage.place.field, one.words
                yield TYPED_FIGURE.finds(text, passage.with_line, *same)


def different_figures(draft: Draft, line: str) -> Iterator[tuple[TypedFigure, int]]:
    """Yield the typed figures of a printed line that differ from the data, each with what the data says."""
    if not draft.figures.known:
        return
    for one in typed_figures(line, draft.report.period, draft.is_of_province):
        known = draft.figures.known.get(one.mark)
        if known and one.number not in known.explained:
            yield one, known.number


def from_data(draft: Draft, line: str) -> Iterator[Repair]:
    """Yield a repair for each typed figure that differs: the mark in place of the number."""
    for one, _ in different_figures(draft, line):
        yield Repair(one.words, one.start, one.end, f"[[{one.mark}]]")


def _texts(draft: Draft) -> Iterator[StoredText]:
    every = stored_texts(draft.report, draft.sections, draft.assessments, draft.annexes, ())
    return (stored for stored in every if stored.prints_figures)


def _place(draft: Draft, stored: StoredText, words: str) -> Place:
    line = f"[[{words}]]" if words else ""
    match stored.part:
        case Part.REPORT:
            return Place(Part.REPORT, field=stored.field, line=line)
        case Part.SECTION:
            return Place(Part.SECTION, (stored.pk,), line=line, section=stored.pk)
        case Part.CRITERION:
            section = draft.listed_in.get(Part.CRITERION)
            return Place(Part.CRITERION, (stored.pk,), "text", line, section)
        case _:
            return Place(stored.part, (stored.pk,), line=line)
