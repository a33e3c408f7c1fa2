"""The files attached to the rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db.models import Count, QuerySet

from accounts.models import Attachment
from accounts.rows.year_row import YearRow
from pbgdpl.lib.composed import Composed

OF_A_PAGE = 50  # rows, whose files a composed query counts


def files_of(model: type[YearRow]) -> QuerySet[Attachment]:
    """Return the files attached to rows of the model."""
    return Attachment.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        deleted_at=None,
    )


def file_counts(rows: Sequence[YearRow]) -> dict[int, int]:
    """Return {pk of the row: number of files}; rows without files are left out."""
    if not rows:
        return {}
    pks = [row.pk for row in rows]
    if len(pks) > OF_A_PAGE:
        return dict(_counted(type(rows[0]), pks))
    return dict(_counts_of_page(type(rows[0])).tuples(*pks, *[0] * (OF_A_PAGE - len(pks))))


def _counted(model: type[YearRow], pks: Sequence[Any]) -> QuerySet[Attachment, tuple[int, int]]:
    files = files_of(model).filter(object_id__in=pks).order_by()
    return files.values_list("object_id").annotate(Count("pk"))


@cache
def _counts_of_page(model: type[YearRow]) -> Composed:
    return Composed(lambda *pks: _counted(model, pks), values=OF_A_PAGE)
