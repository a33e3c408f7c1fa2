"""A citation: the values of one document that a line names, and the sentence that names it."""

import re
from dataclasses import dataclass
from datetime import date

from pbgdpl.lib.vietnamese import official_date
from plans.kinds import DocumentKind

NAMED_FIRST = {DocumentKind.LAW, DocumentKind.CODE, DocumentKind.ORDINANCE, DocumentKind.CONSTITUTION}

# What a law with a number is about, as against its name
FOLLOWS_NUMBER = re.compile(r"(?:về|V/v|sửa đổi|bổ sung|quy định)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """One document as a line names it; what the line does not say is None.

    `kind_as_written` is the type's name in the line's own words ("Văn bản", "QĐ", "Chương trình hành động"),
    empty where only the symbol tells the kind. `number` has no inner spaces and plain hyphens; None also where
    it was left blank. `subject` has its connective; of a law it is the name.
    """

    kind: DocumentKind
    kind_as_written: str
    number: str | None
    issued_on: date | None
    issuing_body: str | None
    subject: str | None

    @property
    def sentence(self) -> str:
        return citation_sentence(
            kind=self.kind,
            kind_as_written=self.kind_as_written,
            number=self.number,
            issued_on=self.issued_on,
            issuing_body=self.issuing_body,
            subject=self.subject,
        )


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

    The order of Decree 30/2020, Appendix I, II.6b. A law's name stands before its number ("Luật Dược số …"), but
    not what it does ("Luật số … sửa đổi …").
    """
    is_law = kind in NAMED_FIRST and not (number and FOLLOWS_NUMBER.match(subject or ""))
    parts = (
        kind_as_written or kind.label,
        subject if is_law else "",
        f"số {number}" if number else "",
        f"ngày {official_date(issued_on)}" if issued_on else "",
        f"của {issuing_body}" if issuing_body else "",
        "" if is_law else subject,
    )
    return " ".join(part for part in parts if part)
