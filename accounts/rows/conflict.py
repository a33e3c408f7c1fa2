"""Two versions of one row: the values that a user typed, and those that somebody else saved meanwhile.

The page of both sends a form to the row's edit page: the typed values, the version that it shows, and for each field
that differs which of the two to take.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2s
from typing import Any

from django import forms
from django.http import QueryDict

CHOSEN = "take-"  # how the name of a field's choice begins: take-number
STORED = "stored"  # its value where the stored version is taken
TAKING = "take"  # the name of the buttons


class Take(StrEnum):
    """What a button of the page takes."""

    CHOSEN = "chosen"
    ALL_MINE = "all_mine"
    ALL_STORED = "all_stored"
    REVIVED = "revived"


Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a form field: a key to compare it by, and the lines to show."""

    key: str
    lines: Lines  # of links one each


@dataclass(frozen=True, slots=True)
class Choice:
    """A field whose two versions differ."""

    field: str
    label: str
    mine: Lines
    stored: Lines
    takes_stored: bool  # whether the stored value is proposed, or was chosen before

    @property
    def name(self) -> str:
        return f"{CHOSEN}{self.field}"


def choices(mine: forms.ModelForm[Any], stored: forms.ModelForm[Any]) -> list[Choice]:
    """Return the fields in which the typed values (a valid form) and the stored ones (an unsent form) differ.

    Where the person changed nothing, the stored value is proposed: it is somebody else's correction.
    """
    base = _base(mine.data.get(mine.add_prefix("base"), ""))
    theirs, own = _values(stored), _values_of_valid(mine)
    return [
        Choice(
            name,
            str(stored.fields[name].label or name),
            own[name].lines,
            theirs[name].lines,
            takes_stored=_takes_stored(mine.data.get(f"{CHOSEN}{name}"), own[name], base.get(name)),
        )
        for name in theirs
        if own[name].key != theirs[name].key
    ]


def typed_fields(data: QueryDict) -> list[tuple[str, str]]:
    """Return the sent fields as [(name, value)], without those that this page adds."""
    added = {"csrfmiddlewaretoken", "version", TAKING}
    return [
        (name, str(value))
        for name, values in data.lists()
        if name not in added and not name.startswith(CHOSEN)
        for value in values
    ]


def composed(data: QueryDict, stored: forms.ModelForm[Any]) -> QueryDict:
    """Return the typed values, and the stored ones (of an unsent form) for the fields where these were chosen."""
    if data.get(TAKING) != Take.CHOSEN:
        return data
    merged = data.copy()
    for name, field in stored.fields.items():
        if data.get(f"{CHOSEN}{name}") == STORED:
            merged.setlist(name, _as_sent(field, stored.get_initial_for_field(field, name)))
    return merged


def fingerprints(form: forms.ModelForm[Any]) -> str:
    """Return a hash of each initial value as JSON, from which it is known later which values were changed."""
    return json.dumps({name: _fingerprint(value) for name, value in _values(form).items()})


def _takes_stored(chosen: str | None, own: Value, base: str | None) -> bool:
    return chosen == STORED if chosen else _fingerprint(own) == base


def _fingerprint(value: Value) -> str:
    return blake2s(value.key.encode(), digest_size=4).hexdigest()


def _base(text: str) -> dict[str, Any]:
    try:
        base = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return base if isinstance(base, dict) else {}


def _values(form: forms.ModelForm[Any]) -> dict[str, Value]:
    """Return the initial value of each visible field."""
    return {
        name: _value(field, form.get_initial_for_field(field, name))
        for name, field in form.fields.items()
        if not field.widget.is_hidden and not isinstance(field, forms.FileField)
    }


def _values_of_valid(form: forms.ModelForm[Any]) -> dict[str, Value]:
    """Return the value of each field of a valid form, formatted as the stored values are."""
    links = {
        name: _value(field, form.cleaned_data[name])
        for name, field in form.fields.items()
        if isinstance(field, forms.ModelMultipleChoiceField)
    }
    unsent = type(form)(instance=form.instance, by=form.by, year=form.year)  # type: ignore[attr-defined, call-arg]
    return _values(unsent) | links


def _value(field: forms.Field, value: Any) -> Value:
    match field:
        case forms.ModelMultipleChoiceField():
            others = sorted(value or [], key=lambda other: other.pk)
            return Value(str([other.pk for other in others]), tuple(other.short_name for other in others))
        case forms.BooleanField():
            return _alike("có" if value else "không")
        case forms.ChoiceField() if value not in (None, ""):
            return _alike(_label(field.choices, value))
        case _:
            text = field.prepare_value(value)
            return _alike("" if text is None else str(text))


def _alike(text: str) -> Value:
    return Value(text, (text,) if text else ())


def _label(labels: Any, value: Any) -> str:
    return next((str(label) for one, label in labels if str(one) == str(value)), str(value))


def _as_sent(field: forms.Field, value: Any) -> list[str]:
    """Return the texts that a browser would send for a value."""
    match field:
        case forms.ModelMultipleChoiceField():
            return [str(other.pk) for other in value or []]
        case forms.BooleanField():
            return ["on"] if value else []
        case _:
            text = field.prepare_value(value)
            return ["" if text is None else str(text)]
