"""The values of a sheet's row for the cells of its form: the type of a document is found where the sheet gives it."""

from __future__ import annotations

from accounts.rows.columns import WITH_KIND
from events.kinds import EventKind
from events.reading import mode_in, read_event
from pbgdpl.lib.vietnamese import fold
from plans.kinds import DocumentKind
from plans.reading import read_citation
from plans.reading.citation.kind_names import Title, find_titles

SUBJECT_WITH_KIND = f"subject{WITH_KIND}"
LONGEST_TITLE = 60
KIND_CODES = {fold(label): code for code, label in EventKind.choices}


def document_values(values: dict[str, str]) -> dict[str, str]:
    """Return the values with the type, which is before the subject or follows from the number.

    >>> document_values({"subject_with_kind": "Quyết định ban hành Quy chế"})
    {'subject': 'ban hành Quy chế', 'kind_text': 'Quyết định'}
    """
    together = values.get(SUBJECT_WITH_KIND, "")
    values = {name: value for name, value in values.items() if name != SUBJECT_WITH_KIND}
    subject = together or values.get("subject", "")
    by_number = _kind_by_number(values.get("number", ""))
    title = _title(subject)
    kind = values.get("kind_text") or (by_number.label if by_number else "")
    if title and (title.text.casefold() == kind.casefold() or (together and "kind_text" not in values)):
        return values | {"subject": subject[title.end :].strip(), "kind_text": title.text}
    return ({"kind_text": kind} if kind else {}) | values | ({"subject": subject} if subject else {})


def event_values(values: dict[str, str]) -> dict[str, str]:
    """Return the values with the codes of kind and mode; a column "Hình thức" may hold either, or both.

    >>> event_values({"kind": "Trực tuyến", "name": "Tập huấn Luật Giá"})
    {'kind': 'training', 'name': 'Tập huấn Luật Giá', 'mode': 'online'}
    >>> event_values({"kind": "Hội thảo", "mode": "trực tiếp"})
    {'kind': 'seminar', 'mode': 'in_person'}
    """
    kind, mode = values.get("kind", ""), values.get("mode", "")
    code = KIND_CODES.get(fold(kind))
    found = mode_in(mode or ("" if code else kind))
    reading = read_event(values.get("name", "")) if kind and found and not (mode or code) else None
    code = code or (reading.kind if reading else None)
    kinds = {"kind": str(code or kind)} if kind else {}
    return values | kinds | ({"mode": str(found or mode)} if found or mode else {})


def _title(subject: str) -> Title | None:
    """Return the type that a subject begins with, if the subject itself follows."""
    title = next(iter(find_titles(subject[:LONGEST_TITLE])), None)
    is_title = title and title.start == 0 and title.is_capital and not title.is_short
    return title if title and is_title and subject[title.end :].strip() else None


def _kind_by_number(number: str) -> DocumentKind | None:
    citation = read_citation(f"Văn bản số {number}") if "/" in number else None
    return citation.kind if citation else None
