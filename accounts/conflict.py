"""The error for an object that somebody else has saved in the meantime."""

from typing import Any


class Conflict(Exception):
    """Somebody saved or deleted the object after it was read; `stored` is the object as they left it."""

    def __init__(self, stored: Any) -> None:
        super().__init__()
        self.stored = stored
