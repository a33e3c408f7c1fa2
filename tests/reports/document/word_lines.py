"""The lines and page ends of a report: in our PDF, and of its Word file in LibreOffice and in ONLYOFFICE."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from ctypes import c_double
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from reports.document import layout

# Characters of one line stand on the same baseline, but for the rounding of a program, in points.
LEVEL = 1.5
# As many characters tell where a page ends.
END = 24
SECONDS = 300
# Its own process, because the program ends the process in which it fails.
ONLYOFFICE = """
import sys
import docbuilder
program, fonts, *files = sys.argv[1:]
docbuilder.CDocBuilder.Initialize(program)
builder = docbuilder.CDocBuilder()
builder.SetProperty("--fonts-system", "false")
builder.SetProperty("--fonts-dir", fonts)
for file in files:
    builder.OpenFile(file, "")
    builder.SaveFile("pdf", file.replace(".docx", ".pdf"))
    builder.CloseFile()
"""
# The list of fonts, which ONLYOFFICE makes once where it is installed.
FONT_LISTS = {"AllFonts.js", "font_selection.bin", "fonts.log"}
# Faces with Vietnamese letters: the first edition of Liberation Serif has none.
VIETNAMESE_FACES = f"{layout.FONT_FALLBACKS[0]}:charset=1ea1 1ef1"


@dataclass(frozen=True)
class Paper:
    """The lines of each page without their spaces, in the order of the file; page numbers and addresses left out."""

    pages: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, pdf: bytes) -> Paper:
        with pypdfium2.PdfDocument(pdf) as file:
            return cls(tuple(map(_lines, file)))

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for page in self.pages for line in page)

    @property
    def ends(self) -> tuple[str, ...]:
        """The last characters of each page."""
        return tuple("".join(page)[-END:] for page in self.pages)

    def share_in(self, other: Paper) -> float:
        """Return which share of the lines of this paper the other one has as well, in the same order."""
        blocks = SequenceMatcher(None, self.lines, other.lines, autojunk=False).get_matching_blocks()
        return sum(block.size for block in blocks) / len(self.lines)

    def missing_in(self, other: Paper) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Return the lines that are not those of the other paper, each time beside what it has there."""
        changes = SequenceMatcher(None, self.lines, other.lines, autojunk=False).get_opcodes()
        return [(self.lines[a:b], other.lines[c:d]) for kind, a, b, c, d in changes if kind != "equal"]


def in_libreoffice(words: Mapping[str, bytes], folder: Path) -> dict[str, Paper]:
    """Return how LibreOffice prints each Word file, all in one start."""
    files = _saved(words, folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ("--headless", "--convert-to", "pdf", "--outdir", str(folder))
    _run("soffice", profile, *convert, *map(str, files))
    return _printed(words, folder)


def in_onlyoffice(words: Mapping[str, bytes], folder: Path) -> dict[str, Paper]:
    """Return how ONLYOFFICE prints each Word file, all in one start."""
    files = _saved(words, folder)
    program, fonts = _onlyoffice(folder), _fonts(folder)
    _run(sys.executable, "-c", ONLYOFFICE, str(program), str(fonts), *map(str, files))
    return _printed(words, folder)


def missing_program() -> str | None:
    """Return why the Word files cannot be printed here."""
    if shutil.which("soffice") is None:
        return "LibreOffice (libreoffice-writer) is not installed"
    return None if find_spec("docbuilder") else "ONLYOFFICE (document-builder) is not installed"


def _saved(words: Mapping[str, bytes], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}.docx" for name in words]
    for file, data in zip(files, words.values(), strict=True):
        file.write_bytes(data)
    return files


def _onlyoffice(folder: Path) -> Path:
    """Return a folder of links to the program, without its list of all fonts, where the first face of a name counts."""
    (installed,) = find_spec("docbuilder").submodule_search_locations or ()
    program = folder / "program"
    lists = program / "sdkjs" / "common"
    lists.mkdir(parents=True)
    for linked in (program, lists.parent, lists):
        for path in (Path(installed) / "lib" / linked.relative_to(program)).iterdir():
            if path.name not in FONT_LISTS and not (linked / path.name).exists():
                (linked / path.name).symlink_to(path)
    return program


def _fonts(folder: Path) -> Path:
    """Return a folder of copies of the faces that the PDF has: ONLYOFFICE finds no links."""
    fonts = folder / "fonts"
    fonts.mkdir()
    listed = subprocess.run(
        ("fc-list", "--format", "%{file}\n", VIETNAMESE_FACES), check=True, capture_output=True, text=True
    )
    for path in map(Path, listed.stdout.split()):
        shutil.copy(path, fonts)
    return fonts


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)


def _printed(words: Mapping[str, bytes], folder: Path) -> dict[str, Paper]:
    return {name: Paper.of((folder / f"{name}.pdf").read_bytes()) for name in words}


def _lines(page: pypdfium2.PdfPage) -> tuple[str, ...]:
    """Return the lines between the margins; a line ends where the next character is lower or further left."""
    texts: list[str] = []
    last_x = last_y = 0.0
    for character, x, y in _characters(page):
        if not texts or abs(y - last_y) > LEVEL or x < last_x:
            texts.append("")
        texts[-1] += character
        last_x, last_y = x, y
    return tuple(texts)


def _characters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float]]:
    """Yield the characters between the upper and the lower margin, each with its place, in the order of the file."""
    upper = page.get_height() - layout.MARGIN_TOP.pt
    text, x, y = page.get_textpage(), c_double(), c_double()
    for position in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, position))
        raw.FPDFText_GetCharOrigin(text, position, x, y)
        if character.strip() and layout.MARGIN_BOTTOM.pt <= y.value < upper:
            yield character, x.value, y.value
