"""What the mends of one draft are looked for in, read once: its stored texts, and the repairs of its printed lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from plans.reading.citation.numbers import find_numbers
from reports.checks.draft import Draft
from reports.checks.findings import Part, Place, Rule
from reports.checks.numbers import Own, documents_with_two_symbols
from reports.checks.passages import PROSE
from reports.checks.repairs import Repair
from reports.checks.stored import WITHIN, PrintedLine, StoredText, printed_lines, stored_texts

PlaceKey = tuple[Part, tuple[int, ...], str]
# A printed line with a repair in it.
LineRepair = tuple[str, Repair]
FindRepairs = Callable[[Draft, str], Iterable[Repair]]
MARK = re.compile(r"\\|(?:[-+•]|[a-zđ]{1,2}\)) ")  # at the start of a typed line; the paper prints its own


class Sources:
    """The texts of a draft. Of one draft there is one, because each part of it is read once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._repairs: dict[tuple[Rule, PlaceKey], dict[str, list[LineRepair]]] = {}

    @cached_property
    def texts(self) -> list[StoredText]:
        draft = self.draft
        return list(stored_texts(draft.report, draft.sections, draft.assessments, draft.annexes, draft.rows))

    @cached_property
    def _texts_of(self) -> Mapping[tuple[Part, tuple[int, ...]], list[PrintedText]]:
        found: defaultdict[tuple[Part, tuple[int, ...]], list[PrintedText]] = defaultdict(list)
        for stored in self.texts:
            pks = () if stored.part is Part.REPORT else (stored.pk,)
            found[stored.part, pks].append(PrintedText(stored, self.draft.figures.printed))
        return found

    @cached_property
    def _lines(self) -> Mapping[PlaceKey, dict[str, None]]:
        """Return the different lines that each place prints."""
        lines: defaultdict[PlaceKey, dict[str, None]] = defaultdict(dict)
        for passage in self.draft.passages:
            lines[_key(passage.place)][passage.text] = None
        return lines

    @cached_property
    def numbers(self) -> list[tuple[StoredText, int, int, str]]:
        """Return where the numbers of documents stand in the texts of the report, each as it is read."""
        return [
            (stored, *line.stored(number.start, number.end), number.text)
            for stored in self.texts
            if stored.part in (Part.SECTION, Part.CRITERION) or stored.field in ("body", *PROSE)
            for line in printed_lines(stored)
            for number in find_numbers(line.text)
            if number.text
        ]

    @cached_property
    def documents_with_two_symbols(self) -> list[tuple[str, date, dict[str, Own]]]:
        return list(documents_with_two_symbols(self.draft))

    def texts_in(self, place: Place) -> list[PrintedText]:
        """Return the texts that a place names; one of the report is named by its field."""
        texts = self._texts_of[place.part, place.pks]
        return [one for one in texts if place.part is not Part.REPORT or one.stored.field == place.field]

    def repairs(self, rule: Rule, place: Place, find: FindRepairs) -> Mapping[str, list[LineRepair]]:
        """Return the repairs of the lines of a place by the keys of the findings that they mend.

        A finding is about all lines of its place with the same words.
        """
        key = rule, _key(place)
        if key not in self._repairs:
            found: defaultdict[str, list[LineRepair]] = defaultdict(list)
            for line in self._lines[_key(place)]:
                for one in find(self.draft, line):
                    found[rule.key(*_key(place), one.words)].append((line, one))
            self._repairs[key] = found
        return self._repairs[key]


def _key(place: Place) -> PlaceKey:
    return place.part, place.pks, place.field


class PrintedText:
    """A stored text; its printed lines are read when they are asked for."""

    def __init__(self, stored: StoredText, printed: Callable[[str], str]) -> None:
        self.stored, self.printed = stored, printed

    @cached_property
    def _lines(self) -> list[PrintedLine]:
        lines = list(printed_lines(self.stored))
        if not (self.stored.prints_figures and "[[" in self.stored.text):
            return lines
        return [line.with_figures(self.printed) for line in lines]

    @cached_property
    def _by_words(self) -> Mapping[str, list[tuple[PrintedLine, int]]]:
        """Return the lines by their words, as stored and without their marks, with the length of the mark."""
        found: defaultdict[str, list[tuple[PrintedLine, int]]] = defaultdict(list)
        for line in self._lines:
            mark = MARK.match(line.text)
            for length in {0, mark.end() if mark else 0}:
                found[line.text[length:]].append((line, length))
        return found

    def stored_places(self, printed: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where a piece of a printed line stands in the stored text."""
        for line, shift in self._lines_in(printed) if self.stored.is_of_a_row else self._by_words[printed]:
            is_in_line = start + shift >= 0 and end + shift <= len(line.text)
            if is_in_line and WITHIN not in (place := line.stored(start + shift, end + shift)):
                yield place

    def _lines_in(self, printed: str) -> Iterator[tuple[PrintedLine, int]]:
        """Yield the text of a row's field for each time that the printed row has it."""
        for line in self._lines:
            place = printed.find(line.text) if line.text else -1
            while place >= 0:
                yield line, -place
                place = printed.find(line.text, place + 1)
