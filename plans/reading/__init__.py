"""Lines about documents become their values: the inverse of a plan's citation."""

from plans.reading.citation import Citation, citation_sentence
from plans.reading.documents import read_citation, read_documents

__all__ = ["Citation", "citation_sentence", "read_citation", "read_documents"]
