"""The text of the same section in the earlier report, shown beside a section to be read or taken over."""

from __future__ import annotations

from dataclasses import dataclass

from reports.checks.earlier import same_section
from reports.document.typed import blocks, typed_text
from reports.models import Report, Section
from reports.years import earlier_report, sections_of


@dataclass(frozen=True, slots=True)
class TextBeside:
    """The text of the same section in an earlier report, in pieces that can be taken over one by one."""

    report: Report
    heading: str
    pieces: tuple[str, ...]


def text_beside(section: Section) -> TextBeside | None:
    """Return the text of the same section in the earlier report, None if there is none or it is empty."""
    earlier = earlier_report(section.report.organisation, section.report.period)
    same = same_section(sections_of(earlier), section) if earlier else None
    if earlier is None or same is None or not same.body:
        return None
    return TextBeside(earlier, same.heading, pieces(same.body))


def pieces(text: str) -> tuple[str, ...]:
    """Return the paragraphs, lists, tables and listings of a text, each as typed text.

    >>> pieces("Lời đầu.\\n\\n- một\\n- hai")
    ('Lời đầu.', '- một\\n- hai')
    """
    return tuple(typed_text([block]) for block in blocks(text))
