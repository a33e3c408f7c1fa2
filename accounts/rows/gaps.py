"""Gaps: values that a row lacks for the report to print it in full."""

from dataclasses import dataclass

from django.db.models import Q


@dataclass(frozen=True, slots=True)
class Gap:
    slug: str  # its name in an address: ?thieu=ngay
    words: str  # describes such a row: "chưa ghi ngày ban hành"
    lacking: Q

    @property
    def condition(self) -> Q:
        """Return the condition for rows to complete: only rows in the listing are printed from their values."""
        return self.lacking & Q(in_report=True)
