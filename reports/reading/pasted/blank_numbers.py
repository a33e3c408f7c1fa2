"""Blank numbers, as in "Kế hoạch số …/KH-SXD", whose symbols still show the issuing body."""

from __future__ import annotations

import re
from dataclasses import replace

from plans.models import Directive, Plan
from plans.reading import read_citation
from reports.reading.line_reader import LineReader

BLANK = re.compile(r"(?<!\w)số\s?[:.]?[\s.…_]*/\s?(?P<symbol>[A-ZĐ][\w&.-]*)", re.IGNORECASE)


def reader_for(text: str, reader: LineReader) -> LineReader:
    """Return the reader for a line; if it has a blank number, a document is taken for that of the symbol's body."""
    found = BLANK.search(text)
    citation = read_citation(text) if found else None
    if found is None or citation is None or citation.number or citation.issuing_body:
        return reader
    own = reader.is_own(replace(citation, number=f"0/{found['symbol']}"))
    return reader if own is None else replace(reader, unclear=Plan if own else Directive)
