"""Rules about the căn cứ lines: each ends with ";", the last with "." (ô 6)."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped
from reports.checks.repairs import Repair

DECREE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6.a"
BASE_END = Rule(
    "base-without-semicolon",
    Severity.WARNING,
    "Căn cứ chưa có dấu chấm phẩy ở cuối",
    f"{DECREE}: sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu chấm phẩy.",
)
LAST_BASE_END = Rule(
    "last-base-without-stop",
    Severity.WARNING,
    "Căn cứ cuối cùng chưa có dấu chấm",
    f"{DECREE}: dòng căn cứ cuối cùng kết thúc bằng dấu chấm.",
)
ENDS = " .,;:/"  # the marks in whose place the right one is put


def base_without_semicolon(draft: Draft) -> Iterator[Finding]:
    for line in draft.document.legal_bases[:-1]:
        if not line.endswith(";"):
            text = (
                f"Căn cứ “{clipped(line)}” chưa kết thúc bằng dấu chấm phẩy (;). Thêm dấu chấm phẩy vào cuối."
            )
            yield BASE_END.finds(text, _place(line), line)


def last_base_without_stop(draft: Draft) -> Iterator[Finding]:
    for line in draft.document.legal_bases[-1:]:
        if not line.endswith("."):
            text = f"Căn cứ cuối cùng “{clipped(line)}” chưa kết thúc bằng dấu chấm. Thêm dấu chấm vào cuối."
            yield LAST_BASE_END.finds(text, _place(line))


def _place(line: str) -> Place:
    return Place(Part.REPORT, field="legal_bases", line=line)


def ended_bases(text: str) -> Iterator[tuple[Rule, Repair]]:
    """Yield the rule and the repair of each căn cứ in a stored text that ends with a wrong mark."""
    lines, start = list[tuple[int, int]](), 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((start, start + len(line.rstrip())))
        start += len(line) + 1
    for number, (begin, end) in enumerate(lines, start=1):
        rule, mark = (LAST_BASE_END, ".") if number == len(lines) else (BASE_END, ";")
        if text[end - 1] != mark:
            yield rule, Repair(text[begin:end], begin + len(text[begin:end].rstrip(ENDS)), end, mark)
