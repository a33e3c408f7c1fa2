"""The verbs that write a report's annexes: each in one transaction, every text that goes away kept in the history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2s

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, QuerySet

from accounts.history import history_of, record
from accounts.models import Change, ChangeKind, User
from pbgdpl.lib.fields import ProseField
from pbgdpl.lib.vietnamese import clean_line, first_words
from reports.document.lines import annex_label
from reports.models import Annex, Report
from reports.states import Action, held, require
from reports.writing.saving import refuse_too_long

MOST_ANNEXES = 99
FIRST_WORDS = 160  # letters that the list shows of each
GONE = "Phụ lục này vừa bị xóa ở nơi khác."
# What an entry of the report's history says of an annex, in this order; the place only where one comes or goes.
TITLE, BODY, PLACE = "phụ lục", "nội dung phụ lục", "thứ tự phụ lục"
BROUGHT_BACK = "lấy lại từ lần xóa"  # with the number of the entry that tells of it


class AnnexGone(ValidationError):
    """Somebody removed the annex after it was read."""

    def __init__(self) -> None:
        super().__init__(GONE)


class AnnexConflict(Exception):
    """Somebody saved the annex after it was read; `stored` is the annex as they left it."""

    def __init__(self, stored: Annex) -> None:
        super().__init__()
        self.stored = stored


@dataclass(frozen=True, slots=True)
class ToldAnnex:
    """An annex as the list of them tells it."""

    annex: Annex
    label: str  # "Phụ lục II"
    beginning: str  # its first words
    place: int
    count: int

    @property
    def above(self) -> int | None:
        """Return the place above this one, None at the top."""
        return self.place - 1 if self.place > 1 else None

    @property
    def below(self) -> int | None:
        return self.place + 1 if self.place < self.count else None


def told_annexes(report: Report) -> list[ToldAnnex]:
    """Return the annexes of a report in their order, each with its printed label."""
    annexes = list(report.annexes.all())
    count = len(annexes)
    return [
        ToldAnnex(annex, annex_label(place, count), _beginning(annex.body), place, count)
        for place, annex in enumerate(annexes, start=1)
    ]


def _beginning(body: str) -> str:
    """Return the first words of a text, those of a table without the lines between its cells."""
    return first_words(body.replace("|", " "), FIRST_WORDS)


def fingerprint(annex: Annex) -> str:
    """Return what tells a stored annex from what it was before: its title and its words, in short."""
    return blake2s(f"{annex.title}\n{annex.body}".encode(), digest_size=16).hexdigest()


@transaction.atomic
def add_annex(report: Report, *, title: str, body: str, by: User) -> Annex:
    """Add an annex behind the others. Raises WrongState, or ValidationError where there is no room for it."""
    stored = _writable(report, by)
    last = stored.annexes.aggregate(last=Max("position", default=0))["last"]
    annex = Annex(report=stored, position=last + 1, title=clean_line(title), body=ProseField.cleaned(body))
    _refuse_too_many(stored)
    refuse_too_long(stored, added=len(annex.body), noun="phụ lục này")
    annex.save()
    place = str(stored.annexes.count())
    _record(stored, by, [TITLE, "", annex.title], [BODY, "", annex.body], [PLACE, "", place])
    return annex


@transaction.atomic
def write_annex(annex: Annex, *, title: str, body: str, seen: str, by: User) -> Annex:
    """Save an annex if it is still the one whose fingerprint was `seen`; return it as stored.

    Raises AnnexConflict or AnnexGone otherwise, WrongState where the report is handed in, ValidationError if it is
    too long.
    """
    report = _writable(annex.report, by)
    stored = _stored(report, annex)
    title, body = clean_line(title), ProseField.cleaned(body)
    if (title, body) == (stored.title, stored.body):
        return stored
    if seen != fingerprint(stored):
        raise AnnexConflict(stored)
    refuse_too_long(report, added=len(body) - len(stored.body), noun="phụ lục này")
    changes = [[TITLE, stored.title, title]]
    if body != stored.body:
        changes.append([BODY, stored.body, body])
    stored.title, stored.body = title, body
    stored.save()
    _record(report, by, *changes)
    return stored


@transaction.atomic
def move_annex(annex: Annex, *, place: int, by: User) -> None:
    """Put an annex at a place among the others, counting from 1."""
    report = _writable(annex.report, by)
    stored = _stored(report, annex)
    annexes = list(report.annexes.all())
    before = annexes.index(stored) + 1
    place = min(max(place, 1), len(annexes))
    if place != before:
        annexes.insert(place - 1, annexes.pop(before - 1))
        _number(annexes)
        _record(report, by, [f"{PLACE} “{stored.title}”", str(before), str(place)])


@transaction.atomic
def remove_annex(annex: Annex, *, by: User) -> Change:
    """Remove an annex; return the entry of the history from which `restore_annex` brings it back."""
    report = _writable(annex.report, by)
    stored = _stored(report, annex)
    place = str(list(report.annexes.all()).index(stored) + 1)
    told = ([TITLE, stored.title, ""], [BODY, stored.body, ""], [PLACE, place, ""])
    stored.delete()
    _record(report, by, *told)
    return removals(report)[0]


@transaction.atomic
def restore_annex(report: Report, *, removal: Change, by: User) -> None:
    """Bring back what an entry of the report's history says was removed, at its place; a second time does nothing."""
    stored = _writable(report, by)
    if not removals(stored).filter(pk=removal.pk).exists():
        return
    title, body, place = (value[1] for value in removal.values)
    _refuse_too_many(stored)
    refuse_too_long(stored, added=len(body), noun="báo cáo trước khi lấy lại phụ lục này")
    annexes = list(stored.annexes.all())
    annex = Annex.objects.create(report=stored, position=0, title=title, body=body)
    annexes.insert(int(place) - 1, annex)
    _number(annexes)
    told = ([TITLE, "", title], [BODY, "", body], [PLACE, "", place])
    _record(stored, by, *told, [BROUGHT_BACK, "", str(removal.pk)])


def removals(report: Report) -> QuerySet[Change]:
    """Return the entries of a report's history that tell of annexes removed and not brought back, the last first."""
    entries = history_of(report)
    back = entries.filter(values__3__0=BROUGHT_BACK).values_list("values__3__2", flat=True)
    return entries.filter(values__2__0=PLACE, values__2__2="").exclude(
        pk__in=[int(number) for number in back]
    )


def last_written(annex: Annex) -> Change | None:
    """Return who last saved the annex under its present title, and when."""
    return history_of(annex.report).filter(values__0__0=TITLE, values__0__2=annex.title).first()


def _writable(report: Report, by: User) -> Report:
    stored = held(report)
    require(Action.WRITE, report=stored, by=by)
    return stored


def _stored(report: Report, annex: Annex) -> Annex:
    stored: Annex | None = report.annexes.filter(pk=annex.pk).first()
    if stored is None:
        raise AnnexGone
    return stored


def _refuse_too_many(report: Report) -> None:
    if report.annexes.count() >= MOST_ANNEXES:
        raise ValidationError(f"Báo cáo đã có {MOST_ANNEXES} phụ lục, không thêm được nữa.")


def _number(annexes: Sequence[Annex]) -> None:
    for position, annex in enumerate(annexes, start=1):
        annex.position = position
    Annex.objects.bulk_update(annexes, ["position"])


def _record(report: Report, by: User, *values: Sequence[str]) -> None:
    record(report, ChangeKind.EDITED, by=by, values=values)
