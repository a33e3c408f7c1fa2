"""What the report of the province lists of a submission: its documents as printed, and its criteria."""

from __future__ import annotations

from reports.document.data import Data


def listed_of(content: Data) -> dict[str, list[dict[str, str]]]:
    """Return what `Submission.listed` stores, of the data that is submitted."""
    return {
        "documents": [
            {"kind": row["kind"], "words": row["words"]}
            for row in content["rows"]["plans"]
            if row["is_printed"]
        ],
        "criteria": [
            {name: one[name] or "" for name in ("group", "name", "result", "points")}
            for one in content["criteria"]
        ],
    }
