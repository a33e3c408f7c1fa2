"""Reads the values of documents from lines of text: the inverse of a citation."""

from plans.reading.citation.read_line import read_citation, read_documents
from plans.reading.citation.sentence import Citation, citation_sentence

__all__ = ["Citation", "citation_sentence", "read_citation", "read_documents"]
