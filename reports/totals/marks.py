"""The marks on the figures of a province: what is wrong or odd about those of a body, by column and kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from accounts.models import Organisation
from pbgdpl.lib.remembering import made_of
from pbgdpl.lib.vietnamese import fold
from reports.figures.bodies import Body, HeldEvent, Oddity, Province
from reports.figures.faults import Fault
from reports.figures.province import oddities
from reports.figures.roles import roles_of
from reports.figures.rules import rules_of
from reports.models import Indicator, PeriodKey, SettledMark, SubmittedEvent, SubmittedFigure
from reports.received.figures import BodyFigures, Totals
from reports.review.reviewing import LONGEST_NOTE


@dataclass(frozen=True, slots=True)
class Mark:
    """What is wrong or odd about a figure of a body; without a column it is about the body as a whole."""

    body: BodyFigures
    code: str
    column: Indicator | None
    fault: Fault
    sentences: tuple[str, ...]
    is_blocking: bool
    settled: SettledMark | None = None

    @property
    def note(self) -> str:
        """Return what it says in the words of a note to the body."""
        about = f"Số liệu, cột {self.column}" if self.column else "Số liệu"
        return f"{about}: {' '.join(self.sentences)}"[:LONGEST_NOTE]

    def has(self, words: Collection[str]) -> bool:
        """Return whether each of the folded words is in its sentences or in what they are about."""
        if not words:
            return True
        one = self.body.organisation
        text = fold(" ".join((one.name, one.code, self.fault.label, str(self.column or ""), *self.sentences)))
        return all(word in text for word in words)


def load_marks(receiver: Organisation, totals: Totals) -> tuple[Mark, ...]:
    """Return the marks on reports that wait or are accepted, in the order of the form.

    What is odd about the same figures is found once; then one query.
    """
    columns = {column.code: column for column in totals.all_columns}
    bodies = {body.organisation.pk: body for body in totals.bodies}
    found = defaultdict[tuple[int, str, Fault], list[Oddity]](list)
    for one in made_of((totals.digest, "oddities"), lambda: oddities(_province(receiver, totals))):
        found[one.body, one.code, one.fault].append(one)
    settled = _settled(receiver, totals.key)
    return tuple(
        Mark(
            bodies[pk],
            code,
            columns.get(code),
            fault,
            tuple(one.sentence for one in same),
            any(one.is_blocking for one in same),
            settled.get((bodies[pk].submission, code, fault.value)),
        )
        for (pk, code, fault), same in found.items()
    )


def _settled(receiver: Organisation, key: PeriodKey) -> dict[tuple[int | None, str, str], SettledMark]:
    """Return what was settled for a period by the submission, the code and the kind; one query."""
    found = SettledMark.objects.filter(
        submission__report__organisation__reports_to=receiver,
        submission__report__reporting_year=key.year,
        submission__report__period_kind=key.kind,
    )
    return {(one.submission_id, one.code, one.kind): one for one in found.select_related("settled_by")}


def open_marks(marks: Iterable[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.settled is None]


def marked_codes(marks: Iterable[Mark]) -> dict[int, frozenset[str]]:
    """Return the codes of the columns with open marks by the pk of the body."""
    codes = defaultdict[int, set[str]](set)
    for mark in open_marks(marks):
        codes[mark.body.organisation.pk].add(mark.code)
    return {pk: frozenset(of_body) for pk, of_body in codes.items()}


def _province(receiver: Organisation, totals: Totals) -> Province:
    read = [body for body in totals.bodies if body.submission is not None and body.cells]
    explained, words = _said([body.submission for body in read if body.submission is not None])
    return Province(
        receiver=Body(
            receiver.pk, receiver.name, receiver.group, place=receiver.place, parent_body=receiver.parent_body
        ),
        bodies=[
            Body(
                body.organisation.pk,
                body.organisation.name,
                body.organisation.group,
                {code: number for code, cell in body.cells.items() if (number := cell.total) is not None},
                {code: cell.before for code, cell in body.cells.items() if cell.before is not None},
                {code for code, cell in body.cells.items() if cell.does_not_apply},
                explained[body.submission or 0],
                words[body.submission or 0],
                place=body.organisation.place,
                parent_body=body.organisation.parent_body,
            )
            for body in read
        ],
        roles=roles_of(totals.columns),
        rules={column.code: rules_of(column) for column in totals.columns},
        labels={column.code: column.label for column in totals.all_columns if column.is_text},
        events=_events(read),
    )


def _events(read: Iterable[BodyFigures]) -> list[HeldEvent]:
    """Return the submitted events in a fixed order; one query."""
    bodies = {body.submission: body.organisation.pk for body in read}
    found = SubmittedEvent.objects.filter(submission__in=[*bodies]).order_by("pk")
    names = ("submission_id", "row", "name", "held_on")
    return [HeldEvent(bodies[pk], row, name, day) for pk, row, name, day in found.values_list(*names)]


def _said(
    submissions: list[int],
) -> tuple[defaultdict[int, set[str]], defaultdict[int, dict[str, str]]]:
    """Return the codes whose change is explained and the words of the columns of words, by submission; one query."""
    explained = defaultdict[int, set[str]](set)
    words = defaultdict[int, dict[str, str]](dict)
    stored = SubmittedFigure.objects.filter(submission__in=submissions).exclude(explanation="", words="")
    names = ("submission_id", "code", "explanation", "words")
    for pk, code, explanation, written in stored.order_by().values_list(*names):
        if explanation.strip():
            explained[pk].add(code)
        if written:
            words[pk][code] = written
    return explained, words
