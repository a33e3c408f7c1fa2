"""The rows of each kind of set in words, for its history and for the page of two versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.utils.formats import number_format

from accounts.history import Description, described_value, value_in_words
from reports.document.numbering import labels_of
from reports.document.tree import Numbering
from reports.models import CriteriaSet, Criterion, Indicator, IndicatorSet, Outline, OutlineSection

LONGEST_LABEL = 80
TICKED = ("is_text", "is_stock")
STATED = ("part_of", "kinds", "modes", "sum_of")


def described_sections(outline: Outline, sections: Iterable[OutlineSection]) -> Description:
    sections = list(sections)
    numbers = labels_of((section.depth for section in sections), Numbering(outline.numbering))
    lines = [
        f"{number} {section.heading}{'' if section.is_required else ' (không bắt buộc)'}"
        for number, section in zip(numbers, sections, strict=True)
    ]
    below: dict[str, list[str]] = defaultdict(list)
    for section in sections:
        for name in ("guidance", "starting_text", "collects"):
            for label, text in described_value(section, name).items():
                below[f"{label}, mục {section.heading[:LONGEST_LABEL]}"].append(text)
    return {"các mục": "\n".join(lines)} | {label: "\n".join(texts) for label, texts in below.items()}


def described_criteria(_: CriteriaSet, criteria: Iterable[Criterion]) -> Description:
    return {"các tiêu chí": "\n".join(map(_criterion_in_words, criteria))}


def _criterion_in_words(criterion: Criterion) -> str:
    group = f"{criterion.group}: " if criterion.group else ""
    most = criterion.maximum_points
    points = f" (tối đa {points_in_words(most)} điểm)" if most is not None else ""
    guidance = f" – {criterion.guidance}" if criterion.guidance else ""
    return f"{group}{criterion.name}{points}{guidance}"


def points_in_words(points: Decimal) -> str:
    """Return "10" or "7,5": no more digits than say something."""
    whole = points.to_integral_value()
    return number_format(whole if whole == points else points.normalize())


def described_indicators(_: IndicatorSet, indicators: Iterable[Indicator]) -> Description:
    indicators = list(indicators)
    rules = {
        f"quy tắc, cột ({indicator.code})": indicator.rules for indicator in indicators if indicator.rules
    }
    return {"các chỉ tiêu": "\n".join(map(indicator_in_words, indicators))} | rules


def indicator_in_words(indicator: Indicator) -> str:
    """Return a column on one line, without its rules."""
    label = " > ".join((*indicator.headings_above, indicator.label))
    unit = f" [{indicator.unit}]" if indicator.unit else ""
    doubtful = [_label(indicator, "is_doubtful")] if indicator.is_doubtful else []
    return f"({indicator.code}) {label}{unit} – {'; '.join([*how_counted(indicator), *doubtful])}"


def how_counted(indicator: Indicator) -> list[str]:
    """Return how a column is counted and what it is, in short phrases."""
    ticked = [_label(indicator, name) for name in TICKED if getattr(indicator, name)]
    stated = [
        f"{_label(indicator, name)}: {value_in_words(indicator, name)}"
        for name in STATED
        if getattr(indicator, name)
    ]
    return [value_in_words(indicator, "count"), *stated, *ticked]


def _label(indicator: Indicator, name: str) -> str:
    return str(indicator._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
