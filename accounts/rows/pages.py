"""The declaration of the pages of one kind of row, which configures the generic views."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import ModelForm
from django.urls import reverse

from accounts.attaching.file_reading import FileReader
from accounts.rows.columns import Column
from accounts.rows.gaps import Gap
from accounts.rows.list_rows import RowCells
from accounts.rows.sorting import Sort
from accounts.rows.year_row import YearRow


@dataclass(frozen=True, slots=True)
class RowPages:
    """The pages of a model: addresses, words, form, and the columns of registers and spreadsheets."""

    model: type[YearRow]
    form_class: type[ModelForm]
    grid_form_class: type[ModelForm]  # of a row of the grid
    slug: str  # how addresses begin: "ke-hoach"
    heading: str  # "Kế hoạch, văn bản"
    noun: str  # "văn bản": "3 văn bản", "thêm văn bản"
    purpose: str  # explains the page where a year has no rows
    searched: str  # names the fields that the search covers
    columns: tuple[Column, ...]
    cells: RowCells  # of a row in the list
    gaps: tuple[Gap, ...] = ()
    sorts: tuple[Sort, ...] = ()  # that only this kind of row has
    # Reads the form's initial values from an uploaded document; None if there is no upload page.
    read_file: FileReader | None = None

    @property
    def name(self) -> str:
        """Return how the URL names of single rows begin: "plan", "plan_edit"."""
        return str(self.model._meta.model_name)

    @property
    def list_name(self) -> str:
        return self.model.list_name

    def list_url(self, year: int) -> str:
        return reverse(self.list_name, args=[year])

    def url(self, page: str, year: int, *more: object) -> str:
        """Return the address of a page: url("edit", 2024, row.pk)."""
        return reverse(f"{self.name}_{page}", args=[year, *more])
