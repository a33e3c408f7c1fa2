"""Files on the disk that no row names, as work that was cut short leaves them."""

import os
from datetime import timedelta

from django.utils import timezone


def leave(disk, path, days):
    """Leave a file that was written so many days ago; return its place."""
    path = disk / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"half")
    then = (timezone.now() - timedelta(days=days)).timestamp()
    os.utime(path, (then, then))
    return path
