"""The text after several replacements in it, and the places that were left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models

from accounts.models import ChangedItem
from accounts.rows.fields import LONGEST_PROSE
from pbgdpl.lib.vietnamese import thousands
from reports.checks.findings import Part
from reports.checks.mending.proposals import Proposal
from reports.checks.stored import StoredText

CHANGED_MEANWHILE = "vừa có người sửa nên để nguyên"
EMPTIED = "sẽ không còn chữ nào nên để nguyên"


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A stored text with all that is to be replaced in it."""

    stored: StoredText
    after: str
    places: int


@dataclass(frozen=True, slots=True)
class Left:
    """A text that was left as it is, and why."""

    short_name: str
    reason: str


@dataclass(slots=True)
class Replaced:
    """What was replaced: the number of places, the items to undo, and the texts that were left."""

    places: int = 0
    items: list[ChangedItem] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


Changes = dict[tuple[Part, int], list[ChangedText]]


def changed_texts(proposals: Iterable[Proposal]) -> Changes:
    """Return the changed texts by their objects; proposals without a typed text are left out."""
    by_text: defaultdict[StoredText, list[Proposal]] = defaultdict(list)
    for one in proposals:
        if one.after is not None:
            by_text[one.stored].append(one)
    changes: Changes = defaultdict(list)
    for stored, of_text in by_text.items():
        changed = ChangedText(stored, _replaced(stored.text, of_text), len(of_text))
        changes[stored.part, stored.pk].append(changed)
    return changes


def _replaced(text: str, proposals: Iterable[Proposal]) -> str:
    pieces, done = list[str](), 0
    for one in sorted(proposals, key=lambda one: one.start):
        if one.start >= done:
            pieces += [text[done : one.start], one.after or ""]
            done = one.end
    return "".join((*pieces, text[done:]))


def refusal(stored: models.Model | None, changed: ChangedText) -> str:
    """Return why the field of an object, as it is stored now, must keep its text; else an empty text."""
    name, part = changed.stored.field, changed.stored.part
    if stored is None or getattr(stored, "deleted_at", None) or getattr(stored, name) != changed.stored.text:
        return CHANGED_MEANWHILE
    if not changed.after.strip():
        return EMPTIED
    field_of_model = stored._meta.get_field(name)
    # The text of a section or an annex is bounded with the whole report, by its verb.
    is_bounded = part not in (Part.SECTION, Part.ANNEX)
    longest = field_of_model.max_length or (LONGEST_PROSE if is_bounded else None)  # type: ignore[union-attr]
    try:
        value = str(field_of_model.clean(changed.after, stored))  # type: ignore[union-attr]
    except ValidationError:
        value = changed.after
    if longest and len(value) > longest:
        return f"sẽ dài hơn {thousands(longest)} ký tự nên để nguyên"
    return ""
