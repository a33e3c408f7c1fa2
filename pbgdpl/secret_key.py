"""The secret key, which is generated on the server and never part of the sources."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

SHORTEST = 50
FEWEST_DIFFERENT_CHARACTERS = 10


def stored_key(path: Path) -> str:
    """Return the key stored in `path`; generate it first if there is none.

    Processes that start at the same time get the same key.
    """
    if not path.exists():
        with NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as draft:
            draft.write(get_random_secret_key())
            draft.flush()
            # Creating a link is atomic and never replaces the file of another process.
            # The temporary file, and so the key, is readable by its owner only.
            with suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_text(encoding="ascii").strip()


def refuse_weak_key(key: str, *, source: str) -> None:
    """Raise ImproperlyConfigured, naming the `source` of the key, if the key could be guessed."""
    if not key:
        raise ImproperlyConfigured(f"{source} đang để trống. Xóa đi để máy tự tạo khóa, hoặc đặt khóa khác.")
    if key.startswith("django-insecure-"):
        raise ImproperlyConfigured(f"{source} là khóa mẫu ai cũng biết. Hãy đặt một khóa ngẫu nhiên.")
    if len(key) < SHORTEST or len(set(key)) < FEWEST_DIFFERENT_CHARACTERS:
        raise ImproperlyConfigured(f"{source} dễ đoán: cần một chuỗi ngẫu nhiên từ {SHORTEST} ký tự trở lên.")
