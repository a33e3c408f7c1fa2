"""What goes wrong in real filings, found in plain numbers and words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from django.db.models import TextChoices

from pbgdpl.lib.vietnamese import fold
from reports.figures.evaluating import Values, change, holds
from reports.figures.rules import FigureRule, Origin

# From this many people a session on, an average is no ordinary one: in real filings it is 126 in a province and 1,158
# at a city's sessions in person, and "4 cuộc, 500.000 người" were views; one transmitted to all communes has thousands.
MOST_IN_A_SESSION = 4_000
# More than any room for online meetings lets in; livestreams count views in tens of thousands.
MOST_ONLINE = 20_000
# An online session is out of proportion at so many times the body's other sessions, of which there are at least so
# many, and never below so many people: a conference that is transmitted to all communes reaches some thousands.
VIEWS_TIMES = 30
FEWEST_OTHERS = 3
FEWEST_VIEWS = 3_000
# Originals that equal the printed copies are an error where there are many of them and hardly any was posted: the
# filing that the Ministry quoted had 6.900 = 6.900, with 39 posted. A body with 20 documents may well print each once.
FEWEST_COPIED = 50
POSTED_SHARE = Fraction(1, 10)
# From this change against the year before on, the Ministry asks for an explanation.
SWING = Fraction(1, 5)
# A counted number of so many thousands exactly is rarer than one in a thousand; below, round numbers are common.
ROUND = 1_000


class Fault(TextChoices):
    """The kinds of what is wrong or odd about a figure; the label is a heading."""

    RULE = "rule", "Quy tắc của biểu không đúng"
    PART = "part", "Phần lớn hơn tổng"
    SUM = "sum", "Tổng không khớp các cột thành phần"
    UNREAD = "unread-rule", "Quy tắc của biểu không đọc được"
    MISSING = "missing", "Chưa nhập số"
    UNREASONED = "unreasoned", "Chốt khác số đếm được mà chưa ghi lý do"
    MOVED = "moved", "Dữ liệu đã đổi từ khi chốt số"
    DOUBT = "doubt", "Số đếm được còn nghi vấn"
    VIEWS = "views", "Có thể là lượt xem, không phải người dự"
    CROWD = "crowd", "Ít cuộc mà rất nhiều người"
    NO_SESSION = "no-session", "Có người dự mà không có cuộc nào"
    COPIES = "copies", "Tài liệu gốc bằng số bản nhân bản"
    SWING = "swing", "Biến động từ 20% chưa giải trình"
    DIGITS = "digits", "Chữ số ở chỗ ghi tên"
    PLACE = "place", "Có thể thuộc tỉnh khác"
    FAR = "far", "Khác xa các cơ quan cùng nhóm"
    ROUND = "round", "Số tròn đáng ngờ"
    SAME_EVENT = "same-event", "Hai cơ quan cùng kể một hoạt động"


FAULT_OF_ORIGIN = {Origin.STATED: Fault.RULE, Origin.PART: Fault.PART, Origin.SUM: Fault.SUM}


def is_broken(rule: FigureRule, values: Values) -> bool:
    """Return whether a rule does not hold; of parts and sums "-" is 0, but one that somebody stated needs numbers."""
    if rule.origin is not Origin.STATED:
        values = replace(values, now={**values.now, **dict.fromkeys(values.dashes, 0)})
    return holds(rule.formula, values) is False


def per_session(sessions: int, people: int) -> float:
    """Return how many people came to a session; those of no session came to one."""
    return people / max(sessions, 1)


def is_crowd(sessions: int, people: int) -> bool:
    return per_session(sessions, people) >= MOST_IN_A_SESSION


def are_views(size: float, others: int = 0, usual: float | None = None) -> bool:
    """Return whether the people of an online session are views, by the usual size of so many other sessions."""
    if size >= MOST_ONLINE:
        return True
    if usual is None or size < FEWEST_VIEWS or others < FEWEST_OTHERS:
        return False
    return size >= VIEWS_TIMES * usual


def are_copied(originals: int | None, posted: int | None, copies: int | None) -> bool:
    """Return whether the number of originals was entered as that of the copies."""
    if originals is None or originals != copies or originals < FEWEST_COPIED:
        return False
    return (posted or 0) <= originals * POSTED_SHARE


def is_swing(now: int | None, before: int | None) -> bool:
    ratio = change(now, before)
    return ratio is not None and abs(ratio) >= SWING


def is_round(number: int) -> bool:
    return number >= ROUND and number % ROUND == 0


def holds_digits(label: str, words: str) -> bool:
    """Return whether the words of a column hold digits in place of a name; notes may hold some."""
    if "ten" in fold(label).split():
        return any(map(str.isdigit, words))
    return is_digits(words)


def is_digits(name: str) -> bool:
    """Return whether a name is made of digits rather than letters.

    >>> is_digits("4.500"), is_digits("Phường 12"), is_digits("")
    (True, False, False)
    """
    digits = sum(map(str.isdigit, name))
    return digits > sum(map(str.isalpha, name))
