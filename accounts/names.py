"""A department's new name waits in `pending_name`, with its line breaks, until the receiver confirms or refuses it.

These functions change the row and save nothing.
"""

from __future__ import annotations

from accounts.models import Organisation

NAMES = ("name", "pending_name", "title_lines")


def ask_for_name(department: Organisation, old: Organisation) -> None:
    """Turn the changed name of a department into one that waits; other line breaks in the same name do not wait.

    `old` is the department as it is stored.
    """
    if department.name == old.name:
        withdraw_name(department)
        return
    new, lines = department.name, department.title_lines
    department.name, department.pending_name = old.name, new
    _set_lines(department, name=old.title_lines.get("name"), pending_name=lines.get("name"))


def take_name(department: Organisation) -> None:
    """Give the department the name that waits."""
    department.name = department.pending_name
    department.pending_name = ""
    _set_lines(department, name=department.title_lines.get("pending_name"), pending_name=None)


def withdraw_name(department: Organisation) -> None:
    department.pending_name = ""
    _set_lines(department, name=department.title_lines.get("name"), pending_name=None)


def _set_lines(department: Organisation, **names: list[int] | None) -> None:
    others = {name: lines for name, lines in department.title_lines.items() if name not in names}
    department.title_lines = others | {name: lines for name, lines in names.items() if lines}
