"""The values of a sheet's row for the cells of its form: the type of a document is found where the sheet gives it."""

from __future__ import annotations

import re

from accounts.rows.columns import SYMBOL, WITH_KIND, WITH_PLACE
from events.held import held_at
from events.kinds import EventKind, EventMode
from events.reading import mode_in, read_event
from pbgdpl.lib.account_of_characters import left_out
from pbgdpl.lib.vietnamese import first_words, fold
from plans.kinds import DocumentKind, PolicyKind
from plans.reading import kind_of, read_citation, read_policy
from plans.reading.citation.kind_names import Title, find_titles

SUBJECT_WITH_KIND, HELD_WITH_PLACE, NUMBER_SYMBOL = (
    f"subject{WITH_KIND}",
    f"held{WITH_PLACE}",
    f"number{SYMBOL}",
)
BEFORE_PLACE = re.compile(r"^[\s,;:.–-]*(?:tại(?: |$))?", re.IGNORECASE)
WITHOUT_YEAR = "{label}: bảng tính ghi “{text}”, không có năm; đang đọc là {read}."
LONGEST_TITLE = 60
CHOSEN = ("kind", "mode")
DAYS = (("held", "Thời gian"), ("issued_on", "Ngày ban hành"), ("due_on", "Truyền thông trước ngày"))
SAID_OTHERWISE = "hinh thuc to chuc online va voi hoac , ; / ( ) + - &"  # "Trực tiếp/Online"
LABELS = {**dict(EventKind.choices), **dict(EventMode.choices), **dict(PolicyKind.choices)}
KIND_CODES = {fold(label): code for code, label in EventKind.choices}


def document_values(values: dict[str, str]) -> dict[str, str]:
    """Return the values with the type, which is before the subject or follows from the number.

    >>> document_values({"subject_with_kind": "Quyết định ban hành Quy chế"})
    {'subject': 'ban hành Quy chế', 'kind_text': 'Quyết định'}
    """
    together = values.get(SUBJECT_WITH_KIND, "")
    values = _with_symbol(values)
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
    >>> event_values({"kind": "Hội thảo", "mode": "trực tiếp"}), event_values({"name": "Cuộc thi tìm hiểu"})
    ({'kind': 'seminar', 'mode': 'in_person'}, {'name': 'Cuộc thi tìm hiểu', 'kind': 'contest'})
    """
    values = _parted_from_place(values)
    kind, mode = values.get("kind", ""), values.get("mode", "")
    code = KIND_CODES.get(fold(kind))
    found = mode_in(mode or ("" if code else kind))
    is_unstated = not kind or (found and not (mode or code))
    reading = read_event(values.get("name", "")) if is_unstated else None
    code = code or (reading.kind if reading else None)
    kinds = {"kind": str(code or kind)} if code or kind else {}
    return values | kinds | ({"mode": str(found or mode)} if found or mode else {})


def policy_values(values: dict[str, str]) -> dict[str, str]:
    """Return the values with the code of the kind, and with the lead body that a name without one states.

    >>> policy_values({"kind": "Dự thảo", "name": "Luật Thủ đô (Sở Tư pháp chủ trì)"})
    {'kind': 'draft', 'name': 'Luật Thủ đô', 'lead_body': 'Sở Tư pháp'}
    """
    reading = read_policy(values.get("name", ""))
    kind = kind_of(values.get("kind") or values.get("name", ""))
    led = {}
    if reading and reading.lead_body and not values.get("lead_body"):
        led = {"name": reading.name, "lead_body": reading.lead_body}
    return values | {"kind": str(kind)} | led


def _with_symbol(values: dict[str, str]) -> dict[str, str]:
    """Return the values with the number and its symbol in one: "12" and "KH-SXD" → "12/KH-SXD"."""
    symbol = values.get(NUMBER_SYMBOL, "").strip()
    number = values.get("number", "").strip()
    rest = {name: value for name, value in values.items() if name != NUMBER_SYMBOL}
    if not symbol:
        return rest
    is_parted = not number or number.endswith("/") or symbol.startswith("/")
    return rest | {"number": f"{number}{'' if is_parted else '/'}{symbol}"}


def _parted_from_place(values: dict[str, str]) -> dict[str, str]:
    """Return the values with the place that follows the date in one cell; all of a cell without a date is the date."""
    together = values.get(HELD_WITH_PLACE, "")
    rest = {name: value for name, value in values.items() if name != HELD_WITH_PLACE}
    if not together:
        return rest
    found = held_at(together, 0)
    if found is None:
        return rest | {"held": together}
    held, place = together[: found[1]], BEFORE_PLACE.sub("", together[found[1] :], count=1)
    if "place" in rest:
        return rest | {"held": together}
    return rest | {"held": held} | ({"place": place} if place else {})


def with_year(values: dict[str, str], year: int) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the values with the year added to days, months and quarters that have none, and the doubts about them.

    >>> with_year({"held": "Tháng 3"}, 2025)[0], with_year({"issued_on": "05/02"}, 2025)[0]
    ({'held': 'Tháng 3/2025'}, {'issued_on': '05/02/2025'})
    """
    doubts = []
    for name, label in DAYS:
        text = values.get(name, "").strip()
        dated = f"{text}/{year}"
        if text and not _is_dated(text) and _is_dated(dated):
            values = values | {name: dated}
            doubts.append(WITHOUT_YEAR.format(label=label, text=text, read=dated))
    return values, tuple(doubts)


def _is_dated(text: str) -> bool:
    found = held_at(text, 0)
    return found is not None and found[1] == len(text)


def with_codes(values: dict[str, str]) -> dict[str, str]:
    """Return the values of a row that was exported, with the codes of kind and mode instead of their labels."""
    codes = {fold(label): code for code, label in LABELS.items()}
    return values | {name: codes.get(fold(values[name]), values[name]) for name in CHOSEN if name in values}


def partly_read(typed: dict[str, str], values: dict[str, str], heading: str = "Hình thức") -> str:
    """Return the doubt about cells whose words the kind and the mode do not all say, or an empty text.

    >>> partly_read({"kind": "Tập huấn trực tuyến, đã hủy"}, {"kind": "training", "mode": "online"})
    'Hình thức: “Tập huấn trực tuyến, đã hủy” chỉ được đọc là Tập huấn, Trực tuyến.'
    """
    cells = [text for name in CHOSEN if (text := typed.get(name, ""))]
    shown = [LABELS.get(value, value) for name in CHOSEN if (value := values.get(name, ""))]
    if not left_out(fold(" ".join(cells)), fold(" ".join(shown)), SAID_OTHERWISE):
        return ""
    return f"{heading}: “{first_words('; '.join(cells))}” chỉ được đọc là {', '.join(shown)}."


def _title(subject: str) -> Title | None:
    """Return the type that a subject begins with, if the subject itself follows."""
    title = next(iter(find_titles(subject[:LONGEST_TITLE])), None)
    is_title = title and title.start == 0 and title.is_capital and not title.is_short
    return title if title and is_title and subject[title.end :].strip() else None


def _kind_by_number(number: str) -> DocumentKind | None:
    citation = read_citation(f"Văn bản số {number}") if "/" in number else None
    return citation.kind if citation else None
