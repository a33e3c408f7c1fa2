"""The review rows of a sheet: new ones, and those of an exported sheet that change stored ones."""

from accounts.rows.sheets.row_keys import parse_key, rows_with
from reports.reading.pasted.forms.kinds import COLUMNS, FORMS
from reports.reading.pasted.forms.review_row import prefix_of, row_of_values
from reports.reading.pasted.sheet_values import (
    document_values,
    event_values,
    partly_read,
    policy_values,
    with_codes,
    with_year,
)

VALUES = {"event": event_values, "policy": policy_values}  # of documents `document_values`
UNKNOWN_KEY = "Mã dòng “{key}” không phải của dòng nào trong danh sách năm {year}; đang đọc như một dòng mới."
KEY_TWICE = "Mã dòng “{key}” có ở dòng trước rồi; đang đọc như một dòng mới."

OUTDATED = "Dòng này đã được sửa sau khi xuất bảng tính. Xem từng chỗ khác, rồi bỏ dấu “Bỏ qua” nếu lấy theo bảng tính."


def rows_of_sheet(sheet, kind, *, by, year):
    """Yield the review row of each row; a row whose key names a stored row of the year changes that one."""
    several = sheet.names_sheets
    keys = [parse_key(row.key) for row in sheet.rows]
    model = FORMS[kind].Meta.model
    stored = rows_with([key for key in keys if key], model, organisation=by.organisation, year=year)
    used = set()
    for place, (row, key) in enumerate(zip(sheet.rows, keys, strict=True), start=1):
        more = {"by": by, "year": year, "sheet": row.sheet if several else "", "line": row.number}
        number = place if several else row.number
        if key and key.pk in stored and key.pk not in used:
            used.add(key.pk)
            more |= {"stored": stored[key.pk], "key": key, "reading_doubts": row.doubts}
            yield changed_row(number, kind, dict.fromkeys(row.emptied, "") | row.values, **more)
        else:
            doubts = [*row.doubts, *([_why_new(row.key, year, key, used)] if row.key else [])]
            yield sheet_row(number, kind, row.values, reading_doubts=doubts, **more)


def changed_row(number, kind, typed, *, by, year, stored, key, reading_doubts=(), **more):
    """Return the review row of a sheet's row that changes a stored one; columns that the sheet lacks stay as stored."""
    form = FORMS[kind](by=by, year=year, instance=stored)
    values = {name: form[name].value() for name in form.fields} | with_codes(typed)
    more |= {"stored": stored, "seen": key, "is_skipped": key.version != stored.version}
    doubts = (*reading_doubts, *([OUTDATED] if more["is_skipped"] else []))
    return row_of_values(number, kind, values, by=by, year=year, reading_doubts=doubts, **more)


def sheet_row(number, kind, typed, *, by, year, reading_doubts=(), **more):
    """Return the review row of a sheet's row; columns that the sheet lacks have the values of a new row."""
    form = FORMS[kind](by=by, year=year)
    usual = {name: form[name].value() for name in form.fields}
    values = VALUES.get(kind, document_values)(typed)
    heading = COLUMNS[kind][0].heading  # of the column of its kind
    partly = partly_read(typed, values, heading) if kind in VALUES else ""
    values, without_year = with_year(values, year)
    doubts = (*reading_doubts, *filter(None, [partly]), *without_year)
    return row_of_values(number, kind, usual | values, by=by, year=year, reading_doubts=doubts, **more)


def _why_new(written, year, key, used):
    sentence = KEY_TWICE if key and key.pk in used else UNKNOWN_KEY
    return sentence.format(key=written[:40], year=year)


def stored_rows(data, numbers, *, by, year):
    """Return {(kind, pk): row} for the stored rows that the rows of a review that was sent change."""
    keys = {}
    for number in numbers:
        kind = data.get(f"{prefix_of(number)}-as")
        if (key := parse_key(data.get(f"{prefix_of(number)}-key", ""))) and kind in FORMS:
            keys.setdefault(kind, []).append(key)
    return {
        (kind, pk): row
        for kind, of_kind in keys.items()
        for pk, row in rows_with(
            of_kind, FORMS[kind].Meta.model, organisation=by.organisation, year=year
        ).items()
    }
