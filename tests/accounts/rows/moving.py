"""One row moved, as the buttons of its line do it; the verb moves several."""

from accounts.rows.ordering import Way, move_rows


def rows_of(row, by):
    return type(row).objects.of(by.organisation).for_year(row.reporting_year)


def place_of(row, by):
    return list(rows_of(row, by).in_order()).index(row) + 1


def move_row(row, *, by, before):
    """Move a row before another one of its year, or to the end; return its place, from 1."""
    move_rows(rows_of(row, by), {row.pk}, Way.BEFORE, by=by, before=before and before.pk)
    return place_of(row, by)


def step_row(row, *, by, down):
    """Move a row one place down or up; return its place, from 1."""
    move_rows(rows_of(row, by), {row.pk}, Way.DOWN if down else Way.UP, by=by)
    return place_of(row, by)
