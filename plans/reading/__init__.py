"""Reads the values of documents and of policies from lines of text: the inverse of a citation and of a summary."""

from plans.reading.citation.read_line import read_citation, read_documents
from plans.reading.citation.sentence import Citation, citation_sentence
from plans.reading.policy import PolicyReading, due_of, kind_of, names_policy, read_policy

__all__ = [
    "Citation",
    "PolicyReading",
    "citation_sentence",
    "due_of",
    "kind_of",
    "names_policy",
    "read_citation",
    "read_documents",
    "read_policy",
]
