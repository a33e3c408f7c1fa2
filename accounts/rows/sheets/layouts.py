"""The layouts of lists that an organisation has chosen: the next file with the same headings maps itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from accounts.models import Organisation, SheetLayout
from accounts.rows.pages import RowPages
from accounts.rows.sheets.tables import Choice, Layout, Table, Wanted, layout_of

LEAST_HEADINGS = 2


def wanted_of(pages: RowPages, organisation: Organisation) -> Wanted:
    """Return what is looked for in a file: the columns of the list, and the layouts that are remembered."""
    stored = SheetLayout.objects.filter(organisation=organisation, rows=pages.name)
    layouts = {tuple(layout.headings): layout.fields for layout in stored}
    return Wanted(pages.columns, layouts)


def remember(
    tables: Mapping[int, Table], choices: Mapping[int, Choice], *, pages: RowPages, of: Organisation
) -> None:
    """Remember the fields that were chosen for each sheet with headings, by these headings."""
    for place, table in tables.items():
        headings = layout_of(table.heading)
        if sum(map(bool, headings)) >= LEAST_HEADINGS and place in choices:
            fields = [choices[place].fields.get(column, "") for column in sorted(table.heading.cells)]
            SheetLayout.objects.update_or_create(
                organisation=of,
                rows=pages.name,
                key=_key(headings),
                defaults={"headings": headings, "fields": fields},
            )


def _key(headings: Layout) -> str:
    return sha256(json.dumps(headings).encode()).hexdigest()
