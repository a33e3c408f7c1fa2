"""A person who edits a Word file in LibreOffice: a macro puts the cursor behind a text, presses Enter and types."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

# The module takes the place of the empty one in the library of a new profile.
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{}
</script:module>
"""
MACRO = """
Sub Edit
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  file = StarDesktop.loadComponentFromURL("{folder}/edited.docx", "_blank", 0, hidden())
  Save(file, "{folder}/edited.pdf", "writer_pdf_Export")
  {edits}
  Save(file, "{folder}/saved.docx", "MS Word 2007 XML")
  Save(file, "{folder}/saved.pdf", "writer_pdf_Export")
  file.close(True)
End Sub
Sub Save(file, url, kind)
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = kind
  file.storeToURL(url, filter())
End Sub
Sub Enter(file, after, words, style)
  search = file.createSearchDescriptor()
  search.SearchString = after
  found = file.findFirst(search)
  cursor = found.Text.createTextCursorByRange(found.End)
  found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  found.Text.insertString(cursor, words, False)
  If style <> "" Then cursor.ParaStyleName = style
End Sub
"""


class Entered(NamedTuple):
    """A paragraph typed after the first one that holds a text; perhaps in another style than this one's."""

    after: str
    text: str
    style: str = ""


def edit_in_libreoffice(folder: Path, entered: Sequence[Entered]) -> None:
    """Print edited.docx of the folder as edited.pdf, type, and save and print it again as saved.docx and saved.pdf."""
    profile = folder / "profile"
    start = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=60)
    edits = "\n  ".join(f'Enter(file, "{after}", "{text}", "{style}")' for after, text, style in entered)
    macro = MACRO.format(folder=folder.as_uri(), edits=edits)
    library = profile / "user/basic/Standard/Module1.xba"
    library.write_text(MODULE.format(escape(macro)), encoding="utf-8")
    subprocess.run([*start, "macro:///Standard.Module1.Edit"], check=True, capture_output=True, timeout=180)
