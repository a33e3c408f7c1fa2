"""Finds the names of events in a clause, and what makes each one an event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from events.kinds import EventKind
from events.reading.evidence import (
    ACT_BEFORE,
    AT_BEFORE,
    HELD_VERB,
    LISTED_BEFORE,
    NOT_HELD_BEFORE,
    SUBJECT_BEFORE,
    Licence,
)
from events.reading.kinds import VAGUE, Head, heads_in
from events.reading.names import name_end

LOOKED_BACK = 90  # characters before a name that are searched for its verb
WEAK_VERBS = {"thực hiện", "triển khai", "chủ trì"}
DONE = re.compile(r"(?<!\w)(?:đã|vừa|phối hợp|trực tiếp|tiến hành|được) $")
HELD_BEHIND = re.compile(
    r"[^;]{0,400}? (?:đã|được|chính thức) (?:được |chính thức )?(?:tổ chức|diễn ra|khai mạc|bế mạc|"
    r"thu hút)(?!\w)"
)
ACTS = VAGUE | {EventKind.TRAINING}


@dataclass(frozen=True, slots=True)
class Licensed:
    """Words that name an event, where its words end, what licenses them and the words behind that."""

    head: Head
    licence: Licence
    name_end: int
    verb: str = ""
    is_general: bool = False  # "tổ chức các …", "tổ chức nhiều …"


def licensed_in(hidden: str) -> list[Licensed]:
    """Return what names an event in a clause; acts without a holding verb only where nothing else does."""
    heads = list(_heads_to_judge(hidden))
    found = list(_licensed(hidden, heads))
    return found or list(_acts(hidden, heads))


def _heads_to_judge(hidden: str) -> Iterator[Head]:
    """Yield the heads, except those inside the name of something that is only planned, ordered or prepared."""
    refused_to = 0
    for head in heads_in(hidden):
        if head.start < refused_to:
            continue
        before = hidden[max(0, head.start - LOOKED_BACK) : head.start]
        verb = HELD_VERB.search(before)
        if verb and NOT_HELD_BEFORE.search(before[: verb.start()]):
            refused_to = name_end(hidden, head.end, len(hidden), head.kind)
        else:
            yield head


def _licensed(hidden: str, heads: list[Head]) -> Iterator[Licensed]:
    earlier: Licensed | None = None
    for head in heads:
        if earlier and head.start < earlier.name_end:
            continue
        if found := _by_verb(hidden, head) or _by_place(hidden, head, earlier):
            if earlier and _belongs_to(hidden, earlier, found):
                continue
            earlier = found
            yield found


def _by_verb(hidden: str, head: Head) -> Licensed | None:
    before = hidden[max(0, head.start - LOOKED_BACK) : head.start]
    verb = HELD_VERB.search(before)
    if verb is None:
        return None
    words = verb["verb"].lower()
    if words in WEAK_VERBS and head.sessions is None and head.kind in VAGUE:
        return None
    general = any(
        word in verb["adverbs"].split() for word in ("các", "những", "nhiều", "kỳ", "loạt", "chuỗi")
    )
    general = general or hidden[head.start : head.start + 12].lower().startswith(("các ", "hoạt động"))
    return Licensed(head, Licence.VERB, name_end(hidden, head.end, len(hidden), head.kind), words, general)


def _by_place(hidden: str, head: Head, earlier: Licensed | None) -> Licensed | None:
    before = hidden[max(0, head.start - LOOKED_BACK) : head.start]
    licence = _listed(hidden, head, before) if earlier else _first(hidden, head, before)
    if licence is None:
        return None
    end = name_end(hidden, head.end, len(hidden), head.kind)
    return Licensed(head, licence, end, is_general=before.lower().endswith(("các ", "những ", "nhiều ")))


def _first(hidden: str, head: Head, before: str) -> Licence | None:
    """Return what licenses the first event of a clause that no verb names."""
    is_whole = head.start <= LOOKED_BACK
    if is_whole and AT_BEFORE.match(before):
        return Licence.AT
    is_opened = before.endswith((", ", ": ", "- ")) and (head.sessions or _has_capital(hidden, head))
    is_reported = before.endswith(", ") and HELD_BEHIND.match(hidden, head.end)
    if (is_whole and SUBJECT_BEFORE.match(before)) or is_opened or is_reported:
        return Licence.SUBJECT
    return None


def _listed(hidden: str, head: Head, before: str) -> Licence | None:
    """Return what licenses an event named beside another one: "… và 02 tọa đàm", "… và Hội thảo …"."""
    is_listed = LISTED_BEFORE.search(before) and (head.sessions or _has_capital(hidden, head))
    is_at = head.start <= LOOKED_BACK and AT_BEFORE.match(before)
    return Licence.AT if is_at else Licence.LISTED if is_listed else None


def _has_capital(hidden: str, head: Head) -> bool:
    noun = hidden[head.name_start : head.end]
    return noun != noun.lower()


def _belongs_to(hidden: str, earlier: Licensed, found: Licensed) -> bool:
    """Return whether the words belong to the event before them: a part of it, or documents handed out there."""
    between = hidden[earlier.head.end : found.head.start].lower()
    is_part = "trong đó" in between and earlier.head.sessions is not None
    return is_part or (found.head.kind == EventKind.PUBLICATION and found.licence is not Licence.VERB)


def _acts(hidden: str, heads: list[Head]) -> Iterator[Licensed]:
    """Yield the first activity whose name is the verb itself: "Công an xã tuyên truyền … cho 120 người"."""
    acts = []
    for head in heads:
        before = hidden[max(0, head.start - LOOKED_BACK) : head.start]
        if head.kind in ACTS and ACT_BEFORE.search(before) and not NOT_HELD_BEFORE.search(before):
            acts.append((DONE.search(before) is None, head))
    for is_bare, head in sorted(acts, key=lambda act: (act[0], act[1].start))[:1]:
        verb = "" if is_bare else "đã"
        yield Licensed(head, Licence.ACT, name_end(hidden, head.end, len(hidden), head.kind), verb)
