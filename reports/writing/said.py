"""What the bodies said on the subject of a section, as the page of the province's report offers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.remembering import made_last
from pbgdpl.lib.vietnamese import clean_line, fold, without_province
from reports.comparing.version_parts import anchor_of
from reports.models import PeriodKey, Section
from reports.received.accepted import AcceptedReport, accepted_reports, address_of_version
from reports.received.matching import matching_parts
from reports.received.pieces import attributed, is_attributed, marked, pieces_of
from reports.received.taken_over import Remaining, TakenWords, remaining

LONGEST_SEARCH = 200
BODIES_A_PAGE = 10
MOST_PIECES = 20  # of one body
BYTES_OF_PLACES = 200  # of one body in memory


@dataclass(frozen=True, slots=True)
class SaidFilters:
    """What the panel shows: ?loi=, ?nhom=, ?trang=; unknown values are ignored."""

    words: str = ""
    group: BodyGroup | None = None
    page: str = ""

    @classmethod
    def read(cls, params: Mapping[str, str]) -> SaidFilters:
        """Return what an address asks for, or a form with `look`, a page, and `shown`, the list that stood beside it.

        A page of the list that was shown is no page of another one.
        """
        asked = cls(
            clean_line(params.get("loi", "")[:LONGEST_SEARCH]),
            next((one for one in BodyGroup if one.value == params.get("nhom")), None),
        )
        if params.get("shown", asked.narrowing) != asked.narrowing:
            return asked
        return replace(asked, page=params.get("look") or params.get("trang", ""))

    @property
    def narrowing(self) -> str:
        """Return which list it is, whatever its page: "loi=mo+hinh&nhom=commune"."""
        return _query(loi=self.words, nhom=self.group.value if self.group else "")

    @property
    def query(self) -> str:
        """Return the end of the page's address: "?loi=mo+hinh&trang=2", "" if nothing is asked for."""
        page = self.page[:5] if self.page.isdecimal() and self.page != "1" else ""
        asked = "&".join(filter(None, (self.narrowing, _query(trang=page))))
        return asked and f"?{asked}"

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.group)

    @property
    def sought(self) -> list[str]:
        return fold(self.words).split()


def _query(**asked: str) -> str:
    return urlencode({name: one for name, one in asked.items() if one})


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of an accepted report; `part` and `index` say where in it."""

    source: AcceptedReport
    part: int
    index: int
    words: str

    @property
    def key(self) -> str:
        return f"{self.source.submission}-{self.part}-{self.index}"

    @property
    def text(self) -> str:
        """Return the piece as it is taken over: with its body in brackets."""
        return attributed(self.words, self.source.organisation.name)

    def standing_in(self, text: str, taken: Sequence[TakenWords]) -> tuple[str, int] | None:
        """Return the words in which it stands in a text, and their version, None if it does not.

        What was taken over from its body is known whatever that was called then; else it is known by its words, unless
        they were taken from another body.
        """
        source = self.source
        own = [one for one in taken if one.report == source.report and is_attributed(one.text, self.words)]
        for one in sorted(own, key=lambda one: one.version, reverse=True):
            if remaining(one.text, text) is Remaining.KEPT:
                return one.text, one.version
        if remaining(self.text, text) is not Remaining.KEPT or any(one.text == self.text for one in taken):
            return None
        return self.text, source.version


@dataclass(frozen=True, slots=True)
class ShownPiece:
    key: str
    runs: tuple[tuple[str, bool], ...]  # of its words, each with whether it was searched for
    taken_from: int | None  # the version, where it stands in the section


@dataclass(frozen=True, slots=True)
class ShownPart:
    heading: str
    url: str  # of the part of the accepted version
    pieces: tuple[ShownPiece, ...]


@dataclass(frozen=True, slots=True)
class ShownBody:
    submission: int  # the pk of the accepted version
    name: str
    version: int
    url: str
    parts: tuple[ShownPart, ...]
    more: int  # pieces that are not shown


@dataclass(frozen=True, slots=True)
class SaidBeside:
    """One page of the bodies that said something, how many there are, and how many reports are accepted."""

    filters: SaidFilters
    groups: tuple[BodyGroup, ...]  # those of the accepted reports
    bodies: tuple[ShownBody, ...]
    count: int
    accepted: int
    page: int
    pages: range


def said_beside(
    section: Section,
    organisation: Organisation,
    key: PeriodKey,
    asked: SaidFilters,
    taken: Sequence[TakenWords],
) -> SaidBeside:
    """Return a page of what the bodies said on the subject of a section, into which words were taken over.

    It takes as many queries for any number of bodies.
    """
    reports = accepted_reports(organisation, key)
    places = _places(section, organisation, key, reports)
    wanted = [one for one in reports if asked.group in (None, one.organisation.group)]
    found = [one for one in wanted if any(True for _ in _said(one, places[one.submission], asked.sought))]
    page = Paginator(found, BODIES_A_PAGE).get_page(asked.page or 1)
    return SaidBeside(
        filters=asked,
        groups=tuple(dict.fromkeys(BodyGroup(one.organisation.group) for one in reports)),
        bodies=tuple(
            _shown(tuple(_said(one, places[one.submission], asked.sought)), section, taken, asked.sought)
            for one in page
        ),
        count=len(found),
        accepted=len(reports),
        page=page.number,
        pages=page.paginator.page_range,
    )


def _places(
    section: Section, organisation: Organisation, key: PeriodKey, reports: tuple[AcceptedReport, ...]
) -> Mapping[int, tuple[int, ...]]:
    """Return the places of the parts that belong to a section by the pk of the submission, kept while none changes."""
    asked = section.heading, section.collects
    return made_last(
        ("places", organisation.pk, key, *asked),
        reports,
        lambda _: {one.submission: matching_parts(one.parts, *asked) for one in reports},
        lambda found: BYTES_OF_PLACES * len(found),
    )


def said_at(key: str, organisation: Organisation, period: PeriodKey) -> Said | None:
    """Return the piece of a report that the organisation accepted by its key, None if there is none."""
    if not (numbers := _numbers(key)):
        return None
    submission, part, index = numbers
    source = next(
        (one for one in accepted_reports(organisation, period) if one.submission == submission), None
    )
    if source is None or part >= len(source.parts):
        return None
    pieces = pieces_of(source.parts[part][1])
    return Said(source, part, index, pieces[index]) if index < len(pieces) else None


def _numbers(key: str) -> list[int]:
    """Return the three numbers of a key, none if it is not one."""
    numbers = [int(one) for one in key.split("-") if one.isascii() and one.isdecimal() and len(one) < 19]
    return numbers if len(numbers) == 3 and key.count("-") == 2 else []


def _said(source: AcceptedReport, places: Sequence[int], sought: Sequence[str]) -> Iterator[Said]:
    """Yield the pieces of the matching parts that have every word sought; a body's name counts among its words."""
    name = fold(source.organisation.name)
    for part in places:
        for index, words in enumerate(pieces_of(source.parts[part][1])):
            if not sought or all(word in name or word in fold(words) for word in sought):
                yield Said(source, part, index, words)


def _shown(
    every: Sequence[Said], section: Section, taken: Sequence[TakenWords], sought: Sequence[str]
) -> ShownBody:
    source, shown = every[0].source, every[:MOST_PIECES]
    url = address_of_version(section.report.period, source.report, source.version)
    return ShownBody(
        submission=source.submission,
        name=without_province(source.organisation.name),
        version=source.version,
        url=url,
        parts=tuple(
            ShownPart(
                source.parts[part][0],
                f"{url}#{anchor_of(str(part))}",
                tuple(_piece(one, section.body, taken, sought) for one in shown if one.part == part),
            )
            for part in dict.fromkeys(one.part for one in shown)
        ),
        more=len(every) - len(shown),
    )


def _piece(said: Said, text: str, taken: Sequence[TakenWords], sought: Sequence[str]) -> ShownPiece:
    found = said.standing_in(text, taken)
    return ShownPiece(said.key, marked(said.words, sought), found[1] if found else None)
