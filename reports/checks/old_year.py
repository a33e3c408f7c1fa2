"""The rule about texts of an earlier report that still name its years."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped
from reports.checks.marked import MarkedText
from reports.checks.passages import Origin
from reports.year_mentions import YearMark, left_over

OLD_YEAR = Rule(
    "old-year",
    Severity.WARNING,
    "Còn năm cũ trong lời văn",
    "Lời lấy từ báo cáo năm trước phải sửa năm; so sánh với năm trước là bình thường.",
)


def old_year(draft: Draft) -> Iterator[Finding]:
    year = draft.report.reporting_year
    for passage in draft.passages:
        if passage.origin is Origin.TITLE and passage.place.part is not Part.REPORT:
            for words in dict.fromkeys(clipped(words) for _, words in left_over(passage.text, year)):
                same = passage.place.part, passage.place.pks, passage.place.field, words
                yield OLD_YEAR.finds(_left(words, passage.where, year), passage.with_line, *same)
    for marked in draft.marked:
        for mark in marked.marks:
            yield finding_of(mark, marked, year)


def finding_of(mark: YearMark, marked: MarkedText, year: int) -> Finding:
    """Return the finding about a mark in the report on `year`; its key is the same as long as the sentence is."""
    words = clipped(mark.words)
    place, where = marked.place, marked.where
    match mark.is_carried, mark.is_sure:
        case True, True:
            text = f"“{words}” ({where}) còn theo báo cáo năm trước; trong báo cáo năm {year} là {mark.new_year}."
        case True, False:
            text = f"“{words}” ({where}) lấy từ báo cáo năm trước. Xem lại có phải sửa thành {mark.new_year} không."
        case _:
            text = _left(words, where, year)
    line = Place(place.part, place.pks, place.field, mark.sentence.words, place.section)
    return OLD_YEAR.finds(text, line, place.part, place.pks, place.field, mark.year, *mark.identity)


def _left(words: str, where: str, year: int) -> str:
    return f"“{words}” ({where}) nhắc năm cũ trong báo cáo năm {year}. Sửa năm nếu là lời của năm trước."
