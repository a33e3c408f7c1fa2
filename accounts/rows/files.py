"""The files attached to the rows of a list."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, QuerySet

from accounts.models import Attachment
from accounts.rows.year_row import YearRow


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
    files = files_of(type(rows[0])).filter(object_id__in=[row.pk for row in rows]).order_by()
    return dict(files.values_list("object_id").annotate(Count("pk")))
