"""The doubts about a line that was read, as sentences for the person who pasted it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from events.kinds import WITHOUT_PEOPLE
from events.models import Event
from events.reading import asks_for, is_planned, planned_words
from events.reading.kinds import heads_in
from events.turnout import unclear_attendance
from pbgdpl.lib.vietnamese import first_words
from pbgdpl.lib.written_dates import date_at
from plans.models import Directive, OfficialDocument
from plans.reading import Citation, read_documents
from reports.reading.line_reader import LineReader, events_in

NOT_READ = "Không nhận ra văn bản hay hoạt động; cả dòng được giữ nguyên."
HEADS_A_TABLE = "Có vẻ là dòng tiêu đề của bảng, không phải một dòng của danh sách; bỏ dấu “Bỏ qua” để giữ."
LEADS_IN = "Có vẻ là lời dẫn, không phải một dòng của danh sách; bỏ dấu “Bỏ qua” để giữ."
PLANNED = "Có vẻ là việc dự kiến, chưa tổ chức; nếu đã tổ chức, bỏ dấu “Bỏ qua” để giữ."
NOT_SURELY_HELD = "Không rõ hoạt động đã diễn ra hay mới được yêu cầu; nếu chưa diễn ra, đánh dấu “Bỏ qua”."
POLICY_OR_DRAFT = "Không rõ là chính sách hay dự thảo văn bản; đang ghi là chính sách."
VERB = re.compile(r"(?<!\w)(?:tổ chức|mở|khai mạc)(?!\w)", re.IGNORECASE)
MOST_NAMED = 5
DAY = re.compile(
    r"(?<![\w/.-])(?:ngày )?(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d))|(?<!\w)ngày (?=\d{1,2}(?:/| tháng )\d)",
    re.IGNORECASE,
)
LONGEST_WORDS = 60


def unread_doubt(text: str) -> str:
    if named := _names([citation for citation in read_documents(text) if citation.number]):
        return f"Dòng nêu {named} nhưng không mở đầu bằng một văn bản; cả dòng được giữ nguyên."
    return NOT_READ


def doubts_of(
    text: str,
    row: OfficialDocument | Event,
    reader: LineReader,
    *,
    is_owner_known: bool,
    is_only_row: bool = True,
) -> Iterator[str]:
    """Yield the doubts other than those about empty cells.

    The one about the owner is left out if `is_owner_known`, the one about further events unless this `is_only_row`.
    """
    if isinstance(row, Event):
        yield from _doubts_of_event(text, row, reader)
        if is_only_row:
            yield from _further_events(text, reader)
        return
    first, *others = read_documents(text)
    if not is_owner_known and reader.is_own(first) is None:
        listed = "Văn bản chỉ đạo" if isinstance(row, Directive) else "Kế hoạch, văn bản"
        yield f"Không rõ văn bản của đơn vị hay của cấp trên; đang ghi vào {listed}."
    if named := _names([other for other in others if _stands_apart(other, first)]):
        yield f"Dòng còn nêu {named}; nếu cần, thêm riêng văn bản đó."


def _doubts_of_event(text: str, event: Event, reader: LineReader) -> Iterator[str]:
    events = events_in(text, reader.year)
    people = "" if event.attendance is not None else unclear_attendance("", text)
    if people and event.kind not in WITHOUT_PEOPLE:
        yield f"Không rõ số người ở “{people[:LONGEST_WORDS]}”; ghi vào ô Số người, như 1.250."
    if not event.held_from and (day := _possible_day(text, event.reporting_year)):
        yield f"Không rõ “{day[:LONGEST_WORDS]}” có phải thời gian tổ chức; nếu phải, ghi vào ô Thời gian."
    if event.held_from and str(event.held_from.year) not in text:
        yield f"Dòng không ghi năm; đang đọc là {event.held}. Nếu khác, sửa ô Thời gian."
    if is_planned(text):
        yield PLANNED
    elif words := planned_words(text):
        yield f"Dòng có chữ “{words}”; nếu hoạt động chưa diễn ra, đánh dấu “Bỏ qua”."
    elif asks_for(text) or (not events and _follows_a_verb(event.name)):
        yield NOT_SURELY_HELD


def _further_events(text: str, reader: LineReader) -> Iterator[str]:
    if (count := len(events_in(text, reader.year))) > 1:
        others = "; ".join(map(_in_short, reader.events(text)[1 : 1 + MOST_NAMED]))
        yield f"Dòng kể {count} hoạt động, đang ghi hoạt động đầu. Thêm riêng: {others}."


def _follows_a_verb(name: str) -> bool:
    """Return whether a name begins with words before the event: "Đề nghị các phường mở lớp tập huấn"."""
    head = next(heads_in(name), None)
    return head is not None and VERB.search(name[: head.start]) is not None


def _in_short(event: Event) -> str:
    """Return the values of an event in a few words: "Hội thi (quý III/2025), 2 cuộc, 90 người"."""
    held = f" ({event.held})" if event.held else ""
    sessions = f", {event.sessions} cuộc" if event.sessions else ""
    people = f", {event.turnout} người" if event.turnout else ""
    return f"{first_words(event.name)}{held}{sessions}{people}"


def _possible_day(text: str, year: int) -> str:
    """Return the first date in a line that may be the event's: not of an earlier year or of a numbered document."""
    issued = {citation.issued_on for citation in read_documents(text) if citation.number} - {None}
    for found in DAY.finditer(text):
        written = date_at(text, found.end())
        if written and written.day not in issued and (written.day is None or written.day.year >= year):
            return text[found.start() : written.end]
    return ""


def _names(citations: Sequence[Citation]) -> str:
    named = [f"{one.kind_as_written or one.kind.label} số {one.number}" for one in citations[:MOST_NAMED]]
    return "; ".join([*named, "…"] if len(citations) > MOST_NAMED else named)


def _stands_apart(other: Citation, first: Citation) -> bool:
    """Return whether a document is cited beside the first one, not in the subject of it."""
    subject = "".join((first.subject or "").split())
    return (
        other.number is not None and other.number not in (first.number or "") and other.number not in subject
    )
