"""What the pages of one kind of row are called and say: the generic views take everything from here."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import ModelForm
from django.urls import reverse

from accounts.attaching.reading import FileReader
from accounts.rows.columns import Column
from accounts.rows.gaps import Gap
from accounts.rows.sorting import Sort
from accounts.rows.year_row import YearRow


@dataclass(frozen=True, slots=True)
class RowPages:
    """The pages of a model: their addresses, their words, their form, their columns on paper and in sheets."""

    model: type[YearRow]
    form_class: type[ModelForm]
    list_name: str  # the URL name of the list: "plans"
    slug: str  # how addresses begin: "ke-hoach"
    heading: str  # "Kế hoạch, văn bản"
    noun: str  # "văn bản": "3 văn bản", "thêm văn bản"
    purpose: str  # what the page is for, said where a year is empty
    searched: str  # what the search looks in
    columns: tuple[Column, ...]
    gaps: tuple[Gap, ...] = ()
    sorts: tuple[Sort, ...] = ()  # that only this kind of row has
    # How an uploaded paper fills the form; None where there is no such page.
    read_file: FileReader | None = None

    @property
    def name(self) -> str:
        """Return how the URL names of single rows begin: "plan", "plan_edit"."""
        return str(self.model._meta.model_name)

    def list_url(self, year: int) -> str:
        return reverse(self.list_name, args=[year])

    def url(self, page: str, year: int, *more: object) -> str:
        """Return the address of a page: url("edit", 2024, row.pk)."""
        return reverse(f"{self.name}_{page}", args=[year, *more])
