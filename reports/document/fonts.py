"""Whether this machine can print a report in the decree's type."""

from __future__ import annotations

import subprocess

from reports.document import layout

# Upright, bold, italic and bold italic: the report uses all four.
CUTS = ("", ":bold", ":italic", ":bold:italic")
# Letters of Vietnamese that older faces lack: ắ, ệ, ữ, ỹ.
CHARSET = "1eaf 1ec7 1eef 1ef9"


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
    try:
        said = subprocess.run(
            ["fc-match", "--format", "%{family[0]}", pattern], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return said.stdout.strip()
