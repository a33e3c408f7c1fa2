"""The submitted file of data: what the report states, with what is known once it is submitted."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.utils.timezone import localtime

from reports.document.data import Data
from reports.models import Submission, SubmittedFile
from reports.submission.data.content import file_data
from reports.submission.data.rows import plain
from reports.submission.data.schema import VERSION, schema_name


def data_file(content: Data, submission: Submission, files: Iterable[SubmittedFile]) -> bytes:
    """Return the file of a submission whose other files are frozen already: it states their hashes."""
    kinds = [
        {"kind": file.kind, "name": file.name, "size": file.size, "sha256": file.sha256} for file in files
    ]
    return written(
        {
            **content,
            "schema": schema_name(VERSION),
            "submission": _submission(submission),
            "files": kinds,
            "attachments": [file_data(file) for file in submission.attachments.order_by("pk")],
        }
    )


def written(data: Data) -> bytes:
    """Return data as JSON in UTF-8, the same bytes for the same data."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return f"{text}\n".encode()


def read_data(file: bytes) -> Data:
    """Return what `written` wrote."""
    data: Data = json.loads(file)
    return data


def _submission(submission: Submission) -> Data:
    return {
        "version": submission.version,
        "submitted_at": localtime(submission.submitted_at).isoformat(timespec="seconds"),
        "submitted_by": str(submission.submitted_by),
        "due_on": plain(submission.due_on),
        "pages": submission.pages,
        "waived": [
            {"finding": finding, "reason": reason, "by": by} for finding, reason, by in submission.waived
        ],
        "outstanding": [
            {"severity": severity, "finding": finding} for severity, finding in submission.outstanding
        ],
    }
