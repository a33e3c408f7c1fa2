"""The file formats of a report."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.document.pdf import Paper, to_paper
from reports.document.tree import Document
from reports.document.word import to_docx

DRAFT_ENDING = "-du-thao"  # of the name of a draft's file, before its ending


def word_paper(document: Document) -> Paper:
    """Return the Word file, whose pages depend on the program that shows it."""
    return Paper(to_docx(document))


@dataclass(frozen=True, slots=True)
class Format:
    content_type: str
    render: Callable[[Document], Paper]
    # Whether the file of a draft is the one of the report with its stamp after it; otherwise a draft is rendered again.
    is_stamped_after: bool = False


FORMATS = {
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word_paper),
    "pdf": Format("application/pdf", to_paper, is_stamped_after=True),
}
