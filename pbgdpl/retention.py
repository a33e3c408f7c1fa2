"""How long the site keeps what it could delete; `manage.py clear_expired` deletes what is older."""

import os
from datetime import timedelta

from django.core.exceptions import ImproperlyConfigured


def whole_number(name: str, usual: int, most: int, unit: str) -> int:
    """Return the number that the environment names, from 1 to `most`, else the usual one."""
    value = os.environ.get(name, "").strip() or str(usual)
    if not (value.isascii() and value.isdecimal()) or not 1 <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} phải là số {unit} từ 1 đến {most}, không phải “{value}”.")
    return int(value)


def kept_for() -> dict[str, timedelta]:
    """Return the terms, some of which the environment sets."""
    return {
        # Officials answer for what they did for up to five years (Law 52/2019/QH14, on Article 80 of the law on
        # officials); Decree 53/2022/ND-CP asks for logs of at least twelve months.
        "log": timedelta(days=whole_number("PBGDPL_LOG_YEARS", 5, 70, "năm") * 366),
        # Attached files that somebody deleted; until then they can be restored.
        "deleted_files": timedelta(days=whole_number("PBGDPL_DELETED_FILES_DAYS", 90, 3650, "ngày")),
        # Keys by which a form sent twice is recognised.
        "sent_forms": timedelta(days=30),
    }
