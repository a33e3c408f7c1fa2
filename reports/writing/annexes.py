"""The verbs that write a report's annexes, each in one transaction; replaced texts become earlier texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from accounts.history import record
from accounts.models import ChangeKind, User
from pbgdpl.lib.fields import ProseField
from pbgdpl.lib.titles import words_on_lines
from pbgdpl.lib.vietnamese import clean_line, first_words
from reports.document.lines import annex_label
from reports.models import Annex, Report
from reports.states import Action, locked, require
from reports.writing.saving import NOUNS, refuse_too_long, refuse_unprintable, save_words

MOST_ANNEXES = 99
FIRST_WORDS = 160  # characters that the list shows of each
GONE = "Phụ lục này vừa bị xóa ở nơi khác."
# The labels of an annex in the report's history, which records titles and places but no texts.
TITLE, PLACE = "phụ lục", "thứ tự phụ lục"


class AnnexGone(ValidationError):
    """Somebody deleted the annex after it was read."""

    def __init__(self) -> None:
        super().__init__(GONE)


@dataclass(frozen=True, slots=True)
class ListedAnnex:
    """An annex with what the list of annexes shows of it."""

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


def listed_annexes(report: Report) -> list[ListedAnnex]:
    """Return the annexes of a report in their order, each with its printed label."""
    annexes = list(report.annexes.all())
    count = len(annexes)
    return [
        ListedAnnex(annex, annex_label(place, count), _beginning(annex.body), place, count)
        for place, annex in enumerate(annexes, start=1)
    ]


def label_of(report: Report, pk: int) -> str:
    """Return the printed label of an annex, or that it is deleted."""
    labels = {one.annex.pk: one.label for one in listed_annexes(report)}
    return labels.get(pk, "Phụ lục đã bị xóa")


def _beginning(body: str) -> str:
    """Return the first words of a text, without the "|" between the cells of a table."""
    return first_words(body.replace("|", " "), FIRST_WORDS)


@transaction.atomic
def add_annex(report: Report, *, title: str, body: str, by: User) -> Annex:
    """Add an annex after the others. Raises WrongState, or ValidationError if the report becomes too long."""
    stored = _writable(report, by)
    last = stored.annexes.aggregate(last=Max("position", default=0))["last"]
    annex = Annex(report=stored, position=last + 1, body=ProseField.cleaned(body), **_titled(title))
    annex.saved_by, annex.saved_at = by, timezone.now()
    _refuse_too_many(stored)
    refuse_too_long(stored, added=len(annex.body), noun=NOUNS[Annex])
    refuse_unprintable(annex.body)
    annex.save()
    _record(stored, by, [TITLE, "", annex.title])
    return annex


@transaction.atomic
def write_annex(
    annex: Annex,
    *,
    title: str,
    body: str,
    version: int,
    by: User,
    automatic: bool = False,
    keeps_present: bool = False,
) -> Annex:
    """Save the title and the text of an annex if nobody has saved it since `version`; return it as stored.

    Raises what `save_words` raises, AnnexGone, and WrongState where the report is submitted.
    """
    report = _writable(annex.report, by)
    stored = _stored(report, annex)
    words = {"body": ProseField.cleaned(body), **_titled(title)}
    save_words(stored, words, version=version, by=by, automatic=automatic, keeps_present=keeps_present)
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
def delete_annex(annex: Annex, *, by: User) -> None:
    """Delete an annex; `restore_annex` brings it back with all its earlier texts."""
    report = _writable(annex.report, by)
    stored = _stored(report, annex)
    stored.position = list(report.annexes.all()).index(stored) + 1
    stored.deleted_at, stored.deleted_by = timezone.now(), by
    stored.save()
    _record(report, by, [TITLE, stored.title, ""])


@transaction.atomic
def restore_annex(annex: Annex, *, by: User) -> None:
    """Bring a deleted annex back to its place; a second time does nothing."""
    report = _writable(annex.report, by)
    stored = deleted_annexes(report).filter(pk=annex.pk).first()
    if stored is None:
        return
    _refuse_too_many(report)
    refuse_too_long(report, added=len(stored.body), noun="báo cáo trước khi khôi phục phụ lục này")
    stored.deleted_at = stored.deleted_by = None
    stored.save()
    others = list(report.annexes.exclude(pk=stored.pk))
    _number([*others[: stored.position - 1], stored, *others[stored.position - 1 :]])
    _record(report, by, [TITLE, "", stored.title])


def deleted_annexes(report: Report) -> QuerySet[Annex]:
    """Return the deleted annexes, the last deleted first."""
    deleted = Annex.with_deleted.filter(report=report).exclude(deleted_at=None)
    return deleted.select_related("deleted_by").order_by("-deleted_at", "-pk")


def _titled(typed: str) -> dict[str, Any]:
    """Return the values of the fields that have a typed title and where its lines end."""
    counts = words_on_lines(typed)
    return {"title": clean_line(typed), "title_lines": {"title": counts} if counts else {}}


def _writable(report: Report, by: User) -> Report:
    stored = locked(report)
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
