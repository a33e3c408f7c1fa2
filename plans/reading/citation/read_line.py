"""Reads the documents that a line of text names.

Three steps: heads (type and number) are found; each gets the date and the body named after or before it; then each
gets its subject, which ends where another document, a sentence or a remark begins.
"""

import re

from pbgdpl.lib.remembering import remembered
from plans.reading.citation.documents_of_line import Draft, find_drafts
from plans.reading.citation.next_document import Split, ends_subject, split_before
from plans.reading.citation.references import Line, read_line
from plans.reading.citation.sentence import Citation
from plans.reading.citation.subject_limits import LONGEST, Stops, find_stops
from plans.reading.citation.subjects import date_at_end, issuer_at_end, subject_text

LEGAL_BASIS = re.compile(r"[\W_]*(?:Căn cứ|Xét|Theo đề nghị)")


def read_documents(line: str) -> tuple[Citation, ...]:
    """Return every document that a line names, in order, including those named in another's subject."""
    return _read(line)[0]


def read_citation(line: str) -> Citation | None:
    """Return the document that a list item begins with, or None.

    The inverse of `citation_sentence`.
    """
    citations, opens = _read(line)
    return citations[0] if opens else None


@remembered
def _read(line: str) -> tuple[tuple[Citation, ...], bool]:
    """Return the documents that a line names, and whether it begins with the first of them."""
    read = read_line(line)
    drafts = find_drafts(read)
    return _citations(read, drafts), bool(drafts) and drafts[0].head.start <= read.bullet_end


def _citations(line: Line, drafts: list[Draft]) -> tuple[Citation, ...]:
    splits = [split_before(line, draft.head) for draft in drafts]
    stops = find_stops(line, in_running_text=_is_running(line, drafts))
    limits = [_next_split(line, drafts, splits, index) for index in range(len(drafts))]
    return tuple(_citation(line, draft, stops, limit) for draft, limit in zip(drafts, limits, strict=True))


def _is_running(line: Line, drafts: list[Draft]) -> bool:
    """Return whether the documents are part of a longer sentence; a legal basis ("Căn cứ …;") is not one."""
    opens = not drafts or drafts[0].head.start <= line.bullet_end
    return not opens and not (LEGAL_BASIS.match(line.text) and line.text.endswith(";"))


def _next_split(line: Line, drafts: list[Draft], splits: list[Split | None], index: int) -> int:
    """Return the place of the split before the next document that the subject does not itself name."""
    start = drafts[index].subject_from
    if start is None:
        return len(line.text)
    for place in range(index + 1, len(drafts)):
        draft, before, split = drafts[place], drafts[place - 1], splits[place]
        if draft.head.start > start + LONGEST:
            break
        known = (before.head, before.tail, before.subject_from is not None)
        if split and split.place > start and ends_subject(line, split, start, known, draft.tail):
            return split.place
    return len(line.text)


def _citation(line: Line, draft: Draft, stops: Stops, limit: int) -> Citation:
    issued, body, subject = draft.issued, draft.body, draft.head.name
    if (start := draft.subject_from) is not None:
        subject = subject_text(line, start, stops, limit)
        if issued is None and (dated := date_at_end(subject)):
            subject, issued = dated
        if body is None and (issued_by := issuer_at_end(line, subject, start)):
            subject, body = issued_by
    return Citation(
        kind=draft.head.kind,
        kind_as_written=draft.head.kind_as_written,
        number=draft.head.number_text,
        issued_on=issued.day if issued else None,
        issuing_body=body.name if body else None,
        subject=subject or None,
    )
