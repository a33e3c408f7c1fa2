"""The secret key: made once on the machine that runs the site, and kept out of the sources."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

SHORTEST = 50
FEWEST_DIFFERENT_CHARACTERS = 10


def stored_key(path: Path) -> str:
    """Return the key kept in `path`, made there first if need be.

    Processes that start together get the same one.
    """
    if not path.exists():
        with NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as draft:
            draft.write(get_random_secret_key())
            draft.flush()
            # A link appears whole or not at all, and never replaces another's.
            # The draft, and so the key, is readable by its owner only.
            with suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_text(encoding="ascii").strip()


def refuse_weak_key(key: str, *, source: str) -> None:
    """Raise ImproperlyConfigured, naming the `source` of the key, where the key could be guessed."""
    if not key:
        raise ImproperlyConfigured(f"{source} đang để trống. Xóa đi để máy tự tạo khóa, hoặc đặt khóa khác.")
    if key.startswith("django-insecure-"):
        raise ImproperlyConfigured(f"{source} là khóa mẫu ai cũng biết. Hãy đặt một khóa ngẫu nhiên.")
    if len(key) < SHORTEST or len(set(key)) < FEWEST_DIFFERENT_CHARACTERS:
        raise ImproperlyConfigured(f"{source} dễ đoán: cần một chuỗi ngẫu nhiên từ {SHORTEST} ký tự trở lên.")
