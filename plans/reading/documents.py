"""A line of text becomes the documents that it names.

Three steps: heads (type and number) are found; each takes its date and body from what follows or precedes it;
then each takes its subject, which ends where another document, a sentence or a remark begins.
"""

from pbgdpl.lib.vietnamese import clean_line
from plans.reading.citation import Citation, says_no_more
from plans.reading.drafts import Draft, find_drafts
from plans.reading.heads import Line, read_line
from plans.reading.splits import ends_subject, split_before
from plans.reading.stops import LONGEST, Stops, find_stops
from plans.reading.subjects import subject_text


def read_documents(line: str) -> tuple[Citation, ...]:
    """Return every document that a line names, in order, those named by another's subject too."""
    return _documents(read_line(clean_line(line)))


def read_citation(line: str) -> Citation | None:
    """Return the document that a list item is about, None where it does not begin with one.

    The inverse of `citation_sentence`.
    """
    read = read_line(clean_line(line))
    first = next(iter(_documents(read)), None)
    return first if first and first.start == read.bullet_end else None


def _documents(line: Line) -> tuple[Citation, ...]:
    drafts = find_drafts(line)
    stops = find_stops(line)
    return tuple(_citation(line, drafts, index, stops) for index in range(len(drafts)))


def _citation(line: Line, drafts: list[Draft], index: int, stops: Stops) -> Citation:
    draft = drafts[index]
    subject, end = draft.head.name, draft.tail.end
    if draft.subject_from is not None:
        running = drafts[0].head.start > line.bullet_end
        limit = _next_split(line, drafts, index, draft.subject_from)
        subject, end = subject_text(line, draft.subject_from, stops, limit, in_running_text=running)
    citation = Citation(
        kind=draft.head.kind,
        kind_as_written=draft.head.kind_as_written,
        number=draft.head.number_text,
        issued_on=draft.issued.day if draft.issued else None,
        issuing_body=draft.body.name if draft.body else None,
        subject=subject or None,
        start=draft.head.start,
        end=end,
    )
    return citation


def _next_split(line: Line, drafts: list[Draft], index: int, start: int) -> int:
    """Return where the next document that the subject does not itself name parts from it."""
    for place in range(index + 1, len(drafts)):
        head = drafts[place].head
        if head.start > start + LONGEST:
            break
        split = split_before(line, head) if head.start > start else None
        before = drafts[place - 1]
        known = (before.head, before.tail, before.subject_from is not None)
        if split and split.place > start and ends_subject(line, split, start, known, drafts[place].tail):
            return split.place
    return len(line.text)
