"""The rule about words that lead to a listing which prints nothing: "Các đơn vị nêu những mô hình sau:", and an end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped
from reports.compiling.form_listings import OF_FORM
from reports.compiling.listings import MODELS, OF_PROVINCE, read_choice
from reports.document.tree import BulletList, LetteredList, Paragraph, Table
from reports.document.typed import Listing, TypedBlock, blocks
from reports.received.listings import COLLECTED

VAIN_LEAD = Rule(
    "vain-lead",
    Severity.WARNING,
    "Câu dẫn đến danh mục trống",
    "Danh mục chưa có dòng nào thì bản in còn câu dẫn, dưới đó không có gì.",
)
ANSWERS = (BulletList, LetteredList, Table)


def vain_lead(draft: Draft) -> Iterator[Finding]:
    for place, where, title, text in _texts(draft):
        for lead, name in _vain(draft, title, blocks(draft.figures.printed(text)) if "[[" in text else ()):
            words = (
                f"“{clipped(lead)}” ({where}) dẫn đến “[[{name}]]” mà danh mục này chưa có gì để in. "
                "Bổ sung dữ liệu, hoặc bỏ danh mục và ghi rõ là không có."
            )
            line = Place(place.part, place.pks, line=f"[[{name}]]", section=place.section)
            yield VAIN_LEAD.finds(words, line, place.part.value, *place.pks, name)


def _texts(draft: Draft) -> Iterator[tuple[Place, str, str, str]]:
    """Yield the texts that print listings, each with its place, and an annex with the title that leads to its text."""
    for section in draft.sections:
        yield (
            Place(Part.SECTION, (section.pk,), section=section.pk),
            f"mục “{clipped(section.heading)}”",
            "",
            section.body,
        )
    for annex in draft.annexes:
        yield Place(Part.ANNEX, (annex.pk,)), "phụ lục", annex.title, annex.body


def _vain(draft: Draft, lead: str, typed: Sequence[TypedBlock]) -> Iterator[tuple[str, str]]:
    """Yield the words that lead to listings of which none prints anything, with the name of the first."""
    empty = ""
    for block in (*typed, None):
        if isinstance(block, Listing):
            if _prints(draft, block.name):
                lead = ""
            empty = empty or block.name
            continue
        if lead and empty and not isinstance(block, ANSWERS):
            yield lead, empty
        lead = block.text if isinstance(block, Paragraph) and block.text.endswith(":") else ""
        empty = ""


def _prints(draft: Draft, name: str) -> bool:
    """Return whether a listing prints something: a name that cannot be read is printed, and criteria have a rule."""
    choice = read_choice(name)
    if choice is None or (choice.name in OF_PROVINCE and not draft.is_of_province):
        return True
    if choice.name in MODELS:
        counts = draft.listed_kinds[choice.name]
        return any(counts[kind] for kind in choice.kinds or counts)
    if choice.name in OF_FORM:
        return bool(draft.figures.blocks.get(choice.name))
    return choice.name not in COLLECTED or bool(draft.collected[choice].blocks)
