"""The listings of what the bodies of a province reported (`[[đơn vị đã báo cáo]]`) as blocks of its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import assert_never

from django.utils.formats import date_format

from pbgdpl.lib.remembering import made_of
from pbgdpl.lib.vietnamese import clean_line
from plans.kinds import DocumentKind
from reports.compiling.bullets import joined
from reports.compiling.criteria_table import criteria_table, table_cell
from reports.compiling.listings import ListingChoice, choices_in, write_choice
from reports.document.tree import Block, BulletList, Paragraph, Table
from reports.document.typed import BULLET, POINT
from reports.models import Report
from reports.received.accepted import AcceptedReport, accepted_reports, digest_of_accepted
from reports.received.criteria import criterion_results
from reports.received.documents import OfBody, documents, documents_by_kind, examples
from reports.received.listings import COLLECTED, Collected
from reports.received.proposals import Proposal, proposals
from reports.received.standing import Standing, digest_of_standings, standings
from reports.states import ReportState

EVERY_BODY_REPORTED = "Các đơn vị đều đã có báo cáo được tiếp nhận."
# The state of a report that is not accepted, as the paper says it.
STATES = {
    ReportState.NOT_STARTED: "chưa bắt đầu",
    ReportState.DRAFTING: "đang soạn",
    ReportState.SUBMITTED: "đã nộp, chưa được tiếp nhận",
    ReportState.RETURNED: "bị trả lại để sửa",
    ReportState.REOPENED: "được mở lại để sửa",
}


@dataclass(frozen=True, slots=True)
class Entries:
    """What a listing prints, and how many things it lists: documents, bodies, criteria, proposals."""

    blocks: tuple[Block, ...]
    count: int
    unlisted: int = 0  # accepted reports of which nothing is stored to be listed


class CollectedListings:
    """What these listings print in a report, each loaded when it is asked for first and kept by its digest."""

    def __init__(self, report: Report, texts: Iterable[str] | None = None) -> None:
        """Load all that the texts name, if they are given."""
        self.report = report
        self.loaded: dict[ListingChoice, Entries] = {}
        self.digests: dict[str, str] = {}  # of what was loaded, by the words of the listings
        if texts is not None and self.is_offered:
            self.loaded = {choice: self._entries(choice) for text in texts for choice in collected_in(text)}

    @cached_property
    def is_offered(self) -> bool:
        """Return whether the report is that of a province, which alone prints these listings."""
        return self.report.organisation.reports_for_province

    def __getitem__(self, choice: ListingChoice) -> Entries:
        if choice not in self.loaded:
            self.loaded[choice] = self._entries(choice)
        return self.loaded[choice]

    def of_group(self, choice: ListingChoice, group: str) -> Entries:
        """Return what a listing would print of the bodies of one group, of all if it is empty; not who reported."""
        return self._entries(choice, group) if group else self[choice]

    def described(self) -> tuple[bool, list[tuple[str, str]]]:
        """Return whether it prints them, and digests of what was loaded, in a fixed order."""
        return self.is_offered, sorted(self.digests.items())

    def _entries(self, choice: ListingChoice, group: str = "") -> Entries:
        name, words = Collected(choice.name), write_choice(choice)
        if name in (Collected.REPORTED, Collected.UNREPORTED):
            self.digests[words] = self._digest_of_standings.hex()
            kept = (self._digest_of_standings, words)
            return made_of(kept, lambda: _of_standings(name, self.standings))
        self.digests[words] = self._digest.hex()
        kept_as = f"{words}, {self.report.organisation.place}, {group}"
        return made_of((self._digest, kept_as), lambda: self._of_accepted(choice, group))

    def _of_accepted(self, choice: ListingChoice, group: str) -> Entries:
        reports = [one for one in self._accepted if group in ("", one.organisation.group)]
        if choice.name == Collected.PROPOSALS:
            return _proposals(self._proposed, {one.organisation.name for one in reports})
        return _of_accepted(choice, reports)

    @cached_property
    def _proposed(self) -> tuple[Proposal, ...]:
        """Return the proposals of all bodies: to compare them takes longer than all else."""
        place = str(self.report.organisation.place)
        return made_of((self._digest, f"proposals, {place}"), lambda: proposals(self._accepted, place))

    @cached_property
    def _digest(self) -> bytes:
        return digest_of_accepted(self.report.organisation, self.report.period)

    @cached_property
    def _accepted(self) -> tuple[AcceptedReport, ...]:
        return accepted_reports(self.report.organisation, self.report.period)

    @cached_property
    def _digest_of_standings(self) -> bytes:
        return digest_of_standings(self.report.organisation, self.report.period)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        return standings(self.report.organisation, self.report.period)


def collected_in(text: str) -> tuple[ListingChoice, ...]:
    """Return the listings of what the bodies reported that a text names, each once."""
    return tuple(dict.fromkeys(choice for choice in choices_in(text) if choice.name in COLLECTED))


def _of_standings(name: Collected, bodies: Iterable[Standing]) -> Entries:
    wanted = tuple(one for one in bodies if one.is_accepted == (name is Collected.REPORTED))
    printed = _reported if name is Collected.REPORTED else _unreported
    return Entries(tuple(printed(wanted)), len(wanted))


def _reported(bodies: Sequence[Standing]) -> Iterator[Block]:
    rows = (
        (str(number), table_cell(one.body), _day(one), str(one.version), one.in_time)
        for number, one in enumerate(bodies, start=1)
    )
    if bodies:
        yield Table((("STT", "Đơn vị", "Ngày nộp", "Bản", "Thời hạn"), *rows))


def _day(standing: Standing) -> str:
    return date_format(standing.submitted_on) if standing.submitted_on else ""


def _unreported(bodies: Sequence[Standing]) -> Iterator[Block]:
    groups = [(group, [*within]) for group, within in groupby(bodies, key=lambda one: one.group)]
    if not groups:
        yield Paragraph(EVERY_BODY_REPORTED)
    for group, within in groups:
        yield Paragraph("", lead=f"{group.label}:")
        yield _bullets([f"{clean_line(one.body)} ({STATES[one.state]})" for one in within])


def _of_accepted(choice: ListingChoice, reports: Sequence[AcceptedReport]) -> Entries:
    match Collected(choice.name):
        case Collected.DOCUMENTS:
            return _documents(choice, reports)
        case Collected.EXAMPLES:
            found = tuple(examples(reports))
            return Entries(tuple(joined(block for one in found for block in _written(one))), len(found))
        case Collected.CRITERIA:
            results = criterion_results(reports)
            return Entries((criteria_table(results),) if results else (), len(results))
        case Collected.PROPOSALS | Collected.REPORTED | Collected.UNREPORTED:
            raise AssertionError(choice)
        case unknown:
            assert_never(unknown)


def _proposals(found: Iterable[Proposal], bodies: set[str]) -> Entries:
    """Return the proposals that at least one of some bodies makes."""
    of_bodies = (one for one in found if not bodies.isdisjoint(one.bodies))
    lines = [f"{one.text} ({', '.join(one.bodies)})" for one in of_bodies]
    return Entries((_bullets(lines),) if lines else (), len(lines))


def _documents(choice: ListingChoice, reports: Sequence[AcceptedReport]) -> Entries:
    """Return the documents of each body in a paragraph, or in an item below each kind."""
    kinds = tuple(DocumentKind(kind) for kind in choice.kinds)
    found = tuple(documents(reports, kinds))
    count = sum(len(one.lines) for one in found)
    unlisted = sum("documents" not in one.listed for one in reports)
    if choice.grouping is None:
        paragraphs = (Paragraph(f"{_listed(one)}.", lead=f"{one.body}:") for one in found)
        return Entries(tuple(paragraphs), count, unlisted)
    of_kinds = documents_by_kind(reports, kinds or DocumentKind)
    blocks = (
        (Paragraph("", lead=f"{label}:"), _bullets([f"{one.body}: {_listed(one)}" for one in bodies]))
        for label, bodies in of_kinds
    )
    return Entries(tuple(block for pair in blocks for block in pair), count, unlisted)


def _listed(documents_of_body: OfBody) -> str:
    return "; ".join(line.rstrip(" ;.") for line in documents_of_body.lines)


def _written(text: OfBody) -> Iterator[Block]:
    """Yield what a body wrote below its name; its words are never read as marks."""
    first, *more = map(_plain, text.lines)
    if isinstance(first, Paragraph) and not POINT.fullmatch(first.text):
        yield Paragraph(first.text, lead=f"{text.body}:")
    else:
        yield Paragraph("", lead=f"{text.body}:")
        yield first
    yield from more


def _plain(line: str) -> Block:
    """Return a printed line as what it was: a bullet, or a paragraph; the cells of a table are parted by dashes."""
    words = clean_line(" – ".join(filter(None, line.split("\t"))))
    bullet = BULLET.fullmatch(words)
    return BulletList((bullet[2],), bullet[1].replace("•", "-")) if bullet else Paragraph(words)


def _bullets(lines: Sequence[str]) -> BulletList:
    """Return lines as the items of a listing, each with its mark at the end."""
    return BulletList((*(f"{line};" for line in lines[:-1]), f"{lines[-1]}."))
