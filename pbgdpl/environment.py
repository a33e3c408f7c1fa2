"""Settings read from the environment; a wrong value stops the start with a sentence."""

import os

from django.core.exceptions import ImproperlyConfigured


def switch(name: str, usual: str = "0") -> bool:
    """Return whether the environment switches `name` on (1) or off (0); the usual value where it is empty or absent."""
    match os.environ.get(name, "").strip() or usual:
        case "1":
            return True
        case "0":
            return False
        case value:
            raise ImproperlyConfigured(f"{name} phải là 1 hoặc 0, không phải “{value}”.")


def port(name: str, usual: str) -> int:
    """Return the port that the environment names, else the usual one."""
    value = os.environ.get(name) or usual
    if not (value.isascii() and value.isdecimal()) or not 0 < int(value) < 2**16:
        raise ImproperlyConfigured(f"{name} phải là số cổng từ 1 đến 65535, không phải “{value}”.")
    return int(value)


def gigabytes(name: str, usual: int) -> int:
    """Return the bytes of as many gigabytes as the environment names, from 1 to 10,000, else of the usual ones."""
    value = os.environ.get(name, "").strip() or str(usual)
    if not (value.isascii() and value.isdecimal()) or not 1 <= int(value) <= 10_000:
        raise ImproperlyConfigured(f"{name} phải là số GB từ 1 đến 10000, không phải “{value}”.")
    return int(value) * 2**30
