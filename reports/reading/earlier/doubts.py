"""The doubts about a row that was read from an earlier report, beside that it is stored already."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import capfirst

from accounts.rows import YearRow
from accounts.rows.doubts import date_doubts
from events.models import Event
from plans.gaps import CITED_BY_NAME, UNDATED, WITHOUT_NUMBER
from plans.kinds import DocumentKind
from plans.models import Directive, OfficialDocument
from plans.reading import Citation
from reports.reading.line_reader import LineReader
from reports.reading.pasted.doubts import doubts_of

UNCLEAR_OWNER = "Không rõ văn bản của đơn vị hay của cấp trên; đang ghi vào {listed}."


def doubts_of_row(row: YearRow, text: str, reader: LineReader) -> Iterator[str]:
    """Yield the doubts as sentences; `text` is the line or the paragraph that names the row."""
    if isinstance(row, Event):
        yield from doubts_of(text, row, reader, is_owner_known=True, is_only_row=False)
    elif isinstance(row, OfficialDocument):
        yield from _doubts_of_document(row, reader)
    if row.in_report or isinstance(row, Event):
        yield from (one.text for one in date_doubts(row, field=row.dated_by, is_for_next_year=False))


def _doubts_of_document(row: OfficialDocument, reader: LineReader) -> Iterator[str]:
    kind, number, body = DocumentKind(row.kind), row.number or None, row.issuing_body or None
    citation = Citation(kind, row.kind_as_written, number, row.issued_on, body, row.subject or None)
    if reader.is_own(citation) is None:
        yield UNCLEAR_OWNER.format(
            listed="Văn bản chỉ đạo" if isinstance(row, Directive) else "Kế hoạch, văn bản"
        )
    if row.in_report and row.kind not in CITED_BY_NAME and not row.wording:
        lacking = ((row.number, WITHOUT_NUMBER), (row.issued_on, UNDATED))
        if words := "; ".join(gap.words for value, gap in lacking if not value):
            yield f"{capfirst(words)}."
