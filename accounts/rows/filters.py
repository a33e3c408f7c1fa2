"""The filters of a list: each has a name in the address and the options to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.utils.text import capfirst

from accounts.rows.files import files_of
from accounts.rows.pages import RowPages
from accounts.rows.sorting import kind_labels
from accounts.rows.year_row import YearRow, YearRowQuerySet
from pbgdpl.lib.vietnamese import fold

NOT_STATED = "khong"
OF_NO_DIVISION = "Không ghi phòng, đơn vị"
BEFORE_YEAR, AFTER_YEAR = "truoc", "sau"
# (kind, pk and name of the division, number of rows); rows without a division have neither pk nor name.
Counts = Iterable[tuple[str, int | None, str | None, int]]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    words: str  # describes the filtered rows: "Kế hoạch", "Có tệp đính kèm"
    condition: Q | Combinable
    count: int | None = None  # of the year's rows, where that is known


@dataclass(frozen=True, slots=True)
class Filter:
    name: str  # in an address: ?loai=
    label: str
    options: tuple[Option, ...]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Return the value and the words of each option, with the number of its rows."""
        return [
            (option.value, f"{option.words} ({option.count})" if option.count else option.words)
            for option in self.options
        ]

    def chosen(self, params: Mapping[str, str]) -> Option | None:
        """Return the option that the address names, or None if it names no option."""
        return next((option for option in self.options if option.value == params.get(self.name)), None)


IN_REPORT = Filter(
    "baocao",
    "Báo cáo",
    (
        Option("co", "Trong danh mục của báo cáo", Q(in_report=True)),
        Option("khong", "Chỉ nêu trong phần lời", Q(in_report=False)),
    ),
)


def filters_of(counts: Counts, pages: RowPages) -> tuple[tuple[Filter, ...], int]:
    """Return the filters of a list and the number of its rows.

    Kinds and divisions are those that occur among the rows.
    """
    gaps = (Option(gap.slug, capfirst(gap.words), gap.condition) for gap in pages.gaps)
    filters = (
        Filter("loai", "Loại", tuple(_kinds(pages.model, counts))),
        Filter("phong", "Phòng, đơn vị", tuple(_divisions(counts))),
        _months_of(pages.model),
        _files_of(pages.model),
        IN_REPORT,
        Filter("thieu", "Còn thiếu", tuple(gaps)),
    )
    return filters, sum(count for *_, count in counts)


def counts_of(rows: YearRowQuerySet) -> QuerySet[YearRow, Any]:
    """Return how many rows there are of each kind in each division."""
    groups: QuerySet[YearRow, Any] = rows.order_by().values_list("kind", "division_id", "division__name")
    return groups.annotate(Count("pk"))


# Building a condition takes longer than the database's answer; those of a model are always the same.
@cache
def _months_of(model: type[YearRow]) -> Filter:
    return Filter("thang", "Tháng", tuple(_months(model.dated_by)))


@cache
def _files_of(model: type[YearRow]) -> Filter:
    return Filter("tep", "Tệp đính kèm", _with_file_or_without(model))


def _kinds(model: type[YearRow], counts: Counts) -> Iterator[Option]:
    """Yield the kinds, the most frequent first."""
    labels = kind_labels(model)
    of_kind: Counter[str] = Counter()
    for kind, _, _, count in counts:
        of_kind[kind] += count
    for kind, count in of_kind.most_common():
        yield Option(kind, labels.get(kind, kind), Q(kind=kind), count)


def _divisions(counts: Counts) -> Iterator[Option]:
    """Yield the divisions in alphabetical order, and last the option for rows without one."""
    of_division: Counter[tuple[int | None, str]] = Counter()
    for _, pk, name, count in counts:
        of_division[pk, name or ""] += count
    for (pk, name), count in sorted(of_division.items(), key=lambda item: (not item[0][1], fold(item[0][1]))):
        if pk is None:
            yield Option(NOT_STATED, OF_NO_DIVISION, Q(division=None), count)
        else:
            yield Option(str(pk), name, Q(division=pk), count)


def _months(dated_by: str) -> Iterator[Option]:
    """Yield the months of the reporting year, the time before and after it, and the option for undated rows."""
    year = F("reporting_year")
    yield Option(BEFORE_YEAR, "Trước năm báo cáo", Q(**{f"{dated_by}__year__lt": year}))
    for month in range(1, 13):
        this_month = Q(**{f"{dated_by}__year": year, f"{dated_by}__month": month})
        yield Option(str(month), f"Tháng {month}", this_month)
    yield Option(AFTER_YEAR, "Sau năm báo cáo", Q(**{f"{dated_by}__year__gt": year}))
    yield Option(NOT_STATED, "Không ghi ngày", Q(**{dated_by: None}))


def _with_file_or_without(model: type[YearRow]) -> tuple[Option, Option]:
    # The condition on the organisation lets the database skip the files of others.
    files = files_of(model).filter(organisation=OuterRef("organisation"), object_id=OuterRef("pk"))
    return (
        Option("co", "Có tệp đính kèm", Exists(files)),
        Option("khong", "Không có tệp đính kèm", ~Exists(files)),
    )
