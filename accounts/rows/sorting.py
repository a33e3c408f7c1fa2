"""The orders in which a list can be read, besides that of the report."""

from __future__ import annotations

from dataclasses import dataclass
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
    """The number that a text begins with: 139 of "139/KH-SXD"; NULL where it begins with none, or with 0."""

    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "NULLIF(CAST(%(expressions)s AS INTEGER), 0)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        # Sixty digits are a number too: NUMERIC holds them.
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
    entered, number = F("entered_at"), F("pk")
    return (
        *both_ways("ngay", "ngày cũ trước", "ngày mới trước", F(model.dated_by)),
        *more,
        *both_ways("loai", "loại, A đến Y", "loại, Y đến A", _place_of_kind(model)),
        Sort("moi", "mới nhập trước", (entered.desc(nulls_last=True), number.desc())),
        Sort("-moi", "nhập sớm trước", (entered.asc(nulls_last=True), number.asc())),
    )


def kind_labels(model: type[YearRow]) -> dict[str, str]:
    """Return the names of the kinds that a row of this model can be of."""
    choices = model._meta.get_field("kind").flatchoices  # type: ignore[misc]  # every model of rows has one
    return {str(value): str(label) for value, label in choices}


def _place_of_kind(model: type[YearRow]) -> Case:
    """Return the place of a row's kind among the names of kinds in the order of the alphabet."""
    labels = kind_labels(model)
    ordered = sorted(labels, key=lambda kind: fold(labels[kind]))
    return Case(
        *(When(kind=kind, then=place) for place, kind in enumerate(ordered)), output_field=IntegerField()
    )
