"""A citation: the values of one document that a line names, and the sentence that names it."""

from dataclasses import dataclass
from datetime import date

from pbgdpl.lib.vietnamese import official_date
from plans.kinds import DocumentKind

NAMED_FIRST = {DocumentKind.LAW, DocumentKind.CODE, DocumentKind.ORDINANCE, DocumentKind.CONSTITUTION}


@dataclass(frozen=True, slots=True)
class Citation:
    """One document as a line names it; what the line does not say is None.

    `kind_as_written` is the type's name in the line's own words ("Văn bản", "QĐ", "Chương trình hành động"),
    empty where only the symbol tells the kind. `number` has no inner spaces and plain hyphens; None also where
    it was left blank. `subject` has its connective; of a law it is the name.

    `start` and `end` are places in `clean_line(line)`. `is_whole` tells that the line says nothing but this:
    its words are those of `citation_sentence`, bullets and punctuation apart.
    """

    kind: DocumentKind
    kind_as_written: str
    number: str | None
    issued_on: date | None
    issuing_body: str | None
    subject: str | None
    start: int = 0
    end: int = 0
    is_whole: bool = False


def citation_sentence(
    *,
    kind: DocumentKind,
    kind_as_written: str,
    number: str | None,
    issued_on: date | None,
    issuing_body: str | None,
    subject: str | None,
) -> str:
    """Return "Kế hoạch số 139/KH-SKHCN ngày 16/01/2024 của … về …", what is missing left out.

    The order of Decree 30/2020, Appendix I, II.6b. A law's name stands before its number: "Luật Dược số …".
    """
    is_law = kind in NAMED_FIRST and bool(subject) and not (subject or "").startswith("sửa đổi")
    parts = (
        kind_as_written or kind.label,
        subject if is_law else "",
        f"số {number}" if number else "",
        f"ngày {official_date(issued_on)}" if issued_on else "",
        f"của {issuing_body}" if issuing_body else "",
        "" if is_law else subject,
    )
    return " ".join(part for part in parts if part)


def says_no_more(line: str, citation: Citation) -> bool:
    return False
