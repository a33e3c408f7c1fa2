"""Whether this machine can print a report in the decree's type."""

from __future__ import annotations

import subprocess
from pathlib import Path

from reports.document import layout

# Upright, bold, italic and bold italic: the report uses all four.
CUTS = ("", ":bold", ":italic", ":bold:italic")
# Letters of Vietnamese that older faces lack: ắ, ệ, ữ, ỹ.
CHARSET = "1eaf 1ec7 1eef 1ef9"


class NoFontError(LookupError):
    """A machine without any font, or without the program that finds them."""


def bold_face() -> tuple[Path, int]:
    """Return the file of the decree's type in bold, or of what stands in for it, and the face's place in the file.

    Raises NoFontError where this machine has none.
    """
    wanted = ",".join((layout.FONT, *layout.FONT_FALLBACKS))
    index, _, file = _match(f"{wanted}:bold:charset={CHARSET}", "%{index} %{file}").partition(" ")
    if not file:
        raise NoFontError(
            "Máy chưa có phông chữ nào, hoặc thiếu fc-match: hãy cài gói fontconfig và fonts-liberation2."
        )
    return Path(file), int(index)


def missing_font() -> str | None:
    """Return a sentence where this machine has no face for the decree's type, else None.

    Without it a PDF is printed in another face, without a word, and its pages break elsewhere.
    """
    wanted = (layout.FONT, *layout.FONT_FALLBACKS)
    if all(_face(f"{','.join(wanted)}{cut}:charset={CHARSET}") in wanted for cut in CUTS):
        return None
    faces = " hoặc ".join(layout.FONT_FALLBACKS)
    return (
        f"Máy chưa có phông {layout.FONT} đủ chữ tiếng Việt, cũng chưa có {faces} để thay: "
        "hãy cài gói fonts-liberation2."
    )


def _face(pattern: str) -> str:
    """Return the family that Fontconfig, and so WeasyPrint, takes for the pattern; "" where there is none."""
    return _match(pattern, "%{family[0]}")


def _match(pattern: str, answer: str) -> str:
    """Return what Fontconfig says of the font that it takes for the pattern; "" where there is none."""
    try:
        said = subprocess.run(
            ["fc-match", "--format", answer, pattern], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return said.stdout.strip()
