"""The encoder of the tests: text in the old code pages, and paragraphs of Word files in their fonts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from pbgdpl.lib import tcvn3, vni
from tests.reports.reading.report.word_xml import PACKAGE, RELATIONS, run, word_file

TO_TCVN3 = str.maketrans(tcvn3.LETTERS, tcvn3.CODES)
TO_VNI = str.maketrans(
    {
        **{letter: pair for pair, letter in vni.TO_UNICODE.items()},
        **{letter.upper(): pair.upper() for pair, letter in vni.TO_UNICODE.items()},
    }
)


def in_tcvn3(text: str) -> str:
    return text.translate(TO_TCVN3)


def in_vni(text: str) -> str:
    return text.translate(TO_VNI)


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def runs(*texts: tuple[str, str]) -> str:
    """Return a paragraph of runs: the font ("" for none) and the text of each."""
    return f"<w:p>{''.join(run(text, fonts(font) if font else '') for font, text in texts)}</w:p>"


def word_paper(body: str, **parts: str) -> bytes:
    """Return a Word file that names its document, as every program writes it."""
    data = BytesIO(word_file(body, **parts))
    named = f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    with ZipFile(data, "a") as file:
        file.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{named}</Relationships>')
    return data.getvalue()
