"""What is doubtful in a line that was read, in words for the person who pasted it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from events.models import Event
from plans.models import Directive, OfficialDocument
from plans.reading import Citation, read_documents
from reports.intake.line_rows import LineReader

NOT_READ = "Không nhận ra văn bản hay hoạt động; cả dòng được giữ nguyên."
LEADS_IN = "Có vẻ là lời dẫn, không phải một dòng của danh sách; bỏ dấu “Bỏ qua” để giữ."
MOST_NAMED = 5


def unread_doubt(text: str, *, leads_in: bool) -> str:
    if leads_in:
        return LEADS_IN
    if named := _names([citation for citation in read_documents(text) if citation.number]):
        return f"Dòng nêu {named} nhưng không mở đầu bằng một văn bản; cả dòng được giữ nguyên."
    return NOT_READ


def doubts_of(
    text: str, row: OfficialDocument | Event, reader: LineReader, *, is_told: bool
) -> Iterator[str]:
    """Yield what is doubtful besides cells that are empty; `is_told`: something else tells whose the document is."""
    if isinstance(row, Event):
        return
    first, *others = read_documents(text)
    if not is_told and reader.is_own(first) is None:
        listed = "Văn bản chỉ đạo" if isinstance(row, Directive) else "Kế hoạch, văn bản"
        yield f"Không rõ văn bản của đơn vị hay của cấp trên; đang ghi vào {listed}."
    if named := _names([other for other in others if _stands_apart(other, first)]):
        yield f"Dòng còn nêu {named}; nếu cần, thêm riêng văn bản đó."


def _names(citations: Sequence[Citation]) -> str:
    named = [f"{one.kind_as_written or one.kind.label} số {one.number}" for one in citations[:MOST_NAMED]]
    return "; ".join([*named, "…"] if len(citations) > MOST_NAMED else named)


def _stands_apart(other: Citation, first: Citation) -> bool:
    """Return whether a document is cited beside the first one, not by its subject."""
    subject = "".join((first.subject or "").split())
    return (
        other.number is not None and other.number not in (first.number or "") and other.number not in subject
    )
