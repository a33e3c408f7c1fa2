"""Files on their way in: of a stranger's nothing is stored, of other people's no more than the page takes."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

from accounts.attaching.checking import MOST_BYTES


@dataclass(frozen=True, slots=True)
class UploadLimit:
    """How many files a page takes in one request, and how large each may be.

    A page that takes files declares it as `upload_limit` on its view.
    """

    most_files: int = 1
    most_bytes: int = MOST_BYTES

    @property
    def longest_request(self) -> int:
        """Return the length in bytes of the longest request that the page can take: its files and its fields."""
        return self.most_files * self.most_bytes + (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0)


NO_FILES = UploadLimit(most_files=0, most_bytes=0)


def upload_limit(request: HttpRequest) -> UploadLimit:
    """Return the limit of the requested page; most pages, and addresses without a page, take no files."""
    view = request.resolver_match.func if request.resolver_match else None
    return getattr(getattr(view, "view_class", None), "upload_limit", NO_FILES)


class BoundedUpload(FileUploadHandler):
    """Pass on to Django's handlers, which store them, only the files that the page takes.

    A file that is not passed on is read to its end, so that the fields after it and the answer arrive. The form gets
    an empty file in its place, whose size is over the limit.
    """

    request: HttpRequest

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803 (the name that Django gives it)
        content_length: int,
        *args: Any,
        **kwargs: Any,
    ) -> tuple[QueryDict, MultiValueDict[str, UploadedFile[Any]]] | None:
        """Decide which files may be stored; leave unread what a stranger sends beyond the longest request."""
        user = getattr(self.request, "user", None)
        is_stranger = user is None or not user.is_authenticated
        self.limit = upload_limit(self.request)
        is_too_long = content_length > self.limit.longest_request
        self.files_left = 0 if is_stranger or is_too_long else self.limit.most_files
        return (QueryDict(), MultiValueDict()) if is_stranger and is_too_long else None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.is_stored = self.files_left > 0
        self.files_left -= 1
        if not self.is_stored:
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.is_stored and start + len(raw_data) > self.limit.most_bytes:
            self.is_stored = False
            self.delete_stored_part()
        return raw_data if self.is_stored else None

    def delete_stored_part(self) -> None:
        """Close the temporary file of Django's handlers, which deletes it."""
        for handler in self.request.upload_handlers:
            if (file := getattr(handler, "file", None)) is not None:
                file.close()

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:
        if self.is_stored:
            return None
        size = max(file_size, self.limit.most_bytes + 1)
        return UploadedFile(BytesIO(), self.file_name, self.content_type, size, self.charset)
