"""The stored texts of a loaded draft."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.draft import Draft
from reports.checks.stored import StoredText, stored_texts


def texts_of(draft: Draft) -> Iterator[StoredText]:
    return stored_texts(draft.report, draft.sections, draft.assessments, draft.annexes, draft.rows)
