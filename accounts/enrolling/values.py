"""The values of a table's cells as the forms take them."""

from __future__ import annotations

import re
from collections.abc import Mapping

EMAIL = re.compile(r"(?<![^\s,;:|<>()])[^\s,;:|<>()]+@[^\s,;:|<>()]+")


def contacts(values: Mapping[str, str]) -> dict[str, str]:
    """Return the e-mail address and the phone number of a row, of which one cell may hold both.

    >>> contacts({"email": "an@sen.vn, 0912 345 678"})
    {'email': 'an@sen.vn', 'phone': '0912 345 678'}
    >>> contacts({"phone": "an@sen.vn"})
    {'email': 'an@sen.vn', 'phone': ''}
    """
    cells = [values.get("email", ""), values.get("phone", "")]
    found = EMAIL.search(" ".join(cells))
    if found is None:
        return {"email": "", "phone": " ".join(filter(None, cells))}
    rest = (cell.replace(found[0], "", 1) if found[0] in cell else cell for cell in cells)
    return {"email": found[0], "phone": " ".join(filter(None, (text.strip(" ,;-–/:<>()") for text in rest)))}
