"""The widths of the characters of Times New Roman.

The advance widths are the font's own, in units of 1/2048 of its size. Its substitutes (Liberation Serif, Tinos) have
the same.
"""

from __future__ import annotations

import re
import unicodedata

UNITS = 2048
# The width of a character that is not listed: that of a digit.
USUAL_WIDTH = 1024
# Tones and hats are above or below a letter; only the horn of ơ and ư makes it wider.
TONES_AND_HATS = re.compile("[\u0300-\u031a\u031c-\u036f]")


class Face(dict[str, int]):
    """Widths by character; that of a letter with tone and hat is added when it is first read."""

    def __missing__(self, character: str) -> int:
        base = unicodedata.normalize("NFC", TONES_AND_HATS.sub("", unicodedata.normalize("NFD", character)))
        # A tone alone has no width.
        self[character] = self.get(base, USUAL_WIDTH) if base else 0
        return self[character]

    def width(self, text: str, size: float) -> float:
        """Return the width of the text on one line, in the unit of the font's size."""
        return sum(map(self.__getitem__, text)) * size / UNITS


def _face(characters_by_width: dict[int, str]) -> Face:
    return Face(
        {character: width for width, characters in characters_by_width.items() for character in characters}
    )


REGULAR = _face(
    {
        369: "'",
        410: "|",
        512: " ,.",
        569: "/:;\\ijlt",
        682: "!()-I[]`fr‘’",
        717: "•",
        797: "Js",
        836: '"',
        909: "?acez“”",
        961: "^",
        983: "{}",
        1083: "ơ",
        1108: "~",
        1110: "ư",
        1139: "FPS",
        1155: "+<=>×",
        1251: "ELTZ",
        1366: "BCR",
        1479: "AĐDGHKNOQUVXYwƠ",
        1589: "Ư",
        1593: "&m",
        1706: "%",
        1821: "M",
        1886: "@",
        1933: "W",
        2048: "—…",
    }
)
BOLD = _face(
    {
        451: "|",
        512: " ,.",
        569: "'/\\il",
        682: "!()-:;[]`fjt‘’",
        717: "•",
        797: "Is",
        807: "{}",
        909: "cerz",
        1065: "~",
        1134: "ơ",
        1137: '"',
        1139: "Sbđdhknpqu",
        1167: "+<=>×",
        1190: "^",
        1229: "ư",
        1251: "FP",
        1366: "BELTZ",
        1479: "ACĐDNRUVXYw",
        1593: "GHKOQƠ",
        1630: "Ư",
        1706: "&m",
        1905: "@",
        1933: "M",
        2048: "%W—…",
    }
)
ITALIC = _face(
    {
        438: "'",
        512: " ,.",
        563: "|",
        569: "/\\fijlt",
        682: "!()-:;I`‘’",
        717: "•",
        797: "[]rsz",
        819: "{}",
        860: '"',
        864: "^",
        909: "Jcekvxy",
        1093: "ơ",
        1108: "~",
        1117: "ư",
        1139: "LTYZ“”",
        1251: "ABEFPRVX",
        1366: "CKNw",
        1382: "+<=>×",
        1479: "ĐDGHOQUmƠ",
        1544: "Ư",
        1593: "&",
        1706: "%MW",
        1821: "—…",
        1884: "@",
    }
)
