"""The orders of a list other than that of the report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import BigIntegerField, Case, F, Func, IntegerField, When
from django.db.models.expressions import OrderBy

from accounts.rows.year_row import YearRow
from pbgdpl.lib.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Sort:
    slug: str  # its name in an address: ?xep=so
    words: str  # "Số nhỏ trước"
    keys: tuple[OrderBy, ...]


IN_ORDER = Sort("", "theo thứ tự của báo cáo", ())


class LeadingNumber(Func):
    """The number that a text begins with: 139 for "139/KH-SXD"; NULL if there is none or it is 0."""

    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "NULLIF(CAST(%(expressions)s AS INTEGER), 0)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        # NUMERIC, since sixty digits overflow any integer.
        template = "NULLIF(CAST(SUBSTRING(%(expressions)s FROM '^[0-9]+') AS NUMERIC), 0)"
        return self.as_sql(compiler, connection, template=template, **context)


def both_ways(slug: str, words: str, words_back: str, key: F | Func | Case) -> tuple[Sort, Sort]:
    """Return a sort and its opposite, "-slug"; rows without a value come last in both."""
    ties = (F("position").asc(), F("pk").asc())
    return (
        Sort(slug, words, (key.asc(nulls_last=True), *ties)),
        Sort(f"-{slug}", words_back, (key.desc(nulls_last=True), *ties)),
    )


def sorts_of(model: type[YearRow], more: tuple[Sort, ...]) -> tuple[Sort, ...]:
    """Return the sorts of a list: those of every kind of row, and `more` that only this kind has."""
    by_date, by_kind, by_entry = _sorts_of_every_kind(model)
    return (*by_date, *more, *by_kind, *by_entry)


@cache
def _sorts_of_every_kind(model: type[YearRow]) -> tuple[tuple[Sort, Sort], ...]:
    entered, pk = F("entered_at"), F("pk")
    return (
        both_ways("ngay", "ngày cũ trước", "ngày mới trước", F(model.dated_by)),
        both_ways("loai", "loại, A đến Y", "loại, Y đến A", _place_of_kind(model)),
        (
            Sort("moi", "mới nhập trước", (entered.desc(nulls_last=True), pk.desc())),
            Sort("-moi", "nhập sớm trước", (entered.asc(nulls_last=True), pk.asc())),
        ),
    )


def kind_labels(model: type[YearRow]) -> dict[str, str]:
    """Return {kind: label} for the kinds of the model's rows."""
    choices = model._meta.get_field("kind").flatchoices  # type: ignore[misc]  # every model of rows has one
    return {str(value): str(label) for value, label in choices}


def _place_of_kind(model: type[YearRow]) -> Case:
    """Return an expression for the alphabetical place of a row's kind by its label."""
    labels = kind_labels(model)
    ordered = sorted(labels, key=lambda kind: fold(labels[kind]))
    return Case(
        *(When(kind=kind, then=place) for place, kind in enumerate(ordered)), output_field=IntegerField()
    )
