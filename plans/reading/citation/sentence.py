"""Citations: the values of a cited document, and the sentence composed of them."""

import re
from dataclasses import dataclass
from datetime import date

from pbgdpl.lib.remembering import remembered
from pbgdpl.lib.vietnamese import official_date
from plans.kinds import DocumentKind

NAMED_FIRST = {DocumentKind.LAW, DocumentKind.CODE, DocumentKind.ORDINANCE, DocumentKind.CONSTITUTION}

# The beginning of what a law does, as opposed to its name
FOLLOWS_NUMBER = re.compile(r"(?:về|V/v|sửa đổi|bổ sung|quy định)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """The values of a document cited in a line; a missing value is None.

    `kind_as_written` is the type's name as in the line ("Văn bản", "QĐ", "Chương trình hành động"), or empty if only
    the symbol gives the kind. `number` has no spaces and plain hyphens; it is None also if it was left blank.
    `subject` includes its connective; for a law it is the name.
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


@remembered
def citation_sentence(
    *,
    kind: DocumentKind,
    kind_as_written: str,
    number: str | None,
    issued_on: date | None,
    issuing_body: str | None,
    subject: str | None,
) -> str:
    """Return "Kế hoạch số 139/KH-SKHCN ngày 16/01/2024 của … về …" without the missing values.

    The order follows Decree 30/2020, Appendix I, II.6b. The name of a law precedes its number ("Luật Dược số …"); what
    the law does follows it ("Luật số … sửa đổi …").
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
