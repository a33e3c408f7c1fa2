"""The roles of lines, known by this program's Word styles or found by position and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from reports.document import layout
from reports.reading.report.source import SourceLine


class Role(Enum):
    """A place of Decree 30's page map, or a kind of line in the text (ô 6)."""

    PARENT_BODY = auto()
    ISSUING_BODY = auto()
    FURNITURE = auto()  # printed on every report (Quốc hiệu, Tiêu ngữ), or a note that it was signed
    NUMBER = auto()
    PLACE_DATE = auto()
    KIND = auto()
    SUBJECT = auto()
    PERIOD_NOTE = auto()
    ADDRESSEE = auto()
    LEGAL_BASIS = auto()
    TEXT = auto()  # of the body, to be recognised by its mark and its neighbours
    PARAGRAPH = auto()  # of the body, whatever its formatting
    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    HEADING_4 = auto()
    BULLET = auto()
    POINT = auto()
    CLOSING = auto()
    RECIPIENT = auto()
    AUTHORITY = auto()
    SIGNER = auto()
    CONTACT = auto()
    ANNEX_LABEL = auto()
    ANNEX_TITLE = auto()
    ANNEX_REFERENCE = auto()


BODY_ROLES = {
    Role.TEXT,
    Role.PARAGRAPH,
    Role.HEADING_1,
    Role.HEADING_2,
    Role.HEADING_3,
    Role.HEADING_4,
    Role.BULLET,
    Role.POINT,
}
LEVELS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3, Role.HEADING_4: 4}

ROLE_OF_STYLE = {
    layout.GOVERNING_BODY.id: Role.PARENT_BODY,
    layout.ISSUING_BODY.id: Role.ISSUING_BODY,
    layout.NATIONAL_NAME.id: Role.FURNITURE,
    layout.MOTTO.id: Role.FURNITURE,
    layout.NUMBER.id: Role.NUMBER,
    layout.PLACE_DATE.id: Role.PLACE_DATE,
    layout.KIND.id: Role.KIND,
    layout.SUBJECT.id: Role.SUBJECT,
    layout.PERIOD_NOTE.id: Role.PERIOD_NOTE,
    layout.ADDRESSEES.id: Role.ADDRESSEE,
    layout.ADDRESSEES_TITLE.id: Role.FURNITURE,
    layout.ADDRESSEE.id: Role.ADDRESSEE,
    layout.LEGAL_BASIS.id: Role.LEGAL_BASIS,
    layout.BODY.id: Role.PARAGRAPH,
    layout.HEADING_1.id: Role.HEADING_1,
    layout.HEADING_2.id: Role.HEADING_2,
    layout.HEADING_3.id: Role.HEADING_3,
    layout.HEADING_3_CLAUSE.id: Role.HEADING_3,
    layout.HEADING_4.id: Role.HEADING_4,
    layout.BULLET.id: Role.BULLET,
    layout.POINT.id: Role.POINT,
    layout.CLOSING.id: Role.CLOSING,
    layout.RECIPIENTS_TITLE.id: Role.FURNITURE,
    layout.RECIPIENT.id: Role.RECIPIENT,
    layout.AUTHORITY.id: Role.AUTHORITY,
    layout.SIGNER.id: Role.SIGNER,
    layout.CONTACT.id: Role.CONTACT,
    layout.ANNEX_LABEL.id: Role.ANNEX_LABEL,
    layout.ANNEX_TITLE.id: Role.ANNEX_TITLE,
    layout.ANNEX_REFERENCE.id: Role.ANNEX_REFERENCE,
}
# The role of a paragraph in a foreign style that was typed right after one of these styles.
ROLE_AFTER_STYLE = {
    layout.ADDRESSEES_TITLE.id: Role.ADDRESSEE,
    layout.CLOSING.id: Role.CLOSING,
    layout.RECIPIENTS_TITLE.id: Role.RECIPIENT,
    layout.RECIPIENT.id: Role.RECIPIENT,
    layout.AUTHORITY.id: Role.SIGNER,
}


@dataclass(frozen=True, slots=True)
class PlacedLine:
    role: Role
    line: SourceLine


def styled_lines(lines: Iterable[SourceLine]) -> tuple[PlacedLine, ...]:
    """Return the lines of a file made by this program, each with the role of its style.

    Lines that were typed later without such a style are text of the body, or continue the role before them.
    """
    placed = []
    style = ""
    for line in lines:
        known = ROLE_OF_STYLE.get(line.style)
        role = known or (Role.TEXT if line.rows else ROLE_AFTER_STYLE.get(style, Role.TEXT))
        style = line.style if known else style
        placed.append(PlacedLine(_chosen_role(line, role), line))
    return tuple(placed)


def _chosen_role(line: SourceLine, role: Role) -> Role:
    """Return the role that the officer says a line of the body has, or the given one."""
    if line.chosen is None or role not in BODY_ROLES:
        return role
    return next((one for one, depth in LEVELS.items() if depth == line.chosen), Role.PARAGRAPH)
