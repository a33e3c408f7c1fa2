"""A file on its way in: what is beyond the limit is let go by, so that no file fills the disk."""

from __future__ import annotations

from django.core.files.uploadhandler import FileUploadHandler

from accounts.attaching.checking import MOST_BYTES


class BoundedUpload(FileUploadHandler):
    """Stands before Django's own handlers: the file they make is then seen to be too large."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= MOST_BYTES else None

    def file_complete(self, file_size: int) -> None:
        return None
