"""Reads number, date, issuing body, kind and subject from the first page of an official document.

The layout follows Decree 30/2020 (Appendix I), but the lines may have both columns of the letterhead on one line, come
in another order, or split a name over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from pbgdpl.lib.vietnamese import clean_line
from plans.kinds import DocumentKind
from plans.reading.citation.kind_names import LAWS
from plans.reading.paper.arrival_stamp import without_arrival_stamp
from plans.reading.paper.country import without_country
from plans.reading.paper.kind import PaperTitle, title_of
from plans.reading.paper.letterhead import NUMBER_LINE, Letterhead, read_letterhead
from plans.reading.paper.names import body_name
from plans.reading.paper.subject import law_name, printed_subject, subject_lines

LINES_TO_SEARCH = 60
# The year on a line of its own
CUT_YEAR = re.compile(r"(ngày\s\d+\stháng\s\d+\snăm)[^\S\n]*\n\s*(\d{4})(?!\d)")
ADDRESSEES = re.compile(r"\W*Kính gửi\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paper:
    """The values of a first page; missing ones are empty or None.

    `kind_as_written` is empty if it is the kind's own name. `subject` includes its connective.
    """

    kind: DocumentKind | None = None
    kind_as_written: str = ""
    number: str = ""
    issued_on: date | None = None
    issuing_body: str = ""
    subject: str = ""

    @property
    def value_count(self) -> int:
        """Return how many of the values were found."""
        return sum(map(bool, (self.kind, self.number, self.issued_on, self.issuing_body, self.subject)))


def read_paper(lines: Sequence[str]) -> Paper:
    """Return the values of a first page from its lines, with columns separated by tabs or spaces."""
    lines = without_arrival_stamp(lines[:LINES_TO_SEARCH])
    lines = CUT_YEAR.sub(r"\1 \2", "\n".join(without_country(lines))).split("\n")
    for at, line in enumerate(lines):
        title = title_of(clean_line(line))
        if title and (title.kind not in LAWS or any(map(NUMBER_LINE.search, lines[:at]))):
            return _titled(lines, at, title)
        if ADDRESSEES.match(line):
            return _letter(read_letterhead(lines[:at]))
    return Paper()


def _titled(lines: list[str], at: int, title: PaperTitle) -> Paper:
    head = read_letterhead(lines[:at], lines[at + 1 :])
    subject = [*([title.rest] if title.rest else []), *subject_lines(lines[at + 1 :], after=title.rest)]
    return Paper(
        kind=title.kind,
        kind_as_written=title.as_written,
        number=head.number,
        issued_on=head.issued_on,
        issuing_body=body_name(head.body),
        subject=law_name(" ".join(subject)) if title.kind in LAWS else printed_subject(" ".join(subject)),
    )


def _letter(head: Letterhead) -> Paper:
    """Return the values of an official letter, which has no title and its subject below the number."""
    if not (head.number or head.subject):
        return Paper()
    return Paper(
        kind=head.kind or DocumentKind.OFFICIAL_LETTER,
        number=head.number,
        issued_on=head.issued_on,
        issuing_body=body_name(head.body),
        subject=printed_subject(" ".join(head.subject)),
    )


def together(papers: Sequence[Paper]) -> Paper:
    """Return the most complete of several readings of one page, with missing values taken from the others."""
    fullest, *others = sorted(papers, key=lambda paper: paper.value_count, reverse=True)
    for other in others:
        lacking = {
            one.name: getattr(other, one.name) for one in fields(Paper) if not getattr(fullest, one.name)
        }
        fullest = replace(fullest, **lacking)
    return fullest
