"""The sentences on what is odd about figures, alike for one body and for a province of bodies."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from pbgdpl.lib.vietnamese import percentage, thousands
from reports.figures.evaluating import Values
from reports.figures.faults import per_session
from reports.figures.rules import FigureRule, Origin

RIGHT_ANYWAY = "Nếu đúng thì giữ nguyên và ghi lý do."
WAYS_OUT = {
    Origin.STATED: "Xem lại các số này.",
    Origin.PART: "Sửa một trong hai số.",
    Origin.SUM: "Sửa tổng, hoặc các số thành phần.",
}


EXPLAIN = "Ghi giải trình: Bộ Tư pháp trả lại số biến động từ 20% không giải trình."
EXPLAIN_OR_STATE = "Ghi giải trình, hoặc ghi số của kỳ này."
STATE_SESSIONS = "Ghi số cuộc, hoặc bỏ số người."


def without_way_out(words: str) -> str:
    """Return what is odd without what its body is to do about it: nobody corrects a number that is added up."""
    for way_out in (*WAYS_OUT.values(), EXPLAIN, EXPLAIN_OR_STATE, STATE_SESSIONS, RIGHT_ANYWAY):
        words = words.removesuffix(f" {way_out}")
    return words


def rule_words(rule: FigureRule, values: Values) -> str:
    """Return the words of a rule that does not hold, the numbers that it is about, and the way out."""
    before = values.before if rule.formula.compares_years else {}
    stated = (one for one in rule.formula.codes if values.now.get(one) is not None or one in values.dashes)
    numbers = "; ".join(_named(code, values.now, before) for code in stated)
    return f"{rule.words.rstrip('. ')}. Đang ghi: {numbers}. {WAYS_OUT[rule.origin]}"


def _named(code: str, now: Mapping[str, int | None], before: Mapping[str, int | None]) -> str:
    number, earlier = now.get(code), before.get(code)
    beside = "" if earlier is None else f" (cùng kỳ năm trước {thousands(earlier)})"
    return f"cột ({code}) {'“-”' if number is None else thousands(number)}{beside}"


def view_words(sessions: int, people: int, usual: float | None = None) -> str:
    beside = "" if not usual else f", các cuộc khác thường có {number_words(usual)} người"
    return (
        f"{thousands(people)} lượt người dự trực tuyến ở {thousands(sessions)} cuộc{beside}: có thể là lượt xem. "
        f"Ghi số người dự, không ghi lượt xem. {RIGHT_ANYWAY}"
    )


def crowd_words(sessions: int, people: int) -> str:
    return (
        f"{thousands(sessions)} cuộc mà có {thousands(people)} lượt người, mỗi cuộc "
        f"{number_words(per_session(sessions, people))} người. Xem lại số cuộc và số người. {RIGHT_ANYWAY}"
    )


def copy_words(originals: int, posted: int | None) -> str:
    return (
        f"số tài liệu gốc bằng số bản nhân bản ({thousands(originals)}), mà chỉ {thousands(posted or 0)} tài liệu "
        f"được đăng tải. Tài liệu gốc đếm theo đầu tài liệu, không theo bản in. {RIGHT_ANYWAY}"
    )


def without_session_words(people: int) -> str:
    return f"{thousands(people)} lượt người dự mà không có cuộc nào. {STATE_SESSIONS}"


def swing_words(now: int | None, before: int) -> str:
    """Return how a number moved; None is "-"."""
    if now is None:
        return f"ghi “-” mà cùng kỳ năm trước là {thousands(before)}, chưa có giải trình. {EXPLAIN_OR_STATE}"
    way = "tăng" if now > before else "giảm"
    return (
        f"{way} {percentage(now - before, before)} so với cùng kỳ năm trước "
        f"(từ {thousands(before)} thành {thousands(now)}) mà chưa có giải trình. {EXPLAIN}"
    )


def digit_words(words: str) -> str:
    return f"ô ghi tên có chữ số: “{words[:60]}”. Ghi tên bằng chữ, chuyển số sang cột của nó."


def number_words(number: Fraction | float) -> str:
    """Return a number rounded to a whole one: "1.245"."""
    return thousands(round(number))


def times_words(ratio: Fraction) -> str:
    """Return how many times one number is another: "gấp 12 lần", "bằng 1/30"."""
    return f"gấp {number_words(ratio)} lần" if ratio >= 1 else f"chỉ bằng 1/{number_words(1 / ratio)}"
