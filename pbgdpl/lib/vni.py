"""Text in VNI, the code page of fonts like VNI-Times: recognised, and turned into Unicode.

Programs of today show it as "Keá hoaïch": a letter with marks is the plain letter and another one for its marks.
"""

from __future__ import annotations

import re

from pbgdpl.lib.tcvn3 import FEWEST_WORDS, is_written_in

TONES = "ùøûõï"  # sắc, huyền, hỏi, ngã, nặng
_ROWS = {
    ("a", TONES): "áàảãạ",
    ("a", "êéèúüë"): "ăắằẳẵặ",
    ("a", "âáàåãä"): "âấầẩẫậ",
    ("e", TONES): "éèẻẽẹ",
    ("e", "âáàåãä"): "êếềểễệ",
    ("o", TONES): "óòỏõọ",
    ("o", "âáàåãä"): "ôốồổỗộ",
    ("ô", TONES): "ớờởỡợ",
    ("u", TONES): "úùủũụ",
    ("ö", TONES): "ứừửữự",
    ("y", TONES): "ýỳỷỹ",  # ỵ is one letter
}
TO_UNICODE = {
    **{
        base + mark: letter
        for (base, marks), row in _ROWS.items()
        for mark, letter in zip(marks, row, strict=False)
    },
    **dict(zip("æóòîñôö", "ỉĩịỵđơư", strict=True)),
}
_UNIT = re.compile("|".join((*sorted(TO_UNICODE, key=len, reverse=True), r"[\s\S]")), re.IGNORECASE)


def letters(line: str) -> list[str]:
    """Return a line in VNI in Unicode, a piece for each character; that of a mark is empty.

    >>> letters("Hoïc")
    ['H', 'ọ', '', 'c']
    """
    return [piece for unit in _UNIT.findall(line) for piece in (_letter(unit), *[""] * (len(unit) - 1))]


def from_vni(line: str) -> str:
    """Return a line in VNI in Unicode.

    >>> from_vni("SÔÛ KHOA HOÏC, phoå bieán")
    'SỞ KHOA HỌC, phổ biến'
    """
    return "".join(letters(line))


def is_vni(line: str) -> bool:
    """Return whether a line is in VNI: its words with marks are syllables in that code page and not in Unicode.

    >>> is_vni("Phoå bieán, giaùo duïc"), is_vni("Phổ biến, giáo dục"), is_vni("bé cô là")
    (True, False, False)
    """
    return is_written_in(line, from_vni, fewest=FEWEST_WORDS)


def _letter(unit: str) -> str:
    """Return a letter in the case of its base: both "AÙ" and "Aù" are "Á"."""
    letter = TO_UNICODE.get(unit.lower(), "")
    return (letter.upper() if unit[0].isupper() else letter) or unit
