"""What a row of the year's work may still lack before the report can print it in full."""

from dataclasses import dataclass

from django.db.models import Q


@dataclass(frozen=True, slots=True)
class Gap:
    slug: str  # its name in an address: ?thieu=ngay
    words: str  # what is said of such a row: "chưa ghi ngày ban hành"
    lacking: Q

    @property
    def condition(self) -> Q:
        """Return which rows to complete: what only the narrative mentions is printed as it was typed there."""
        return self.lacking & Q(in_report=True)
