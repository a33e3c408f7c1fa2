"""Checks whether this machine has the font in which reports are printed."""

from __future__ import annotations

import subprocess

from reports.document import layout

# Upright, bold, italic and bold italic, which the report all uses.
CUTS = ("", ":bold", ":italic", ":bold:italic")
# Vietnamese letters that older fonts lack: ắ, ệ, ữ, ỹ.
CHARSET = "1eaf 1ec7 1eef 1ef9"


def missing_font() -> str | None:
    """Return a sentence if this machine has no font with the metrics of the decree's, else None.

    Without such a font a PDF is printed in another one, without an error, and with other page breaks.
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
    """Return the font family that Fontconfig, and so WeasyPrint, finds for a pattern, or an empty text."""
    try:
        process = subprocess.run(
            ["fc-match", "--format", "%{family[0]}", pattern], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return process.stdout.strip()
